"""Cardinal numbers as written: figures, words, vague words; ``bare`` reads one at a place.

Nothing here knows the sentence: what bounds a number and what it counts comes after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.core.wordlists import listed
from claims.statements.intervals import Interval

_UNITS = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
            "sixteen seventeen eighteen nineteen"
        )
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
_SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9, "trillion": 10**12,
    "k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 10**9, "tn": 10**12,
    "lakh": 100_000, "crore": 10_000_000, "dozen": 12, "score": 20,
}  # fmt: skip
_ABBREVIATED = frozenset({"k", "m", "mn", "bn", "tn"})

VAGUE: dict[str, tuple[float, float | None]] = {
    "couple": (2, 3),
    "few": (2, 9),
    "handful": (2, 9),
    "several": (3, 12),
    "dozens": (24, 99),
    "scores": (40, 199),
    "tens": (20, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2_000_000, 999_999_999),
    "billions": (2 * 10**9, 999 * 10**9),
    "many": (3, None),
    "numerous": (3, None),
    "countless": (20, None),
    "multiple": (2, None),
}
"""Vague words and their reading.

A plural names at least two of its unit ("dozens" is two dozen), and excludes what the next
larger word would have said ("dozens" is no hundred, "hundreds" no thousand). "Several" and "a
few" are what one can count at a glance; "many" names no upper end.
"""

_MULTIPLES = {"tens": 10, "dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000}
_WITH_ARTICLE = frozenset({"few", "couple", "handful"})
_NUMBER_OF = frozenset(
    {("a", "number"), ("large", "numbers"), ("a", "large", "number"), ("a", "small", "number")}
)
_NOUGHT = frozenset({"no", "none", "nobody", "zero", "neither", "nil"})
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_NOT_NOUGHT = frozenset({"fewer", "less", "more", "greater", "longer", "."})


@dataclass(frozen=True)
class Bare:
    """A number without what bounds it: its interval, its words ``first`` to ``last`` and its scale."""

    low: float
    high: float | None
    first: int
    last: int
    vague: bool = False
    scale: float = 1.0
    upper: Interval | None = None
    share: bool = False
    """Whether it is a fraction, in per cent."""

    @property
    def interval(self) -> Interval:
        """From ``low`` to ``high``."""
        return Interval(self.low, self.high)


def value(words: Sequence[str]) -> float | None:
    """The one number that ``words`` write, None where they write none or more than a number.

    Examples
    --------
    >>> value(["twenty", "-", "one"]), value(listed("one hundred and five")), value(["1.2", "million"])
    (21, 105, 1200000)
    >>> value(["dozens"]) is None
    True
    """
    found = bare([w.lower() for w in words], 0)
    if found is None or found.vague or found.last != len(words) - 1:
        return None
    return found.low


def bare(words: Sequence[str], at: int) -> Bare | None:
    """The longest number that begins at ``at``, without range or operators."""
    return _vague(words, at) or _articled(words, at) or _cardinal(words, at) or _nought(words, at)


def word_at(words: Sequence[str], at: int) -> str:
    """The word at ``at``, empty beyond either end."""
    return words[at] if 0 <= at < len(words) else ""


def _nought(words: Sequence[str], at: int) -> Bare | None:
    if words[at] not in _NOUGHT or (words[at] == "no" and word_at(words, at + 1) in _NOT_NOUGHT):
        return None
    no_one = words[at] == "no" and word_at(words, at + 1) == "one"
    return Bare(0, 0, at, at + 1 if no_one else at)


def _vague(words: Sequence[str], at: int) -> Bare | None:
    for size in (3, 2):
        if tuple(words[at : at + size]) in _NUMBER_OF and word_at(words, at + size) == "of":
            return Bare(2, None, at, at + size - 1, vague=True)
    start = at + 1 if words[at] == "a" and word_at(words, at + 1) in _WITH_ARTICLE else at
    word = word_at(words, start)
    if word not in VAGUE or (word in _WITH_ARTICLE and start == at):
        return None
    if word == "many" and word_at(words, at - 1) in {"as", "so", "how"}:
        return None
    return _multiplied(words, at, start) or Bare(*VAGUE[word], at, start, vague=True)


def _multiplied(words: Sequence[str], at: int, start: int) -> Bare | None:
    """Words such as "several hundred" and "tens of thousands": below ten of the scale."""
    word, following = words[start], word_at(words, start + 1)
    if word in {"few", "several", "couple"} and following in _SCALES:
        scale, (low, high) = _SCALES[following], VAGUE[word]
        top = min(((high or 9) + 1) * scale, 10 * scale) - 1 if scale != 12 else 99
        return Bare(low * scale, top, at, start + 1, vague=True, scale=scale)
    if word in _MULTIPLES and following == "of" and word_at(words, start + 2) in _MULTIPLES:
        scale = _MULTIPLES[word] * _MULTIPLES[words[start + 2]]
        return Bare(2 * scale, 10 * scale - 1, at, start + 2, vague=True, scale=scale)
    return None


def _articled(words: Sequence[str], at: int) -> Bare | None:
    """Numbers that begin with an article or "half": "a dozen", "half a million"."""
    if words[at] == "half" and word_at(words, at + 1) in {"a", "an"} and word_at(words, at + 2) in _SCALES:
        scale = _SCALES[words[at + 2]]
        return Bare(scale / 2, scale / 2, at, at + 2, scale=scale)
    if words[at] in {"a", "an"} and word_at(words, at + 1) in _SCALES and words[at + 1] not in _ABBREVIATED:
        return _cardinal(["one", *words[at + 1 :]], 0, at)
    return None


def _cardinal(words: Sequence[str], at: int, offset: int = 0) -> Bare | None:
    """Figures and words that make one number; ``current`` is what the next scale multiplies."""
    total = current = 0.0
    position, scale = at, 1.0
    while position < len(words):
        word, begun = words[position], position > at
        if begun and _links(words, position):
            position += 1
            continue
        digit = _DIGITS.fullmatch(word) is not None and not begun
        if digit:
            current = float(word.replace(",", ""))
        elif word in _UNITS and (not begun or (not current % 10 and _joins(words, position))):
            current += _UNITS[word]
        elif word in _TENS and not (begun and current % 100):
            current += _TENS[word]
        elif word in _SCALES and _scales(words, position, begun):
            scale = max(scale, _SCALES[word])
            current = (current or 1) * _SCALES[word]
            if _SCALES[word] >= 1_000:
                total, current = total + current, 0.0
        else:
            break
        position += 1
    if position == at:
        return None
    number = total + current
    number = int(number) if number.is_integer() else number
    return Bare(number, number, at + offset, position - 1 + offset, scale=scale)


def _links(words: Sequence[str], at: int) -> bool:
    """Whether a hyphen or "and" at ``at`` goes on a number ("twenty-one", "hundred and five")."""
    before, after = words[at - 1], word_at(words, at + 1)
    if words[at] == "-":
        return before in _TENS and after in _UNITS
    return words[at] == "and" and before in _SCALES and (after in _UNITS or after in _TENS)


def _scales(words: Sequence[str], at: int, begun: bool) -> bool:
    """Whether the word at ``at`` multiplies: "2m" does, "m" after a word does not."""
    if words[at] in _ABBREVIATED:
        return begun and _DIGITS.fullmatch(words[at - 1]) is not None
    return begun or words[at] in {"hundred", "thousand"}


def _joins(words: Sequence[str], at: int) -> bool:
    """Whether the unit at ``at`` goes on the number before it ("thirty five", "hundred and five")."""
    before = word_at(words, at - 1)
    if before == "-":
        before = word_at(words, at - 2)
    return before in _TENS or before in _SCALES or before == "and"
