"""Token classifiers of other architectures in the place of the embedded one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from transformers import BertConfig, BertForTokenClassification

from claims.attribution.extractor import Extractor
from claims.attribution.tagger import Tagger
from claims.core.attribution import Manner
from claims.core.errors import ModelError
from claims.core.spans import joined
from claims.models import folder_of
from tests.attribution import tiny

TEXT = "Police said two boats sank. Nobody was hurt, the mayor said."
"""Two of the sentences that the tiny models have learned by heart."""

WANTED = [("Police", "said", "two boats sank"), ("the mayor", "said", "Nobody was hurt")]


def _found(extractor, document):
    return [
        (joined(a.source, TEXT), joined(a.cue, TEXT), joined(a.content, TEXT))
        for a in extractor(document)
        if a.manner is not Manner.NARRATOR
    ]


@pytest.mark.parametrize("architecture", ["roberta", "deberta-v2", "distilbert"])
def test_a_tagger_trained_on_another_encoder_takes_the_place(architecture, tmp_path, parsed):
    tagger = Tagger.load(tiny.conditioned(tmp_path, architecture))
    assert tagger.conditioned and not tagger.case_types
    assert _found(Extractor(tagger), parsed(TEXT)) == WANTED


LOWER_IO = ("outside", "cue", "i-Cue", "source", "i-source", "content", "I-Content", "relay", "i-relay")
BIOES = ("O", "B-CUE", "E-CUE", "B-SOURCE", "E-SOURCE", "B-CONTENT", "E-CONTENT", "S-RELAY", "L-RELAY")


@pytest.mark.parametrize(
    ("architecture", "labels"), [("roberta", tiny.TAGS), ("distilbert", LOWER_IO), ("deberta-v2", BIOES)]
)
def test_a_plain_token_classifier_takes_the_place(architecture, labels, tmp_path, parsed):
    tagger = Tagger.load(tiny.flat(tmp_path, architecture, labels))
    assert not tagger.conditioned
    assert _found(Extractor(tagger), parsed(TEXT)) == WANTED


def _bert(folder, labels, positions=512):
    config = BertConfig(
        vocab_size=30522, hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8,
        max_position_embeddings=positions, id2label=dict(enumerate(labels)),
    )  # fmt: skip
    BertForTokenClassification(config).save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        if (folder_of("attribution") / name).exists():
            shutil.copy(folder_of("attribution") / name, folder / name)


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (("LABEL_0", "LABEL_1"), "none of the roles cue, source, content, relay"),
        (("O", "B-PER", "I-PER"), "'B-PER'"),
        (("O", "B-CUE", "B-SOURCE"), "no label for content"),
    ],
)
def test_labels_of_something_else_are_refused(labels, said, tmp_path):
    _bert(tmp_path, labels)
    with pytest.raises(ModelError, match=said):
        Tagger.load(tmp_path)


def test_a_model_that_reads_too_little_at_once_is_refused(tmp_path):
    _bert(tmp_path, tiny.TAGS, positions=64)
    with pytest.raises(ModelError, match="64 pieces"):
        Tagger.load(tmp_path)


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ({"transitions": [[0.0, 1.0], [1.0, 0.0]]}, "its 9 labels"),
        ({"starts": [0.0], "transitions": [[0.0] * 9] * 9}, "its 9 labels"),
        ({"marks": {"every": "[unused4]"}}, "no piece for outermost"),
        ({"marks": {"opening": "[unused1]", "every": "[unused4]"}}, "no piece for closing, outermost"),
    ],
)
def test_a_configuration_that_lacks_something_is_refused(claims, said, tmp_path):
    _bert(tmp_path, tiny.TAGS)
    config = json.loads((tmp_path / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps({**config, "claims": claims}))
    with pytest.raises(ModelError, match=said):
        Tagger.load(tmp_path)


def test_weights_in_a_pickle_are_never_loaded(tmp_path):
    _bert(tmp_path, tiny.TAGS)
    (tmp_path / "model.safetensors").rename(tmp_path / "pytorch_model.bin")
    with pytest.raises(ModelError, match="not a token classifier"):
        Tagger.load(tmp_path)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ModelError, match="nowhere"):
        Tagger.load(tmp_path / "nowhere")


@pytest.mark.slow
def test_a_model_of_the_hub_is_found_by_its_name(tmp_path):
    """The name is looked up in the local store of the hub, as it is after a download."""
    made = tiny.flat(tmp_path / "made", "roberta")
    stored = tmp_path / "hub" / "models--newsroom--tiny-tagger"
    shutil.copytree(made, stored / "snapshots" / ("0" * 40))
    (stored / "refs").mkdir()
    (stored / "refs" / "main").write_text("0" * 40)
    article = tmp_path / "article.txt"
    article.write_text(TEXT)
    arguments = ["report", str(article), "--attribution-model", "newsroom/tiny-tagger", "--format", "json"]
    done = subprocess.run(
        [sys.executable, "-c", "from claims.cli.main import main; main()", *arguments],
        env={**os.environ, "HF_HUB_CACHE": str(tmp_path / "hub"), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["attributions"]
    assert [TEXT[s:e] for a in found for s, e in a["cue"]] == ["said", "said"]
