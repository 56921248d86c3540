"""Whether a text is in English, the only language that the models read."""

from __future__ import annotations

import re
from itertools import islice

NOT_ENGLISH = "not in English, which is all that the models read"

_LETTERS = 20_000
_WORDS = 2_000
_FEWEST_LETTERS = 10
# Headlines drop their function words, so a few words prove nothing.
_FEWEST_WORDS = 25
_FEW, _VERY_FEW = 0.12, 0.02

_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]")
_WORD = re.compile(r"[^\W\d_]+")

# Words that hardly any other language writes in the same letters.
_ONLY_ENGLISH = frozenset(
    "the and that with were been has not they their his which who would from this its but are "
    "said had could when where after there about more than into also while because what your you "
    "she him them these those our before during between against its".split()
)
# Words of English grammar that other languages have too: Dutch "of", German "in", French "on".
_ALSO_ENGLISH = frozenset(
    "a an as at be by do for have he her i if in is it of on or out over to up was we".split()
)


def is_foreign(text: str) -> bool:
    """Whether ``text`` is clearly in another language than English.

    It is if most of its letters are not Latin, or if it holds next to none of the small words
    without which English makes no sentence. In doubt it is not.

    Examples
    --------
    >>> is_foreign("Взрыв произошёл на рынке"), is_foreign("Bomb hits patrol near Ariha")
    (True, False)
    """
    start = text[:_LETTERS]
    letters = _LETTER.findall(start)
    if len(letters) >= _FEWEST_LETTERS and 2 * len(_LATIN.findall(start)) < len(letters):
        return True
    words = [match[0].casefold() for match in islice(_WORD.finditer(text), _WORDS)]
    if len(words) < _FEWEST_WORDS:
        return False
    sure = sum(word in _ONLY_ENGLISH for word in words)
    perhaps = sum(word in _ALSO_ENGLISH for word in words)
    return sure < _VERY_FEW * len(words) and sure + perhaps < _FEW * len(words)
