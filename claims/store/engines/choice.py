"""Which way a scan runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import claims
from claims.core.running import Running, Way
from claims.pipeline import ModelChoice, Pipeline
from claims.store.engines.engine import Engine
from claims.store.engines.workers import Workers


@dataclass(frozen=True)
class Loading:
    """Loads the pipeline with these models."""

    models: ModelChoice

    def __call__(self, sharing: int = 1) -> Pipeline:
        """The pipeline for one of ``sharing`` processes that use the machine at once."""
        if sharing > 1:
            import torch

            torch.set_num_threads(max(1, torch.get_num_threads() // sharing))
        return claims.Pipeline(self.models)


def engine_with(models: ModelChoice, running: Running) -> Callable[[], Engine]:
    """What loads the engine that runs so.

    Raises
    ------
    MissingExtraError
        If Ray is wanted and not installed.
    """
    load = Loading(models)
    if running.way is Way.RAY:
        from claims.store.engines.ray_data import RayData, installed

        installed()
        return lambda: RayData(load, running.workers)
    return load if running.workers == 1 else lambda: Workers(load, running.workers)
