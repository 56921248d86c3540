"""Whether two times can be one."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import StrEnum

from claims.core.claim import Moment

_DAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b")
_MONTH = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
FIRST_YEAR = 1000
# What happens late on one day may be told of the next.
_NIGHT = re.compile(r"\b(?:night|overnight|late|midnight|evening)\b", re.IGNORECASE)
# "Overnight" may be either of two days; what is longer is another scope than one day of it.
_FEW = timedelta(days=2)
_WEEK = timedelta(days=7)
_MONTHS_LENGTH = timedelta(days=31)

Stretch = tuple[datetime, datetime]


class Timing(StrEnum):
    """How two moments stand to each other.

    ``near`` is the same day by other clocks, or the next, or the day after a night; ``wide`` an
    overlap of long stretches.
    """

    SAME = "same"
    WIDE = "wide"
    NEAR = "near"
    APART = "apart"
    UNKNOWN = "unknown"


def timing(a: Moment | None, b: Moment | None) -> Timing:
    """How two moments stand to each other.

    Examples
    --------
    >>> timing(Moment("Tuesday"), Moment("on Tuesday")).value
    'same'
    >>> timing(Moment("Tuesday"), Moment("last December")).value
    'apart'
    """
    if a is None or b is None:
        return Timing.UNKNOWN
    left, right = bounds(a), bounds(b)
    if left is None or right is None:
        return _by_words(a.text, b.text) if left is None and right is None else Timing.UNKNOWN
    if _undated(left) != _undated(right) and not (a.clock and b.clock):
        return Timing.UNKNOWN
    left, right = _one_day(left, right)
    if _overlap(left, right):
        longest = max(left[1] - left[0], right[1] - right[0])
        same = longest <= _FEW or (left == right and longest <= _WEEK)
        return Timing.SAME if same else Timing.WIDE
    if a.clock and b.clock and gap(a, b) < timedelta(hours=24):
        return Timing.NEAR
    if (right[0] == left[1] and _is_night(a, left)) or (left[0] == right[1] and _is_night(b, right)):
        return Timing.NEAR
    return Timing.APART


def _is_night(moment: Moment, stretch: Stretch) -> bool:
    """Whether the words name the night after one day ("Thursday night", "late on 30 May")."""
    return stretch[1] - stretch[0] == timedelta(1) and _NIGHT.search(moment.text) is not None


def _undated(stretch: Stretch) -> bool:
    """Whether it is an hour of an unknown day, which is put into the first days of the calendar."""
    return stretch[0].year < FIRST_YEAR


def _one_day(a: Stretch, b: Stretch) -> tuple[Stretch, Stretch]:
    """Two hours of which one is of an unknown day, both put on the day that brings them nearest."""
    if _undated(a) == _undated(b):
        return a, b
    if _undated(b):
        right, left = _one_day(b, a)
        return left, right
    shift = timedelta(days=round((b[0] - a[0]) / timedelta(days=1)))
    return (a[0] + shift, a[1] + shift), b


def _overlap(a: Stretch, b: Stretch) -> bool:
    start, end = max(a[0], b[0]), min(a[1], b[1])
    # Two days that meet at midnight do not overlap, a point of time on an edge does.
    return start < end or (start == end and (a[0] == a[1] or b[0] == b[1]))


def bounds(moment: Moment) -> Stretch | None:
    """Start and end, where the words could be resolved; one missing bound is the other."""
    start, end = moment.start or moment.end, moment.end or moment.start
    return (start, end) if start is not None and end is not None else None


def in_one_month(a: Moment | None, b: Moment | None) -> bool:
    """Whether two moments overlap that are no longer than a month each ("August 2013" and its 21st)."""
    stretches = [bounds(m) for m in (a, b) if m is not None]
    known = [s for s in stretches if s is not None and s[1] - s[0] <= _MONTHS_LENGTH]
    return len(known) == 2 and _overlap(known[0], known[1])


def gap(a: Moment, b: Moment) -> timedelta:
    """The time between two resolved moments, zero where they overlap."""
    left, right = bounds(a), bounds(b)
    if left is None or right is None:
        return timedelta(0)
    left, right = _one_day(left, right)
    return max(timedelta(0), left[0] - right[1], right[0] - left[1])


def _by_words(a: str, b: str) -> Timing:
    left, right = a.casefold(), b.casefold()
    days = set(_DAY.findall(left)), set(_DAY.findall(right))
    months = set(_MONTH.findall(left)), set(_MONTH.findall(right))
    if not (days[0] or months[0]) or not (days[1] or months[1]):
        return Timing.SAME if left.strip() == right.strip() and left.strip() else Timing.UNKNOWN
    if (days[0] and days[1] and not days[0] & days[1]) or (
        months[0] and months[1] and not months[0] & months[1]
    ):
        return Timing.APART
    return Timing.SAME if days[0] & days[1] or months[0] & months[1] else Timing.APART
