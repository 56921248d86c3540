"""Larger entailment models that teach a small one, also on pairs that nobody labelled.

The small model learns the probabilities that its teachers give (Hinton, Vinyals and Dean 2015,
"Distilling the knowledge in a neural network"). What a teacher was not trained on tells most: the
pairs of a corpus the other way round, and statements that were written for one premise.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.stance.classifier import Classifier
from claims.training.stance_pairs import LABELS, Pair

DISTIL = 0.7
"""Weight of the teachers' answer where there is a label too."""

TURNED_ROUND = 0.3
"""Share of the labelled pairs that an epoch has the other way round, too."""


@dataclass(frozen=True)
class Taught:
    """Two statements, and the probabilities of ``LABELS`` that a model should give them."""

    premise: str
    hypothesis: str
    wanted: tuple[float, ...]


@dataclass(frozen=True)
class Leaning:
    """Two statements, and how probable it is that the one contradicts the other.

    Attributes
    ----------
    alike
        How probable it is at least that the second follows from the first.
    """

    premise: str
    hypothesis: str
    against: float
    alike: float = 0.0


def leant(pairs: Sequence[Leaning], teachers: Sequence[Classifier]) -> list[Taught]:
    """``pairs`` with what the label says of a contradiction, and of the rest what the teachers answer.

    So what a model knows of what follows from what is kept, though the labels say nothing of it.
    """
    answers = _answers([(p.premise, p.hypothesis) for p in pairs], teachers)
    found = []
    for pair, (entails, open_to, _) in zip(pairs, answers.tolist(), strict=True):
        rest = 1 - pair.against
        follows = max(rest * entails / max(entails + open_to, 1e-9), min(rest, pair.alike))
        found.append(Taught(pair.premise, pair.hypothesis, (follows, rest - follows, pair.against)))
    return found


def labelled(pairs: Sequence[Pair]) -> list[Taught]:
    """``pairs`` as their labels say.

    Examples
    --------
    >>> labelled([Pair("a", "b", "neutral")])[0].wanted
    (0.0, 1.0, 0.0)
    """
    return [
        Taught(p.premise, p.hypothesis, tuple(float(p.label == label) for label in LABELS)) for p in pairs
    ]


def recombined(pairs: Sequence[Pair], chance: random.Random) -> list[tuple[str, str]]:
    """Pairs of statements without a label: turned round, and two that were written for one premise."""
    turned = [(p.hypothesis, p.premise) for p in pairs if chance.random() < TURNED_ROUND]
    siblings: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        siblings[pair.premise].append(pair.hypothesis)
    beside = [tuple(chance.sample(own, 2)) for own in siblings.values() if len(own) > 1]
    return turned + [(a, b) for a, b in beside if a != b]


def taught(
    pairs: Sequence[Pair],
    teachers: Sequence[Classifier],
    chance: random.Random,
    further: Sequence[tuple[str, str]] = (),
) -> list[Taught]:
    """``pairs``, what is recombined of them and ``further`` ones, both ways, as the teachers answer."""
    own = labelled(pairs)
    answers = _answers([(p.premise, p.hypothesis) for p in pairs], teachers)
    both = [
        Taught(t.premise, t.hypothesis, tuple(DISTIL * answer + (1 - DISTIL) * np.array(t.wanted)))
        for t, answer in zip(own, answers, strict=True)
    ]
    new = [*recombined(pairs, chance), *further, *((b, a) for a, b in further)]
    alone = [Taught(*pair, tuple(answer)) for pair, answer in zip(new, _answers(new, teachers), strict=True)]
    return both + alone


def _answers(pairs: Sequence[tuple[str, str]], teachers: Sequence[Classifier]) -> np.ndarray:
    """Mean probabilities (pairs, labels) of the teachers."""
    given = [
        [(e.entailment, e.neutral, e.contradiction) for e in teacher.probabilities(pairs)]
        for teacher in teachers
    ]
    mean: np.ndarray = np.mean(given, axis=0)
    return mean
