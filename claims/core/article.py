"""One news text, cleaned, with the way back to the text as it was given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from claims.core.spans import Span, Spans


class Piece(NamedTuple):
    """A stretch of raw text that was kept: it begins at ``start`` of the cleaned text."""

    start: int
    raw: Span


@dataclass(frozen=True)
class Article:
    """A news text.

    Attributes
    ----------
    id
        Unique within a run.
    raw
        The text as it was given: the decoded file, the text field of a row, or the text read out
        of HTML.
    text
        What the stages read: ``raw`` without repetitions and page furniture. Paragraphs are parted
        by a blank line.
    pieces
        What of ``raw`` was kept, in order; characters of ``text`` between pieces (the blank
        lines) have no place in ``raw``.
    headline
        Where the headline stands in ``text``, if it stands there.
    """

    id: str
    raw: str
    text: str
    pieces: tuple[Piece, ...]
    headline: Span | None = None
    path: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None

    def raw_spans(self, spans: Iterable[Span]) -> Spans:
        """Spans of ``text`` as spans of ``raw``; one that crosses a removed part becomes several.

        Examples
        --------
        >>> pieces = (Piece(0, Span(4, 7)), Piece(9, Span(20, 23)))
        >>> Article("a", "", "", pieces).raw_spans([Span(1, 11)])
        (Span(start=5, end=7), Span(start=20, end=22))
        """
        found = []
        for span in spans:
            for start, raw in self.pieces:
                left = max(span.start, start)
                right = min(span.end, start + raw.end - raw.start)
                if left < right:
                    found.append(Span(raw.start + left - start, raw.start + right - start))
        return tuple(found)
