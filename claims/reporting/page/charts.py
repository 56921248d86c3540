"""Figures as ranges on one scale: who said how many, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.core.report import Report
from claims.reporting import words
from claims.reporting.figures import Comparison, Figure, comparisons
from claims.reporting.page.badges import Badge
from claims.reporting.page.questions import anchor
from claims.reporting.page.quotes import Quote, Quotes
from claims.reporting.ranges import side_letter
from claims.reporting.scale import Scale

LAST = 94.0
"""Where the scale ends, in per cent of the width; the rest is for arrow heads and labels."""

_FIRST = 3.0


@dataclass(frozen=True)
class Bar:
    """One figure, drawn from ``start`` to ``end`` (per cent of the width).

    Attributes
    ----------
    open
        Whether it has no upper bound.
    words
        Those of the figure, where they give no exact number.
    loose
        Whether the words give no exact number, or the source does not stand by it.
    """

    badge: Badge
    name: str
    when: str
    letter: str
    quote: Quote
    words: str
    range: str
    start: float
    end: float
    open: bool
    loose: bool

    @property
    def point(self) -> bool:
        """Whether the figure is one number."""
        return not self.open and self.start == self.end


@dataclass(frozen=True)
class Tick:
    """A number at the scale."""

    at: float
    text: str


@dataclass(frozen=True)
class Chart:
    """Figures that answer one question, the earliest first."""

    question: str
    anchor: str | None
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    logarithmic: bool


def charts(report: Report, quotes: Quotes) -> Iterator[Chart]:
    """A chart for every question about a number, then for figures that only moved."""
    for comparison in comparisons(report):
        yield _chart(comparison, quotes)


def _chart(comparison: Comparison, quotes: Quotes) -> Chart:
    scale = Scale.of([comparison.top, *(figure.quantity.low for figure in comparison.figures)])
    return Chart(
        question=comparison.question,
        anchor=anchor(comparison.disagreement) if comparison.disagreement else None,
        bars=tuple(_bar(figure, scale, quotes) for figure in comparison.figures),
        ticks=tuple(Tick(_share(tick, scale), f"{tick:,}") for tick in scale.ticks()),
        logarithmic=scale.logarithmic,
    )


def _bar(figure: Figure, scale: Scale, quotes: Quotes) -> Bar:
    low, high = figure.bounds
    return Bar(
        badge=quotes.badge(figure.claim),
        name=words.opening(figure.who),
        when=words.day(figure.published) if figure.published else "",
        letter=side_letter(figure.side),
        quote=quotes.quote(figure.claim),
        words="" if figure.quantity.exact else figure.quantity.text,
        range=figure.range,
        start=_share(low, scale),
        end=LAST if high is None else _share(high, scale),
        open=high is None,
        loose=not figure.plainly_given,
    )


def _share(number: float, scale: Scale) -> float:
    return round(_FIRST + scale.at(number) * (LAST - _FIRST), 2)
