"""Dates of publication, as people and machines write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{6}Z?|T\d{4}Z?)?")
_LEAD = re.compile(
    r"^\s*(?:(?:first\s+)?published|(?:last\s+)?updated|posted|date)\b(?:\s+(?:on|at)\b)?[\s:]*", re.I
)
_GLUED = re.compile(r"(?<=[a-z] \d\d)(?=(?:19|20)\d\d\b)", re.I)
"""Between a day and its year where the comma was lost ("Jul 012016")."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST = 80
# Two days that share neither year, month, day nor weekday: what a text leaves out shows as a difference.
_DEFAULTS = (datetime(2001, 1, 1), datetime(2004, 2, 3))


def parse_date(value: object) -> date | None:
    """Read a date; None if it is ambiguous, incomplete or no date at all.

    Nothing is filled in: "14 July" has no year and 03/04/2020 has two readings, so both are None.

    Parameters
    ----------
    value
        A date or datetime, text (ISO 8601, RFC 2822, "July 14, 2020", 14/07/2020, 20200714T102200Z),
        or seconds or milliseconds since 1970.

    Examples
    --------
    >>> parse_date("Tue, 14 Jul 2020 10:22:00 GMT")
    datetime.date(2020, 7, 14)
    >>> parse_date("03/04/2020") is None
    True
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_epoch(value)
    if isinstance(value, str) and len(value) <= _LONGEST:
        return _from_text(_GLUED.sub(" ", _LEAD.sub("", value)).strip())
    return None


def _from_epoch(value: float) -> date | None:
    seconds = value / 1000 if value > 1e11 else value
    # Smaller numbers are years or row numbers rather than moments.
    if not 1e8 < seconds < 1e10:
        return None
    return datetime.fromtimestamp(seconds, UTC).date()


def _from_text(text: str) -> date | None:
    plain = _ISO.match(text) or _COMPACT.fullmatch(text)
    if plain:
        try:
            return date(*map(int, plain.groups()))
        except ValueError:
            return None
    if not _YEAR.search(text):
        return None
    readings = set(_readings(text))
    return readings.pop() if len(readings) == 1 else None


def _readings(text: str) -> Iterator[date | None]:
    """Every way to read ``text``: with either default for what it lacks, day or month first."""
    from dateutil.parser import parse

    for default, dayfirst in product(_DEFAULTS, (False, True)):
        try:
            yield parse(text, default=default, dayfirst=dayfirst, ignoretz=True).date()
        except (ValueError, OverflowError, TypeError, AttributeError):
            yield None
            return
