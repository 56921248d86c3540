"""How near the extractor comes to what the machine can multiply.

The operations that the networks need for an article are counted, the time is taken, and both are
set against a matrix product timed in the same run. Ratios are printed with ``pytest -s``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median
from time import perf_counter
from typing import Any

import pytest
import torch

from claims.attribution.extractor import Extractor
from claims.models.inference import autocast
from claims.training.attribution_data import GoldArticle
from claims.training.attribution_evaluation import document_of
from claims.training.synthetic import generate

WORDS = 900
"""Of each article, about as many as a PolNeAR article has."""


@dataclass
class Counting:
    """Stands before a network, and counts the operations that its inputs need."""

    network: Any
    operations: float = 0.0

    def __call__(self, **inputs: Any) -> Any:
        self.operations += operations_of(self.network.config, inputs["attention_mask"])
        return self.network(**inputs)

    @property
    def device(self) -> torch.device:
        """Where the network lies."""
        device: torch.device = self.network.device
        return device


def operations_of(config: Any, mask: torch.Tensor) -> float:
    """Floating-point operations of an encoder on the pieces of ``mask`` that are not padding.

    Two for each weight of the products of every layer and piece, and the two products of the
    attention, which grow with the square of the length.
    """
    width, inner = config.hidden_size, config.intermediate_size
    lengths = mask.sum(1).double()
    weights = 4 * width * width + 2 * width * inner
    return float(config.num_hidden_layers * (2 * weights * lengths + 4 * width * lengths**2).sum())


def matrix_rate() -> float:
    """Operations a second of a large matrix product, in the precision that the models use."""
    a, b = torch.randn(2048, 2048), torch.randn(2048, 2048)
    with autocast(), torch.inference_mode():
        a @ b
        times = []
        for _ in range(7):
            start = perf_counter()
            a @ b
            times.append(perf_counter() - start)
    return 2 * 2048**3 / median(times)


@pytest.fixture(scope="module")
def articles() -> list[GoldArticle]:
    texts = [a.text for a in generate(600, seed=9)]
    found = []
    while texts and len(found) < 6:
        text = ""
        while texts and len(text.split()) < WORDS:
            text += texts.pop() + " "
        found.append(GoldArticle(str(len(found)), text, ()))
    return found


@pytest.mark.slow
def test_the_tagger_wastes_little_of_what_it_multiplies(parser, extractor, articles, capsys):
    counting = Counting(extractor._tagger.network)
    counted = Extractor(replace(extractor._tagger, network=counting))
    documents = [document_of(a, parser) for a in articles]
    counted(documents[0])
    counting.operations = 0.0
    start = perf_counter()
    for document in documents:
        counted(document)
    seconds = perf_counter() - start
    reached, most = counting.operations / seconds, matrix_rate()
    with capsys.disabled():
        print(
            f"\n{len(documents)} articles of {WORDS} words: {seconds / len(documents):.3f} s each, "
            f"{counting.operations / len(documents) / 1e9:.0f} GFLOP each, {reached / 1e9:.0f} GFLOP/s, "
            f"{100 * reached / most:.0f} % of a matrix product's {most / 1e9:.0f}"
        )
    assert reached > 0.05 * most
