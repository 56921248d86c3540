"""How probable a conflict is, from everything that speaks for and against it.

Two logistic regressions over the named figures of :class:`~claims.stance.evidence.Evidence`, fitted
on labelled pairs: whether a careful reader would say that two accounts part at all, and whether
that they contradict each other. The weights stand in ``combiner.yaml``, to be read and checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml

from claims.core.errors import ModelError
from claims.stance.evidence import NAMES, Evidence


class Chances(NamedTuple):
    """How probable it is that two claims part, and that they contradict each other."""

    conflict: float
    contradiction: float


@dataclass(frozen=True)
class Regression:
    """A logistic regression: a bias and a weight for each figure named."""

    bias: float
    weights: Mapping[str, float]

    def chance(self, evidence: Evidence) -> float:
        """The probability that ``evidence`` gives."""
        figures = dict(zip(NAMES, evidence.features(), strict=True))
        total = self.bias + sum(weight * figures[name] for name, weight in self.weights.items())
        return float(1 / (1 + np.exp(-total)))


@dataclass(frozen=True)
class Combiner:
    """The two regressions, and from which probability on something is said.

    Attributes
    ----------
    flagged
        Probability of a contradiction from which one is flagged, whatever the comparators say.
    doubted
        Probability below which a contradiction that a comparator sees is only shown as a difference.
    shown
        Probability of a conflict from which a difference is shown.
    """

    conflict: Regression
    contradiction: Regression
    flagged: float
    doubted: float
    shown: float

    @classmethod
    def load(cls, path: Path | None = None) -> Combiner:
        """Read the package's weights, or those of a file.

        Raises
        ------
        ModelError
            If the file is not one that ``claims train conflicts`` writes.
        """
        file = path or weights_file()
        try:
            raw = yaml.safe_load(file.read_text(encoding="utf-8"))
            return cls(
                _regression(raw["conflict"]),
                _regression(raw["contradiction"]),
                *(float(raw[name]) for name in ("flagged", "doubted", "shown")),
            )
        except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
            raise ModelError(f"{file}: no weights of a combiner ({error})") from error

    def chances(self, evidence: Evidence) -> Chances:
        """How probable a conflict and a contradiction are."""
        return Chances(self.conflict.chance(evidence), self.contradiction.chance(evidence))


def weights_file() -> Path:
    """The package's own weights."""
    return Path(str(files("claims.stance").joinpath("combiner.yaml")))


def _regression(raw: Mapping[str, Any]) -> Regression:
    weights = {str(name): float(weight) for name, weight in raw["weights"].items()}
    if unknown := weights.keys() - set(NAMES):
        raise ValueError(f"no figure is called {min(unknown)}")
    return Regression(float(raw["bias"]), weights)
