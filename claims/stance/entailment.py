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

    It is asked only about pairs that the gate let through and a comparator spoke of, in both
    directions, and it moves the score of what the comparator found; it never makes a relation of
    its own, since such a model takes any two sentences for accounts of one event.
    """

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Entailment]:
        """One result a pair of (premise, hypothesis), in order."""
        ...
