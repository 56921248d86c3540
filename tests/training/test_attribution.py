from __future__ import annotations

import json
import random
from collections import Counter

import numpy as np
import pytest
import torch
from transformers import AutoModel, BertConfig, BertForTokenClassification

from claims.attribution.labels import TAGS
from claims.attribution.lexicon import CueLexicon
from claims.attribution.tagger import Tagger
from claims.attribution.vocabulary import MARKS, Vocabulary
from claims.attribution.windows import WindowSizes
from claims.core.errors import DataError, ModelError
from claims.core.spans import Span, joined
from claims.models import folder_of
from claims.training.attribution import (
    IGNORE,
    Lesson,
    Settings,
    collate,
    examples,
    lessons,
    loss_of,
    train,
)
from claims.training.attribution_data import GoldArticle, Part, part_of, polnear_part_of, read_polnear
from claims.training.attribution_questions import Sampling, prepare, questions, unanswered
from claims.training.attribution_scores import (
    Counts,
    Parts,
    exact_spans,
    interval,
    matched,
    overlapping_spans,
)
from claims.training.checkpoint import Checkpoint
from claims.training.folds import Fold
from claims.training.networks import PIECES, new_tagger
from claims.training.run import AttributionData
from claims.training.synthetic import generate, load_grammar, read_marks, without_marks
from claims.training.teachers import answered, answers_to, lesson_without_labels
from tests.attribution.tiny import base


@pytest.fixture(scope="module")
def vocabulary():
    return Vocabulary.load(folder_of("attribution"), dict(zip(MARKS, PIECES, strict=True)))


def _tiny():
    config = BertConfig(
        vocab_size=30522,
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=len(TAGS),
    )
    config.claims = {"marks": dict(zip(MARKS, PIECES, strict=True)), "case_types": True}
    torch.manual_seed(0)
    return BertForTokenClassification(config)


def _asked(text, gold, vocabulary, forms=frozenset(), every=True):
    prepared = prepare(GoldArticle("a", text, gold, every=every), vocabulary)
    return [
        (q, [TAGS[t] for t in q.tags])
        for q in questions(prepared, Sampling(bare_cue=0), random.Random(1), forms)
    ]


def test_each_cue_gets_a_reading_of_its_own(vocabulary):
    text, gold = read_marks("<S1 Ansa> <C1 reported> <T1 <S2 the mayor> <C2 had said> <T2 it rained>>.")
    plain, outer, inner = (tags for _, tags in _asked(text, gold, vocabulary))
    assert plain == ["O", "B-CUE", "O", "O", "B-CUE", "I-CUE", "O", "O", "O"]
    assert outer == ["B-SOURCE", "B-CUE", "B-CONTENT"] + ["I-CONTENT"] * 5 + ["O"]
    assert inner == ["O", "O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT", "O"]


def test_a_source_stands_for_a_cue_that_is_not_there(vocabulary):
    text, gold = read_marks("<T1 Bomb kills ten> <S1 Monitor>")
    (_, plain), (asked, about) = _asked(text, gold, vocabulary)
    assert plain == ["O", "O", "O", "B-SOURCE"] and asked.marked == ((3, 4),)
    assert about == ["B-CONTENT", "I-CONTENT", "I-CONTENT", "B-SOURCE"]


def test_lookalikes_are_read_as_nothing(vocabulary):
    found = _asked("The claim forms are late.", (), vocabulary, CueLexicon.load().forms())
    assert len(found) >= 2 and all(set(tags) == {"O"} for _, tags in found)


def _run(folder, vocabulary, stop_after=None):
    """Train a tiny network, dropout included, and give its weights; or stop in the middle."""
    network, settings = _tiny(), Settings(epochs=2, seed=5, budget=200, warm_up=4, keep_every=3)
    prepared = [prepare(a, vocabulary) for a in generate(6, seed=3)]
    seen = []

    def report(step):
        seen.append(step.done)
        if step.done == stop_after:
            raise KeyboardInterrupt

    train(
        lambda epoch: lessons(prepared, Sampling(), seed=epoch),
        network, vocabulary, settings, Checkpoint(folder), report,
    )  # fmt: skip
    return network, seen


