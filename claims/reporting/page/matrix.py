"""Which sources contradict, differ from and bear out which others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claims.core.relation import Label, Relation
from claims.core.report import Report
from claims.reporting import words
from claims.reporting.page.badges import Badge
from claims.reporting.page.quotes import Quote, Quotes

MOST_SOURCES = 15
"""More rows would not be taken in at a glance; what they hold is listed below the matrix."""

LABELS = (Label.CONTRADICTS, Label.DIFFERS, Label.CORROBORATES)

_Couple = tuple[str, str]


@dataclass(frozen=True)
class Pair:
    """Two claims and how they stand to each other."""

    label: str
    subject: str | None
    likelihood: str
    one: Quote
    other: Quote
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """All pairs of two sources, contradictions first."""

    anchor: str
    one: Badge
    other: Badge
    counts: Mapping[str, int]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Row:
    """A source and its group with each source of the columns, None where they have nothing in common."""

    badge: Badge
    cells: tuple[Group | None, ...]


@dataclass(frozen=True)
class Matrix:
    """Sources against sources.

    Attributes
    ----------
    groups
        All pairs of sources, also those that have no room in the rows.
    further
        How many sources have no row.
    """

    rows: tuple[Row, ...]
    groups: tuple[Group, ...]
    further: int

    @property
    def columns(self) -> tuple[Badge, ...]:
        """The sources, in the order of the rows."""
        return tuple(row.badge for row in self.rows)


def matrix(report: Report, badges: Mapping[str, Badge], quotes: Quotes) -> Matrix:
    """The matrix of a report; the sources that are most at odds come first, near each other."""
    couples = _couples(report)
    groups = {
        couple: _group(number, couple, relations, report, badges, quotes)
        for number, (couple, relations) in enumerate(couples.items())
    }
    ranked = _ranked(couples)
    shown = _clustered(ranked[:MOST_SOURCES], couples)
    rows = tuple(
        Row(badges[source], tuple(groups.get(_couple(source, other)) for other in shown)) for source in shown
    )
    return Matrix(rows, tuple(groups.values()), len(ranked) - len(shown))


def _couples(report: Report) -> dict[_Couple, list[Relation]]:
    found: dict[_Couple, list[Relation]] = defaultdict(list)
    for label in LABELS:
        for relation in report.relations:
            if relation.label is label:
                pair = _couple(report.claim(relation.a).source, report.claim(relation.b).source)
                found[pair].append(relation)
    return found


def _couple(one: str, other: str) -> _Couple:
    return (one, other) if one <= other else (other, one)


def _ranked(couples: Mapping[_Couple, Sequence[Relation]]) -> list[str]:
    """Sources that contradict most first, then those that differ and corroborate most."""
    counts: dict[str, Counter[Label]] = defaultdict(Counter)
    for couple, relations in couples.items():
        for source in dict.fromkeys(couple):
            counts[source].update(relation.label for relation in relations)
    return sorted(counts, key=lambda source: [-counts[source][label] for label in LABELS])


def _clustered(sources: Sequence[str], couples: Iterable[_Couple]) -> list[str]:
    """The same sources, each followed by those it has to do with."""
    partners: dict[str, list[str]] = {source: [] for source in sources}
    for one, other in couples:
        if one in partners and other in partners:
            partners[one].append(other)
            partners[other].append(one)
    order: dict[str, None] = {}
    for source in sources:
        waiting = [source]
        while waiting:
            following = waiting.pop(0)
            if following not in order:
                order[following] = None
                waiting += partners[following]
    return list(order)


def _group(
    number: int,
    couple: _Couple,
    relations: Sequence[Relation],
    report: Report,
    badges: Mapping[str, Badge],
    quotes: Quotes,
) -> Group:
    counts = Counter(relation.label.value for relation in relations)
    return Group(
        anchor=f"pairs-{number}",
        one=badges[couple[0]],
        other=badges[couple[1]],
        counts={label.value: counts[label.value] for label in LABELS if counts[label.value]},
        pairs=tuple(_pair(relation, couple[0], report, quotes) for relation in relations),
    )


def _pair(relation: Relation, first: str, report: Report, quotes: Quotes) -> Pair:
    claims = [report.claim(relation.a), report.claim(relation.b)]
    if claims[0].source != first:
        claims.reverse()
    one, other = (quotes.quote(claim) for claim in claims)
    return Pair(
        label=relation.label.value,
        subject=words.subject(relation.kind),
        likelihood=words.likelihood(relation.score),
        one=one,
        other=other,
        reasons=relation.reasons,
    )
