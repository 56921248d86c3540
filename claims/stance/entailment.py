"""The place of an entailment model among the voices of the stance stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Entailment(NamedTuple):
    """Probabilities that a premise entails, leaves open or contradicts a hypothesis."""

    entailment: float
    neutral: float
    contradiction: float


class EntailmentModel(Protocol):
    """A natural language inference model.

    It is asked only about pairs that the gate let through, in both directions, and is one voice of
    several: alone such a model takes any two sentences for accounts of one event.
    """

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Entailment]:
        """One result a pair of (premise, hypothesis), in order."""
        ...
