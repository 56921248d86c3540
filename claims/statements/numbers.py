"""Numbers in a sentence: figures and words, ranges, vague words, with what bounds them.

Only what is written counts here, not what is counted: dates, ages, clock times, ordinals and the
numbers of roads, aircraft and resolutions are left out by the words beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.core.tokens import Sentence, Token
from claims.core.wordlists import listed
from claims.statements.cardinals import Bare, word_at
from claims.statements.cardinals import bare as read_bare
from claims.statements.fractions import fraction
from claims.statements.intervals import AFTER, BEFORE, Interval, Operator

_NAMED = frozenset(
    listed(
        "number no. no nos. article articles resolution highway route road junction page chapter section "
        "flight room gate terminal unit block phase version channel level category group brigade division "
        "regiment battalion aged age utc gmt protocol law bill paragraph point part step platform line"
    )
)
_NAMED_AFTER = frozenset(listed("st nd rd th"))
_MONTHS = frozenset(
    listed(
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sept sep oct nov dec"
    )
)
_FRACTIONS = frozenset(
    {"half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths"}
)
_AGES = frozenset(listed("year years month months day hour"))
_CLOCK_AFTER = frozenset({"a.m.", "p.m.", "am", "pm", "gmt", "utc", "est", "o'clock"})


@dataclass(frozen=True)
class Number:
    """A number as written, with the words that bound it.

    Attributes
    ----------
    interval
        For things counted in whole numbers.
    continuous
        The same for money, per cent and the like ("more than 3" is 3 and up).
    first, last
        Indices of the first and last word, operators included.
    core
        Indices of the words of the bare number.
    exact, vague
        As in :class:`~claims.core.claim.Quantity`.
    """

    interval: Interval
    continuous: Interval
    first: int
    last: int
    core: tuple[int, ...]
    exact: bool = True
    vague: bool = False
    share: bool = False
    """Whether it is a fraction, in per cent ("a third")."""
    upper: Interval | None = None
    """The second number of "from 12 to 31", which is the count where something rose."""


def numbers(sentence: Sentence) -> tuple[Number, ...]:
    """Every number of ``sentence`` that can be a count, a share or a sum, in order.

    "A" and "an" are left to the reader of quantities: they count only beside certain nouns.
    """
    words = [t.text.lower() for t in sentence.tokens]
    found: list[Number] = []
    position = 0
    while position < len(words):
        part = fraction(words, position)
        if part is not None:
            found.append(_bounded(words, part))
            position = found[-1].last + 1
            continue
        bare = read_bare(words, position) or _both(sentence.tokens, position)
        if bare is None or _stands_for_two(sentence.tokens[position]):
            position += 1
            continue
        position = bare.last + 1
        bare = _range(words, bare)
        position = bare.last + 1
        if not _is_name(sentence.tokens, words, bare):
            found.append(_bounded(words, bare))
            position = found[-1].last + 1
    return tuple(found)


def read_interval(text: str) -> Interval | None:
    """The interval that a number standing alone writes, None where ``text`` is more than a number.

    Examples
    --------
    >>> read_interval("at least 40")
    Interval(low=40, high=None)
    >>> read_interval("40 lorries") is None
    True
    """
    words = [w for w in text.lower().split() if w[0].isalnum() or w in {"-", "+"}]
    for at in range(len(words)):
        bare = read_bare(words, at)
        if bare is not None:
            number = _bounded(words, _range(words, bare))
            whole = number.first == 0 and number.last == len(words) - 1
            return number.interval if whole else None
    return None


def _both(tokens: Sequence[Token], at: int) -> Bare | None:
    """Two, for "both pilots" and "both of them", but not for "both … and"."""
    token = tokens[at]
    return Bare(2, 2, at, at) if token.lemma == "both" and token.dep not in {"preconj", "cc"} else None


def _stands_for_two(token: Token) -> bool:
    """Whether "neither" is of two that were counted before ("two deaths, *neither* was its fault")."""
    return token.text.lower() == "neither" and token.dep in {"preconj", "cc"}


def _range(words: Sequence[str], first: Bare) -> Bare:
    """``first`` widened to a range: "10 to 15", "10-15", "between 10 and 15", "12 or 13"."""
    link = word_at(words, first.last + 1)
    opened = word_at(words, first.first - 1)
    wide = opened in {"between", "from"}
    links = {"to", "-", "–", "—", "or"} | ({"and"} if opened == "between" else set())
    if link not in links or first.vague:
        return first
    second = read_bare(words, first.last + 2)
    if second is None or second.high is None or second.vague:
        return first
    low = first.low
    if opened == "from" and link == "to" and second.low <= low:
        return replace(second, first=first.first - 1, upper=second.interval)
    if first.scale == 1.0 and second.scale >= 1_000 and low < second.low / second.scale:
        low *= second.scale
    if not low < second.low or (link in {"-", "–", "—"} and second.low > 100 * max(low, 1)):
        return first
    start = first.first - 1 if wide and link != "or" else first.first
    upper = second.interval if opened == "from" else None
    return Bare(low, second.high, start, second.last, scale=second.scale, upper=upper)


def _is_name(tokens: Sequence[Token], words: Sequence[str], bare: Bare) -> bool:
    """Whether the number names a thing, a day or an age instead of counting."""
    return _is_time(tokens, words, bare) or _is_fraction(words, bare) or _is_designation(tokens, words, bare)


def _is_time(tokens: Sequence[Token], words: Sequence[str], bare: Bare) -> bool:
    """Whether it is part of a date, a clock time or an age: "14 July", "5 p.m.", "34-year-old"."""
    before, after = word_at(words, bare.first - 1), word_at(words, bare.last + 1)
    if before in _MONTHS and tokens[bare.first - 1].text[0].isupper():
        return True
    if after in _MONTHS and tokens[bare.last + 1].text[0].isupper() and _is_figure(tokens, bare):
        return True
    if _is_dated(tokens, bare):
        return True
    old = after == "-" and word_at(words, bare.last + 2) in _AGES
    return old or after in _CLOCK_AFTER or _is_year(tokens, words, bare)


def _is_dated(tokens: Sequence[Token], bare: Bare) -> bool:
    """Whether it stands in a date of figures ("17-06-2016")."""
    around = tokens[max(0, bare.first - 4) : bare.last + 5]
    return any(
        a.text[0].isdigit()
        and a.end == b.start
        and b.text in "-/."
        and b.end == c.start
        and d.text == b.text
        and c.end == d.start
        and d.end == e.start
        and c.text.isdigit()
        and e.text.isdigit()
        and a.index <= bare.first <= e.index
        for a, b, c, d, e in zip(around, around[1:], around[2:], around[3:], around[4:], strict=False)
    )


def _is_fraction(words: Sequence[str], bare: Bare) -> bool:
    """Whether it is the upper half of one: "two-thirds", "three quarters"."""
    after = word_at(words, bare.last + 1)
    after = word_at(words, bare.last + 2) if after == "-" else after
    return after in _FRACTIONS and not words[bare.last][0].isdigit()


def _is_designation(tokens: Sequence[Token], words: Sequence[str], bare: Bare) -> bool:
    """Whether it belongs to a name: "Su-24", "resolution 2254", "Boeing 737", "12th"."""
    if word_at(words, bare.first - 1) in _NAMED or word_at(words, bare.last + 1) in _NAMED_AFTER:
        return True
    hyphened = word_at(words, bare.first - 1) in {"-", "–", "/"} and bare.first > 1
    if hyphened and _touches(tokens, bare.first) and not words[bare.first - 2].isdigit():
        return True
    token = tokens[bare.first]
    if bare.first and token.text.lower() == "one" and tokens[bare.first - 1].tag in {"JJ", "DT", "VBN"}:
        # a pronoun: "a loved one"
        return True
    if not _is_figure(tokens, bare) or bare.first == 0:
        return False
    named = tokens[bare.first - 1].tag in {"NNP", "NNPS"}
    return named and (token.head < token.index or token.tag == "NNP")


def _is_figure(tokens: Sequence[Token], bare: Bare) -> bool:
    return bare.first == bare.last and tokens[bare.first].text[0].isdigit()


def _touches(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` and the two before it are written without spaces."""
    return tokens[at].start == tokens[at - 1].end and tokens[at - 1].start == tokens[at - 2].end


