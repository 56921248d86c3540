"""How networks are run: the precision, and without the noise of the libraries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import torch
from transformers.utils import logging


def fastest() -> torch.device:
    """The accelerator if there is one, else the processor."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def placed(inputs: Mapping[str, torch.Tensor], device: torch.device) -> dict[str, torch.Tensor]:
    """``inputs`` of a network that lies on ``device``."""
    return {name: tensor.to(device, non_blocking=True) for name, tensor in inputs.items()}


def room(budget: int, device: torch.device) -> int:
    """Pieces in a batch on ``device``: an accelerator idles over what a processor's caches hold."""
    return budget * 16 if device.type == "cuda" else budget


def autocast(device: torch.device | None = None) -> torch.autocast:
    """bfloat16 where ``device``, the processor unless told, multiplies it in hardware, else float32.

    With AMX or AVX512-BF16 it is several times faster; on other processors it would be slower.
    """
    if device is not None and device.type == "cuda":
        return torch.autocast("cuda", torch.bfloat16)
    fast = torch.cpu._is_avx512_bf16_supported()
    return torch.autocast("cpu", torch.bfloat16, enabled=bool(fast))


@contextmanager
def quietly() -> Iterator[None]:
    """Without the progress bar that transformers shows while it loads weights."""
    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]
