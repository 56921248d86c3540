"""Figures that answer one question, gathered from its claims to be set next to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claims.core.claim import Claim, Quantity
from claims.core.relation import Disagreement, Kind, Label
from claims.core.report import Report
from claims.reporting import words
from graphs.grouping import components
from graphs.positions import figure_in_question
from graphs.questions import question


@dataclass(frozen=True)
class Figure:
    """One figure: who gave it, when that was published, and the side it belongs to.

    Attributes
    ----------
    side
        Number of the side of the question, from 0; None for a figure that led to one of them.
    """

    claim: Claim
    quantity: Quantity
    who: str
    published: date | None
    side: int | None = None

    @property
    def bounds(self) -> tuple[float, float | None]:
        """The lowest and the highest number that the words allow; None for no upper bound."""
        high = self.quantity.high
        return self.quantity.low, None if high is None or high == float("inf") else high

    @property
    def range(self) -> str:
        """The bounds in words, led by how the source stands to them: "denies 12 or more"."""
        stance = words.commitment(self.claim)
        numbers = words.range_of(self.quantity)
        return f"{stance} {numbers}" if stance else numbers

    @property
    def plainly_given(self) -> bool:
        """Whether the source stands by it, in words that give a number."""
        return self.quantity.exact and words.commitment(self.claim) is None


@dataclass(frozen=True)
class Comparison:
    """Figures that speak of one number, the earliest first.

    Attributes
    ----------
    question
        What the figures answer.
    disagreement
        Id of the disagreement; None where they only follow each other in time.
    """

    question: str
    figures: tuple[Figure, ...]
    disagreement: str | None = None

    @property
    def top(self) -> float:
        """The largest number that any of the figures names."""
        return max(high if high is not None else low for low, high in (f.bounds for f in self.figures))


def conflicting(report: Report) -> Iterator[Comparison]:
    """Figures of every question about a number, in the order of the disagreements."""
    for found in report.disagreements:
        if found.kind is Kind.COUNT:
            yield from _compared(found, report, ())


def comparisons(report: Report) -> Iterator[Comparison]:
    """Figures that conflict, with those that led to them; then figures that only moved."""
    chains = list(_chains(report))
    asked: set[str] = set()
    for found in report.disagreements:
        if found.kind is Kind.COUNT:
            own = {claim for side in found.sides for claim in side.claims}
            before = [chain for chain in chains if own & {c.id for c in chain}]
            asked |= {c.id for chain in before for c in chain}
            yield from _compared(found, report, [c for chain in before for c in chain])
    for chain in chains:
        if not asked & {c.id for c in chain}:
            yield from _moved(chain, report)


def _compared(found: Disagreement, report: Report, before: Iterable[Claim]) -> Iterator[Comparison]:
    side_of = {claim: number for number, side in enumerate(found.sides) for claim in side.claims}
    accounts = [report.claim(id) for id in side_of]
    accounts += [claim for claim in before if claim.id not in side_of]
    figures = _figures(accounts, report, side_of)
    if len({f.bounds for f in figures}) > 1:
        yield Comparison(found.question, figures, found.id)


def _moved(chain: Sequence[Claim], report: Report) -> Iterator[Comparison]:
    figures = _figures(chain, report, {})
    if len({f.bounds for f in figures}) > 1:
        event = next((e for e in report.events if e.id == chain[0].event), None)
        yield Comparison(question(Kind.COUNT, chain, event), figures)


def _figures(accounts: Sequence[Claim], report: Report, side_of: dict[str, int]) -> tuple[Figure, ...]:
    found = [
        _figure(claim, quantity, report, side_of.get(claim.id))
        for claim in accounts
        if (quantity := figure_in_question(claim, accounts)) is not None
    ]
    return tuple(sorted(found, key=lambda f: f.published or date.min))


def _figure(claim: Claim, quantity: Quantity, report: Report, side: int | None) -> Figure:
    article = report.article(claim.article)
    who = words.name(report.source(claim.source), article, report)
    return Figure(claim, quantity, who, article.published, side)


def _chains(report: Report) -> Iterator[list[Claim]]:
    """Claims whose figures grew out of each other, in the order of the report."""
    pairs = [(r.a, r.b) for r in report.relations if r.label is Label.UPDATES]
    linked = {id for pair in pairs for id in pair}
    claims = [claim.id for claim in report.claims if claim.id in linked]
    for group in components(claims, pairs):
        yield [report.claim(id) for id in group]
