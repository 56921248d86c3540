from __future__ import annotations

import gzip
import json
import re
from collections import Counter

import numpy as np
import pytest
import torch

from claims.core.errors import DataError, ModelError
from claims.stance.classifier import Classifier
from claims.training.checkpoint import Checkpoint
from claims.training.loop import Schedule
from claims.training.networks import average
from claims.training.stance import examples, new_classifier, temperature, train
from claims.training.stance_data import StanceData, read_pairs, reserved
from claims.training.stance_evaluation import area, evaluate
from claims.training.stance_pairs import LABELS, Figure, Pair, between, generate_pairs
from claims.training.stance_teachers import labelled
from tests.stance.test_classifier import made, tokenizer

EXACT = Figure("three", 3, 3)


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        (EXACT, Figure("at least two", 2, None), "entailment"),
        (Figure("at least two", 2, None), EXACT, "neutral"),
        (EXACT, Figure("more than three", 4, None), "contradiction"),
        (Figure("up to ten", 1, 10), Figure("more than ten", 11, None), "contradiction"),
        (Figure("no", 0, 0), EXACT, "contradiction"),
        (EXACT, EXACT, "entailment"),
        (Figure("40", 40, 40), Figure("dozens of", 20, 120, vague=True), "neutral"),
    ],
)
def test_what_a_figure_says_of_another(a, b, label):
    assert between(a, b) == label
    assert (between(b, a) == "contradiction") == (label == "contradiction")


def test_generated_pairs_are_balanced_seeded_and_have_no_slot_left():
    pairs = list(generate_pairs(2000, seed=4))
    assert pairs[:2000] == list(generate_pairs(2000, seed=4))[:2000] != list(generate_pairs(2000, seed=5))
    shares = Counter(p.label for p in pairs)
    assert min(shares.values()) > 0.15 * len(pairs) and shares["neutral"] > 0.3 * len(pairs)
    assert not [p for p in pairs if set("{}") & set(p.premise + p.hypothesis)]
    wrong = re.compile(
        r"\b[Oo]ne (soldiers|people|children|women)\b| a air | wa | one was (killed|hurt) \w+s\b"
    )
    assert not [p for p in pairs if wrong.search(p.premise)]


def write(path, rows):
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    return path


def test_one_sided_corpora_are_thinned_and_some_pairs_reserved(tmp_path):
    rows = [
        {"premise": f"premise {i}", "hypothesis": "h", "label": "contradiction", "origin": origin}
        for i in range(500)
        for origin in ("snli", "cannot_wfc", "factor_news")
    ]
    data = StanceData((write(tmp_path / "pairs.jsonl.gz", rows),), generated=0)
    kept = data.pairs(0, seed=1)
    whole = [Pair(r["premise"], "h", "contradiction") for r in rows[::3]]
    held = [p for p in whole if reserved(p)]
    assert data.reserved() == held and 3 <= len(held) <= 25
    assert 550 < len(kept) < 650
    assert 0.2 < sum(p.premise == "h" for p in kept) / len(kept) < 0.4
    assert kept == data.pairs(0, seed=1) != data.pairs(1, seed=1)


def test_an_epoch_may_have_a_share_of_the_corpora_and_of_the_scenes(tmp_path):
    rows = [{"premise": f"premise {i}", "hypothesis": "h", "label": "neutral"} for i in range(500)]
    data = StanceData((write(tmp_path / "pairs.jsonl.gz", rows),), generated=100, share=0.2, scenes=0.1)
    assert 60 < len(data.pairs(0, seed=1)) < 160
    whole = StanceData((), generated=0)
    assert 0.08 < len(data.told(0, 1)) / len(whole.told(0, 1)) < 0.12
    assert 0.08 < len(data.leanings(0, 1, [])) / len(whole.leanings(0, 1, [])) < 0.12
    assert StanceData((), scenes=0.0).told(0, 1) == StanceData((), scenes=0.0).leanings(0, 1, []) == []


@pytest.mark.parametrize(
    "row", [{"premise": "a", "label": "neutral"}, {"premise": "a", "hypothesis": "b", "label": "no"}]
)
def test_a_line_that_is_no_pair_is_named(row, tmp_path):
    with pytest.raises(DataError, match="line 1"):
        list(read_pairs(write(tmp_path / "bad.jsonl.gz", [row])))


TAUGHT = [
    Pair("two boats sank", "boats sank", "entailment"),
    Pair("two boats sank", "nobody was hurt", "neutral"),
    Pair("nobody was hurt", "police was hurt", "contradiction"),
]


def test_a_classifier_learns_its_pairs_and_a_run_goes_on_where_it_was(tmp_path):
    base = made(tmp_path / "base", "bert")
    schedule = Schedule(epochs=100, rate=3e-3, warm_up=5, keep_every=20)

    def run(folder, epochs):
        torch.manual_seed(1)
        network, tokenizer = new_classifier(base)
        losses = []
        train(
            lambda _: labelled(TAUGHT),
            network,
            tokenizer,
            Schedule(**{**vars(schedule), "epochs": epochs}),
            Checkpoint(folder),
            lambda step: losses.append(step.loss),
        )
        return network, tokenizer, losses

    network, tokenizer, losses = run(tmp_path / "kept", 100)
    assert len(losses) == 100 and losses[-1] < 0.2
    network.save_pretrained(tmp_path / "made")
    tokenizer.save_pretrained(tmp_path / "made")
    assert evaluate(TAUGHT, Classifier.load(tmp_path / "made")).accuracy == 100
    assert len(run(tmp_path / "kept", 102)[2]) == 2
    assert run(tmp_path / "kept", 102)[2] == []


def test_the_mean_of_two_models(tmp_path):
    base = made(tmp_path / "base", "bert")
    network, _ = new_classifier(base)
    before = {name: value.clone() for name, value in network.named_parameters()}
    with torch.no_grad():
        for value in network.parameters():
            value.add_(1.0)
    average(network, [base])
    fresh = dict(new_classifier(base)[0].named_parameters())
    for name, value in network.named_parameters():
        assert torch.allclose(value, (before[name] + 1.0 + fresh[name]) / 2, atol=1e-5)


def test_a_mean_with_a_model_of_another_form_is_refused(tmp_path):
    network, _ = new_classifier(made(tmp_path / "base", "bert"))
    with pytest.raises(ModelError, match="form"):
        average(network, [made(tmp_path / "other", "roberta")])


def test_types_tell_the_hypothesis_from_the_premise():
    tokens = examples(labelled(TAUGHT[:1]), tokenizer())[0]
    assert tokens.types.count(1) == 3  # with the separator
    assert LABELS[tokens.wanted.index(1.0)] == "entailment"


def test_temperature_puts_overconfidence_right():
    chance = np.random.default_rng(1)
    labels = chance.integers(0, 3, 4000)
    right = chance.random(4000) < 0.7
    given = np.where(right, labels, (labels + 1) % 3)
    logits = np.eye(3)[given] * 8.0
    found = temperature(logits, labels)
    top = np.exp(8 / found) / (np.exp(8 / found) + 2)
    assert top == pytest.approx(0.7, abs=0.03)


def test_area_under_the_curve():
    assert area(np.array([0.1, 0.4, 0.4, 0.9]), np.array([False, True, False, True])) == 0.875
    assert area(np.array([0.1, 0.4]), np.array([False, False])) == 0.5
