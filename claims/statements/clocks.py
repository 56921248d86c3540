"""Clock times and time zones as reports write them."""

from __future__ import annotations

import re
from datetime import timedelta, timezone

_ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "trt": 180, "moscow time": 180, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360,
    "pst": -480, "pdt": -420, "et": -300, "jst": 540, "kst": 540, "aest": 600,
}  # fmt: skip
CLOCK = re.compile(
    r"\b(?:(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>a\.?m\b\.?|p\.?m\b\.?)"
    r"|(?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)"
    r"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s*(?:GMT|UTC|hours|local))"
    r"|(?P<word>noon|midday|midnight))"
    r"(?:\s*hours)?"
    r"(?P<zone>(?:\s+local\s+time)?\s*\(?\s*(?:(?:UTC|GMT)\s*(?P<sign>[+-−–])\s*(?P<off>\d{1,2})(?::?(?P<offmin>\d\d))?"
    r"|(?P<name>GMT|UTC|BST|CEST|CET|EEST|EET|MSK|TRT|Moscow\s+time|EST|EDT|CDT|MST|MDT|PST|PDT|ET|JST|KST|AEST)\b)\s*\)?"
    r"|\s+local(?:\s+time)?\b)?",
)


def is_score(text: str, match: re.Match[str]) -> bool:
    """Whether the figures are a result or a sum of money instead of a time."""
    return bool(re.match(r"\s*-\s*\d", text[match.end() :])) or text[max(0, match.start() - 1)] in "$€£.,:"


def reading(match: re.Match[str]) -> tuple[int, int, timedelta]:
    """Hour, minute and how exact that is."""
    exact, rough = timedelta(minutes=1), timedelta(hours=1)
    if match["word"]:
        return (0 if match["word"] == "midnight" else 12), 0, rough
    if match["military"]:
        return int(match["military"][:2]), int(match["military"][2:]), exact
    if match["hour24"]:
        return int(match["hour24"]), int(match["minute24"]), exact
    hour = int(match["hour"]) % 12 + (12 if match["half"].lower().startswith("p") else 0)
    return hour, int(match["minute"] or 0), exact if match["minute"] else rough


def zone_of(match: re.Match[str]) -> timezone | None:
    """The zone named with a time, None for "local time" and where none is."""
    if match["off"]:
        minutes = int(match["off"]) * 60 + int(match["offmin"] or 0)
        if minutes > 14 * 60:
            return None
        return timezone(timedelta(minutes=minutes if match["sign"] == "+" else -minutes))
    if match["name"]:
        return timezone(timedelta(minutes=_ZONES[" ".join(match["name"].lower().split())]))
    return None
