"""How networks are run: the precision, and without the noise of the libraries."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch.ao.quantization import quantize_dynamic
from torch.nn import Linear, Module
from transformers.utils import logging


def autocast() -> torch.autocast:
    """bfloat16 where the processor multiplies it in hardware, float32 elsewhere.

    With AMX or AVX512-BF16 it is several times faster; on others it would be slower.
    """
    fast = torch.cpu._is_avx512_bf16_supported()
    return torch.autocast("cpu", torch.bfloat16, enabled=bool(fast))


def quickened(network: Module) -> Module:
    """``network`` with the products of its layers in int8, where that is the fastest there is.

    A processor that multiplies bytes in hardware (AVX512-VNNI) but not bfloat16 takes about half
    the time so; the weights are rounded to int8, the inputs of each product as they come. A network
    for training must not be quickened.
    """
    if torch.cpu._is_avx512_bf16_supported() or not torch.cpu._is_vnni_supported():
        return network
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that torch will move this function elsewhere
        return quantize_dynamic(network, {Linear}, dtype=torch.qint8)


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
