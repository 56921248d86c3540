"""What the tagger is asked about an article in training: windows, with or without a marked cue.

Without a mark the answer is the cues of the window, and the sources of attributions that have no
cue. With one cue marked it is that cue's source, content and relay, or nothing where the marked
word is no cue.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.attribution.labels import Role, tags_for
from claims.attribution.vocabulary import Vocabulary
from claims.attribution.windows import Pieces, WindowSizes, around, cut, runs_of_sentences
from claims.core.spans import Spans
from claims.training.attribution_data import GoldArticle, GoldAttribution

Range = tuple[int, int]
"""Words: the first, and one past the last."""


@dataclass(frozen=True)
class Sampling:
    """Which questions are drawn.

    Attributes
    ----------
    bare_cue
        Share of cues of several words of which only one is marked, so that a cue known by one
        word is completed.
    negatives
        Look-alike cues a true one.
    sizes
        Of the windows.
    """

    bare_cue: float = 0.3
    negatives: float = 0.5
    sizes: WindowSizes = field(default_factory=WindowSizes)


@dataclass(frozen=True)
class Question:
    """A window of words, the ranges marked in it, and a tag for each of its words.

    ``tags`` is None where no label is known and only teachers answer.
    """

    window: Range
    marked: tuple[Range, ...]
    tags: tuple[int, ...] | None


@dataclass(frozen=True)
class Prepared:
    """A labelled article cut into pieces, with each attribution's words by role."""

    id: str
    text: str
    pieces: Pieces
    gold: tuple[dict[Role, list[Range]], ...]
    forms: tuple[str, ...]
    every: bool

    @property
    def scheme(self) -> str:
        """Which convention its labels follow."""
        return "every" if self.every else "outermost"


def prepare(article: GoldArticle, vocabulary: Vocabulary) -> Prepared:
    """Cut ``article`` and find the words of its labels."""
    pieces = cut(article.text, vocabulary)
    return Prepared(
        article.id,
        article.text,
        pieces,
        tuple(_by_role(a, pieces) for a in article.attributions),
        tuple(w.of(article.text).lower() for w in pieces.words),
        article.every,
    )


def questions(
    article: Prepared, sampling: Sampling, chance: random.Random, forms: frozenset[str]
) -> Iterator[Question]:
    """All windows of an article: those that show cues, and one for each cue and look-alike."""
    count = len(article.pieces.words)
    anchors: dict[Role, list[Range]] = {Role.CUE: [], Role.SOURCE: []}
    for gold in article.gold:
        anchors[Role.CUE] += gold[Role.CUE]
        anchors[Role.SOURCE] += [] if gold[Role.CUE] else gold[Role.SOURCE]
    shown = tags_for(count, anchors)
    for window in runs_of_sentences(article.pieces, sampling.sizes.run):
        yield Question(window, (), tuple(shown[window[0] : window[1]]))
    for gold in article.gold:
        if anchor := gold[Role.CUE] or gold[Role.SOURCE]:
            marked = _bare(anchor, sampling, chance)
            yield _about(article.pieces, marked, tags_for(count, gold), sampling.sizes)
    taken = {w for spans in anchors.values() for first, end in spans for w in range(first, end)}
    if not article.every:
        contents = [span for gold in article.gold for span in gold[Role.CONTENT]]
        taken |= {w for first, end in contents for w in range(first, end)}
    wanted = max(2, int(sampling.negatives * len(article.gold)))
    for word in _drawn(lookalikes(article, forms, taken), wanted, chance):
        yield _about(article.pieces, [(word, word + 1)], [0] * count, sampling.sizes)


def unanswered(
    article: Prepared, cues: Sequence[Range], words: Sequence[int], sizes: WindowSizes
) -> Iterator[Question]:
    """Questions about an article without labels: its windows, ``cues`` and single ``words``."""
    for window in runs_of_sentences(article.pieces, sizes.run):
        yield Question(window, (), None)
    for cue in (*cues, *((w, w + 1) for w in words)):
        yield Question(around(article.pieces, *cue, sizes), (cue,), None)


def lookalikes(article: Prepared, forms: frozenset[str], taken: set[int]) -> list[int]:
    """Words of the lexicon that are no part of ``taken``."""
    return [w for w, form in enumerate(article.forms) if form in forms and w not in taken]


def _by_role(a: GoldAttribution, pieces: Pieces) -> dict[Role, list[Range]]:
    roles = {Role.CUE: a.cue, Role.SOURCE: a.source, Role.CONTENT: a.content, Role.RELAY: a.relay}
    return {role: _ranges(spans, pieces) for role, spans in roles.items()}


def _ranges(spans: Spans, pieces: Pieces) -> list[Range]:
    found = [pieces.words_in(s) for s in spans]
    return [(first, end) for first, end in found if first < end]


def _drawn(words: Sequence[int], wanted: int, chance: random.Random) -> list[int]:
    return chance.sample(words, min(wanted, len(words)))


def _bare(cue: list[Range], sampling: Sampling, chance: random.Random) -> list[Range]:
    words = [w for first, end in cue for w in range(first, end)]
    if len(words) > 1 and chance.random() < sampling.bare_cue:
        word = chance.choice(words)
        return [(word, word + 1)]
    return cue


def _about(pieces: Pieces, marked: list[Range], tags: list[int], sizes: WindowSizes) -> Question:
    window = around(pieces, marked[0][0], marked[-1][1], sizes)
    return Question(window, tuple(marked), tuple(tags[window[0] : window[1]]))
