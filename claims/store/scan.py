"""Taking articles into a store: each is understood and kept by itself, then all are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from claims.core.article import Article
from claims.core.progress import Progress
from claims.core.report import Skipped
from claims.store.engines.engine import Engine
from claims.store.keys import article_id
from claims.store.runs import Run
from claims.store.store import Store
from claims.store.taking import Taken


@dataclass(frozen=True)
class Scanned:
    """What a scan did.

    Attributes
    ----------
    added, known
        Articles that were taken in, and those of the given that the store had already.
    read
        Articles that were understood; after a change of models also those of earlier scans.
    skipped
        What could not be read or understood.
    taken
        What changed by it; None where there was nothing new to compare.
    """

    added: int
    known: int
    read: int
    skipped: tuple[Skipped, ...]
    taken: Taken | None

    @property
    def is_failure(self) -> bool:
        """Whether nothing could be read, or not what the person named."""
        return not (self.added or self.known) or any(skipped.named for skipped in self.skipped)


def scan(
    store: Store,
    articles: Sequence[Article],
    engine: Callable[[], Engine],
    run: Run,
    skipped: Sequence[Skipped] = (),
    progress: Callable[[Progress], None] | None = None,
) -> Scanned:
    """Take ``articles`` into ``store``, and compare all that it holds.

    It may be broken off at any moment: the next scan goes on with what is still to be done.

    Parameters
    ----------
    engine
        Loads what reads and compares; called only if there is something to do.
    run
        What the report is made with; articles are understood anew where that has changed.
    skipped
        What could not be read before.
    """
    say = progress or (lambda _: None)
    given: dict[str, Article] = {}
    for article in articles:
        given.setdefault(id := article_id(article), replace(article, id=id))
    had = set(store.article_ids())
    waiting = store.pending(run, tuple(given.values()))
    left_out = list(skipped)
    loaded = engine() if waiting else None
    done = 0
    for read, failed in loaded.understand_all(waiting) if loaded else ():
        for one in read:
            store.keep(one, run)
        left_out += failed
        done += len(read) + len(failed)
        say(Progress("reading", done, len(waiting)))
    taken = None
    if not store.is_compared(run):
        say(Progress("comparing", 0, None))
        report = (loaded or engine()).compare(store.understood(run))
        left_out += report.skipped
        taken = store.take(report, run)
    now = set(store.article_ids())
    return Scanned(len(now - had), len(had & set(given)), len(waiting), tuple(left_out), taken)