@pytest.mark.parametrize("stop_after", [2, 5, 9])
def test_a_run_that_was_cut_off_goes_on_to_the_same_weights(stop_after, vocabulary, tmp_path):
    whole, steps = _run(tmp_path / "whole", vocabulary)
    assert steps == list(range(1, steps[-1] + 1)) and steps[-1] > 9
    with pytest.raises(KeyboardInterrupt):
        _run(tmp_path / "cut", vocabulary, stop_after)
    again, rest = _run(tmp_path / "cut", vocabulary)
    assert len(rest) < len(steps) or stop_after == 2
    for one, other in zip(whole.parameters(), again.parameters(), strict=True):
        assert torch.equal(one, other)


def test_teachers_answer_every_question_and_are_asked_once(vocabulary, tmp_path):
    teacher = Tagger.load(folder_of("attribution"))
    prepared = [prepare(a, vocabulary) for a in generate(3, seed=3)]
    found = [*lessons(prepared, Sampling(), 1), lesson_without_labels(prepared[0], teacher, WindowSizes())]
    taught = answered(found, [teacher, teacher], tmp_path / "answers.npz", lambda _: None)
    for lesson in taught:
        for question, answer in zip(lesson.questions, lesson.answers, strict=True):
            assert answer.shape == (question.window[1] - question.window[0], len(TAGS))
            assert np.allclose(answer.astype(np.float32).sum(1), 1, atol=0.01)
    again = answered(found, [], tmp_path / "answers.npz", lambda _: None)
    assert all(np.array_equal(a, b) for a, b in zip(taught[0].answers, again[0].answers, strict=True))
    alone = answers_to(found[:1], [teacher])
    assert np.allclose(alone[0], taught[0].answers[0].astype(np.float32), atol=0.01)
    batch = examples(taught, vocabulary, True)
    inputs, labels, soft = collate(batch, vocabulary.pad, True)
    assert inputs["input_ids"].shape == labels.shape == soft.shape[:2]
    assert ((soft.sum(-1) > 0.9).sum(1) == torch.tensor([len(e.encoded.firsts) for e in batch])).all()


def _teacher_without(fold):
    teacher = Tagger.load(folder_of("attribution"))
    teacher.network.config.claims["fold"] = fold
    with torch.no_grad():
        # Each teacher gives every word a tag of its own, so that one sees whose answers come out.
        teacher.network.classifier.weight.zero_()
        teacher.network.classifier.bias.zero_()
        teacher.network.classifier.bias[int(fold[0])] = 50.0
    return teacher


def test_on_labelled_articles_only_the_teacher_answers_that_has_not_seen_them(vocabulary):
    teachers = [_teacher_without("1/2"), _teacher_without("2/2")]
    prepared = [prepare(a, vocabulary) for a in generate(12, seed=3)]
    assert {Fold(1, 2).holds(p.id) for p in prepared} == {True, False}
    for lesson in lessons(prepared, Sampling(), 1):
        own = teachers[0 if Fold(1, 2).holds(lesson.article.id) else 1].tags.index
        answer = answers_to([lesson], teachers)[0].argmax(-1)
        wanted = teachers[0].tags[1 if Fold(1, 2).holds(lesson.article.id) else 2]
        assert set(answer) == {TAGS.index(wanted)} and own(wanted) in (1, 2)


def test_all_teachers_answer_where_there_are_no_labels(vocabulary):
    teachers = [_teacher_without("1/2"), _teacher_without("2/2")]
    article = prepare(next(iter(generate(1, seed=3))), vocabulary)
    found = Lesson(article, tuple(unanswered(article, (), (), WindowSizes())))
    answer = answers_to([found], teachers)[0]
    both = [TAGS.index(teachers[0].tags[i]) for i in (1, 2)]
    assert np.allclose(answer[:, both], 0.5, atol=0.01)


def test_a_fold_is_left_out_and_further_texts_are_asked_in_both_schemes(tmp_path):
    rows = [{"id": f"p{i}", "text": "Police said it rained.", "attributions": []} for i in range(60)]
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    whole = {a.id for a in AttributionData((path,)).read()}
    parts = [{a.id for a in AttributionData((path,), fold=Fold(k, 3)).read()} for k in (1, 2, 3)]
    assert all(part < whole for part in parts)
    assert all(sum(id in part for part in parts) == 2 for id in whole)
    asked = AttributionData((), texts=(path,)).unlabelled()
    assert len(asked) == 60 and sum(a.every for a in asked) == 30


