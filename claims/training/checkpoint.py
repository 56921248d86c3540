"""Keeps a training run on disk, so that one that was cut off goes on where it was."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import PreTrainedModel

STATE = "state.pt"


@dataclass(frozen=True)
class Checkpoint:
    """A folder with the weights, the optimiser, the random numbers to come and the place."""

    folder: Path

    def keep(self, network: PreTrainedModel, optimiser: torch.optim.Optimizer, epoch: int, step: int) -> None:
        """Write the state after ``step`` steps of ``epoch``; a cut-off writing harms nothing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        state = {
            "network": network.state_dict(),
            "optimiser": optimiser.state_dict(),
            "random": torch.get_rng_state(),
            "place": torch.tensor([epoch, step]),
        }
        fresh = self.folder / f"{STATE}.new"
        torch.save(state, fresh)
        fresh.replace(self.folder / STATE)

    def resume(self, network: PreTrainedModel, optimiser: torch.optim.Optimizer) -> tuple[int, int]:
        """Take up the state that was kept, if any.

        Returns
        -------
        epoch, step
            Where to go on: the epoch, and how many of its steps are done.
        """
        if not (self.folder / STATE).exists():
            return 0, 0
        state = torch.load(self.folder / STATE, weights_only=True)
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"])
        epoch, step = state["place"].tolist()
        return epoch, step
