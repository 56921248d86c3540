"""Whether a text is in English, the only language that the models read."""

from __future__ import annotations

import re
from itertools import islice

NOT_ENGLISH = "not in English, which is all that the models read"

_LETTERS = 20_000
_FEWEST_LETTERS = 10
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff\uff21-\uff3a\uff41-\uff5a]")

_WORDS = 2_000
_FEWEST_DISTINCT = 4
_ENGLISH_SHARE = 0.12
# Natural log units a letter by which another language must be likelier. In foreign prose it is 1.6 to 4; in
# English full of foreign names it was never above 1.
_MARGIN = 1.3
_WORD = re.compile(r"[^\W\d_]+")

# Words of grammar that hardly any other language writes in the same letters.
_ENGLISH = re.compile(
    r"the|and|that|with|were|been|has|not|they|their|his|which|who|would|from|this|its|but|are|said|had"
    r"|could|when|where|after|there|about|more|than|into|also|while|because|your|you|she|him|them|these"
    r"|those|our|before|during|between|against"
)


def is_foreign(text: str) -> bool:
    """Whether ``text`` is clearly in another language than English.

    It is if most of its letters are not Latin, or if it has few of the small words of English and
    its letters are those of another language (py3langid, a naive Bayes classifier after Lui and
    Baldwin 2011). In doubt it is not: lists and tables of a few names are of no language.

    Examples
    --------
    >>> is_foreign("Взрыв произошёл на рынке"), is_foreign("Bomb hits patrol near Ariha")
    (True, False)
    """
    return _in_other_letters(text) or _in_other_words(text)


def _in_other_letters(text: str) -> bool:
    start = text[:_LETTERS]
    letters = len(_LETTER.findall(start))
    return letters >= _FEWEST_LETTERS and 2 * len(_LATIN.findall(start)) < letters


def _in_other_words(text: str) -> bool:
    words = [match[0].casefold() for match in islice(_WORD.finditer(text), _WORDS)]
    english = sum(bool(_ENGLISH.fullmatch(word)) for word in words)
    if len(set(words)) < _FEWEST_DISTINCT or english > _ENGLISH_SHARE * len(words):
        return False
    from py3langid import rank  # half a second, which most texts need not wait

    letters = " ".join(words)
    likely = rank(letters)
    return bool(likely[0][1] - dict(likely)["en"] > _MARGIN * len(letters))
