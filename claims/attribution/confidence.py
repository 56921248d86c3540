"""How sure an attribution is: a calibrated probability from what the tagger gave each part.

A tagger's own probabilities are too sure of themselves. A logistic regression over them, fitted on
labelled articles that the tagger has not seen (``claims.training.confidence``), puts that right
(Platt 1999); its weights are kept in the model's configuration.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from math import exp, log

_MOST = 1 - 1e-4
"""Beyond this a probability says no more; 1 is for what a rule decides."""
BY_SYNTAX = 0.7
"""Probability of an attribution that the syntax alone shows, set by hand."""


@dataclass(frozen=True)
class Evidence:
    """The tagger's probabilities, all from 0 to 1.

    Attributes
    ----------
    asked
        That the marked words are what they were asked about.
    seen
        That they are, before they were marked; 0 where they were only asked about.
    content, edge
        Mean of the content's tags, and the least of those at its ends.
    source
        Mean of the source's tags; 1 where there is none.
    """

    asked: float
    seen: float
    content: float
    edge: float
    source: float

    def features(self) -> tuple[float, ...]:
        """Log odds of each part, and whether it was seen unasked."""
        return (*map(log_odds, astuple(self)), float(self.seen > 0))


FEATURES = 6
"""Length of ``Evidence.features``."""


@dataclass(frozen=True)
class Confidence:
    """Weights of the features, the intercept last; without any, ``asked`` is taken as it is."""

    weights: tuple[float, ...] = ()

    def __call__(self, evidence: Evidence) -> float:
        """The probability that an attribution with this evidence is right."""
        chance = chance_of(score(self.weights, evidence.features())) if self.weights else evidence.asked
        return min(chance, _MOST)


def score(weights: Sequence[float], features: Sequence[float]) -> float:
    """The weighted sum of ``features`` and the intercept."""
    return sum(w * x for w, x in zip(weights, (*features, 1.0), strict=True))


def log_odds(chance: float) -> float:
    """Log odds of a probability, kept finite.

    Examples
    --------
    >>> log_odds(0.5)
    0.0
    """
    kept = min(_MOST, max(1 - _MOST, chance))
    return log(kept / (1 - kept))


def chance_of(odds: float) -> float:
    """The probability of log odds."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
