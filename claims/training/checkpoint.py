"""Keeps a training run on disk, so that one that was cut off goes on where it was."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import PreTrainedModel

from claims.core.errors import DataError

STATE = "state.pt"


@dataclass(frozen=True)
class Checkpoint:
    """A folder with the weights, the optimiser, the random numbers to come and the place.

    Attributes
    ----------
    of
        What the run is made of (settings, data, base); a run of something else does not go on here.
    """

    folder: Path
    of: str = ""

    def keep(self, network: PreTrainedModel, optimiser: torch.optim.Optimizer, epoch: int, step: int) -> None:
        """Write the state after ``step`` steps of ``epoch``; a cut-off writing harms nothing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        state = {
            "network": network.state_dict(),
            "optimiser": optimiser.state_dict(),
            "random": torch.get_rng_state(),
            "place": torch.tensor([epoch, step]),
            "of": self.of,
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

        Raises
        ------
        DataError
            If another run was kept there.
        """
        if not (self.folder / STATE).exists():
            return 0, 0
        state = torch.load(self.folder / STATE, map_location="cpu", weights_only=True)
        if state["of"] != self.of:
            raise DataError(
                f"{self.folder}: holds a run with other data or settings; delete it or choose another folder"
            )
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"])
        epoch, step = state["place"].tolist()
        return epoch, step

    def drop(self) -> None:
        """Delete what was kept, once the run is through."""
        shutil.rmtree(self.folder, ignore_errors=True)


def fingerprint(*parts: object) -> str:
    """A short text that tells one run's settings and data from another's.

    Files are told by name and size.
    """
    told = [f"{p.name} {p.stat().st_size}" if isinstance(p, Path) and p.is_file() else str(p) for p in parts]
    return hashlib.sha256("|".join(told).encode()).hexdigest()[:16]
