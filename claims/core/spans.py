"""Half-open stretches of text and the small arithmetic on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of a text, in Unicode code points.

    Examples
    --------
    >>> Span(0, 3).overlaps(Span(2, 5))
    True
    >>> Span(4, 7).of("one two")
    'two'
    """

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]


def cover(spans: Iterable[Span]) -> Span:
    """The shortest span that holds all of ``spans`` (at least one)."""
    given = list(spans)
    return Span(min(s.start for s in given), max(s.end for s in given))


def joined(spans: Iterable[Span], text: str, gap: str = " … ") -> str:
    """The words of discontinuous spans, with ``gap`` where something is left out."""
    return gap.join(span.of(text) for span in spans)


def characters(spans: Iterable[Span]) -> set[int]:
    """The set of positions that ``spans`` cover."""
    return {i for span in spans for i in range(span.start, span.end)}


def jaccard(a: Iterable[Span], b: Iterable[Span]) -> float:
    """Shared characters over all characters of two sets of spans; 1.0 for two empty ones."""
    left, right = characters(a), characters(b)
    union = left | right
    return len(left & right) / len(union) if union else 1.0


def subtract(span: Span, holes: Iterable[Span]) -> Spans:
    """What is left of ``span`` without ``holes``, in order.

    Examples
    --------
    >>> subtract(Span(0, 10), [Span(3, 5)])
    (Span(start=0, end=3), Span(start=5, end=10))
    """
    left: list[Span] = []
    position = span.start
    for hole in sorted(holes):
        if hole.end <= position or hole.start >= span.end:
            continue
        if hole.start > position:
            left.append(Span(position, hole.start))
        position = max(position, hole.end)
    if position < span.end:
        left.append(Span(position, span.end))
    return tuple(left)


def merge(spans: Iterable[Span], text: str, filler: str = " \t\n") -> Spans:
    """Sort ``spans`` and join those that touch, overlap or are parted by ``filler`` only."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and (span.start <= result[-1].end or not text[result[-1].end : span.start].strip(filler)):
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def trimmed(span: Span, text: str, edge: str = " \t\r\n") -> Span:
    """``span`` without characters of ``edge`` at either end."""
    start, end = span
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge:
        end -= 1
    return Span(start, end)
