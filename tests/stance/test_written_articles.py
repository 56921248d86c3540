"""Whole articles in free words: how many of their contradictions are flagged, and what else is.

Written by somebody who had seen neither the program nor its other texts; every contradiction in them is
labelled. The twelve of ``written_seen.jsonl`` may be read to mend rules, the others may not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.training.conflict_runs import evaluate_files

LABELS = Path(__file__).parent / "labels"
GATES = {"written_seen.jsonl": (1, 0), "written_unseen.jsonl": (2, 0)}
"""The fewest contradictions flagged, and the most other flags: 2 of 52 and none, 3 of 48 and none are."""


@pytest.mark.parametrize("name", GATES)
def test_contradictions_of_whole_articles(name: str) -> None:
    found = evaluate_files(LABELS / name, LABELS / "written_articles.jsonl", None, extracted=True)
    least, most = GATES[name]
    right, others = found.said("contradicts", "contradicts"), len(found.unlabelled) + found.unmatched
    print(name, right, others, found.false_alarms)
    assert right >= least and others <= most and found.false_alarms == 0
