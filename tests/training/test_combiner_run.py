from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from claims.core.errors import DataError
from claims.stance.combiner import Combiner
from claims.stance.evidence import Evidence
from claims.training.combiner import Instance, combined
from claims.training.combiner_run import Rows, answering, least_sure, thresholds
from claims.training.conflict_data import read_conflicts

CONFLICTS = Path(__file__).parent.parent / "stance" / "labels" / "conflicts.jsonl"
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


def test_of_several_models_each_answers_for_the_events_it_left_out(tmp_path: Path) -> None:
    gold = read_conflicts(CONFLICTS)
    models = [tmp_path / name for name in ("one", "two", "whole")]
    for model, own in zip(models, ({"fold": "1/2"}, {"fold": "2/2"}, {}), strict=True):
        model.mkdir()
        (model / "config.json").write_text(json.dumps({"model_type": "bert", "claims": own}))
    parts = [gold.of(wanted) for _, wanted in answering(models[:2])]
    events = [{c.event for c in part.claims.values()} for part in parts]
    assert all(events) and not events[0] & events[1]
    assert sum(len(part.pairs) for part in parts) == len(gold.pairs)
    ((model, wanted),) = answering(models[:1])
    assert model == models[0] and gold.of(wanted) == gold
    with pytest.raises(DataError, match=r"whole.*--fold"):
        list(answering([models[0], models[2]]))
