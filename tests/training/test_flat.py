"""Flat taggers, with and without a conditional random field, trained as cue-conditioned ones are."""

from __future__ import annotations

import json

import pytest
import torch
from transformers import AutoModelForTokenClassification

from claims.attribution.extractor import Extractor
from claims.attribution.labels import TAGS
from claims.attribution.tagger import Tagger
from claims.attribution.windows import WindowSizes
from claims.cli.main import main
from claims.core.errors import DataError
from claims.core.spans import joined
from claims.training import run
from claims.training.attribution import CHAIN, Settings, train
from claims.training.attribution_data import GoldArticle
from claims.training.attribution_questions import prepare
from claims.training.checkpoint import Checkpoint
from claims.training.designs import Design
from claims.training.flat import flat_lessons, flat_questions
from claims.training.networks import new_tagger
from claims.training.run import AttributionData, Origin, train_attribution
from claims.training.synthetic import generate, read_marks
from tests.attribution import tiny

FLAT = [Design.FLAT, Design.FLAT_CRF]
SPANS = ("source", "cue", "content", "relay")
TEXT = "Police said two boats sank. Nobody was hurt, the mayor said."


@pytest.fixture(autouse=True)
def _nothing_generated(monkeypatch):
    monkeypatch.setattr(run, "SYNTHETIC", 0)


@pytest.fixture
def polnear(tmp_path):
    """The sentences that tiny models learn by heart, in the form of PolNeAR."""
    path = tmp_path / "train.jsonl"
    rows = [
        {
            "id": a.id,
            "text": a.text,
            "attributions": [
                {role: [[s.start, s.end] for s in getattr(g, role)] for role in SPANS} for g in a.attributions
            ],
        }
        for a in tiny.articles()
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def _tags(text, tmp_path, sizes):
    plain, gold = read_marks(text)
    _, _, vocabulary = new_tagger(tiny.base(tmp_path / "base", "distilbert"), conditioned=False)
    asked = flat_questions(prepare(GoldArticle("a", plain, gold), vocabulary), sizes)
    return [[TAGS[t] for t in question.tags] for question in asked]


def test_each_word_has_one_tag_for_all_attributions(tmp_path):
    text = "<S1 Police> <C1 said> <T1 <S2 the mayor> <C2 said> <T2 two boats> sank>."
    assert _tags(text, tmp_path, WindowSizes()) == [
        ["B-SOURCE", "B-CUE", "B-SOURCE", "I-SOURCE", "B-CUE", "B-CONTENT", "I-CONTENT", "I-CONTENT", "O"]
    ]


def test_a_window_that_begins_amid_a_content_begins_it(tmp_path):
    text = "<S1 Police> <C1 said> <T1 two boats sank. Nobody was hurt>."
    first, second = _tags(text, tmp_path, WindowSizes(run=8))
    assert first[:3] == ["B-SOURCE", "B-CUE", "B-CONTENT"] and first[-1] == "I-CONTENT"
    assert second == ["B-CONTENT", "I-CONTENT", "I-CONTENT", "O"]


@pytest.mark.parametrize("design", FLAT)
def test_a_flat_tagger_is_trained_and_reads(design, polnear, tmp_path, parsed):
    settings = Settings(epochs=40, rate=1e-2, budget=600, warm_up=20, design=design)
    origin = Origin(tiny.base(tmp_path / "base", "roberta"))
    train_attribution(AttributionData((polnear,)), origin, tmp_path / "new", settings, lambda _: None)
    tagger = Tagger.load(tmp_path / "new")
    assert not tagger.conditioned and set(tagger.vocabulary.marks) == {"outermost", "every"}
    assert (tagger.chain is not None) == (design is Design.FLAT_CRF)
    found = Extractor(tagger).readings(parsed(TEXT), scheme="outermost")
    assert [tuple(joined(s, TEXT) for s in (r.source, r.cue, r.content)) for r in found] == [
        ("Police", "said", "two boats sank"), ("the mayor", "said", "Nobody was hurt"),
    ]  # fmt: skip


def test_the_command_makes_a_plain_token_classifier(polnear, tmp_path):
    new = tmp_path / "new"
    start = str(tiny.base(tmp_path / "base", "roberta"))
    command = ["train", "attribution", str(polnear), "-o", str(new), "--design", "flat-crf"]
    assert main([*command, "--base", start, "--epochs", "1"]) == 0
    _, told = AutoModelForTokenClassification.from_pretrained(new, output_loading_info=True)
    assert not told["missing_keys"] and not told["unexpected_keys"]
    own = json.loads((new / "config.json").read_text())["claims"]
    assert len(own["starts"]) == len(own["transitions"]) == len(TAGS) and "opening" not in own["marks"]
    assert any(map(any, own["transitions"])) and not (new / "checkpoint").exists()


@pytest.mark.parametrize("design", FLAT)
def test_no_teacher_answers_for_a_flat_tagger(design, tmp_path):
    origin = Origin(teachers=(tmp_path,))
    with pytest.raises(DataError, match="leave out --teacher"):
        train_attribution(AttributionData(()), origin, tmp_path, Settings(design=design), lambda _: None)


def _run(folder, start, stop_after=None):
    torch.manual_seed(5)
    network, _, vocabulary = new_tagger(start, conditioned=False)
    settings = Settings(epochs=2, budget=200, warm_up=4, keep_every=3, design=Design.FLAT_CRF)
    taught = flat_lessons([prepare(a, vocabulary) for a in generate(30, seed=3)], WindowSizes())

    def report(step):
        if step.done == stop_after:
            raise KeyboardInterrupt

    train(lambda _: taught, network, vocabulary, settings, Checkpoint(folder), report)
    return network


def test_a_run_that_was_cut_off_goes_on_with_its_transition_scores(tmp_path):
    start = tiny.base(tmp_path / "base", "roberta")
    whole = _run(tmp_path / "whole", start)
    with pytest.raises(KeyboardInterrupt):
        _run(tmp_path / "cut", start, stop_after=5)
    kept = torch.load(tmp_path / "cut" / "state.pt", weights_only=True)["network"]
    assert kept[f"{CHAIN}.transitions"].any()
    again = _run(tmp_path / "cut", start)
    assert again.config.claims["transitions"] == whole.config.claims["transitions"]
    assert all(torch.equal(a, b) for a, b in zip(whole.parameters(), again.parameters(), strict=True))


def test_transition_scores_learn_faster_than_the_encoder(tmp_path):
    network = _run(tmp_path / "kept", tiny.base(tmp_path / "base", "roberta"))
    steps = torch.load(tmp_path / "kept" / "state.pt", weights_only=True)["optimiser"]["param_groups"]
    assert steps[1]["lr"] == pytest.approx(100 * steps[0]["lr"])
    assert not hasattr(network, CHAIN)
