from __future__ import annotations

import random
from dataclasses import fields, replace

import numpy as np
import pytest
import yaml

from claims.core.errors import ModelError
from claims.stance.combiner import Combiner, Regression
from claims.stance.context import Context
from claims.stance.entailment import Entailment
from claims.stance.evidence import NAMES, Evidence, evidence
from claims.stance.hearing import Heard
from claims.stance.run import Run
from claims.training.combiner import Instance, crossed, fitted
from tests.stance.builders import articles, claim, someone, sources

EMPTY = Evidence(**{f.name: 0.0 for f in fields(Evidence)})


def figures_of(a, b, heard):
    run = Run((a, b), sources(a, b), articles(a, b))
    return evidence(a, b, Context.of(a, b, run), (), heard)


def test_the_package_has_weights_that_name_their_figures() -> None:
    combiner = Combiner.load()
    assert 0 < combiner.doubted <= combiner.flagged < 1 and 0 < combiner.shown < 1
    assert combiner.contradiction.weights.keys() <= set(NAMES)


def test_what_speaks_for_a_contradiction_raises_its_chance() -> None:
    combiner = Combiner.load()
    for_it = replace(EMPTY, contradicts=0.9, contrast=1.0, opposed=1.0, least_contradiction=0.9)
    chances = [combiner.chances(evidence).contradiction for evidence in (EMPTY, for_it)]
    assert chances[0] < 0.1 and chances[1] > 0.7
    assert combiner.chances(replace(for_it, agrees=0.9)).contradiction < chances[1]


@pytest.mark.parametrize(
    "text", ["", "[1, 2]", "conflict: {bias: 1, weights: {no_such_figure: 2}}", "conflict: {bias: x}"]
)
def test_a_file_that_is_no_combiner_is_named(text, tmp_path) -> None:
    path = tmp_path / "weights.yaml"
    path.write_text(text)
    with pytest.raises(ModelError, match=r"weights\.yaml"):
        Combiner.load(path)


def test_weights_are_read_as_written(tmp_path) -> None:
    part = {"bias": -1.0, "weights": {"contrast": 2.0}}
    path = tmp_path / "weights.yaml"
    path.write_text(
        yaml.safe_dump(
            {"conflict": part, "contradiction": part, "flagged": 0.5, "doubted": 0.1, "shown": 0.4}
        )
    )
    chance = Combiner.load(path).chances(replace(EMPTY, contrast=1.0)).conflict
    assert chance == pytest.approx(1 / (1 + np.exp(-1.0)))


def test_evidence_is_the_same_for_the_mirrored_pair() -> None:
    a = claim("a", "Chile bombed the port.", "bomb", agent=someone("Chile", party="Chile"), words="port")
    b = claim("b", "Rebels bombed the port.", "bomb", agent=someone("rebels"), words="port")
    heard = Heard(Entailment(0.1, 0.2, 0.7), Entailment(0.0, 0.1, 0.9))
    assert figures_of(a, b, heard) == figures_of(b, a, heard.turned)
    assert figures_of(a, b, heard).contradiction == 0.9
    assert all(0.0 <= x <= 1.0 for x in figures_of(a, b, heard).features())


def test_the_fit_finds_what_matters() -> None:
    chance = random.Random(3)
    rows = []
    for n in range(400):
        contrast, noise = float(chance.random() < 0.5), chance.random()
        label = "contradicts" if chance.random() < (0.8 if contrast else 0.1) else "none"
        rows.append(Instance(replace(EMPTY, contrast=contrast, shared=noise), label, f"e{n % 20}"))
    found = fitted(rows, ("contradicts",))
    assert isinstance(found, Regression)
    assert found.weights["contrast"] > 5 * abs(found.weights["shared"])
    assert found.chance(replace(EMPTY, contrast=1.0, shared=0.5)) == pytest.approx(0.75, abs=0.1)
    held = crossed(rows, ("contradicts",))
    set_apart = np.array([r.evidence.contrast == 1 for r in rows])
    assert held[set_apart].mean() > held[~set_apart].mean() + 0.4
