"""Fractions in words: "a third of the houses", "two-thirds", "less than half the village", in per cent."""

from __future__ import annotations

from collections.abc import Sequence

from claims.statements.cardinals import Bare, word_at

_PARTS = {
    "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "sixth": 6,
    "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
_HOW_MANY = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
WHOLES = frozenset({"of", "the", "its", "their", "his", "her", "our", "those", "these", "all"})
"""Words after a fraction that what it is a part of begins with."""
_BEFORE_HALF = frozenset(
    {"than", "about", "around", "nearly", "almost", "roughly", "exactly", "only", "least"}
)


def fraction(words: Sequence[str], at: int) -> Bare | None:
    """The fraction that begins at ``at``, in per cent, None where there is none.

    A third is the third only where something follows that it is a part of; a half may stand alone
    after what bounds it.

    Parameters
    ----------
    words
        Those of a sentence, in small letters.

    Examples
    --------
    >>> fraction("two - thirds of the voters".split(), 0).low
    67
    >>> fraction("fewer than half had voted".split(), 2).low
    50
    >>> fraction("a third soldier died".split(), 0) is None
    True
    """
    count = _HOW_MANY.get(words[at])
    last = at if count is None else at + 1
    if count is not None and word_at(words, last) == "-":
        last += 1
    parts = _PARTS.get(word_at(words, last))
    if parts is None or (count is None and parts != 2) or (count or 1) >= parts:
        return None
    after, bounded = word_at(words, last + 1), word_at(words, at - 1) in _BEFORE_HALF
    if after not in WHOLES and not (parts == 2 and bounded and after not in ("a", "an")):
        return None
    share = round(100 * (count or 1) / parts)
    return Bare(share, share, at, last, share=True)
