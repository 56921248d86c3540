"""Dates and agencies that an archive prints on the line of the text itself.

"Published June 11 2016 Suicide bombers struck ...", "21 dead in rebel fire AFP Sunday 27 Apr 2014 At
least 21 people ...": they say when the article came out, and are no part of its first sentence.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from claims.core.spans import Span
from claims.reading.dates import parse_date
from claims.reading.timestamps import CLOCK, DATE, OPENER
from claims.reading.words import key

_WITHIN = 120
"""Characters that an imprint has at most."""
_SECTION = re.compile(r"\s+[-–—|:]\s+")
_FEWEST_WORDS = 3
_LONGEST_TITLE = 300
"""Characters of a title; a longer one is a text in the wrong column."""
_LABEL = rf"(?:(?:date\s+of\s+publication|{OPENER})\s+)?"
_REST = r"\)?(?:\s*\(updated[^)]{0,40}\))?(?:\s*\d{0,6}\s*Get short URL(?:\s*\d{1,6})?)?(?:\s*title:)?"
_STAMP = rf"(?i:{_LABEL}{DATE}(?:[\s,|–-]*{CLOCK})?{_REST})"
_GOES_ON = r"[\s,:|–—-]*(?=[\"“‘'(A-Z\d])"
_AT_START = re.compile(rf"\s*{_STAMP}{_GOES_ON}")
_AFTER_TITLE = re.compile(
    rf"[\s.]*(?:[A-Z][\w.&]*\s+(?:(?:[A-Z][\w.&]*|and|in)\s+){{0,3}})?{_STAMP}{_GOES_ON}"
)


class Imprint(NamedTuple):
    """Where an imprint stands in a line, and the day it gives.

    ``splits`` tells whether a headline stands before it.
    """

    span: Span
    day: date | None
    splits: bool


def imprint(line: str, title: str | None = None) -> Imprint | None:
    """The imprint of an article's first line, None if it has none.

    Examples
    --------
    >>> imprint("Published June 11 2016 Bombers struck a shrine.")
    Imprint(span=Span(start=0, end=23), day=datetime.date(2016, 6, 11), splits=False)
    >>> imprint("Bomb hits Homs AFP Sunday 27 Apr 2014 Ten fled.", "Bomb hits Homs | News").span
    Span(start=14, end=38)
    >>> imprint("14 July 2020 was a quiet day.") is None
    True
    """
    found = _AT_START.match(line, 0, _WITHIN)
    if found is not None:
        return Imprint(Span(0, found.end()), parse_date(found["day"]), False)
    end = _end_of_title(line, title or "")
    found = _AFTER_TITLE.match(line, end, end + _WITHIN) if end else None
    return Imprint(Span(end, found.end()), parse_date(found["day"]), True) if found else None


def shorter_titles(title: str) -> list[str]:
    """``title``, and without the names of sections and sites behind it ("Bomb in Homs - World - News")."""
    if len(title) > _LONGEST_TITLE:
        return [title]
    cut = [title[: m.start()] for m in reversed(list(_SECTION.finditer(title)))]
    return [title, *(shorter for shorter in cut if len(key(shorter)) >= _FEWEST_WORDS)]


def _end_of_title(line: str, title: str) -> int:
    """Where the words of ``title`` end that ``line`` opens with, 0 where it does not."""
    for shorter in shorter_titles(title):
        words = key(shorter)
        if len(words) < _FEWEST_WORDS or len(shorter) > _LONGEST_TITLE:
            continue
        for match in re.finditer(r"\w+", line[: 2 * len(shorter) + 40]):
            begun = key(line[: match.end()])
            if begun == words:
                return match.end()
            if len(begun) > len(words):
                break
    return 0
