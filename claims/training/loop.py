"""The training loop that all models of transformers share here."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import torch
from transformers import PreTrainedModel

from claims.models.inference import fastest
from claims.training.checkpoint import Checkpoint
from claims.training.progress import Step

Batch = TypeVar("Batch")


@dataclass(frozen=True)
class Schedule:
    """How long and how fast to train.

    Attributes
    ----------
    epochs, rate, budget, seed
        Passes over the data, learning rate, padded pieces a batch, and the seed of everything.
    warm_up
        Steps in which the learning rate rises to its height; it then falls in a line to a hundredth.
    keep_every
        Steps between two checkpoints.
    """

    epochs: int = 5
    rate: float = 3e-4
    budget: int = 6000
    seed: int = 13
    warm_up: int = 200
    keep_every: int = 50

    def rate_at(self, done: int, total: int) -> float:
        """The learning rate of step ``done`` (from 1) of ``total``."""
        falling = (total - done) / max(1, total - self.warm_up)
        return self.rate * min(done / max(1, self.warm_up), max(0.01, falling))


def fit(
    network: PreTrainedModel,
    batches: Callable[[int], Sequence[Batch]],
    loss: Callable[[Batch], torch.Tensor],
    schedule: Schedule,
    checkpoint: Checkpoint,
    report: Callable[[Step], None],
    paces: Mapping[str, float] | None = None,
) -> None:
    """Train ``network`` in place, on the accelerator if there is one; a run that was cut off goes on.

    Parameters
    ----------
    batches
        The batches of an epoch, from its number; always the same for the same number.
    loss
        Of one batch, whose tensors it brings to where the network is.
    report
        Called after each step.
    paces
        How many times as high as for the rest the learning rate is for a part of ``network``, by the
        name of the part.
    """
    torch.manual_seed(schedule.seed)
    network.to(fastest())  # type: ignore[arg-type]
    parts, times = _grouped(network, paces or {})
    optimiser = torch.optim.AdamW(parts, lr=schedule.rate, weight_decay=0.01, fused=True)
    start, skip = checkpoint.resume(network, optimiser)
    for epoch in range(start, schedule.epochs):
        groups = list(batches(epoch))
        random.Random(schedule.seed + epoch).shuffle(groups)
        network.train()
        for step, group in enumerate(groups[skip:], skip + 1):
            done, total = epoch * len(groups) + step, schedule.epochs * len(groups)
            for parameters, pace in zip(optimiser.param_groups, times, strict=True):
                parameters["lr"] = pace * schedule.rate_at(done, total)
            value = loss(group)
            optimiser.zero_grad()
            value.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            report(Step("training", done, total, float(value.item())))
            if step % schedule.keep_every == 0:
                checkpoint.keep(network, optimiser, epoch, step)
        skip = 0
        checkpoint.keep(network, optimiser, epoch + 1, 0)
    network.cpu()


def _grouped(
    network: PreTrainedModel, paces: Mapping[str, float]
) -> tuple[list[dict[str, list[torch.nn.Parameter]]], list[float]]:
    """The parameters of all that has no pace of its own, then of each part that has, and the paces."""
    rest = [p for name, p in network.named_parameters() if name.split(".")[0] not in paces]
    parts = [list(network.get_submodule(name).parameters()) for name in paces]
    return [{"params": parameters} for parameters in (rest, *parts)], [1.0, *paces.values()]
