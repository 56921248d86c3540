"""A store of articles, of what the program finds in them, and of what people decide about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from claims.core.article import Article
from claims.core.claim import Claim, Event
from claims.core.report import Report
from claims.core.review import (
    Decision,
    Dispute,
    Entry,
    Filter,
    Item,
    Order,
    Queue,
    Standing,
)
from claims.core.source import Source
from claims.core.understood import Understood
from claims.store import loading, log, looking, queue, recording, standing, taking, understanding
from claims.store.affected import affected
from claims.store.database import Database, open_database
from claims.store.disputes import disputes
from claims.store.faults import faults
from claims.store.reporting import current_sources, report_of
from claims.store.runs import Run
from claims.store.taking import Taken

_AT_ONCE = 100


class Store:
    """An open store; :meth:`open` makes one.

    Several threads may use it at once, and several programs the same store.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, where: str | Path, create: bool = True) -> Store:
        """Open the store in a file, or at the URL of a PostgreSQL database.

        Parameters
        ----------
        create
            Whether to make a store where there is none yet.

        Raises
        ------
        StoreError
            If there is none and none is to be made, or if it is no store that can be used.
        """
        return cls(open_database(where, create))

    @property
    def name(self) -> str:
        """The path of its file, or the address of its database without the password."""
        return self._database.name

    def close(self) -> None:
        """Let go of the file or the server."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def take(self, report: Report, run: Run = Run()) -> Taken:  # noqa: B008
        """Put a report in the place of the last one, in one transaction.

        What people decided about stays, under the keys that it had.
        """
        return self._database.write(lambda connection: taking.take(connection, report, run))

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles."""
        with self._database.reading() as connection:
            return loading.article_ids(connection)

    def pending(self, run: Run, articles: Sequence[Article]) -> Sequence[Article]:
        """Of the store's articles and ``articles`` those that the models of ``run`` have not read."""
        with self._database.reading() as connection:
            return understanding.pending(connection, run.understanding, articles)

    def keep(self, understood: Understood, run: Run) -> None:
        """Keep an article and what the models of ``run`` understood of it, in one transaction."""
        self._database.write(lambda connection: understanding.keep(connection, understood, run.understanding))

    def understood(self, run: Run) -> Sequence[Understood]:
        """All articles that the models of ``run`` have read."""
        with self._database.reading() as connection:
            return understanding.understood(connection, run.understanding)

    def is_compared(self, run: Run) -> bool:
        """Whether what is suggested comes of this run's models and of all that they have read."""
        with self._database.reading() as connection:
            read = understanding.read_by(connection, run.understanding)
            return taking.is_compared(connection, run, read)

    def queue(
        self,
        filter: Filter = Filter(),  # noqa: B008
        order: Order = Order.CONTESTED,
        offset: int = 0,
        limit: int = 50,
    ) -> Queue:
        """A page of the disagreements that wait for a decision or have had one."""
        with self._database.reading() as connection:
            return queue.queue(connection, filter, order, offset, limit)

    def dispute(self, key: str) -> Dispute:
        """A disagreement with all that is needed to decide about it, people's changes applied.

        Raises
        ------
        KeyError
            If there is none of that key.
        """
        with self._database.reading() as connection:
            found = next(disputes(loading.some(connection, [key])), None)
        if found is None:
            raise KeyError(key)
        return found

    def disputes(self, filter: Filter = Filter()) -> Iterator[Dispute]:  # noqa: B008
        """The disagreements that pass a filter, the most contested first."""
        with self._database.reading() as connection:
            keys = queue.passing_keys(connection, filter)
        for start in range(0, len(keys), _AT_ONCE):
            group = keys[start : start + _AT_ONCE]
            with self._database.reading() as connection:
                found = {d.disagreement.id: d for d in disputes(loading.some(connection, group))}
            yield from (found[key] for key in group if key in found)

    def standing(self, item: Item) -> Standing:
        """Where an item stands; version 0 before the first decision about it."""
        with self._database.reading() as connection:
            return standing.standing(item, loading.stand(connection, item))

    def record(self, decision: Decision) -> Entry:
        """Write a decision into the log and carry it out, in one transaction.

        The item of an :class:`~claims.core.review.Add` gets its key here; that of the decision is
        not looked at.

        Raises
        ------
        StaleError
            If somebody else changed the item since the person saw it.
        DecisionError
            If the decision makes no sense.
        """

        def work(connection: Connection) -> Entry:
            before = affected(connection, decision.item)
            entry = recording.record(connection, decision)
            changed = dict.fromkeys([*before, *affected(connection, entry.decision.item)])
            recording.correct(connection, entry, changed)
            queue.rewrite(connection, changed)
            return entry

        return self._database.write(work)

    def history(self, item: Item | None = None, limit: int = 200) -> tuple[Entry, ...]:
        """Entries of the log about an item, or about all, the newest first."""
        with self._database.reading() as connection:
            return tuple(log.entries(connection, item, limit))

    def article(self, id: str) -> Article:
        """The article of that id.

        Raises
        ------
        KeyError
            If there is none.
        """
        with self._database.reading() as connection:
            return loading.articles(connection, [id])[id]

    def articles(self) -> tuple[Article, ...]:
        """All articles in the order in which they were taken in."""
        with self._database.reading() as connection:
            return tuple(loading.articles(connection).values())

    def sources(self) -> tuple[Source, ...]:
        """All sources as people see them, those that were merged into others left out."""
        with self._database.reading() as connection:
            return current_sources(loading.sources(connection))

    def claims_of(self, article: str) -> tuple[tuple[Claim, ...], Mapping[str, Source]]:
        """The claims of an article, people's changes applied, and their sources by key."""
        with self._database.reading() as connection:
            return looking.claims_of(connection, article)

    def parties(self) -> tuple[str, ...]:
        """The parties that sources belong to, in the order of the alphabet."""
        with self._database.reading() as connection:
            return looking.parties(connection)

    def events_like(self, event: Event) -> tuple[Event, ...]:
        """Other events that ``event`` might be the same as: at its place, or called alike."""
        with self._database.reading() as connection:
            return looking.events_like(connection, event)

    def report(self) -> Report:
        """Everything as the program and the people see it now.

        Rejected disagreements are left out, and edits, merges, splits, joins and additions are made.
        """
        with self._database.reading() as connection:
            return report_of(loading.everything(connection))

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the log, with what follows from it, and with the articles, in words."""
        with self._database.reading() as connection:
            return tuple(faults(connection))
