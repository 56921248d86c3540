"""What simpler methods flag among labelled claims, to compare the program with.

* ``entailment``: an entailment model alone, on every pair of two sources, as public checkers of
  contradictions use it.
* ``numbers``: two statements in like words with different numbers.
* ``negation``: two statements in like words of which one is negated (after tools that take the
  cosine of two sentences and a list of negations).

None has a gate: they compare every claim with every other.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations

from claims.core.relation import Kind, Label, Relation
from claims.stance.entailment import EntailmentModel
from claims.training.conflict_data import GoldClaim

ALIKE = 0.35
"""Cosine from which two statements count as being of one thing."""
SURE = 0.5
"""Probability of a contradiction from which a model alone flags a pair."""

_WORD = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*")
_NEGATIONS = frozenset(
    {"not", "no", "none", "never", "nobody", "nothing", "neither", "nor", "without"}
    | {"deny", "denies", "denied"}
)
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}

Vector = Mapping[str, float]


class Baseline(StrEnum):
    """A simpler method."""

    ENTAILMENT = "entailment"
    NUMBERS = "numbers"
    NEGATION = "negation"


def flagged(
    baseline: Baseline, claims: Sequence[GoldClaim], model: EntailmentModel | None = None
) -> tuple[Relation, ...]:
    """The pairs of ``claims`` that ``baseline`` takes for contradictions.

    Parameters
    ----------
    model
        The entailment model, which only ``Baseline.ENTAILMENT`` needs.

    Raises
    ------
    ValueError
        If it needs a model and has none.
    """
    pairs = [(a, b) for a, b in combinations(claims, 2) if not _one_voice(a, b)]
    if baseline is Baseline.ENTAILMENT:
        if model is None:
            raise ValueError("the baseline 'entailment' needs a model")
        chosen = _contradicted(pairs, model)
    else:
        chosen = _alike(pairs, claims, baseline)
    return tuple(
        Relation(f"r{n}", a.id, b.id, Label.CONTRADICTS, Kind.OTHER, score, (baseline.value,))
        for n, (a, b, score) in enumerate(chosen, 1)
    )


def _one_voice(a: GoldClaim, b: GoldClaim) -> bool:
    return a.article == b.article and a.source == b.source


def _contradicted(
    pairs: Sequence[tuple[GoldClaim, GoldClaim]], model: EntailmentModel
) -> Iterator[tuple[GoldClaim, GoldClaim, float]]:
    answers = model.probabilities([(a.statement, b.statement) for a, b in pairs])
    for (a, b), answer in zip(pairs, answers, strict=True):
        if answer.contradiction >= SURE:
            yield a, b, answer.contradiction


def _alike(
    pairs: Sequence[tuple[GoldClaim, GoldClaim]], claims: Sequence[GoldClaim], baseline: Baseline
) -> Iterator[tuple[GoldClaim, GoldClaim, float]]:
    words = {c.id: [_NUMBERS.get(w, w) for w in _WORD.findall(c.statement.casefold())] for c in claims}
    vectors = _vectors(words)
    for a, b in pairs:
        cosine = sum(weight * vectors[b.id].get(word, 0.0) for word, weight in vectors[a.id].items())
        parts = _numbers if baseline is Baseline.NUMBERS else _negated
        if cosine >= ALIKE and parts(words[a.id], words[b.id]):
            yield a, b, cosine


def _vectors(words: Mapping[str, Sequence[str]]) -> dict[str, Vector]:
    """Words weighted by how rare they are, each vector of length one; numbers left out."""
    held = Counter(word for found in words.values() for word in set(found))
    vectors: dict[str, Vector] = {}
    for id, found in words.items():
        weights = {w: math.log(len(words) / held[w]) + 1 for w in found if not w[0].isdigit()}
        length = math.sqrt(sum(x * x for x in weights.values())) or 1.0
        vectors[id] = {w: x / length for w, x in weights.items()}
    return vectors


def _numbers(a: Sequence[str], b: Sequence[str]) -> bool:
    mine, yours = ({w for w in words if w[0].isdigit()} for words in (a, b))
    return bool(mine) and bool(yours) and not mine & yours


def _negated(a: Sequence[str], b: Sequence[str]) -> bool:
    return bool(_NEGATIONS & set(a)) is not bool(_NEGATIONS & set(b))
