"""Names found in words: how spelling is levelled, and an index that finds the longest name first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

_PIECE = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ][^\W_]+)*")
_OWNER = re.compile(r"^([A-Z]+|.*s)['’ʼ]s?$")
_ENDING = re.compile(r"['’ʼ.]")


def pieces(text: str) -> list[str]:
    """The words of ``text``; hyphens part them, apostrophes and the stops of initials fall away.

    Examples
    --------
    >>> pieces("the U.S.-led coalition's al-Tanf base")
    ['the', 'US', 'led', 'coalitions', 'al', 'Tanf', 'base']
    """
    return [_ENDING.sub("", _OWNER.sub(r"\1", m.group())) for m in _PIECE.finditer(text)]


def levelled(piece: str) -> str:
    """A word without case and accents.

    Examples
    --------
    >>> levelled("Türkiye")
    'turkiye'
    """
    parts = unicodedata.normalize("NFKD", piece.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def singular(piece: str) -> str:
    """A levelled word without a final s (plural, or a possessive that may have lost its apostrophe)."""
    if piece.endswith("sses"):
        return piece[:-2]
    return piece[:-1] if len(piece) > 3 and piece.endswith("s") and not piece.endswith("ss") else piece


class Match(NamedTuple, Generic[T]):
    """A name found at pieces ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    value: T


class PhraseIndex(Generic[T]):
    """Names of one or more words, each with a value; of two that begin alike the longer is found.

    A single word written in capitals ("UN") is found only in capitals, a capitalised one only
    capitalised; of a longer name the case does not matter.

    Examples
    --------
    >>> index = PhraseIndex[str]()
    >>> index.add("Islamic State", "IS")
    >>> [m.value for m in index.find(pieces("Islamic States fighters"))]
    ['IS']
    """

    def __init__(self) -> None:
        self._entries: dict[str, list[tuple[tuple[str, ...], str, T]]] = {}

    def add(self, phrase: str, value: T) -> None:
        """Index ``phrase``; the first value given for it stays."""
        given = pieces(phrase)
        if not given:
            return
        key = tuple(levelled(p) for p in given)
        bucket = self._entries.setdefault(key[0], [])
        written = given[0] if len(given) == 1 else ""
        if not any(k == key and w == written for k, w, _ in bucket):
            bucket.append((key, written, value))
            bucket.sort(key=lambda e: -len(e[0]))

    def find(self, words: Sequence[str]) -> Iterator[Match[T]]:
        """Names in ``words``, left to right, none overlapping another."""
        flat = [levelled(w) for w in words]
        at = 0
        while at < len(words):
            match = self._longest(words, flat, at)
            if match is None:
                at += 1
            else:
                yield match
                at = match.end

    def _longest(self, words: Sequence[str], flat: list[str], at: int) -> Match[T] | None:
        best: Match[T] | None = None
        for first in dict.fromkeys((flat[at], singular(flat[at]), levelled(_unowned(words[at])))):
            for key, written, value in self._entries.get(first, ()):
                length = len(key)
                if best is not None and length <= best.end - best.start:
                    break
                held = flat[at : at + length]
                if held and held[-1] != key[-1]:
                    held = [*held[:-1], first if length == 1 else singular(held[-1])]
                if tuple(held) == key and _cased(written, words[at]):
                    best = Match(at, at + length, value)
                    break
        return best


def _unowned(word: str) -> str:
    """An acronym without the s of a possessive that has lost its apostrophe ("ISISs")."""
    return word[:-1] if len(word) > 2 and word.endswith("s") and word[:-1].isupper() else word


def _cased(written: str, word: str) -> bool:
    if len(written) > 1 and written.isupper():
        return word[: len(written)].isupper()
    return not written[:1].isupper() or word[:1].isupper()
