"""Labelled conflicts as pairs for the entailment model, which learns from them what news disagrees on.

Corpora of inference take any two sentences for accounts of one thing; labelled pairs of real claims
of one event say where they only tell of different things.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claims.core.relation import Label
from claims.training.attribution_data import Part
from claims.training.conflict_data import NOTHING, Conflicts, event_part_of, read_conflicts
from claims.training.stance_pairs import Pair

_TAUGHT = {
    Label.CONTRADICTS: "contradiction",
    Label.REPEATS: "entailment",
    Label.CORROBORATES: "entailment",
    Label.DIFFERS: "neutral",
    Label.UPDATES: "neutral",
    NOTHING: "neutral",
}


def taught_pairs(path: Path) -> list[Pair]:
    """The labelled pairs of the training events, in both directions.

    Raises
    ------
    DataError
        If the file is not of that form.
    """
    return list(_pairs(read_conflicts(path)))


def _pairs(gold: Conflicts) -> Iterator[Pair]:
    for pair in gold.pairs:
        a, b = gold.claims[pair.a], gold.claims[pair.b]
        if event_part_of(a.event) is Part.TRAINING and event_part_of(b.event) is Part.TRAINING:
            label = _TAUGHT[pair.label]
            yield Pair(a.statement, b.statement, label)
            yield Pair(b.statement, a.statement, label)
