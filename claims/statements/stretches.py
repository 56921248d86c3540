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

_NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=1
    )
}
_DIGITS = re.compile(r"\d{1,3}", re.ASCII)
_LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365}
_SINCE = re.compile(r"\b[Ss]ince\s+(?:at\s+least\s+)?(?:early\s+|late\s+|last\s+)?(?:on\s+)?$")
_FROM = re.compile(r"\b(?:[Ff]rom|[Bb]etween)\s+$")
_TO = re.compile(r"\s+(?P<link>to|until|till|through|and)\s+")
_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin)\s+the\s+(?:(?P<count>\w+)\s+)?(?P<unit>day|week|month|year)s?\s+"
    r"(?P<link>before|up\s+to|to|until|till)\s+(?:on\s+)?$"
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
    if link is None or one.days is None or other.days is None or other.days[1] <= one.days[1]:
        return None
    # Two days side by side are one stretch; "in 2012 and 2016" are two times.
    adjacent = link["link"] == "and" and other.days[0] == one.days[1]
    if not adjacent and _FROM.search(before) is None:
        return None
    return Dated(Span(one.span.start, other.span.end), (one.days[0], other.days[1]))


def _opened(one: Dated, before: str, offset: int, published: date | None) -> Dated:
    """A day with what opens a stretch to it or from it, if anything does."""
    if one.days is None:
        return one
    if (since := _SINCE.search(before)) is not None:
        end = max(one.days[1], published + timedelta(1)) if published else None
        span = Span(offset + since.start(), one.span.end)
        return Dated(span, (one.days[0], end) if end else None)
    if (run_up := _BEFORE.search(before)) is not None:
        return Dated(Span(offset + run_up.start(), one.span.end), _run_up(one.days, run_up))
    return one


def _run_up(days: Days, words: re.Match[str]) -> Days | None:
    """The days before the first of ``days``, or up to the last of them ("in the year to March")."""
    count = _number(words["count"])
    end = days[0] if words["link"] == "before" else days[1]
    try:
        return (end - timedelta(_LENGTHS[words["unit"]] * count), end) if count else None
    except OverflowError:
        return None


def _number(word: str | None) -> int | None:
    if word is None:
        return 1
    return int(word) if _DIGITS.fullmatch(word) else _NUMBERS.get(word.lower())
