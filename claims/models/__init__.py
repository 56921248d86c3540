"""The embedded models, a folder each with its model card (README.md)."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from claims.core.errors import ModelError


@dataclass(frozen=True)
class Embedded:
    """A model in the package: its name, the size of its weights, and what it does."""

    name: str
    megabytes: float
    summary: str


def folder_of(name: str) -> Path:
    """The folder of an embedded model (``syntax`` or ``attribution``)."""
    return Path(str(files("claims.models"))) / name


def embedded() -> list[Embedded]:
    """All embedded models, by name."""
    found = []
    for weights in sorted(folder_of("").glob("*/model.safetensors")):
        lines = card_of(weights.parent.name).splitlines()
        summary = next((x for x in lines if x and not x.startswith(("#", "-", "|"))), "")
        found.append(Embedded(weights.parent.name, weights.stat().st_size / 1e6, summary))
    return found


def card_of(name: str) -> str:
    """The model card of an embedded model.

    Raises
    ------
    ModelError
        If there is no such model.
    """
    card = folder_of(name) / "README.md"
    if not name.isidentifier() or not card.is_file():
        known = ", ".join(sorted(p.parent.name for p in folder_of("").glob("*/README.md")))
        raise ModelError(f"{name}: no such model; there are {known}")
    return card.read_text(encoding="utf-8")
