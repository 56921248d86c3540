"""The dateline that news agencies put before the first sentence: "ARIHA, 14 July 2020 - A bomb ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from claims.core.article import Piece
from claims.core.spans import Span
from claims.reading.cleaning import Cleaned
from claims.reading.dates import parse_date

_DATELINE = re.compile(
    r"(?P<where>[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,4})"
    r"(?P<rest>(?:, [A-Z0-9][\w.'’ ]{1,24}){0,3})"
    r"(?: ?\([^()]{2,30}\))? ?(?:[–—]|--?) ?(?=[A-Z“\"])"
)
_LONGEST = 90
_FIRST = 4


@dataclass(frozen=True)
class Dateline:
    """Where a dateline stands, and the day it names, if any."""

    span: Span
    day: date | None


def without_dateline(cleaned: Cleaned) -> Cleaned:
    """``cleaned`` without the dateline of one of its first paragraphs, its day kept.

    It is no part of the first sentence, and would be read as one.
    """
    starts = [0, *(m.end() for m in re.finditer(r"\n\n", cleaned.text))][:_FIRST]
    found = next((line for start in starts if (line := dateline(cleaned.text, start))), None)
    if found is None:
        return cleaned
    left, right = found.span
    size = right - left
    headline = cleaned.headline
    if headline is not None and headline.start >= right:
        headline = Span(headline.start - size, headline.end - size)
    elif headline is not None and headline.overlaps(found.span):
        return cleaned
    return replace(
        cleaned,
        text=cleaned.text[:left] + cleaned.text[right:],
        pieces=tuple(_parted(cleaned.pieces, found.span)),
        headline=headline,
        published=cleaned.published or found.day,
    )


def _parted(pieces: tuple[Piece, ...], hole: Span) -> Iterator[Piece]:
    """The pieces of a text from which ``hole`` was cut."""
    size = hole.end - hole.start
    for start, raw in pieces:
        end = start + raw.end - raw.start
        if start < hole.start:
            yield Piece(start, Span(raw.start, raw.start + min(end, hole.start) - start))
        if end > hole.end:
            first = max(start, hole.end)
            yield Piece(first - size, Span(raw.start + first - start, raw.end))


def dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline at ``start`` of ``text``, None where there is none.

    It is told from a sentence by its place in capitals, or by a date or an agency in brackets.

    Examples
    --------
    >>> dateline("GAO, 3 May 2024 (AFP) - Two men fled.").day
    datetime.date(2024, 5, 3)
    >>> dateline("Rebels - Two men fled.") is None
    True
    """
    match = _DATELINE.match(text, start)
    if match is None or match.end() - start > _LONGEST:
        return None
    day = next((d for part in match["rest"].split(", ") if (d := parse_date(part.strip()))), None)
    shouted = len(match["where"]) > 2 and match["where"].isupper()
    if not (shouted or day or "(" in match[0]):
        return None
    return Dateline(Span(match.start(), match.end()), day)
