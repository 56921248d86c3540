from __future__ import annotations

import numpy as np
import pytest

from claims.training.calibration import expected_calibration_error, fit_logistic, reliability


def test_reliability_counts_every_judgement_once():
    chances, right = [0.05, 0.05, 0.55, 1.0], [False, True, True, True]
    found = reliability(chances, right)
    assert [(b.count, b.right) for b in found] == [(2, 0.5), (1, 1.0), (1, 1.0)]
    assert sum(b.count for b in found) == 4


def test_error_is_zero_where_chances_hold_and_large_where_they_do_not():
    assert expected_calibration_error([0.5] * 10, [True, False] * 5) == pytest.approx(0)
    assert expected_calibration_error([1.0] * 10, [False] * 10) == pytest.approx(1)
    assert expected_calibration_error([], []) == 0


def test_logistic_finds_the_weights_that_made_the_data():
    chance = np.random.default_rng(7)
    x = chance.normal(size=(20000, 2))
    p = 1 / (1 + np.exp(-(x @ np.array([1.5, -0.5]) + 0.3)))
    weights = fit_logistic(x, chance.random(20000) < p)
    assert weights == pytest.approx([1.5, -0.5, 0.3], abs=0.07)


def test_logistic_bears_classes_that_one_line_parts():
    weights = fit_logistic(np.array([[-1.0], [-2.0], [1.0], [2.0]]), [False, False, True, True])
    assert np.isfinite(weights).all() and weights[0] > 0
