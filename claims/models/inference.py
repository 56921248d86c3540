"""How networks are run: the precision, and without the noise of the libraries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch
from transformers.utils import logging


def autocast() -> torch.autocast:
    """bfloat16 where the processor multiplies it in hardware, float32 elsewhere.

    With AMX or AVX512-BF16 it is several times faster; on others it would be slower.
    """
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
