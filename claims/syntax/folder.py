"""A syntax model on disk: ``config.json``, ``inventory.json``, ``tokenizer.json``, weights."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path

from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from transformers import AutoConfig

from claims.core.errors import ModelError
from claims.syntax.network import Inventory, SyntaxNetwork


def save(network: SyntaxNetwork, inventory: Inventory, base: Path, folder: Path) -> None:
    """Write ``network`` in half precision, with the tokenizer and configuration of ``base``."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = {k: v.detach().half().contiguous() for k, v in network.state_dict().items()}
    save_file(weights, folder / "model.safetensors")
    network.encoder.config.save_pretrained(folder)
    shutil.copy(base / "tokenizer.json", folder / "tokenizer.json")
    text = json.dumps(asdict(inventory), ensure_ascii=False)
    (folder / "inventory.json").write_text(text + "\n", encoding="utf-8")


def load(folder: Path) -> tuple[SyntaxNetwork, Inventory, Tokenizer]:
    """Read what :func:`save` wrote, ready for inference.

    Raises
    ------
    ModelError
        If a file is missing or does not fit the others.
    """
    try:
        stored = json.loads((folder / "inventory.json").read_text(encoding="utf-8"))
        inventory = Inventory(**{key: tuple(labels) for key, labels in stored.items()})
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        network = SyntaxNetwork(AutoConfig.from_pretrained(folder), inventory)
        weights = load_file(folder / "model.safetensors")
        network.load_state_dict({k: v.float() if v.is_floating_point() else v for k, v in weights.items()})
    except (OSError, ValueError, RuntimeError, TypeError) as error:
        raise ModelError(f"{folder}: not a syntax model: {error}") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    network.eval()
    for parameter in network.parameters():
        parameter.requires_grad_(False)
    return network, inventory, tokenizer
