from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from claims.core.errors import DataError
from claims.stance.combiner import Combiner, Regression
from claims.stance.evidence import Evidence
from claims.training.combiner import PARTING, Instance
from claims.training.combiner_run import write_weights
from claims.training.desk_decisions import DecidedPairs
from claims.training.recalibration import ENOUGH, EVENTS, recalibrated, shifted

EMPTY = Evidence(**{f.name: 0.0 for f in fields(Evidence)})
PRESENT = Combiner(
    Regression(0.5, {"contrast": 1.0, "shared": 2.0}),
    Regression(0.0, {"contradicts": 3.0, "shared": 1.0}),
    0.5,
    0.4,
    0.45,
)


def rows_of(count: int, share: float, events: int = 20, seed: int = 3) -> tuple[Instance, ...]:
    """Pairs of which about ``share`` are contradictions, those that the figures speak for rather."""
    draw = np.random.default_rng(seed)
    found = []
    for n in range(count):
        figures = replace(EMPTY, contradicts=float(draw.random()), shared=float(draw.random()))
        lean = PRESENT.contradiction.chance(figures)
        is_one = draw.random() < share * lean
        found.append(Instance(figures, "contradicts" if is_one else "none", f"e{n % events}"))
    return tuple(found)


def decided(rows: tuple[Instance, ...]) -> DecidedPairs:
    right = sum(row.label in PARTING for row in rows)
    return DecidedPairs(rows, right, len(rows) - right)


def mean_gap(regression: Regression, rows: tuple[Instance, ...]) -> float:
    chances = [regression.chance(row.evidence) for row in rows]
    return abs(float(np.mean(chances)) - float(np.mean([row.label == "contradicts" for row in rows])))


def test_probabilities_come_into_line_and_weights_stay_in_proportion() -> None:
    rows = rows_of(300, 0.5)
    done = recalibrated(PRESENT, decided(rows))
    assert mean_gap(PRESENT.contradiction, rows) > 0.2
    assert mean_gap(done.combiner.contradiction, rows) < 0.03
    assert done.after < done.before / 2
    weights = done.combiner.contradiction.weights
    assert weights["contradicts"] / weights["shared"] == pytest.approx(3.0)
    assert (done.pairs, done.events) == (300, 20)


def test_few_decisions_move_little() -> None:
    before = PRESENT.contradiction
    one = shifted(before, rows_of(1, 0.0), ("contradicts",))
    many = shifted(before, rows_of(300, 0.0), ("contradicts",))
    assert before.bias > one.bias > before.bias - 1 > many.bias


def test_decisions_that_agree_with_it_leave_it_as_it_is() -> None:
    rows = rows_of(2000, 1.0)
    same = shifted(PRESENT.contradiction, rows, ("contradicts",))
    assert same.bias == pytest.approx(0.0, abs=0.25)
    assert same.weights["contradicts"] == pytest.approx(3.0, rel=0.15)


def test_too_few_decisions_are_refused_with_what_is_needed() -> None:
    rows = rows_of(300, 0.5)
    with pytest.raises(DataError, match=rf"4 disagreements are confirmed .* {ENOUGH} of each are needed"):
        recalibrated(PRESENT, DecidedPairs(rows, 4, 200))
    with pytest.raises(DataError, match="0 and 30 pairs"):
        recalibrated(PRESENT, DecidedPairs(rows_of(30, 0.0), 60, 60))
    with pytest.raises(DataError, match=f"about 3 events only; {EVENTS} are needed"):
        recalibrated(PRESENT, decided(rows_of(300, 0.5, events=3)))


def test_what_is_written_is_what_the_program_reads(tmp_path: Path) -> None:
    done = recalibrated(PRESENT, decided(rows_of(300, 0.5)))
    write_weights(done.combiner, tmp_path / "weights.yaml")
    read = Combiner.load(tmp_path / "weights.yaml")
    figures = replace(EMPTY, contradicts=0.8, shared=0.5)
    assert read.chances(figures) == pytest.approx(done.combiner.chances(figures), abs=0.002)
    assert 0 < read.doubted <= read.flagged <= 1


def test_an_event_is_measured_by_what_the_others_teach() -> None:
    """Were its own decisions among them, an event at odds with the others would look calibrated."""
    plain = rows_of(100, 1.0)
    odd = tuple(Instance(row.evidence, "none", "odd") for row in rows_of(100, 1.0, seed=4))
    done = recalibrated(PRESENT, decided(plain + odd))
    whole = recalibrated(
        PRESENT, decided(plain + tuple(replace(r, event=f"o{n % 20}") for n, r in enumerate(odd)))
    )
    assert done.after > whole.after + 0.05
