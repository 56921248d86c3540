"""Sentences of news that share telling words, in pairs for a larger entailment model to answer.

Corpora of inference are of other things and in other words than news. What a teacher makes of two
sentences of which one may bear on the other, it can tell a small model without anybody's label.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from claims.syntax.segmentation import sentences
from claims.training.attribution_data import read_texts

FEWEST, MOST = 6, 45
"""Words of a sentence that is taken."""

ALIKE = (0.12, 0.93)
"""Cosine of the weighted words of two sentences: less is chance, more is a copy."""

_WORD = re.compile(r"[^\W_]{3,}")
_TOGETHER = 500


def neighbours(paths: Sequence[Path], seed: int, each: int = 3, most: int = 20_000) -> list[tuple[str, str]]:
    """Pairs of sentences of the articles in ``paths``, either first.

    Parameters
    ----------
    paths
        JSON lines with ``id`` and ``text``; sentences of two files do not meet.
    each
        Pairs a sentence has at most, with those most like it.
    most
        Sentences of a file that are drawn to look for others.
    """
    chance = random.Random(seed)
    found: set[tuple[str, str]] = set()
    for path in paths:
        told = [s.of(a.text).strip() for a in read_texts(path) for s in sentences(a.text)]
        found.update(_alike([t for t in told if FEWEST <= len(t.split()) <= MOST], each, most, chance))
    return sorted(found)


def _alike(told: Sequence[str], each: int, most: int, chance: random.Random) -> list[tuple[str, str]]:
    if len(told) < 2:
        return []
    weights = _weighted(told)
    drawn = chance.sample(range(len(told)), min(most, len(told)))
    found = []
    for start in range(0, len(drawn), _TOGETHER):
        rows = drawn[start : start + _TOGETHER]
        likeness = (weights[rows] @ weights.T).toarray()
        for row, own in zip(rows, likeness, strict=True):
            near = [i for i in np.argsort(-own)[: 20 * each] if ALIKE[0] < own[i] < ALIKE[1]]
            pairs = [(told[row], told[int(i)]) for i in near[:each]]
            found += [pair if chance.random() < 0.5 else pair[::-1] for pair in pairs]
    return found


def _weighted(told: Sequence[str]) -> csr_matrix:
    """(sentences, words) of length one: the logarithm of how rare each word is, for those of two or more."""
    words = [sorted(set(_WORD.findall(t.casefold()))) for t in told]
    counts = Counter(w for own in words for w in own)
    index = {w: n for n, w in enumerate(sorted(w for w, count in counts.items() if count > 1))}
    rows, columns, values = list[int](), list[int](), list[float]()
    for row, own in enumerate(words):
        kept = [w for w in own if w in index]
        weights = np.log(len(told) / np.array([counts[w] for w in kept] or [1]))
        length = float(np.linalg.norm(weights)) or 1.0
        rows += [row] * len(kept)
        columns += [index[w] for w in kept]
        values += (weights[: len(kept)] / length).tolist()
    return csr_matrix((values, (rows, columns)), shape=(len(told), len(index)))
