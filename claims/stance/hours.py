"""The hour of the day that words name, in the local time of where it was."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.statements.clocks import CLOCK, is_score, reading, zone_of

_PARTS = {
    "dawn": (3.0, 8.0),
    "daybreak": (3.0, 8.0),
    "sunrise": (4.0, 8.0),
    "morning": (0.0, 12.0),
    "noon": (11.5, 12.5),
    "midday": (11.0, 13.0),
    "afternoon": (12.0, 19.0),
    "evening": (17.0, 24.0),
    "dusk": (16.0, 22.0),
    "sunset": (16.0, 22.0),
    "nightfall": (16.0, 23.0),
}
_EARLY = (0.0, 10.0)
_PART = re.compile(rf"\b({'|'.join(_PARTS)})\b", re.IGNORECASE)
_EARLY_ON = re.compile(r"\b(early) (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)


@dataclass(frozen=True)
class Hours:
    """From when to when, in hours after midnight, and the words that say so."""

    first: float
    last: float
    text: str


def hours_of(text: str) -> Hours | None:
    """The hours that ``text`` names, None where it names none, two, or another zone's.

    Examples
    --------
    >>> hours_of("It was hit around noon on Wednesday.")
    Hours(first=11.0, last=13.0, text='noon')
    >>> hours_of("It was hit early on Wednesday.")
    Hours(first=0.0, last=10.0, text='early')
    >>> hours_of("It was hit.")
    """
    found = [_of_clock(m) for m in CLOCK.finditer(text) if not is_score(text, m)]
    if any(f is None for f in found) or len(found) > 1:
        return None
    if found:
        return found[0]
    parts = [Hours(*_PARTS[m.group().casefold()], m.group()) for m in _PART.finditer(text)]
    parts = parts or [Hours(*_EARLY, m.group(1)) for m in _EARLY_ON.finditer(text)]
    return parts[0] if len(parts) == 1 else None


def _of_clock(match: re.Match[str]) -> Hours | None:
    if zone_of(match) is not None:
        return None
    hour, minute, length = reading(match)
    about = length.total_seconds() / 3600
    at = hour + minute / 60
    return Hours(at - about, at + about, " ".join(match[0].split()))
