"""How well the entailment model tells contradictions in scenes of general news, none of which it has learned.

190 scenes of what several sources say of one happening (``labels/general_news.jsonl.gz``, in the form of
``claims/training/scenes.py``) of eight domains, every fifth of those written, with contradictions that take
common sense.
"""

from __future__ import annotations

import gzip
import json
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from claims.models import folder_of
from claims.stance.classifier import Classifier
from claims.training.scenes import CONTRADICTION, Scene, scene_of
from claims.training.stance_evaluation import area

LEAST_AREA = 0.84
SURE, LEAST_SURE, MOST_WRONG = 0.6, 0.32, 0.04


@pytest.fixture(scope="module")
def scenes() -> list[Scene]:
    path = Path(__file__).parent / "labels" / "general_news.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [scene_of(json.loads(line)) for line in lines]


def test_contradictions_of_general_news(scenes) -> None:
    pairs, wrong = [], []
    for scene in scenes:
        for a, b in combinations(scene.claims, 2):
            label = scene.labels.get(a + b) or scene.labels.get(b + a)
            if label in (None, CONTRADICTION):
                pairs.append((scene.claims[a], scene.claims[b]))
                wrong.append(label == CONTRADICTION)
    model = Classifier.load(folder_of("stance"))
    there, back = (
        np.array([e.contradiction for e in model.probabilities(asked)])
        for asked in (pairs, [(b, a) for a, b in pairs])
    )
    least, contradicts = np.minimum(there, back), np.array(wrong)
    sure = [(least[of] >= SURE).mean() for of in (contradicts, ~contradicts)]
    found = area(least, contradicts)
    print(f"{contradicts.sum()} of {len(pairs)}: area {found:.3f}, sure of {sure[0]:.3f}, {sure[1]:.3f}")
    assert found >= LEAST_AREA and sure[0] >= LEAST_SURE and sure[1] <= MOST_WRONG
