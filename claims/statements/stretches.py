"""Stretches of time around the days that a sentence names: "since Thursday", "from Monday to Friday".

A toll "since Thursday" is another scope than one of Thursday, and no day of the two weeks before
3 June is 3 June.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claims.core.spans import Span

Days = tuple[date, date]
"""First day and the day after the last."""

_NUMBERS = {w: n for n, w in enumerate(["two", "three", "four", "five", "six", "seven", "eight"], start=2)}
_LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365}
_SINCE = re.compile(r"\b[Ss]ince\s+(?:early\s+|late\s+|last\s+)?$")
_FROM = re.compile(r"\b(?:[Ff]rom|[Bb]etween|[Oo]n|[Ii]n)\s+$")
_TO = re.compile(r"\s+(?P<link>to|until|till|through|and)\s+(?:on\s+)?")
_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin)\s+the\s+(?:(?P<count>\w+)\s+)?(?P<unit>day|week|month|year)s?\s+"
    r"(?:before|up\s+to|to|until|till)\s+(?:on\s+)?$"
)


@dataclass(frozen=True)
class Dated:
    """Words that name days, None where they could not be resolved."""

    span: Span
    days: Days | None


def stretched(found: Sequence[Dated], text: str, offset: int, published: date | None) -> list[Dated]:
    """``found`` with the days of stretches put in the place of the days that bound them.

    Parameters
    ----------
    found
        Days in the order of the text.
    text, offset
        The sentence, and where it begins in the article.
    published
        The day up to which "since" reaches.
    """
    result: list[Dated] = []
    left = list(found)
    while left:
        one = left.pop(0)
        before = text[: one.span.start - offset]
        joined = _joined(one, left[0], before, text, offset) if left else None
        if joined is not None:
            left.pop(0)
            result.append(joined)
        else:
            result.append(_opened(one, before, offset, published))
    return result


def _joined(one: Dated, other: Dated, before: str, text: str, offset: int) -> Dated | None:
    """Two days as one stretch: "from Monday to Friday", "on Tuesday and Wednesday"."""
    link = _TO.fullmatch(text[one.span.end - offset : other.span.start - offset])
    if link is None or one.days is None or other.days is None or other.days[1] <= one.days[0]:
        return None
    if link["link"] != "and" and _FROM.search(before) is None:
        return None
    return Dated(Span(one.span.start, other.span.end), (one.days[0], other.days[1]))


def _opened(one: Dated, before: str, offset: int, published: date | None) -> Dated:
    """A day with what opens a stretch to it or from it, if anything does."""
    if one.days is None:
        return one
    if (since := _SINCE.search(before)) is not None:
        end = max(one.days[1], published + timedelta(1)) if published else one.days[1] + timedelta(365)
        return Dated(Span(offset + since.start(), one.span.end), (one.days[0], end))
    if (run_up := _BEFORE.search(before)) is not None:
        length = _LENGTHS[run_up["unit"]] * _number(run_up["count"])
        first = one.days[0] - timedelta(length)
        return Dated(Span(offset + run_up.start(), one.span.end), (first, one.days[0] + timedelta(1)))
    return one


def _number(word: str | None) -> int:
    if word is None:
        return 1
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 1)
