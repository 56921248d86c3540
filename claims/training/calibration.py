"""How far probabilities can be trusted: reliability, its error, and a correction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Bin:
    """Judgements with probabilities from ``low`` to ``high``: how many, mean, and share right."""

    low: float
    high: float
    count: int
    mean: float
    right: float


def reliability(chances: Sequence[float], right: Sequence[bool], bins: int = 10) -> list[Bin]:
    """Judgements by probability; empty bins are left out.

    Examples
    --------
    >>> [b.right for b in reliability([0.95, 0.96, 0.2], [True, False, False])]
    [0.0, 0.5]
    """
    p, hit = np.asarray(chances, float), np.asarray(right, float)
    which = np.minimum((p * bins).astype(int), bins - 1)
    return [
        Bin(b / bins, (b + 1) / bins, int(own.sum()), float(p[own].mean()), float(hit[own].mean()))
        for b in range(bins)
        if (own := which == b).any()
    ]


def expected_calibration_error(chances: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Mean distance of probability and share right over the bins (Guo et al. 2017).

    Examples
    --------
    >>> round(expected_calibration_error([0.8, 0.8], [True, False]), 2)
    0.3
    """
    found = reliability(chances, right, bins)
    total = sum(b.count for b in found)
    return sum(b.count * abs(b.mean - b.right) for b in found) / total if total else 0.0


def fit_logistic(features: np.ndarray, right: Sequence[bool], penalty: float = 1.0) -> np.ndarray:
    """Weights of a logistic regression, the intercept last (Platt 1999), by Newton's method.

    Parameters
    ----------
    features
        (judgements, features).
    penalty
        Of the squared weights, the intercept's left out.
    """
    x = np.hstack([features, np.ones((len(features), 1))])
    y = np.asarray(right, float)
    weights = np.zeros(x.shape[1])
    ridge = np.diag([penalty] * (x.shape[1] - 1) + [1e-6])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + ridge @ weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + ridge
        step = np.linalg.solve(hessian, gradient)
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    return weights
