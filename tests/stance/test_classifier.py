"""Sequence classifiers of several architectures in the place of the embedded one."""

from __future__ import annotations

import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    AutoModelForSequenceClassification,
    BertConfig,
    DebertaV2Config,
    PreTrainedTokenizerFast,
    RobertaConfig,
)

from claims.core.errors import ModelError
from claims.stance.classifier import Classifier, order_of

WORDS = [
    "[PAD]",
    "[CLS]",
    "[SEP]",
    "[UNK]",
    "two",
    "boats",
    "sank",
    "off",
    "the",
    "coast",
    "nobody",
    "was",
    "hurt",
    "police",
    "said",
]
SIZES = {
    "vocab_size": len(WORDS),
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 64,
    "max_position_embeddings": 140,
    "pad_token_id": 0,
}
CONFIGS = {
    "bert": lambda: BertConfig(**SIZES, type_vocab_size=2),
    "roberta": lambda: RobertaConfig(**SIZES, type_vocab_size=1),
    "deberta-v2": lambda: DebertaV2Config(
        **SIZES, type_vocab_size=0, relative_attention=True, pos_att_type=["p2c", "c2p"]
    ),
}
PAIRS = [("two boats sank", "nobody was hurt"), ("police said two boats sank off the coast", "boats sank")]
USUAL = ("entailment", "neutral", "contradiction")


def tokenizer():
    plain = Tokenizer(models.WordLevel({w: i for i, w in enumerate(WORDS)}, unk_token="[UNK]"))
    plain.pre_tokenizer = pre_tokenizers.Whitespace()
    plain.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 1), ("[SEP]", 2)],
    )
    names = {"pad_token": "[PAD]", "cls_token": "[CLS]", "sep_token": "[SEP]", "unk_token": "[UNK]"}
    return PreTrainedTokenizerFast(tokenizer_object=plain, **names)


def made(folder, architecture, labels=USUAL, weights=None):
    """A classifier with random weights, or with those of another one in the order of its labels."""
    torch.manual_seed(3)
    config = CONFIGS[architecture]()
    config.id2label = dict(enumerate(labels))
    config.label2id = {label: i for i, label in enumerate(labels)}
    network = AutoModelForSequenceClassification.from_config(config)
    if weights is not None:
        network.load_state_dict(weights(network.state_dict()))
    network.save_pretrained(folder)
    tokenizer().save_pretrained(folder)
    return folder


@pytest.mark.parametrize("architecture", list(CONFIGS))
def test_any_architecture_answers_with_probabilities(architecture, tmp_path):
    model = Classifier.load(made(tmp_path, architecture))
    answers = model.probabilities([*PAIRS, PAIRS[0]])
    assert [round(sum(a), 5) for a in answers] == [1.0] * 3
    assert answers[0] == answers[2] != answers[1]
    assert model.probabilities([]) == []


@pytest.mark.parametrize("architecture", list(CONFIGS))
def test_labels_are_read_whatever_their_order_and_case(architecture, tmp_path):
    def turned(state):
        # The outputs in the order contradiction, entailment, neutral.
        return {k: v[[2, 0, 1]] if v.shape[:1] == (3,) and "classifier" in k else v for k, v in state.items()}

    plain = Classifier.load(made(tmp_path / "a", architecture))
    labels = ("CONTRADICTION", "Entailment", "neutral")
    other = Classifier.load(made(tmp_path / "b", architecture, labels, turned))
    for one, two in zip(plain.probabilities(PAIRS), other.probabilities(PAIRS), strict=True):
        assert one == pytest.approx(two, abs=1e-5)


def test_a_long_pair_is_shortened_to_what_the_model_reads(tmp_path):
    model = Classifier.load(made(tmp_path, "roberta"))
    assert len(model.probabilities([("two boats sank " * 300, "nobody was hurt")])) == 1


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("entailment", "not_entailment"), "two labels.*not_entailment"),
        (("LABEL_0", "LABEL_1", "LABEL_2"), "LABEL_0, LABEL_1, LABEL_2"),
        (("positive", "negative", "neutral"), "entailment, neutral and contradiction are needed"),
    ],
)
def test_other_labels_are_refused_with_a_clear_word(labels, said, tmp_path):
    with pytest.raises(ModelError, match=said):
        Classifier.load(made(tmp_path, "bert", labels))


def test_what_is_no_model_is_named(tmp_path):
    with pytest.raises(ModelError, match="nowhere"):
        Classifier.load(tmp_path / "nowhere")


def test_order_of_labels():
    assert order_of({0: "contradiction", 1: "neutral", 2: "entailment"}) == (2, 1, 0)
