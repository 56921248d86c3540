"""How two claims stand to each other, and the disagreements that come of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What is said of a pair of claims."""

    CONTRADICTS = "contradicts"
    DIFFERS = "differs"
    UPDATES = "updates"
    CORROBORATES = "corroborates"
    REPEATS = "repeats"


class Kind(StrEnum):
    """On what the two agree or part."""

    COUNT = "count"
    DENIAL = "denial"
    BLAME = "blame"
    TIME = "time"
    PLACE = "place"
    VICTIM = "victim"
    WEAPON = "weapon"
    OUTCOME = "outcome"
    OTHER = "other"


@dataclass(frozen=True)
class Relation:
    """A pair of claims with a label.

    Attributes
    ----------
    a, b
        Claim ids; for ``updates``, ``b`` is the later.
    kind
        None where the label needs none (a mere repetition).
    score
        Calibrated probability that a careful reader agrees with the label.
    reasons
        Why, in words a reader understands, never empty.
    """

    id: str
    a: str
    b: str
    label: Label
    kind: Kind | None
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Side:
    """One answer to the question: the claims that give it and their sources."""

    position: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Disagreement:
    """One question on which accounts part."""

    id: str
    question: str
    sides: tuple[Side, ...]
    score: float
    label: Label = Label.CONTRADICTS
    kind: Kind = Kind.OTHER
    relations: tuple[str, ...] = ()
