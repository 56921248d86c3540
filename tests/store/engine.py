"""A stand-in for the pipeline: it reads "The mayor said 3 people died at Sarn." and nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from claims.core.article import Article, Piece
from claims.core.attribution import Attribution, Commitment, Manner
from claims.core.claim import Claim, Event, Place, Proposition, Quantity
from claims.core.document import Document
from claims.core.progress import grouped
from claims.core.relation import Disagreement, Kind, Label, Relation, Side
from claims.core.report import Report, Skipped
from claims.core.source import Attributed, Source, SourceKind
from claims.core.spans import Span
from claims.core.understood import Understood
from claims.store.engines.engine import Part

SAYING = re.compile(r"The (\w+) said ((\d+) people died at (\w+))\.")


def text_of(number: int, places: int = 7) -> str:
    """The text of an article that contradicts others on a place."""
    return f"The speaker{number % 5} said {number} people died at Place{number % places}."


def article_of(text: str) -> Article:
    """An article of that text."""
    return Article(text[:30], text, text, (Piece(0, Span(0, len(text))),))


class FakeEngine:
    """Understands one form of sentence; counts what it was asked."""

    def __init__(self, failing: str | None = None) -> None:
        self.read: list[str] = []
        self.compared = 0
        self._failing = failing

    def understand_all(self, articles: Sequence[Article]) -> Iterator[Part]:
        return map(self.understand, grouped(articles))

    def understand(self, group: Sequence[Article]) -> Part:
        self.read += [article.id for article in group]
        good = [a for a in group if self._failing is None or self._failing not in a.text]
        bad = [Skipped(a.id, "could not be analysed") for a in group if a not in good]
        return tuple(_understood(article) for article in good), tuple(bad)

    def compare(self, understood: Sequence[Understood]) -> Report:
        self.compared += 1
        sources = {s.id: s for u in understood for s in u.attributed.sources}
        claims = [c for u in understood for c in _claims(u)]
        at: dict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            at[claim.event or ""].append(claim)
        relations = {
            place: [
                Relation(f"{a.id}-{b.id}", a.id, b.id, Label.CONTRADICTS, Kind.COUNT, 0.8, ("other tolls",))
                for a, b in combinations(own, 2)
            ]
            for place, own in at.items()
        }
        return Report(
            articles=tuple(u.document.article for u in understood),
            sources=tuple(sources.values()),
            attributions=tuple(a for u in understood for a in u.attributions),
            claims=tuple(claims),
            events=tuple(
                Event(place, "attack", place, claims=tuple(c.id for c in own)) for place, own in at.items()
            ),
            relations=tuple(r for own in relations.values() for r in own),
            disagreements=tuple(
                _disagreement(place, own, relations[place]) for place, own in at.items() if len(own) > 1
            ),
        )


def _understood(article: Article) -> Understood:
    said = list(SAYING.finditer(article.text))
    attributions = tuple(
        Attribution(
            f"{article.id}:t{n}",
            article.id,
            (Span(*match.span(1)),),
            (),
            (Span(*match.span(2)),),
        )
        for n, match in enumerate(said)
    )
    sources = tuple(Source(m[1], m[1], SourceKind.OFFICIAL, f"party of {m[1]}") for m in said)
    speaker = {a.id: m[1] for a, m in zip(attributions, said, strict=True)}
    return Understood(Document(article, ()), attributions, Attributed(sources, speaker))


def _claims(understood: Understood) -> list[Claim]:
    text = understood.document.article.text
    found = []
    for n, attribution in enumerate(understood.attributions):
        words = attribution.content[0].of(text)
        number, place = int(words.split()[0]), words.split()[-1]
        found.append(
            Claim(
                f"{attribution.article}:c{n}",
                attribution.article,
                attribution.id,
                understood.attributed.speaker[attribution.id],
                (),
                words,
                attribution.content,
                f"{words}.",
                Commitment.ASSERTS,
                Manner.INDIRECT,
                Proposition("die", places=(Place(place),)),
                (Quantity("killed", "person", number, number, words),),
                event=place,
            )
        )
    return found


def _disagreement(place: str, claims: Sequence[Claim], relations: Sequence[Relation]) -> Disagreement:
    sides: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        sides[claim.text.split()[0]].append(claim)
    return Disagreement(
        place,
        f"How many people died at {place}?",
        tuple(
            Side(number, tuple(c.id for c in own), tuple(dict.fromkeys(c.source for c in own)))
            for number, own in sides.items()
        ),
        0.8,
        Label.CONTRADICTS,
        Kind.COUNT,
        tuple(r.id for r in relations),
    )