def _is_year(tokens: Sequence[Token], words: Sequence[str], bare: Bare) -> bool:
    token = tokens[bare.first]
    if not (re.fullmatch(r"(?:19|20)\d\d", token.text)):
        return False
    counted = token.dep == "nummod" and token.head > token.index and tokens[token.head].tag in {"NNS", "NNPS"}
    if counted and token.entity.endswith("DATE"):
        counted = word_at(words, bare.first - 1) not in {"in", "since", "of", "during", "by", "until"}
    return not counted


def _bounded(words: Sequence[str], bare: Bare) -> Number:
    """The number with the operators around it."""
    core = tuple(range(bare.first, bare.last + 1))
    number = Number(
        bare.interval,
        bare.interval,
        bare.first,
        bare.last,
        core,
        exact=not (bare.vague or bare.share),
        vague=bare.vague,
        share=bare.share,
        upper=bare.upper,
    )
    for size in (4, 3, 2, 1):
        phrase = tuple(words[max(0, bare.first - size) : bare.first])
        if len(phrase) == size and phrase in BEFORE:
            number = _applied(number, BEFORE[phrase], first=bare.first - size)
            break
    else:
        for size in (2, 1):
            phrase = tuple(words[bare.last + 1 : bare.last + 1 + size])
            if phrase in AFTER:
                number = _applied(number, AFTER[phrase], last=bare.last + size)
                break
    if number.first < bare.first and word_at(words, number.first - 1) in {"a", "an"}:
        number = replace(number, first=number.first - 1)
    return number


def _applied(number: Number, operator: Operator, first: int | None = None, last: int | None = None) -> Number:
    return replace(
        number,
        interval=operator.bound(number.interval, True),
        continuous=operator.bound(number.continuous, False),
        exact=number.exact and operator.exact,
        first=number.first if first is None else first,
        last=number.last if last is None else last,
    )
