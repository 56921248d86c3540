"""What made a report: the program and its models, named so that others can tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from claims.models import folder_of
from claims.stance.combiner import Combiner, weights_file
from claims.store.keys import key_of

if TYPE_CHECKING:
    from claims.pipeline import ModelChoice

_UNDERSTANDING = ("syntax", "attribution", "actors")


@dataclass(frozen=True)
class Run:
    """The version of the program, and the digests of its models by their tasks."""

    program: str = ""
    models: Mapping[str, str] = field(default_factory=dict)

    @property
    def understanding(self) -> str:
        """A digest of all that an article is understood with before it is compared with others."""
        return key_of("understanding", self.program, [self.models.get(task) for task in _UNDERSTANDING])


def run_with(models: ModelChoice) -> Run:
    """The run that this version of the program makes with ``models``.

    Raises
    ------
    ModelError
        If the file of weights that they name holds none.
    """
    Combiner.load(models.combiner)  # so that a file that holds none is named before anything is read
    found = {
        "syntax": digest(models.syntax or folder_of("syntax")),
        "attribution": digest(models.attribution or folder_of("attribution")),
        "stance": digest(models.stance or folder_of("stance")),
        "combiner": _digest_of([models.combiner or weights_file()]),
    }
    if models.actors:
        found["actors"] = _digest_of(models.actors)
    return Run(version("claims"), found)


def digest(model: str | Path) -> str:
    """The SHA-256 of a model's weights, or its name where it comes from the Hugging Face hub.

    Examples
    --------
    >>> digest("some-group/some-model")
    'some-group/some-model'
    """
    weights = sorted(Path(model).glob("*.safetensors"))
    return _digest_of(weights) if weights else str(model)


def _digest_of(paths: Iterable[Path]) -> str:
    total = sha256()
    for path in paths:
        with path.open("rb") as file:
            while part := file.read(1 << 20):
                total.update(part)
    return total.hexdigest()
