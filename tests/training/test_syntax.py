"""The syntax model learns a treebank small enough to know by heart."""

from __future__ import annotations

import pytest
import torch
from tokenizers import Tokenizer

from claims.models.inference import autocast
from claims.syntax.encoding import collate, encode
from claims.syntax.network import Scores
from claims.training.syntax import IGNORE, Settings, TargetBuilder, Tree, accuracy, loss_of, train
from tests.stance.test_classifier import made

TREES = [
    Tree(("boats", "sank"), ("NNS", "VBD"), ("boat", "sink"), (1, 1), ("nsubj", "ROOT"), ("O", "O")),
    Tree(("police", "said"), ("NNS", "VBD"), ("police", "say"), (1, 1), ("nsubj", "ROOT"), ("O", "O")),
    Tree(("the", "coast"), ("DT", "NN"), ("the", "coast"), (1, 1), ("det", "ROOT"), ("O", "O")),
]


@pytest.fixture(scope="module")
def learned(tmp_path_factory):
    base = made(tmp_path_factory.mktemp("base"), "bert")
    settings = Settings(epochs=60, encoder_rate=2e-3, head_rate=2e-2, budget=200)
    lines: list[str] = []
    network, inventory = train(TREES * 4, TREES, base, settings, lines.append, rough_share=0.0)
    return network, inventory, base, lines


def test_it_learns_the_trees(learned) -> None:
    network, inventory, base, lines = learned
    figures = accuracy(network, TREES, Tokenizer.from_file(str(base / "tokenizer.json")), inventory)
    assert figures["uas"] == figures["las"] == figures["tag"] == 100
    assert len(lines) == 60 and "las" in lines[-1]


def test_relations_are_those_to_the_chosen_heads(learned) -> None:
    network, _, base, _ = learned
    items = [encode(t.words, Tokenizer.from_file(str(base / "tokenizer.json"))) for t in TREES]
    with torch.inference_mode():
        scores: Scores = network(**collate(items).inputs())
        every = network.deps(scores.dependents, scores.heads).permute(0, 2, 3, 1)
        heads = torch.tensor([[2, 0], [1, 1], [0, 2]])
        found = network.relations(scores, heads)
    for row, own in enumerate(heads.tolist()):
        for word, head in enumerate(own):
            assert torch.allclose(found[row, word], every[row, word, head], atol=1e-5)


def test_a_label_that_is_not_known_costs_nothing(learned) -> None:
    network, inventory, base, _ = learned
    odd = Tree(("boats", "sank"), ("X", "VBD"), ("boat", "sink"), (1, 1), ("odd", "ROOT"), ("O", "O"))
    targets = TargetBuilder(inventory)([odd])
    assert targets.tags[0, 0] == targets.deps[0, 0] == IGNORE
    item = encode(odd.words, Tokenizer.from_file(str(base / "tokenizer.json")))
    network.train()
    with autocast():
        loss = loss_of(network, network(**collate([item]).inputs()), targets)
    assert torch.isfinite(loss)
