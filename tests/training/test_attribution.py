from __future__ import annotations

import json
import random

import pytest
from tokenizers import Tokenizer
from transformers import BertConfig, BertForTokenClassification

from claims.attribution.labels import TAGS
from claims.attribution.lexicon import CueLexicon
from claims.core.errors import DataError
from claims.core.spans import Span
from claims.models import folder_of
from claims.training.attribution import Checkpoint, Settings, examples, markers_of, prepare, train
from claims.training.attribution_data import GoldArticle, is_held_out, read_polnear
from claims.training.attribution_scores import Counts, Parts, exact_spans, interval, matched
from claims.training.synthetic import generate, load_grammar, read_marks


@pytest.fixture(scope="module")
def tokenizer():
    found = Tokenizer.from_file(str(folder_of("attribution") / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


def _tiny():
    config = BertConfig(
        vocab_size=30522,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=len(TAGS),
    )
    return BertForTokenClassification(config)


def test_each_cue_gets_a_reading_of_its_own(tokenizer):
    text, gold = read_marks("<S1 Ansa> <C1 reported> <T1 <S2 the mayor> <C2 had said> <T2 it rained>>.")
    prepared = prepare(GoldArticle("a", text, gold, every=True), tokenizer)
    found = list(
        examples(
            prepared, markers_of(tokenizer, "every"), Settings(bare_cue=0), random.Random(1), frozenset()
        )
    )
    tags = [[TAGS[t] for t in e.tags] for e in found]
    assert tags[0] == ["O", "B-CUE", "O", "O", "B-CUE", "I-CUE", "O", "O", "O"]
    assert tags[1] == ["B-SOURCE", "B-CUE", "B-CONTENT"] + ["I-CONTENT"] * 5 + ["O"]
    assert tags[2] == ["O", "O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT", "O"]


def test_lookalikes_are_read_as_nothing(tokenizer):
    prepared = prepare(GoldArticle("a", "The claim forms are late.", (), every=True), tokenizer)
    forms = CueLexicon.load().forms()
    found = list(examples(prepared, markers_of(tokenizer, "every"), Settings(), random.Random(1), forms))
    assert len(found) >= 2 and all(set(e.tags) == {0} for e in found)


def test_a_run_that_was_cut_off_goes_on_to_the_same_weights(tokenizer, tmp_path):
    articles = generate(6, seed=3)

    def run(folder, epochs, network):
        train(
            articles, network, tokenizer, Settings(epochs=epochs, seed=5, budget=800),
            Checkpoint(folder), lambda line: None,
        )  # fmt: skip
        return network

    import torch

    torch.manual_seed(0)
    start = _tiny().state_dict()

    def fresh():
        network = _tiny()
        network.load_state_dict(start)
        network.config.hidden_dropout_prob = network.config.attention_probs_dropout_prob = 0.0
        for module in network.modules():
            if isinstance(module, torch.nn.Dropout):
                module.p = 0.0
        return network

    whole = run(tmp_path / "whole", 2, fresh())
    (tmp_path / "cut").mkdir()
    for name in ("state.pt", "progress.json"):
        assert (tmp_path / "whole" / name).exists()
    stopped = Checkpoint(tmp_path / "cut")
    calls = []

    class StopError(Exception):
        pass

    def stop_in_second_epoch(items, *rest):
        calls.append(1)
        if len(calls) == 2:
            raise StopError
        return original(items, *rest)

    from claims.training import attribution

    original = attribution._one_epoch
    attribution._one_epoch = stop_in_second_epoch
    try:
        with pytest.raises(StopError):
            train(articles, fresh(), tokenizer, Settings(epochs=2, seed=5, budget=800), stopped, calls.append)
    finally:
        attribution._one_epoch = original
    again = run(tmp_path / "cut", 2, fresh())
    for one, other in zip(whole.parameters(), again.parameters(), strict=True):
        assert torch.allclose(one, other, atol=1e-6)


def test_every_rule_of_the_grammar_expands_to_balanced_marks():
    grammar = load_grammar()
    assert {"nested", "nominal", "headline", "passive", "relayed", "denial"} <= set(grammar)
    for article in generate(300, seed=1):
        assert "<" not in article.text and "{" not in article.text
        for gold in article.attributions:
            assert gold.content and all(s.of(article.text).strip() for s in gold.content)


def test_held_out_third_is_about_a_third_and_does_not_move():
    assert 280 < sum(is_held_out(str(n)) for n in range(1000)) < 390
    assert [n for n in range(12) if is_held_out(str(n))] == [0, 1, 2, 4, 5, 10]


def test_broken_line_of_data_is_named(tmp_path):
    path = tmp_path / "d.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "x", "attributions": []}) + "\n{oops\n")
    with pytest.raises(DataError, match="line 2"):
        read_polnear(path)


def test_scores_by_hand():
    gold = [Parts((Span(0, 4),), (Span(5, 9),), (Span(10, 20),)), Parts((), (), (Span(30, 40),))]
    found = [Parts((Span(0, 4),), (Span(5, 8),), (Span(10, 18),)), Parts((Span(0, 4),), (), (Span(30, 40),))]
    assert exact_spans(found, gold, "source") == Counts(1, 1, 1)
    assert exact_spans(found, gold, "content") == Counts(1, 2, 2)
    assert matched(found, gold) == [(0, 0)]
    assert Counts(1, 2, 4).f1 == pytest.approx(100 / 3)
    low, high = interval([Counts(1, 1, 1), Counts(0, 1, 1)], rounds=200)
    assert low <= 50 <= high
