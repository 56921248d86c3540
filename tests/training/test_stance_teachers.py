from __future__ import annotations

import random

import numpy as np
import pytest

from claims.stance.entailment import Entailment
from claims.training.stance_pairs import Pair
from claims.training.stance_teachers import DISTIL, Leaning, labelled, leant, recombined, taught

PAIRS = [Pair(f"premise {i // 3}", f"hypothesis {i}", "entailment") for i in range(300)]


class Teacher:
    """Sees a contradiction everywhere, as no label says."""

    def __init__(self, sure):
        self.sure, self.asked = sure, []

    def probabilities(self, pairs):
        self.asked += pairs
        rest = 1 - self.sure
        return [Entailment(0.0, rest, self.sure) for _ in pairs]


def test_labels_and_teachers_are_weighed_and_several_teachers_meet_in_the_middle():
    found = taught(PAIRS, [Teacher(1.0), Teacher(0.5)], random.Random(1))[: len(PAIRS)]
    assert [(t.premise, t.hypothesis) for t in found] == [(p.premise, p.hypothesis) for p in PAIRS]
    for pair in found:
        assert pair.wanted == pytest.approx((1 - DISTIL, DISTIL * 0.25, DISTIL * 0.75))


def test_pairs_without_a_label_are_the_teachers_alone():
    new = taught(PAIRS, [Teacher(0.8)], random.Random(1))[len(PAIRS) :]
    assert len(new) > 100
    assert all(pair.wanted == pytest.approx((0, 0.2, 0.8)) for pair in new)


def test_further_pairs_are_asked_about_both_ways():
    found = taught(PAIRS[:1], [Teacher(0.8)], random.Random(1), [("a", "b")])
    assert [(t.premise, t.hypothesis) for t in found[-2:]] == [("a", "b"), ("b", "a")]


def test_statements_are_recombined_within_their_premise_only():
    own = {(p.premise, p.hypothesis) for p in PAIRS}
    new = recombined(PAIRS, random.Random(1))
    turned = [pair for pair in new if pair[::-1] in own]
    beside = [pair for pair in new if pair[::-1] not in own]
    assert 0.2 * len(PAIRS) < len(turned) < 0.4 * len(PAIRS) and len(beside) == 100
    group = lambda text: int(text.split()[1]) // 3  # noqa: E731
    assert all(a != b and group(a) == group(b) for a, b in beside)
    assert not own & set(new) and new == recombined(PAIRS, random.Random(1))


def test_without_a_teacher_the_label_is_all():
    assert np.array_equal([t.wanted for t in labelled(PAIRS[:2])], [[1, 0, 0]] * 2)


def test_a_label_says_how_far_two_clash_and_the_teacher_the_rest():
    (pair,) = leant([Leaning("a", "b", 0.9)], [Teacher(0.5)])
    assert pair.wanted == pytest.approx((0.0, 0.1, 0.9))
    (pair,) = leant([Leaning("a", "b", 0.04, alike=0.4)], [Teacher(1.0)])
    assert pair.wanted == pytest.approx((0.4, 0.56, 0.04))
