"""The figures of a claim, ready to compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.core.claim import Claim, Quantity
from claims.stance.context import Context
from claims.stance.intervals import Interval, in_words, interval
from claims.stance.scope import head_of, party_of
from claims.stance.turnout import TURNOUT, is_turnout

ATTACKERS = "attackers"
"""The measure of those who attack, whatever they are called."""

_ARMED = frozenset({"man", "combatant", "people"})
_BOMBERS = frozenset({"bomber", "attacker", "assailant", "hijacker"})


@dataclass(frozen=True)
class Figure:
    """One figure of one claim, ready to compare."""

    claim: Claim
    quantity: Quantity
    measure: str
    size: Interval

    @property
    def quoted(self) -> str:
        """Its words, with whom it counts where they do not say so."""
        text = self.quantity.text.strip() or in_words(self.size)
        of = self.quantity.of
        if of is None or any(word.casefold()[:4] in text.casefold() for word in of.split()):
            return f"“{text}”"
        party = f", {self.quantity.party}" if self.quantity.party else ""
        return f"“{text}” ({of}{party})"


def figures_of(claim: Claim, context: Context) -> Iterator[Figure]:
    """The figures of a claim, with the measure and the side that its other words give them."""
    for quantity in claim.quantities:
        measure = context.lexicon.measure(quantity.measure)
        if _attack(claim, quantity, context):
            measure = ATTACKERS
        elif is_turnout(claim, quantity):
            measure = TURNOUT
        elif _spared(claim, quantity, context):
            measure = "casualties"
        party = quantity.party or _whose_loss(claim) or _by_the_same(claim, quantity, context)
        yield Figure(claim, replace(quantity, party=party), measure, interval(quantity))


def _whose_loss(claim: Claim) -> str | None:
    """The side that "lost 18 men"."""
    loser = claim.proposition.agent if claim.proposition.predicate == "lose" else None
    return loser.party if loser is not None else None


def _by_the_same(claim: Claim, quantity: Quantity, context: Context) -> str | None:
    """The side of soldiers beside whom the same breath names what was theirs.

    "It had destroyed three Turkish tanks and killed ten soldiers."
    """
    fighters = context.lexicon.people.get(head_of(quantity.of) or "") in {"soldier", "combatant"}
    if not fighters or party_of(claim, quantity):
        return None
    hit = [c.proposition.patient for c in context.run.siblings(claim)]
    named = {p.party for p in hit if p is not None and p.party is not None}
    return named.pop() if len(named) == 1 else None


def _spared(claim: Claim, quantity: Quantity, context: Context) -> bool:
    """Whether those counted are nobody, of people who were not hit ("none of its fighters had been hit")."""
    nobody = interval(quantity).is_none and claim.proposition.frame == "attack"
    return nobody and head_of(quantity.of) in context.lexicon.people


def _attack(claim: Claim, quantity: Quantity, context: Context) -> bool:
    """Whether those counted are those who attack ("no more than ten men took part in the attack")."""
    doer = claim.proposition.agent
    if doer is None or quantity.text not in doer.text:
        return False
    head = head_of(quantity.of) or ""
    if head in _BOMBERS:
        return True  # they "struck the gate", "killed policemen", "blew themselves up"
    return claim.proposition.frame == "attack" and context.lexicon.people.get(head) in _ARMED
