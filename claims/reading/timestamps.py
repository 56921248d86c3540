"""Lines that give the time of publication and nothing else."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from claims.reading.dates import parse_date

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"  # noqa: E501
_WEEKDAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?"
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}|{_MONTH}\s+\d{{2}}{_YEAR}|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+{_YEAR}|{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]{_YEAR})"  # noqa: E501
DATE = rf"(?:{_WEEKDAY},?\s+)?(?P<day>{_DAY})(?:(?!\w)|(?=T\d)|(?=Get ))"
"""A full date with or without its weekday, as a pattern."""
CLOCK = (
    r"T?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:\(?(?:GMT|UTC|EST|EDT|ET|BST|CET|CEST|EET|TRT|MSK|PST|PDT|IST|AST|Z)\)?)?(?:\s*[+-]\d{1,2}:?\d{0,2})?"
)
"""A time of day, as a pattern."""
OPENER = (
    r"(?:(?:first\s+)?published|(?:last\s+)?(?:updated|modified|edited)|posted|issued|date|update)"
    r"(?:\s+(?:on|at))?\s*:?"
)
"""What opens a time of publication, as a pattern."""
_DATE, _CLOCK, _OPENER = (re.compile(p, re.I) for p in (DATE, CLOCK, OPENER))
_AGO = re.compile(
    r"(?:\d{1,3}|an?)\s*(?:sec(?:ond)?|min(?:ute)?|h(?:ou)?r|day|week|month|year)s?\s+ago", re.I
)
_JOINT = re.compile(r"[\s,|/•·()\-–—:.]|\b(?:at|on|and|local time)\b", re.I)


class Timestamp(NamedTuple):
    """A timestamp line."""

    day: date | None
    labelled: bool
    """Whether it says that it is one ("Published …"), so that it is no heading of a timeline."""


def timestamp(text: str) -> Timestamp | None:
    """Read a paragraph that is nothing but a time of publication; None if it says anything else.

    Examples
    --------
    >>> timestamp("Published 14 July 2020 10:22 GMT")
    Timestamp(day=datetime.date(2020, 7, 14), labelled=True)
    >>> timestamp("Published 14 July 2020, the report counts three dead.") is None
    True
    """
    if len(text) > 120 or not any(map(str.isdigit, text)):
        return None
    dates = list(_DATE.finditer(text))
    if not (dates or _AGO.search(text) or _OPENER.search(text)):
        return None
    left = _DATE.sub(" ", text)
    left, clocks = _CLOCK.subn(" ", left)
    left, agos = _AGO.subn(" ", left)
    left, openers = _OPENER.subn(" ", left)
    if _JOINT.sub("", left) or not (dates or agos or (clocks and openers)):
        return None
    return Timestamp(parse_date(dates[0]["day"]) if dates else None, bool(openers or agos))
