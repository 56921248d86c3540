from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from claims.core.attribution import Attribution, Manner
from claims.core.document import Document
from claims.core.source import Attributed, Source
from claims.core.spans import Span, Spans
from claims.sources import Actors, load_actors, resolve


@dataclass(frozen=True)
class Saying:
    """Who says what, as words of a text; each is looked for after the source of the saying before."""

    source: str
    content: str
    relay: str = ""
    manner: Manner = Manner.INDIRECT
    inside: int | None = None


@dataclass(frozen=True)
class Resolved:
    """The outcome with the sources in the order of the sayings."""

    attributed: Attributed
    attributions: Sequence[Attribution] = field(default=())

    @property
    def sources(self) -> list[Source]:
        return [self.attributed.of(a.id) for a in self.attributions]

    @property
    def names(self) -> list[str]:
        return [s.name for s in self.sources]

    def relays(self, number: int) -> list[str]:
        ids = self.attributed.relays.get(self.attributions[number].id, ())
        return [next(s.name for s in self.attributed.sources if s.id == i) for i in ids]


def attributions_of(document: Document, sayings: Sequence[Saying]) -> list[Attribution]:
    text, reached, found = document.article.text, 0, []
    for number, saying in enumerate(sayings):
        source = _span(text, saying.source, reached)
        reached = source[0].start if source else reached
        content = _span(text, saying.content, 0)
        relay = _span(text, saying.relay, 0)
        inside = None if saying.inside is None else f"{document.article.id}:{saying.inside}"
        id = f"{document.article.id}:{number}"
        found.append(
            Attribution(id, document.article.id, source, (), content, relay, saying.manner, inside=inside)
        )
    return found


def _span(text: str, words: str, after: int) -> Spans:
    if not words:
        return ()
    start = text.index(words, after)
    return (Span(start, start + len(words)),)


@pytest.fixture(scope="session")
def actors() -> Actors:
    return load_actors()


@pytest.fixture(scope="session")
def resolved(parsed: Callable[[str], Document], actors: Actors) -> Callable[..., Resolved]:
    def run(text: str, *sayings: Saying) -> Resolved:
        document = parsed(text)
        attributions = attributions_of(document, sayings)
        return Resolved(resolve(document, attributions, actors), attributions)

    return run
