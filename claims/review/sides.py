"""The sides of a disagreement as they are shown: each claim in its context, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.core.claim import Claim, Quantity
from claims.core.relation import Side
from claims.core.review import Dispute, Item, ItemKind
from claims.reporting import words
from claims.reporting.ranges import side_letter
from claims.review import links
from claims.review.marks import Mark, marks_of, name_of
from claims.review.passages import Passage, around
from claims.review.sources import name_in_field


@dataclass(frozen=True)
class Figure:
    """A quantity as the fields of a form hold it."""

    measure: str
    of: str
    low: str
    high: str
    words: str


@dataclass(frozen=True)
class Account:
    """A claim of a side, with all that shows where it comes from.

    Attributes
    ----------
    context
        The paragraphs of the article in which its words stand.
    version, source_version
        Those of the claim and of its source, to be sent with decisions about them.
    """

    claim: Claim
    mark: Mark
    name: str
    about: str
    via: str
    facts: tuple[str, ...]
    context: tuple[Passage, ...]
    article: str
    imprint: str
    where: str
    link: str
    source_field: str
    figures: tuple[Figure, ...]
    version: int
    source_version: int


@dataclass(frozen=True)
class SideView:
    """One answer; ``claim`` is the key under which the evidence is said to support it."""

    letter: str
    position: str
    accounts: tuple[Account, ...]
    claim: str | None
    supported: bool


def sides(found: Dispute, versions: Mapping[Item, int]) -> Iterator[SideView]:
    """The sides of a disagreement in its order.

    Parameters
    ----------
    versions
        Those of its claims and sources.
    """
    speaking = dict.fromkeys(found.claims[c].source for s in found.disagreement.sides for c in s.claims)
    marks = marks_of(found.sources[key] for key in speaking)
    for number, side in enumerate(found.disagreement.sides):
        yield _side(number, side, found, marks, versions)


def _side(
    number: int,
    side: Side,
    found: Dispute,
    marks: Mapping[str, Mark],
    versions: Mapping[Item, int],
) -> SideView:
    return SideView(
        letter=side_letter(number),
        position=words.opening(side.position),
        accounts=tuple(_account(found.claims[key], found, marks, versions) for key in side.claims),
        claim=side.claims[0] if side.claims else None,
        supported=found.standing.supports in side.claims,
    )


def _account(
    claim: Claim,
    found: Dispute,
    marks: Mapping[str, Mark],
    versions: Mapping[Item, int],
) -> Account:
    article, source = found.articles[claim.article], found.sources[claim.source]
    raw = article.raw_spans(claim.spans)
    facts = (words.manner(claim), words.doubt(claim))
    return Account(
        claim=claim,
        mark=marks[source.id],
        name=name_of(source, article),
        about=words.kind_and_party(source),
        via=words.via([_name_in(relay, found) for relay in claim.relays]),
        facts=tuple(fact for fact in facts if fact),
        context=around(article, claim.id, claim.spans),
        article=words.title(article),
        imprint=words.imprint(article),
        where=", ".join(f"{span.start}–{span.end}" for span in raw),
        link=links.article(article.id, claim.id, found.disagreement.id),
        source_field=name_in_field(source),
        figures=tuple(_figure(quantity) for quantity in claim.quantities),
        version=versions.get(Item(ItemKind.CLAIM, claim.id), 0),
        source_version=versions.get(Item(ItemKind.SOURCE, source.id), 0),
    )


def _figure(quantity: Quantity) -> Figure:
    open_above = quantity.high is None or quantity.high == float("inf")
    return Figure(
        measure=quantity.measure,
        of=quantity.of or "",
        low=f"{quantity.low:.15g}",
        high="" if open_above else f"{quantity.high:.15g}",
        words=quantity.text,
    )


def _name_in(source_id: str, found: Dispute) -> str:
    return name_of(found.sources[source_id]) if source_id in found.sources else "another source"
