"""How claims stand to each other: the event gate, the comparators and their fusion."""

from claims.stance.entailment import Entailment, EntailmentModel
from claims.stance.fusion import Stance, relate

__all__ = ["Entailment", "EntailmentModel", "Stance", "relate"]
