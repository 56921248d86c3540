"""Headlines In Capitals, read as the sentences that they are."""

from __future__ import annotations

from collections.abc import Sequence

_LONG = 4
"""Letters from which a word of a title has a capital; shorter ones often have none."""
_SHARE = 0.75
_FEWEST = 3


def in_small_letters(sentences: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The words of one article's ``sentences``, those of titles as the rest of the article writes them.

    A word of a title that the article has in small letters elsewhere, be it with another ending,
    is given in small letters too; names keep their capitals.

    Examples
    --------
    >>> body = ["the", "army", "said", "it", "killed", "ten", "fighters"]
    >>> in_small_letters([["Syrian", "Army", "Kills", "Ten", "Fighters"], body])[0]
    ('Syrian', 'army', 'kills', 'ten', 'fighters')
    """
    titled = [_is_title(words) for words in sentences]
    plain = [words for words, title in zip(sentences, titled, strict=True) if not title]
    known = {_stem(w) for words in plain for w in words if w.islower()}
    return [
        tuple(w.lower() if title and w.istitle() and _stem(w) in known else w for w in words)
        for words, title in zip(sentences, titled, strict=True)
    ]


def _is_title(words: Sequence[str]) -> bool:
    long = [w for w in words[1:] if len(w) >= _LONG and w.isalpha()]
    capital = sum(w[0].isupper() for w in long)
    return len(long) >= _FEWEST and capital >= _SHARE * len(long)


def _stem(word: str) -> str:
    return word.lower()[: max(_LONG, len(word) - 3)]
