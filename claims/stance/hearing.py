"""What the entailment model says of pairs of claims, each put as its source holds it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claims.core.attribution import Commitment
from claims.core.claim import Claim
from claims.stance.entailment import Entailment, EntailmentModel
from claims.stance.plain import plain

_PLAIN_STARTS = frozenset(
    {"the", "a", "an", "it", "he", "she", "they", "its", "his", "her", "their", "there", "this", "that"}
    | {"these", "those", "some", "many", "several", "all", "both", "none", "no", "at", "more", "in", "on"}
)


class Heard(NamedTuple):
    """The model's answers on a pair, from the first claim to the second and back."""

    there: Entailment
    back: Entailment

    @property
    def against(self) -> float:
        """How probable a contradiction is, by the surer direction."""
        return max(self.there.contradiction, self.back.contradiction)

    @property
    def turned(self) -> Heard:
        """The answers on the pair the other way round."""
        return Heard(self.back, self.there)


UNHEARD = Heard(Entailment(0.0, 0.0, 0.0), Entailment(0.0, 0.0, 0.0))
"""Where no model was asked."""


def hear(pairs: Iterable[tuple[Claim, Claim]], model: EntailmentModel) -> Mapping[tuple[str, str], Heard]:
    """Ask ``model`` about each pair in both directions.

    Returns
    -------
    mapping
        By the ids of the two claims, in the order given.
    """
    listed = list(pairs)
    put = {c.id: plainly(c) for pair in listed for c in pair}
    asked = [(put[a.id], put[b.id]) for a, b in listed]
    answers = list(model.probabilities([*asked, *((b, a) for a, b in asked)]))
    return {(a.id, b.id): Heard(answers[n], answers[len(listed) + n]) for n, (a, b) in enumerate(listed)}


def plainly(claim: Claim) -> str:
    """A claim as the model is asked about it: what its source holds, in plain words."""
    return plain(assertion(claim))


def assertion(claim: Claim) -> str:
    """What its source holds, as one sentence: a denial says that it is not so.

    A statement that denies by its own wording stays as it is.
    """
    denied = claim.commitment in (Commitment.DENIES, Commitment.DOUBTS)
    if not denied or claim.proposition.negated:
        return claim.statement
    first, _, rest = claim.statement.partition(" ")
    said = f"{first.lower()} {rest}" if first.lower() in _PLAIN_STARTS else claim.statement
    return f"It is not true that {said}"
