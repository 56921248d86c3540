"""Stretches of an article that the tagger reads at once, as pieces of its vocabulary.

A cue is looked for in a run of sentences; its source and content are looked for in a window around
it in which the cue is marked, so that each cue gets its own reading of the same words. That is
what allows nesting and overlap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from claims.attribution.quotations import quotations
from claims.attribution.vocabulary import Markers, Vocabulary
from claims.core.spans import Span
from claims.syntax.segmentation import sentences, words

SHOUTING = 0.6
"""Share of words in capitals from which a text is all in capitals."""


@dataclass(frozen=True)
class WindowSizes:
    """How many pieces of text a window has.

    Attributes
    ----------
    run
        Of a run of sentences in which cues are looked for, at most.
    reach
        Of a window around a cue, beyond which no neighbouring sentence is added, unless it belongs
        to a quotation that the window has begun: what does not fit into a window is mostly a
        quotation of several sentences.
    longest
        Of any window.
    """

    run: int = 128
    reach: int = 80
    longest: int = 192

    def within(self, most: int) -> WindowSizes:
        """These sizes, for a model that reads no more than ``most`` pieces."""
        return WindowSizes(min(self.run, most), min(self.reach, most), min(self.longest, most))


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
    before
        Per word, and at the end: how many pieces stand before it.
    joined
        Per sentence: whether a quotation goes on from it to the next.
    """

    words: tuple[Span, ...]
    ids: tuple[tuple[int, ...], ...]
    capital: tuple[bool, ...]
    bounds: tuple[tuple[int, int], ...]
    before: tuple[int, ...]
    joined: tuple[bool, ...]

    def sentence_of(self, word: int) -> int:
        """Index of the sentence that holds ``word``."""
        return bisect_right(self.bounds, word, key=lambda bound: bound[1])

    def words_in(self, span: Span) -> tuple[int, int]:
        """The words (first, one past the last) that ``span`` touches."""
        first = bisect_right(self.words, span.start, key=lambda word: word.end)
        return first, bisect_left(self.words, span.end, key=lambda word: word.start)

    def size(self, first: int, end: int) -> int:
        """Pieces in words ``first`` to ``end`` (exclusive)."""
        return self.before[end] - self.before[first]


def cut(text: str, vocabulary: Vocabulary) -> Pieces:
    """Cut ``text`` into sentences, words and pieces."""
    return pieces_of(text, [words(s.of(text), s.start) for s in sentences(text)], vocabulary)


def pieces_of(text: str, parted: Iterable[Sequence[Span]], vocabulary: Vocabulary) -> Pieces:
    """The pieces of a text whose words are known, sentence by sentence."""
    spans: list[Span] = []
    bounds: list[tuple[int, int]] = []
    for sentence in parted:
        bounds.append((len(spans), len(spans) + len(sentence)))
        spans.extend(sentence)
    ids = vocabulary.pieces(text, spans)
    before = tuple(accumulate(map(len, ids), initial=0))
    capital = _capitals(text, spans)
    return Pieces(tuple(spans), ids, capital, tuple(bounds), before, _joined(text, spans, bounds))


def _joined(text: str, spans: Sequence[Span], bounds: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    ends = [spans[end - 1].end if end > first else 0 for first, end in bounds]
    joined = [False] * len(bounds)
    for quotation in quotations(text):
        # A sentence that ends before the quotation does is followed by more of it.
        first = bisect_right(ends, quotation.span.start)
        last = bisect_left(ends, quotation.inner.end)
        joined[first:last] = [True] * len(joined[first:last])
    return tuple(joined)


def _capitals(text: str, spans: Sequence[Span]) -> tuple[bool, ...]:
    """Which words begin with a capital letter; none of a text in capitals, where they say nothing."""
    long = [s.of(text) for s in spans if s.end - s.start > 1]
    if sum(map(str.isupper, long)) > SHOUTING * len(long):
        return (False,) * len(spans)
    return tuple(text[s.start].isupper() for s in spans)


def around(pieces: Pieces, first: int, end: int, sizes: WindowSizes) -> tuple[int, int]:
    """The words of the window around a cue at words ``first`` to ``end``.

    Whole sentences are added, the next before the one before, within reach; then those that go on
    with a quotation. A sentence too long by itself is cut to the words nearest the cue.
    """
    low, high = pieces.sentence_of(first), pieces.sentence_of(max(first, end - 1))
    limits = pieces.bounds[low][0], pieces.bounds[high][1]
    if pieces.size(*limits) > sizes.longest:
        return _shortened(pieces, first, end, sizes.longest, limits)
    low, high = _grown(pieces, low, high, sizes.reach, quoted=False)
    low, high = _grown(pieces, low, high, sizes.longest, quoted=True)
    return pieces.bounds[low][0], pieces.bounds[high][1]


def _grown(pieces: Pieces, low: int, high: int, room: int, *, quoted: bool) -> tuple[int, int]:
    """Add sentences to ``low`` to ``high`` while there is room, all or those that a quotation joins."""

    def fits(first: int, last: int, edge: int) -> bool:
        return pieces.size(pieces.bounds[first][0], pieces.bounds[last][1]) <= room and (
            pieces.joined[edge] or not quoted
        )

    grow_right = grow_left = True
    while grow_right or grow_left:
        grow_right = grow_right and high + 1 < len(pieces.bounds) and fits(low, high + 1, high)
        high += grow_right
        grow_left = grow_left and low > 0 and fits(low - 1, high, low - 1)
        low -= grow_left
    return low, high


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


def runs_of_sentences(pieces: Pieces, room: int) -> list[tuple[int, int]]:
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
    ids, types, firsts = [markers.begin], [0], list[int]()
    if markers.scheme is not None:
        ids.append(markers.scheme)
        types.append(0)
    opens, closes = {a for a, _ in cue}, {b - 1 for _, b in cue}
    for word in range(*window):
        if word in opens and markers.opening is not None:
            ids.append(markers.opening)
            types.append(0)
        firsts.append(len(ids))
        ids.extend(pieces.ids[word])
        types.extend([int(case_types and pieces.capital[word])] * len(pieces.ids[word]))
        if word in closes and markers.closing is not None:
            ids.append(markers.closing)
            types.append(0)
    return Encoded((*ids, markers.end), (*types, 0), tuple(firsts))
