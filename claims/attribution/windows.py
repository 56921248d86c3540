"""Stretches of an article that the tagger reads at once, as pieces of its vocabulary.

A cue is looked for in a run of sentences; its source and content are looked for in a window around
it in which the cue is marked, so that each cue gets its own reading of the same words. That is
what allows nesting and overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from claims.core.spans import Span
from claims.syntax.segmentation import sentences, words

ROOM = 128
"""Pieces of text in a window, at most. 97 % of PolNeAR's attributions lie wholly within."""


@dataclass(frozen=True)
class Pieces:
    """A text cut into words, sentences and pieces.

    Attributes
    ----------
    words
        Spans in the text.
    ids, capital
        Per word: its pieces, and whether it begins with a capital letter.
    bounds
        Per sentence: its first word and one past its last.
    """

    words: tuple[Span, ...]
    ids: tuple[tuple[int, ...], ...]
    capital: tuple[bool, ...]
    bounds: tuple[tuple[int, int], ...]

    def sentence_of(self, word: int) -> int:
        """Index of the sentence that holds ``word``."""
        return next(i for i, (_, end) in enumerate(self.bounds) if word < end)

    def size(self, first: int, end: int) -> int:
        """Pieces in words ``first`` to ``end`` (exclusive)."""
        return sum(len(p) for p in self.ids[first:end])


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    """Cut ``text`` into sentences, words and pieces."""
    spans: list[Span] = []
    bounds = []
    for sentence in sentences(text):
        found = words(sentence.of(text), sentence.start)
        bounds.append((len(spans), len(spans) + len(found)))
        spans.extend(found)
    forms = [s.of(text) for s in spans]
    unknown = (int(tokenizer.token_to_id("[UNK]") or 0),)
    encoded = tokenizer.encode_batch(forms, add_special_tokens=False)
    ids = tuple(tuple(e.ids[:8]) or unknown for e in encoded)
    return Pieces(tuple(spans), ids, tuple(f[:1].isupper() for f in forms), tuple(bounds))


def around(pieces: Pieces, first: int, end: int, room: int = ROOM) -> tuple[int, int]:
    """The words of the window around a cue at words ``first`` to ``end``.

    Whole sentences are added, the next before the one before, while there is room; a sentence
    too long by itself is cut to the words nearest the cue.
    """
    low, high = pieces.sentence_of(first), pieces.sentence_of(max(first, end - 1))
    left, right = pieces.bounds[low][0], pieces.bounds[high][1]
    if pieces.size(left, right) > room:
        return _shortened(pieces, first, end, room, (left, right))
    used = pieces.size(left, right)
    grow_right, grow_left = True, True
    while grow_right or grow_left:
        if grow_right:
            grow_right = high + 1 < len(pieces.bounds)
            if grow_right:
                cost = pieces.size(*pieces.bounds[high + 1])
                grow_right = used + cost <= room
                if grow_right:
                    high, used, right = high + 1, used + cost, pieces.bounds[high + 1][1]
        if grow_left:
            grow_left = low > 0
            if grow_left:
                cost = pieces.size(*pieces.bounds[low - 1])
                grow_left = used + cost <= room
                if grow_left:
                    low, used, left = low - 1, used + cost, pieces.bounds[low - 1][0]
    return left, right


def _shortened(pieces: Pieces, first: int, end: int, room: int, limits: tuple[int, int]) -> tuple[int, int]:
    left, right = first, end
    while True:
        grown = False
        if right < limits[1] and pieces.size(left, right + 1) <= room:
            right, grown = right + 1, True
        if left > limits[0] and pieces.size(left - 1, right) <= room:
            left, grown = left - 1, True
        if not grown:
            return left, right


def runs_of_sentences(pieces: Pieces, room: int = ROOM) -> list[tuple[int, int]]:
    """Words of consecutive windows over the whole text, each of whole sentences where they fit."""
    found: list[tuple[int, int]] = []
    left, used = 0, 0
    for first, end in pieces.bounds:
        size = pieces.size(first, end)
        if used and used + size > room:
            found.append((left, first))
            left, used = first, 0
        start = first
        while pieces.size(start, end) > room:
            stop = start
            while pieces.size(start, stop + 1) <= room:
                stop += 1
            found.append((left, stop))
            left = start = stop
            used = 0
        used += pieces.size(start, end)
    if pieces.bounds and left < pieces.bounds[-1][1]:
        found.append((left, pieces.bounds[-1][1]))
    return found


@dataclass(frozen=True)
class Markers:
    """Pieces that stand for no word: frame, scheme and the marks around a cue."""

    cls: int
    sep: int
    opening: int
    closing: int
    scheme: int | None = None


@dataclass(frozen=True)
class Encoded:
    """A window ready for the network: pieces, types, and where each word begins."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    firsts: tuple[int, ...]


def encode(
    pieces: Pieces,
    window: tuple[int, int],
    markers: Markers,
    cue: Sequence[tuple[int, int]] = (),
    case_types: bool = True,
) -> Encoded:
    """Encode the words of ``window``, with marks around the word ranges of ``cue`` in it."""
    ids, types, firsts = [markers.cls], [0], []
    if markers.scheme is not None:
        ids.append(markers.scheme)
        types.append(0)
    opens, closes = {a for a, _ in cue}, {b - 1 for _, b in cue}
    for word in range(*window):
        if word in opens:
            ids.append(markers.opening)
            types.append(0)
        firsts.append(len(ids))
        ids.extend(pieces.ids[word])
        types.extend([int(case_types and pieces.capital[word])] * len(pieces.ids[word]))
        if word in closes:
            ids.append(markers.closing)
            types.append(0)
    return Encoded((*ids, markers.sep), (*types, 0), tuple(firsts))
