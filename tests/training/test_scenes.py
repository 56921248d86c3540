from __future__ import annotations

import random
from collections import Counter

import pytest

from claims.training.scenes import Scene, read_scenes, reprinted, scene_pairs
from claims.training.stance_data import StanceData

ACCOUNTS = {
    "a": "A raid killed nine.",
    "b": "Nobody died.",
    "c": "Nine died in a raid at dawn.",
    "d": "It rained.",
}


@pytest.fixture(scope="module")
def scenes():
    return read_scenes()


def test_every_pair_of_a_scene_in_both_directions():
    scene = Scene(ACCOUNTS, {"ab": "C", "ca": "F", "bc": "C"})
    found = {(p.premise, p.hypothesis): p.label for p in scene.pairs(random.Random(1))}
    assert len(found) == 12
    assert found[ACCOUNTS["b"], ACCOUNTS["a"]] == "contradiction"
    assert found[ACCOUNTS["c"], ACCOUNTS["a"]] == "entailment"
    assert found[ACCOUNTS["a"], ACCOUNTS["c"]] == "neutral"
    assert found[ACCOUNTS["d"], ACCOUNTS["a"]] == "neutral"


def test_what_differs_is_sometimes_a_contradiction():
    scene = Scene({"a": "Dozens died.", "b": "31 died."}, {"ab": "D"})
    labels = Counter(p.label for seed in range(300) for p in scene.pairs(random.Random(seed)))
    assert 0.25 < labels["contradiction"] / labels.total() < 0.45 and not labels["entailment"]


def test_the_scenes_of_the_package(scenes):
    assert len(scenes) > 900
    labels = Counter(label for scene in scenes for label in scene.labels.values())
    assert set(labels) == set("CDSF") and labels["C"] > 5000
    assert all(5 <= len(scene.claims) <= 9 for scene in scenes)
    claims = [claim for scene in scenes for claim in scene.claims.values()]
    assert len(set(claims)) > 0.97 * len(claims)


def test_an_epoch_has_all_of_them_and_another_one_other_copies(scenes):
    pairs = scene_pairs(3)
    assert pairs == scene_pairs(3) != scene_pairs(4)
    whole = sum(len(s.claims) * (len(s.claims) - 1) for s in scenes)
    assert whole < len(pairs) < 1.4 * whole
    assert min(Counter(p.label for p in pairs).values()) > 0.05 * len(pairs)
    assert StanceData((), generated=0).pairs(0, 1) and not StanceData((), generated=0, scenes=False).pairs(
        0, 1
    )


def test_another_outlet_has_other_names_for_the_same():
    words = {reprinted("Militants of Daesh shelled the town.", random.Random(n)) for n in range(60)}
    assert any("rebels" in w for w in words) and any("ISIL" in w for w in words)
