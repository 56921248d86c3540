"""Small reports, with only what a graph needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from claims.core.article import Article
from claims.core.attribution import Commitment, Manner
from claims.core.claim import Claim, Proposition
from claims.core.relation import Kind, Label, Relation
from claims.core.report import Report
from claims.core.source import Source, SourceKind


def said(id: str, source: str, *relays: str) -> Claim:
    """A claim in an article of its own, ``article`` and the id."""
    return Claim(
        id=id,
        article=f"article {id}",
        attribution=f"attribution {id}",
        source=source,
        relays=relays,
        text=f"words of {id}",
        spans=(),
        statement=f"Statement {id}.",
        commitment=Commitment.ASSERTS,
        manner=Manner.INDIRECT,
        proposition=Proposition("say"),
    )


def relation(a: str, b: str, label: Label, kind: Kind | None = Kind.COUNT, score: float = 0.9) -> Relation:
    """A relation whose id is made of its claims and label."""
    return Relation(f"{a} {label.value} {b}", a, b, label, kind, score, ("because",))


def source(id: str, party: str | None = None) -> Source:
    """A source whose name is its id."""
    return Source(id, id, SourceKind.OFFICIAL, party)


def report_of(
    claims: Sequence[Claim],
    sources: Sequence[Source],
    relations: Sequence[Relation],
    days: Mapping[str, date] | None = None,
) -> Report:
    """A report; ``days`` are those on which the articles of claims were published."""
    articles = [
        Article(c.article, "", "", (), title=f"Title {c.id}", published=(days or {}).get(c.id))
        for c in claims
    ]
    return Report(tuple(articles), tuple(sources), (), tuple(claims), (), tuple(relations), ())
