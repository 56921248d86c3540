from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from claims.stance.combiner import Combiner
from claims.stance.evidence import Evidence
from claims.training.combiner import Instance, combined
from claims.training.combiner_run import Rows, least_sure, thresholds

EMPTY = Evidence(**{f.name: 0.0 for f in fields(Evidence)})


def rows_of(count: int) -> list[Instance]:
    """Pairs of which those with contrasting words part, every second of them in a contradiction."""
    found = []
    for n in range(count):
        label = ("contradicts", "differs", "none", "repeats")[n % 4]
        parts = label in ("contradicts", "differs")
        figures = replace(EMPTY, contrast=float(parts), contradicts=0.9 * (label == "contradicts"))
        found.append(Instance(figures, label, f"e{n % 11}"))
    return found


def test_thresholds_are_read_off_what_was_right() -> None:
    flagged, doubted, shown = thresholds(rows_of(220))
    assert 0 < doubted <= flagged < 1 and 0 < shown < 1
    combiner = combined(rows_of(220), flagged, doubted, shown)
    assert isinstance(combiner, Combiner)
    sure = combiner.chances(replace(EMPTY, contrast=1.0, contradicts=0.9)).contradiction
    assert sure > flagged > combiner.chances(EMPTY).contradiction


def test_no_threshold_where_nothing_is_right() -> None:
    assert least_sure(np.array([0.9, 0.2]), np.array([False, False]), 0.5) == 1.0


def test_the_figures_of_the_fit_are_told_for_claims_given_and_found() -> None:
    given, found = Rows(rows_of(120), rows_of(80)).lines()
    assert given.startswith("claims given: 30 contradictions of 120 pairs")
    assert found.startswith("claims found: 20 contradictions of 80 pairs") and found.endswith("1.00")
