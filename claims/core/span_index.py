"""Spans that can be asked which of them share a character with another one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from claims.core.spans import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Things by the spans they cover, found without looking at all of them.

    The spans are kept by their starts, beside each the furthest end up to it: what overlaps a span
    then begins before that span's end, and lies behind the first place whose furthest end passes its
    start. Looking up takes the logarithm of the number of spans and the number of those between.

    Parameters
    ----------
    entries
        Spans and what they stand for; a thing may have several.

    Examples
    --------
    >>> index = SpanIndex([(Span(0, 4), "one"), (Span(4, 9), "two"), (Span(20, 22), "three")])
    >>> index.overlapping(Span(3, 5))
    ['one', 'two']
    """

    def __init__(self, entries: Iterable[tuple[Span, T]]) -> None:
        self._entries = sorted(entries, key=lambda entry: entry[0])
        self._starts = [span.start for span, _ in self._entries]
        self._furthest = list(accumulate((span.end for span, _ in self._entries), max))

    def overlapping(self, where: Span) -> list[T]:
        """What has a span that overlaps ``where``, in the order of the spans' starts."""
        first = bisect_right(self._furthest, where.start)
        last = bisect_left(self._starts, where.end)
        return [thing for span, thing in self._entries[first:last] if span.overlaps(where)]
