"""Brings the combiner's probabilities into line with what people decided, its weights kept in proportion.

Two numbers a regression, a factor and an offset of its log odds (Platt 1999), can be learnt from few
decisions. They are drawn towards leaving everything as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from claims.core.errors import DataError
from claims.core.relation import Label
from claims.stance.combiner import Combiner, Regression
from claims.training.calibration import expected_calibration_error
from claims.training.combiner import PARTING, Instance, crossed
from claims.training.combiner_run import thresholds
from claims.training.desk_decisions import DecidedPairs

ENOUGH = 20
"""Disagreements that have to be confirmed, and rejected, before anything is learnt from them alone.

Ten for each number that is learnt, of the rarer verdict (Peduzzi et al. 1996).
"""

EVENTS = 10
"""Events that have to be decided about: a part of the cross-validation each."""

PULL = 1.0
"""Weight of the squared distance of factor and offset from 1 and 0."""


@dataclass(frozen=True)
class Recalibration:
    """A combiner in line with decisions, and how far its probabilities were off before and after.

    Attributes
    ----------
    before, after
        Expected calibration error of the probability of a contradiction; after it, of each event by
        numbers that were learnt from the others.
    """

    combiner: Combiner
    pairs: int
    events: int
    before: float
    after: float

    def lines(self) -> list[str]:
        """What was done, in words."""
        return [
            f"recalibrated on {self.pairs} pairs of {self.events} events",
            f"expected calibration error of a contradiction's probability: {self.before:.3f}, "
            f"after it across events {self.after:.3f}",
        ]


def recalibrated(present: Combiner, decided: DecidedPairs) -> Recalibration:
    """``present`` in line with what people decided.

    Raises
    ------
    DataError
        If people have decided about too few disagreements.
    """
    _check(decided)
    rows = decided.rows

    def fit(some: Sequence[Instance], labels: Sequence[str]) -> Regression:
        old = present.conflict if set(labels) == set(PARTING) else present.contradiction
        return shifted(old, some, labels)

    wanted = (Label.CONTRADICTS,)
    right = [row.label in wanted for row in rows]
    chances = [present.contradiction.chance(row.evidence) for row in rows]
    combiner = Combiner(fit(rows, PARTING), fit(rows, wanted), *thresholds(rows, fit=fit))
    return Recalibration(
        combiner,
        len(rows),
        len({row.event for row in rows}),
        expected_calibration_error(chances, right),
        expected_calibration_error([float(c) for c in crossed(rows, wanted, fit=fit)], right),
    )


def shifted(regression: Regression, rows: Sequence[Instance], labels: Sequence[str]) -> Regression:
    """``regression`` with its log odds stretched and moved so that they fit ``rows`` best."""
    chances = np.array([regression.chance(row.evidence) for row in rows])
    odds = np.log(chances / (1 - chances))
    signs = np.where([row.label in labels for row in rows], 1.0, -1.0)

    def loss(numbers: np.ndarray) -> float:
        factor, offset = numbers
        missed = np.logaddexp(0, -signs * (factor * odds + offset)).sum()
        return float(missed + PULL * ((factor - 1) ** 2 + offset**2) / 2)

    factor, offset = (float(x) for x in minimize(loss, np.array([1.0, 0.0])).x)
    weights = {name: factor * weight for name, weight in regression.weights.items()}
    return Regression(factor * regression.bias + offset, weights)


def _check(decided: DecidedPairs) -> None:
    parting = sum(row.label in PARTING for row in decided.rows)
    pairs = parting, len(decided.rows) - parting
    if min(decided.confirmed, decided.rejected, *pairs) < ENOUGH:
        raise DataError(
            f"too few decisions: {decided.confirmed} disagreements are confirmed and {decided.rejected} "
            f"rejected, with {pairs[0]} and {pairs[1]} pairs that the combiner weighs; {ENOUGH} of each are "
            "needed, or labelled pairs to add them to (DATA)"
        )
    if (events := len({row.event for row in decided.rows})) < EVENTS:
        raise DataError(f"the decisions are about {events} events only; {EVENTS} are needed")
