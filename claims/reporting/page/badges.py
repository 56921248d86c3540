"""A short code and a hue for every source, the same all over the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.core.report import Report
from claims.core.source import Source, SourceKind
from claims.reporting import words

HUES = 8
"""How many hues the style sheet has; sources beyond them begin anew, as the code tells them apart."""

NO_HUE = 0
NAMELESS = "?"
OWN_VOICE = "¶"

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "near", "of", "on", "s", "the", "to", "who", "with"}
)
_LONGEST = 4


@dataclass(frozen=True)
class Badge:
    """How a source is marked: a code of few letters, and a hue from 1, or 0 for none."""

    source: str
    code: str
    hue: int
    name: str
    about: str


def badges(report: Report) -> Mapping[str, Badge]:
    """The badge of every source of a report, by source id.

    Those who take sides come first, then those who say most, so that hues repeat as late as can be.
    """
    found: dict[str, Badge] = {}
    codes: Counter[str] = Counter()
    hue = 0
    articles = {claim.source: claim.article for claim in report.claims}
    for source in _by_weight(report):
        plain_code = _code(source, report)
        codes[plain_code] += 1
        code = plain_code if codes[plain_code] == 1 else f"{plain_code}{codes[plain_code]}"
        named = plain_code not in (NAMELESS, OWN_VOICE)
        article = report.article(articles[source.id]) if source.id in articles else None
        name = words.name(source, article, report) if article else source.name or source.id
        about = words.kind_and_party(source) if named else ""
        found[source.id] = Badge(source.id, code, hue % HUES + 1 if named else NO_HUE, name, about)
        hue += named
    return found


def initials(name: str) -> str:
    """A code for a name.

    Examples
    --------
    >>> initials("Syrian Observatory for Human Rights"), initials("the governor"), initials("…")
    ('SOHR', 'Gov', '')
    >>> initials("A nurse at St Anne's hospital")
    'NSAH'
    """
    found: list[str] = _WORD.findall(name)
    telling = [word for word in found if word.casefold() not in _SMALL_WORDS] or found
    if len(telling) == 1:
        return telling[0][:1].upper() + telling[0][1:3]
    return "".join(word[0].upper() for word in telling[:_LONGEST])


def _by_weight(report: Report) -> Iterator[Source]:
    said = Counter(claim.source for claim in report.claims)
    taking_sides = dict.fromkeys(s for d in report.disagreements for side in d.sides for s in side.sources)
    first = [report.source(id) for id in taking_sides]
    yield from first
    rest = [source for source in report.sources if source.id not in taking_sides]
    yield from sorted(rest, key=lambda source: -said[source.id])


def _code(source: Source, report: Report) -> str:
    if source.kind is SourceKind.NARRATOR:
        return OWN_VOICE
    if words.is_nameless(source, report):
        return NAMELESS
    return initials(source.name) or source.id
