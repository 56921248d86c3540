"""How far a training run is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """``done`` of ``total`` steps of a stage, with the loss of the last one where there is one."""

    stage: str
    done: int
    total: int
    loss: float | None = None
