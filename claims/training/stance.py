"""Trains the entailment model, a cross-encoder of two statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn.functional import cross_entropy
from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer, PreTrainedModel

from claims.models.inference import autocast, placed
from claims.syntax.encoding import batches
from claims.training.checkpoint import Checkpoint
from claims.training.loop import Schedule, fit
from claims.training.progress import Step
from claims.training.stance_pairs import LABELS
from claims.training.stance_teachers import Taught

LONGEST = 128
"""Pieces of a pair in training, at most."""

DEFAULT = Schedule(epochs=3, rate=2e-4, budget=6000, warm_up=300)
"""How it is trained unless told otherwise."""


@dataclass(frozen=True)
class Example:
    """A pair in pieces, with what should come out.

    Attributes
    ----------
    types
        Tell the premise's pieces from the hypothesis's.
    wanted
        Probabilities of the labels.
    """

    ids: tuple[int, ...]
    types: tuple[int, ...]
    wanted: tuple[float, ...]


def new_classifier(base: Path) -> tuple[PreTrainedModel, Any]:
    """An untrained classifier on the encoder in the folder ``base``, and its tokenizer."""
    config = AutoConfig.from_pretrained(str(base))
    config.id2label = dict(enumerate(LABELS))
    config.label2id = {label: i for i, label in enumerate(LABELS)}
    config.claims = {"temperature": 1.0}
    # On a processor, drawing the attention's dropout costs as much as the products themselves.
    config.attention_probs_dropout_prob = 0.0
    network = AutoModelForSequenceClassification.from_pretrained(
        str(base), config=config, use_safetensors=True, dtype=torch.float32
    )
    return network, AutoTokenizer.from_pretrained(str(base), use_fast=True)


def train(
    pairs: Callable[[int], Sequence[Taught]],
    network: PreTrainedModel,
    tokenizer: Any,
    schedule: Schedule,
    checkpoint: Checkpoint,
    report: Callable[[Step], None],
) -> None:
    """Fine-tune ``network`` in place on the pairs of each epoch."""

    def batches_of(epoch: int) -> list[list[Example]]:
        items = examples(pairs(epoch), tokenizer)
        groups = batches([len(i.ids) for i in items], schedule.budget)
        return [[items[i] for i in group] for group in groups]

    def loss(items: list[Example]) -> torch.Tensor:
        inputs, wanted = collate(items, tokenizer.pad_token_id, network)
        device = network.device
        with autocast(device):
            logits = network(**placed(inputs, device)).logits
        return cross_entropy(logits.float(), wanted.to(device))

    fit(network, batches_of, loss, schedule, checkpoint, report)


def examples(pairs: Sequence[Taught], tokenizer: Any, longest: int = LONGEST) -> list[Example]:
    """``pairs`` in pieces."""
    encoded = tokenizer(
        [p.premise for p in pairs],
        [p.hypothesis for p in pairs],
        truncation=True,
        max_length=longest,
        return_token_type_ids=True,
        return_attention_mask=False,
    )
    return [
        Example(tuple(ids), tuple(types), pair.wanted)
        for ids, types, pair in zip(encoded["input_ids"], encoded["token_type_ids"], pairs, strict=True)
    ]


def collate(
    items: Sequence[Example], pad: int, network: PreTrainedModel
) -> tuple[dict[str, torch.Tensor], torch.Tensor]:
    """One batch, filled up with ``pad``: the network's inputs, and the probabilities wanted."""
    longest = max(len(i.ids) for i in items)
    ids = np.full((len(items), longest), pad)
    types, mask = np.zeros_like(ids), np.zeros_like(ids)
    for row, item in enumerate(items):
        ids[row, : len(item.ids)] = item.ids
        types[row, : len(item.ids)] = item.types
        mask[row, : len(item.ids)] = 1
    inputs = {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}
    if getattr(network.config, "type_vocab_size", 0) >= 2:
        inputs["token_type_ids"] = torch.from_numpy(types)
    return inputs, torch.tensor([i.wanted for i in items])


def temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    """The number to divide ``logits`` (pairs, labels) by that makes the true labels likeliest.

    Found by golden-section search over its logarithm, where the loss has one minimum (Guo et al.
    2017, "On calibration of modern neural networks").
    """

    def loss(log_t: float) -> float:
        scaled = logits / np.exp(log_t)
        scaled = scaled - scaled.max(1, keepdims=True)
        logs = scaled - np.log(np.exp(scaled).sum(1, keepdims=True))
        return float(-logs[np.arange(len(labels)), labels].mean())

    low, high, ratio = -2.0, 2.0, (5**0.5 - 1) / 2
    while high - low > 1e-4:
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, right) if loss(left) < loss(right) else (left, high)
    return float(np.exp((low + high) / 2))
