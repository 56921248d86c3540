from __future__ import annotations

import random
from collections import Counter

import pytest

from claims.training.scenes import (
    AGAINST,
    ALIKE,
    Scene,
    read_scenes,
    reprinted,
    scene_leanings,
    scene_pairs,
)

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


def test_lessons_with_teachers_tell_how_far_the_pairs_clash():
    scene = Scene(ACCOUNTS, {"ab": "C", "ca": "F", "bc": "D"})
    found = {(p.premise, p.hypothesis): p for p in scene.leanings(random.Random(1))}
    a, b, c, d = ACCOUNTS.values()
    assert found[a, b].against == found[b, a].against == AGAINST["C"]
    assert found[b, c].against == AGAINST["D"]
    assert (found[c, a].alike, found[a, c].alike) == (ALIKE["F"], 0.0)
    unlisted = [pair for pair in found if d in pair]
    assert all(found[pair].against < 0.05 for pair in unlisted) and len(unlisted) < 6
    assert len(scene_leanings(1, 0.1)) < 0.2 * len(scene_leanings(1))


def test_what_differs_is_sometimes_a_contradiction():
    scene = Scene({"a": "Dozens died.", "b": "31 died."}, {"ab": "D"})
    labels = Counter(p.label for seed in range(300) for p in scene.pairs(random.Random(seed)))
    assert 0.25 < labels["contradiction"] / labels.total() < 0.45 and not labels["entailment"]


def test_the_scenes_of_the_package(scenes):
    assert len(scenes) > 1800
    labels = Counter(label for scene in scenes for label in scene.labels.values())
    assert set(labels) == set("CDSFA") and labels["C"] > 9000
    assert all(5 <= len(scene.claims) <= 9 for scene in scenes)
    claims = [claim for scene in scenes for claim in scene.claims.values()]
    assert len(set(claims)) > 0.97 * len(claims)


def test_an_epoch_has_all_of_them_and_another_one_other_copies(scenes):
    pairs = scene_pairs(3)
    assert pairs == scene_pairs(3) != scene_pairs(4)
    whole = sum(len(s.claims) * (len(s.claims) - 1) for s in scenes)
    assert whole < len(pairs) < 1.4 * whole
    assert min(Counter(p.label for p in pairs).values()) > 0.05 * len(pairs)


def test_another_outlet_has_other_names_for_the_same():
    words = {reprinted("Militants of Daesh shelled the town.", random.Random(n)) for n in range(60)}
    assert any("rebels" in w for w in words) and any("ISIL" in w for w in words)