def test_loss_follows_labels_teachers_or_both():
    logits = torch.tensor([[[2.0, 0.0], [0.0, 2.0], [1.0, 1.0]]])
    logs = logits.log_softmax(-1)
    labels = torch.tensor([[0, IGNORE, IGNORE]])
    soft = torch.tensor([[[0.0, 0.0], [0.0, 0.0], [0.0, 0.0]]])
    assert torch.isclose(loss_of(logits, labels, soft, 0.7), -logs[0, 0, 0])
    soft[0, 0, 1] = 1.0
    both = -(0.3 * logs[0, 0, 0] + 0.7 * logs[0, 0, 1])
    assert torch.isclose(loss_of(logits, labels, soft, 0.7), both)
    soft[0, 1, 1] = 1.0
    assert torch.isclose(loss_of(logits, labels, soft, 0.7), (both - logs[0, 1, 1]) / 2)


def test_lost_marks_leave_the_labels_on_their_words():
    text, gold = read_marks("<S1 Peru><C1 :> <T1 “ten, at Lima's dam, hurt”>")
    bare = without_marks(GoldArticle("a", text, gold))
    assert bare.text == "Peru ten at Limas dam hurt"
    assert [joined(s, bare.text) for s in (bare.attributions[0].source, bare.attributions[0].content)] == [
        "Peru", "ten at Limas dam hurt",
    ]  # fmt: skip
    assert bare.attributions[0].cue == ()


def test_every_rule_of_the_grammar_expands_to_balanced_marks():
    grammar = load_grammar()
    assert {"nested", "nominal", "headline", "passive", "relayed", "denial"} <= set(grammar)
    for article in generate(300, seed=1):
        assert not set("<>{}") & set(article.text)
        for gold in article.attributions:
            assert gold.content and all(s.of(article.text).strip() for s in gold.content)


def test_parts_are_of_their_size_and_do_not_move():
    parts = Counter(part_of(str(n)) for n in range(3000))
    assert 850 < parts[Part.HELD_OUT] < 1150 and 300 < parts[Part.RESERVED] < 500
    assert [n for n in range(12) if part_of(str(n)) is Part.HELD_OUT] == [0, 1, 2, 4, 5, 10]
    assert [n for n in range(60) if part_of(str(n)) is Part.RESERVED] == [37, 42, 52, 53]
    assert 20 < sum(polnear_part_of(str(n)) is Part.RESERVED for n in range(1000)) < 80


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
    assert overlapping_spans(found, gold, "content") == Counts(2, 2, 2)
    assert overlapping_spans(found, gold, "source") == Counts(1, 1, 1)
    assert matched(found, gold) == [(0, 0)]
    assert Counts(1, 2, 4).f1 == pytest.approx(100 / 3)
    low, high = interval([Counts(1, 1, 1), Counts(0, 1, 1)], rounds=200)
    assert low <= 50 <= high


def test_spans_that_nest_are_paired_as_well_as_can_be():
    gold = [Parts((), (), (Span(0, 100),)), Parts((), (), (Span(10, 20),))]
    found = [Parts((), (), (Span(12, 18),)), Parts((), (), (Span(50, 60),))]
    assert overlapping_spans(found, gold, "content") == Counts(2, 2, 2)


def test_another_run_does_not_go_on_from_a_checkpoint(tmp_path):
    network = torch.nn.Linear(2, 2)
    optimiser = torch.optim.AdamW(network.parameters())
    kept = Checkpoint(tmp_path / "kept", "one")
    kept.keep(network, optimiser, 1, 2)
    assert kept.resume(network, optimiser) == (1, 2)
    with pytest.raises(DataError, match="other data or settings"):
        Checkpoint(tmp_path / "kept", "two").resume(network, optimiser)
    kept.drop()
    assert kept.resume(network, optimiser) == (0, 0)


@pytest.mark.parametrize("line", ["{}", "[1]", '{"id": 1, "text": "a", "attributions": [{"cue": []}]}', "no"])
def test_a_line_of_another_form_is_named(line, tmp_path):
    (tmp_path / "bad.jsonl").write_text(line)
    with pytest.raises(DataError, match="line 1"):
        read_polnear(tmp_path / "bad.jsonl")


def test_weights_kept_in_half_precision_are_trained_in_full(tmp_path):
    folder = base(tmp_path / "base", "roberta")
    AutoModel.from_pretrained(folder).half().save_pretrained(folder)
    network, _, _ = new_tagger(folder)
    assert {p.dtype for p in network.parameters()} == {torch.float32}


def test_a_folder_without_an_encoder_is_named(tmp_path):
    with pytest.raises(ModelError, match="nowhere"):
        new_tagger(tmp_path / "nowhere")
