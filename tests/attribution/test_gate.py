"""Accuracy gates on sentences written for this test."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.core.attribution import Manner
from claims.core.spans import jaccard
from claims.training.synthetic import read_marks
from tests.conftest import article_of

CASES = Path(__file__).parent / "cases.txt"


def _cases():
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [read_marks(line) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def outcome(parser, extractor):
    right = wanted = spurious = 0
    for text, gold in _cases():
        found = [a for a in extractor(parser(article_of(text))) if a.manner is not Manner.NARRATOR]
        hits = set()
        for g in gold:
            wanted += 1
            for i, a in enumerate(found):
                sources = jaccard(a.source, g.source) >= 0.5
                if i not in hits and sources and jaccard(a.content, g.content) >= 0.5:
                    hits.add(i)
                    right += 1
                    break
        if not gold:
            spurious += len(found)
    return right, wanted, spurious


def test_cases_are_of_the_size_that_the_card_speaks_of():
    cases = _cases()
    assert len(cases) == 30 and sum(not gold for _, gold in cases) == 4


def test_attributions_are_found(outcome):
    right, wanted, _ = outcome
    assert right / wanted >= 0.95


def test_look_alikes_are_not(outcome):
    assert outcome[2] == 0
