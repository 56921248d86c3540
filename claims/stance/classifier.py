"""A cross-encoder as entailment model: the embedded one, or any of the Hugging Face hub."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer

from claims.core.errors import ModelError
from claims.models.inference import autocast, fastest, placed, quietly, room
from claims.stance.entailment import Entailment
from claims.syntax.encoding import batches

LONGEST = 256
"""Pieces of a pair, at most; of a longer one the longer statement loses its end."""

BUDGET = 1000
"""Padded pieces of a batch, at most; small ones stay in the caches of the processor."""

_NAMES = (
    frozenset({"entailment", "entail", "entails", "entailed", "e"}),
    frozenset({"neutral", "unknown", "undetermined", "n"}),
    frozenset({"contradiction", "contradict", "contradicts", "contradictory", "c"}),
)


@dataclass(frozen=True)
class Classifier:
    """A sequence classifier with labels for entailment, neutral and contradiction.

    Attributes
    ----------
    order
        Which of its outputs stand for entailment, neutral and contradiction.
    temperature
        By which the outputs are divided, so that the probabilities can be trusted (Guo et al. 2017).
    """

    network: Any
    tokenizer: Any
    order: tuple[int, int, int]
    temperature: float = 1.0

    @classmethod
    def load(cls, model: str | Path) -> Classifier:
        """Read a classifier, from a folder or by its name on the Hugging Face hub.

        Raises
        ------
        ModelError
            If it cannot be read, or its labels are not those of natural language inference.
        """
        try:
            config = AutoConfig.from_pretrained(str(model))
            with quietly():
                network = AutoModelForSequenceClassification.from_pretrained(
                    str(model), use_safetensors=True, dtype=torch.float32
                )
            tokenizer = AutoTokenizer.from_pretrained(str(model), use_fast=True)
        except Exception as error:  # transformers raises what its parts raise
            lines = str(error).strip().splitlines() or [type(error).__name__]
            raise ModelError(f"{model}: not a sequence classifier that can be read: {lines[0]}") from error
        try:
            order = order_of(config.id2label)
        except ModelError as error:
            raise ModelError(f"{model}: {error}") from error
        network.to(fastest()).eval()
        own = getattr(config, "claims", None) or {}
        return cls(network, tokenizer, order, float(own.get("temperature", 1.0)))

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """One result a pair of (premise, hypothesis), in order; the same pair is asked once."""
        asked = list(dict.fromkeys(pairs))
        answers = dict(zip(asked, self._asked(asked), strict=True))
        return [answers[pair] for pair in pairs]

    def _asked(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        if not pairs:
            return []
        longest = min(LONGEST, getattr(self.network.config, "max_position_embeddings", LONGEST) - 2)
        typed = getattr(self.network.config, "type_vocab_size", 0) >= 2
        encoded = self.tokenizer(
            [a for a, _ in pairs],
            [b for _, b in pairs],
            truncation=True,
            max_length=longest,
            return_token_type_ids=typed,
        )
        found: list[Entailment | None] = [None] * len(pairs)
        device = self.network.device
        for group in batches([len(ids) for ids in encoded["input_ids"]], room(BUDGET, device)):
            inputs = self.tokenizer.pad(
                {name: [rows[i] for i in group] for name, rows in encoded.items()}, return_tensors="pt"
            )
            with torch.inference_mode(), autocast(device):
                logits = self.network(**placed(inputs, device)).logits
            chances = (logits.float()[:, list(self.order)] / self.temperature).softmax(-1)
            for index, row in zip(group, chances.tolist(), strict=True):
                found[index] = Entailment(*row)
        return [answer for answer in found if answer is not None]


def order_of(labels: Mapping[int, str]) -> tuple[int, int, int]:
    """Which labels stand for entailment, neutral and contradiction, whatever their order and case.

    Raises
    ------
    ModelError
        If they are not these three.

    Examples
    --------
    >>> order_of({0: "CONTRADICTION", 1: "entailment", 2: "Neutral"})
    (1, 2, 0)
    """
    plain = {index: name.strip().lower() for index, name in labels.items()}
    found = [[i for i, name in plain.items() if name in names] for names in _NAMES]
    if len(plain) == 3 and all(len(own) == 1 for own in found):
        return found[0][0], found[1][0], found[2][0]
    given = ", ".join(labels[i] for i in sorted(labels))
    if len(plain) == 2:
        raise ModelError(
            f"the model has two labels ({given}) and does not tell a contradiction from what is only "
            "not entailed; take one with entailment, neutral and contradiction"
        )
    raise ModelError(
        f"the model's labels are {given}, and entailment, neutral and contradiction are needed "
        "(id2label in its config.json)"
    )
