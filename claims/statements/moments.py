"""Times that a sentence names, resolved against the article's date.

The rules are our own and few. dateparser, which comes with the reader of HTML, knows more
languages, but it takes tens of milliseconds a phrase, reads "May" and "12" as dates wherever they
stand and fills what is missing with today's; a date that is guessed makes a false alarm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from claims.core.claim import Moment
from claims.core.spans import Span
from claims.core.tokens import Sentence, Token
from claims.core.wordlists import listed
from claims.statements.clocks import CLOCK, is_score, reading, zone_of
from claims.statements.stretches import Dated, Days, stretched

UNKNOWN_DAY = date(1, 1, 2)
"""The day of a clock time with a zone where no day is named: such times compare with each other."""

_MONTHS = listed("january february march april may june july august september october november december")
_WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
# "Sundays raid" has lost its apostrophe.
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:['’]?s(?=\s+[a-z]))?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_COUNT = r"(?P<count>(?i:a|an|one|two|three|four|five|six|seven|eight|nine|ten)|\d+)"
_UNIT = r"(?P<unit>day|week|month|year|decade)"
_SPELLED = {w: n for n, w in enumerate(listed("a one two three four five six seven eight nine ten"))} | {
    "a": 1,
    "an": 1,
}
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_EVE = r"(?:(?:[Ee]arly|[Ll]ate)\s+(?:on\s+)?)?"


@dataclass(frozen=True)
class LocatedMoment:
    """A moment and the words that name it."""

    moment: Moment
    span: Span


def moments(sentence: Sentence, span: Span, published: date | None) -> tuple[LocatedMoment, ...]:
    """Every time that ``span`` of ``sentence`` names, in order.

    A bare weekday is the latest such day not after ``published`` (the first after it where the
    clause speaks of what will be); a clock time is taken to UTC where its zone is named and joined
    to the day named beside it, else to :data:`UNKNOWN_DAY`. What cannot be resolved has no bounds.
    """
    text = _text(sentence)
    offset = sentence.span.start
    named = (f for f in _days(sentence, text, offset, published) if span.contains(f.span))
    days = stretched(sorted(named, key=lambda f: f.span), text, offset, published)
    found: list[LocatedMoment] = []
    joined: set[Span] = set()
    for match in CLOCK.finditer(text):
        place = Span(match.start() + offset, match.end() + offset)
        if not span.contains(place) or is_score(text, match):
            continue
        day = _beside(days, place)
        found.append(_clock(match, place, day, text, offset))
        if day and found[-1].moment.start:
            joined.add(day.span)
    found += [LocatedMoment(_moment(f, text, offset), f.span) for f in days if f.span not in joined]
    return tuple(sorted(found, key=lambda m: m.span))


def _text(sentence: Sentence) -> str:
    """The sentence as written, every break a space, so that its positions are its offsets."""
    start = sentence.span.start
    characters = [" "] * (sentence.span.end - start)
    for token in sentence.tokens:
        characters[token.start - start : token.end - start] = token.text
    return "".join(characters)


def _moment(found: Dated, text: str, offset: int) -> Moment:
    words = " ".join(text[found.span.start - offset : found.span.end - offset].split())
    if found.days is None:
        return Moment(words)
    first, after = found.days
    return Moment(words, datetime.combine(first, time()), datetime.combine(after, time()))


# -- clock times beside days ------------------------------------------------------------


def _beside(days: list[Dated], clock: Span) -> Dated | None:
    """The nearest single day named in the same span."""
    single = [d for d in days if d.days is None or d.days[1] - d.days[0] == timedelta(1)]
    return min(single, key=lambda d: max(d.span.start - clock.end, clock.start - d.span.end), default=None)


def _clock(match: re.Match[str], place: Span, day: Dated | None, text: str, offset: int) -> LocatedMoment:
    hour, minute, length = reading(match)
    zone = zone_of(match)
    if zone is None or (day and day.days is None):
        return LocatedMoment(Moment(" ".join(match[0].split()), clock=True), place)
    anchor = day.days[0] if day and day.days else UNKNOWN_DAY
    local = datetime.combine(anchor, time(hour % 24, minute), tzinfo=zone)
    start = local.astimezone(UTC).replace(tzinfo=None)
    whole = Span(min(place.start, day.span.start), max(place.end, day.span.end)) if day else place
    words = " ".join(text[whole.start - offset : whole.end - offset].split())
    return LocatedMoment(Moment(words, start, start + length, clock=True), whole)


# -- days, months, years ---------------------------------------------------------------------


@dataclass(frozen=True)
class _Rule:
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], date | None, bool], Days | None]


def _days(sentence: Sentence, text: str, offset: int, published: date | None) -> Iterator[Dated]:
    """What the rules find, the earlier rule first where two overlap."""
    taken: list[Span] = []
    by_start = {t.start: t for t in sentence.tokens}
    for rule in _RULES:
        for match in rule.pattern.finditer(text):
            span = Span(match.start() + offset, match.end() + offset)
            token = by_start.get(span.start)
            if any(span.overlaps(t) for t in taken) or token is None or not _is_time(sentence, token, match):
                continue
            taken.append(span)
            try:
                days = rule.read(match, published, _is_future(sentence, token))
            except (ValueError, OverflowError):
                days = None
            yield Dated(span, days)


def _is_time(sentence: Sentence, token: Token, match: re.Match[str]) -> bool:
    """Whether the words are no part of a name ("Sunday Times") or another word ("may", "march")."""
    words = [t for t in sentence.tokens if token.start <= t.start < token.start + len(match[0])]
    if any(w.entity[2:] in {"ORG", "PERSON", "WORK_OF_ART", "PRODUCT"} for w in words):
        return False
    if any(w.text == "May" and w.tag == "MD" for w in words):
        return False
    if len(words) == 1 and token.text in {"March", "May"} and not token.is_noun:
        return False
    if len(words) == 1 and token.text.isdigit():
        before = sentence.tokens[token.index - 1].lemma if token.index else ""
        counts = token.dep == "nummod" and token.head > token.index and not token.entity.endswith("DATE")
        dated = token.entity.endswith("DATE") and token.dep != "nummod"
        return not counts and (
            dated or before in {"in", "since", "of", "during", "by", "until", "from", "late"}
        )
    return True


def _is_future(sentence: Sentence, token: Token) -> bool:
    """Whether the clause that holds ``token`` speaks of what will be."""
    verb = next((t for t in sentence.ancestors(token) if t.is_verb), None)
    if verb is None:
        return False
    auxiliaries = sentence.children(verb, "aux")
    if any(t.lemma in {"will", "shall", "'ll"} for t in auxiliaries):
        return True
    leaves_open = {"be", "due", "set", "plan", "expect", "schedule", "go", "vow", "promise"}
    to_come = any(t.tag == "TO" for t in auxiliaries) and verb.dep == "xcomp"
    return to_come and sentence.head(verb).lemma in leaves_open


def _month(match: re.Match[str]) -> int:
    name = match["month"].lower().rstrip(".")[:3]
    return next(n for n, m in enumerate(_MONTHS, start=1) if m.startswith(name))


def _one(day: date) -> Days:
    return day, day + timedelta(1)


def _month_days(year: int, month: int) -> Days:
    first = date(year, month, 1)
    return first, _next_month(first)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _iso(match: re.Match[str], published: date | None, future: bool) -> Days:
    del published, future
    return _one(date(int(match["year"]), int(match["m"]), int(match["day"])))


def _figures(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    """Of "17-06-2016" the day comes first; "05/06/2016" could be either."""
    del published, future
    day, month = int(match["day"]), int(match["m"])
    if day <= 12 and month <= 12 and day != month:
        return None
    return _one(date(int(match["year"]), *((month, day) if month <= 12 else (day, month))))


def _full(match: re.Match[str], published: date | None, future: bool) -> Days:
    del published, future
    return _one(date(int(match["year"]), _month(match), int(match["day"])))


def _several(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    """Days side by side or from one to another: "13 and 14 August", "from 22 to 26 September 2016"."""
    start, last = (_full if match["year"] else _day_month)(match, published, future), int(match["last"])
    listed_only = match["link"] == "and" and match["from"] is None
    if start is None or last <= start[0].day or (listed_only and last != start[0].day + 1):
        return None
    return start[0], start[0].replace(day=last) + timedelta(1)


def _day_month(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    if published is None:
        return None
    found = date(published.year, _month(match), int(match["day"]))
    if future and found < published:
        return _one(found.replace(year=found.year + 1))
    return _one(found.replace(year=found.year - 1) if found > published and not future else found)


def _month_year(match: re.Match[str], published: date | None, future: bool) -> Days:
    del published, future
    return _month_days(int(match["year"]), _month(match))


def _bare_month(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    if published is None:
        return None
    month, which = _month(match), (match["which"] or "").lower()
    year = published.year
    if future or which == "next":
        year += month < published.month or (which == "next" and month == published.month)
    else:
        year -= month > published.month or (which == "last" and month == published.month)
    first, after = _month_days(year, month)
    part = (match["part"] or "").lower()
    if part == "early":
        return first, first.replace(day=11)
    if part == "mid":
        return first.replace(day=10), first.replace(day=21)
    return (first.replace(day=20), after) if part == "late" else (first, after)


def _year(match: re.Match[str], published: date | None, future: bool) -> Days:
    del published, future
    year = int(match["year"])
    return date(year, 1, 1), date(year + 1, 1, 1)


def _decade(match: re.Match[str], published: date | None, future: bool) -> Days:
    del published, future
    year = int(match["year"])
    return date(year, 1, 1), date(year + 10, 1, 1)


def _weekday(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    if published is None:
        return None
    wanted, which = _WEEKDAYS.index(match["weekday"].lower()), (match["which"] or "").lower()
    if which == "next" or (future and which != "last"):
        ahead = (wanted - published.weekday()) % 7
        return _one(published + timedelta(ahead or (7 if which == "next" else 0)))
    back = (published.weekday() - wanted) % 7
    return _one(published - timedelta(back or (7 if which == "last" else 0)))


def _near_day(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    del future
    if published is None:
        return None
    word = " ".join(match[0].lower().split())
    if word.startswith("overnight"):
        return published - timedelta(1), published + timedelta(1)
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}
    return _one(published + timedelta(next((d for w, d in shift.items() if word.startswith(w)), 0)))


def _calendar(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    """Weeks, months and years of the calendar: "earlier this month", "last week"."""
    del future
    if published is None:
        return None
    step = {"this": 0, "last": -1, "previous": -1, "next": 1, "coming": 1}[match["which"].lower()]
    unit = match["unit"].lower()
    if unit == "week":
        first = published - timedelta(published.weekday()) + timedelta(7 * step)
        days = first, first + timedelta(7)
    elif unit == "weekend":
        first = published - timedelta((published.weekday() - 5) % 7) + timedelta(7 * max(step, 0))
        days = first, first + timedelta(2)
    elif unit == "month":
        year, month = divmod(published.year * 12 + published.month - 1 + step, 12)
        days = _month_days(year, month + 1)
    else:
        days = date(published.year + step, 1, 1), date(published.year + step + 1, 1, 1)
    if match["part"] and match["part"].lower() == "earlier" and step == 0:
        return days[0], published + timedelta(1)
    return days


def _back(published: date, count: int, unit: str) -> date:
    if unit in {"day", "week"}:
        return published - timedelta(count * (7 if unit == "week" else 1))
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(published.year * 12 + published.month - 1 - months, 12)
    first = date(year, month + 1, 1)
    return min(first + timedelta(published.day - 1), _next_month(first) - timedelta(1))


def _number(match: re.Match[str]) -> int:
    word = (match["count"] or "a").lower()
    return int(word) if word.isdigit() else _SPELLED[word]


def _past(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    """Up to the day of the article: "over the past month", "in the last three days"."""
    del future
    if published is None:
        return None
    return _back(published, _number(match), match["unit"].lower()), published + timedelta(1)


def _ago(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    """A day for "three days ago", the week around it for "two weeks ago", and so on."""
    del future
    if published is None:
        return None
    unit, there = match["unit"].lower(), _back(published, _number(match), match["unit"].lower())
    if unit == "day":
        return _one(there)
    if unit == "week":
        return there - timedelta(3), there + timedelta(4)
    if unit == "month":
        return _month_days(there.year, there.month)
    years = 1 if unit == "year" else 10
    return date(there.year, 1, 1), date(there.year + years, 1, 1)


def _start(match: re.Match[str], published: date | None, future: bool) -> Days | None:
    """The first day of the week, month or year of the article."""
    del future
    if published is None:
        return None
    first = {"week": published - timedelta(published.weekday()), "month": published.replace(day=1)}
    return _one(first.get(match["unit"].lower(), date(published.year, 1, 1)))


def _unresolved(match: re.Match[str], published: date | None, future: bool) -> None:
    del match, published, future


def _rule(pattern: str, read: Callable[[re.Match[str], date | None, bool], Days | None]) -> _Rule:
    return _Rule(re.compile(pattern), read)


_WHICH = r"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s+)?"
_FROM = r"(?P<from>(?:[Ff]rom|[Bb]etween)\s+)?"
_LAST = r"(?:\s+(?P<link>and|to|until|till|through)\s+|\s?[-–]\s?)(?P<last>[0-3]?\d)(?:st|nd|rd|th)?"
_RULES = (
    _rule(rf"\b{_FROM}{_DAY}{_LAST}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b", _several),
    _rule(rf"\b{_FROM}{_MONTH}\s+{_DAY}{_LAST}(?:,?\s+{_YEAR})?\b", _several),
    _rule(rf"\b{_YEAR}-(?P<m>[01]\d)-(?P<day>[0-3]\d)\b", _iso),
    _rule(rf"\b(?P<day>[0-3]?\d)[-/.](?P<m>[0-3]?\d)[-/.]{_YEAR}\b", _figures),
    _rule(rf"\b{_EVE}(?:{_WEEKDAY},?\s+)?(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", _full),
    _rule(rf"\b{_EVE}(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", _full),
    _rule(rf"\b{_EVE}(?:{_WEEKDAY},?\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)", _day_month),
    _rule(rf"\b{_EVE}(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}\b(?![:.,]\d)", _day_month),
    _rule(rf"\b{_MONTH}(?:\s+of)?,?\s+{_YEAR}\b", _month_year),
    _rule(rf"\b{_EVE}{_WHICH}(?:(?:early|late)\s+)?{_WEEKDAY}{_PART}\b", _weekday),
    _rule(
        r"\b(?:[Ee]arlier\s+)?(?:[Yy]esterday|[Tt]omorrow|[Tt]oday|[Tt]onight|[Oo]vernight|"
        r"[Ll]ast\s+night|[Tt]his\s+(?:morning|afternoon|evening))" + _PART + r"\b",
        _near_day,
    ),
    _rule(
        r"\b(?:(?P<part>[Ee]arlier|[Ll]ater)\s+)?(?:the\s+)?(?P<which>[Tt]his|[Ll]ast|[Pp]revious|[Nn]ext|[Cc]oming)"
        r"\s+(?P<unit>weekend|week|month|year)\b",
        _calendar,
    ),
    _rule(r"\bthe\s+(?:start|beginning)\s+of\s+(?:the|this)\s+(?P<unit>week|month|year)\b", _start),
    _rule(rf"\b(?:[Tt]he\s+)?(?:past|last)\s+(?:{_COUNT}\s+)?{_UNIT}s?\b", _past),
    _rule(rf"\b{_COUNT}\s+{_UNIT}s?\s+ago\b", _ago),
    _rule(rf"\b{_WHICH}(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[\s-]+)?{_MONTH}(?!\w)", _bare_month),
    _rule(r"\b(?P<year>(?:19|20)\d0)s\b", _decade),
    _rule(rf"\b{_YEAR}\b", _year),
    _rule(r"\b(?:[Tt]his|[Ll]ast|[Nn]ext)\s+(?:spring|summer|autumn|fall|winter)\b", _unresolved),
)
