"""What is told about a claim where the reader points at its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from claims.core.attribution import Attribution
from claims.core.claim import Claim
from claims.core.relation import Label, Relation
from claims.core.report import Report
from claims.core.spans import joined
from claims.reporting import words
from claims.reporting.page.badges import NAMELESS, NO_HUE
from claims.reporting.page.layers import attributions_without_claims
from claims.reporting.page.quotes import Quotes
from claims.reporting.sanitise import plain

MOST_LINKS = 6

_ORDER = (Label.CONTRADICTS, Label.DIFFERS, Label.UPDATES, Label.CORROBORATES, Label.REPEATS)
_NO_CLAIM = "no statement that could be checked"


@dataclass(frozen=True)
class Link:
    """Another claim, and how this one stands to it."""

    label: str
    likelihood: str
    who: str
    text: str
    anchor: str


@dataclass(frozen=True)
class Card:
    """A claim in short.

    Attributes
    ----------
    facts
        How it was said, through whom, how sure that is, and where it stands.
    further
        How many more claims are related than ``links`` holds.
    """

    code: str
    hue: int
    who: str
    about: str
    stance: str
    statement: str
    facts: tuple[str, ...]
    links: tuple[Link, ...] = ()
    further: int = 0


def cards(report: Report, quotes: Quotes) -> Iterator[Card]:
    """A card for each claim, in the order of the report, then for attributions without any."""
    related = _related(report.relations)
    for claim in report.claims:
        yield _card(claim, related.get(claim.id, ()), report, quotes)
    for attribution in attributions_without_claims(report):
        yield _without_claim(attribution, report)


def as_data(found: Iterator[Card]) -> list[dict[str, Any]]:
    """Cards as plain data, every word of them safe to show; what is empty is left out."""
    return [_safe({name: value for name, value in asdict(card).items() if value}) for card in found]


def _card(claim: Claim, relations: Sequence[Relation], report: Report, quotes: Quotes) -> Card:
    badge = quotes.badge(claim)
    facts = (words.manner(claim), quotes.via(claim), words.doubt(claim), words.where(claim, report))
    ordered = sorted(relations, key=lambda r: (_ORDER.index(r.label), -r.score))
    return Card(
        code=badge.code,
        hue=badge.hue,
        who=quotes.name(claim),
        about=badge.about,
        stance=words.commitment(claim) or "",
        statement=claim.statement,
        facts=tuple(fact for fact in facts if fact),
        links=tuple(_link(relation, claim, report, quotes) for relation in ordered[:MOST_LINKS]),
        further=max(len(ordered) - MOST_LINKS, 0),
    )


def _without_claim(found: Attribution, report: Report) -> Card:
    article = report.article(found.article)
    who = joined(found.source, article.text) or words.NO_SOURCE
    doubt = f"uncertain {found.probability:.2f}" if found.probability < words.UNCERTAIN_BELOW else ""
    ranges = ", ".join(f"{s.start}–{s.end}" for s in article.raw_spans(found.content))
    facts = (_NO_CLAIM, doubt, f"{article.id}:{ranges}")
    return Card(
        code=NAMELESS,
        hue=NO_HUE,
        who=words.opening(who),
        about="",
        stance="",
        statement=joined(found.content, article.text),
        facts=tuple(fact for fact in facts if fact),
    )


def _link(relation: Relation, claim: Claim, report: Report, quotes: Quotes) -> Link:
    other = report.claim(relation.b if relation.a == claim.id else relation.a)
    return Link(
        label=relation.label.value,
        likelihood=words.likelihood(relation.score),
        who=quotes.name(other),
        text=other.text,
        anchor=quotes.anchor(other.id),
    )


def _related(relations: Sequence[Relation]) -> Mapping[str, Sequence[Relation]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        for claim in dict.fromkeys((relation.a, relation.b)):
            found[claim].append(relation)
    return found


def _safe(value: Any) -> Any:
    match value:
        case str():
            return plain(value)
        case dict():
            return {name: _safe(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_safe(inner) for inner in value]
        case _:
            return value
