"""With what it was done."""

from __future__ import annotations

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.alignment import overlapping
from claims.stance.context import Context
from claims.stance.gate import families
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict

_DEEDS = frozenset({"harm", "attack", "damage", "happen"})


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Two kinds of means for one deed to one thing; a mishap and a weapon shut each other out."""
    if {polarity(a), polarity(b)} != {Polarity.YES} or context.run.same_source(a, b):
        return None
    if not families(a, context.run) & families(b, context.run) & _DEEDS:
        return None
    mine, yours = _means(a, context), _means(b, context)
    if not mine or not yours or set(mine.values()) & set(yours.values()):
        return None
    patient, other = a.proposition.patient, b.proposition.patient
    if patient is None or other is None or not overlapping(patient, other, context):
        return None
    reason = f"one says by “{min(mine)}”, the other by “{min(yours)}”"
    if "mishap" in {*mine.values(), *yours.values()}:
        return Verdict(Label.CONTRADICTS, Kind.WEAPON, 0.7, (f"{reason}: a mishap is not a weapon",))
    return Verdict(Label.DIFFERS, Kind.WEAPON, 0.5, (reason,))


def _means(claim: Claim, context: Context) -> dict[str, str]:
    """The weapon words of a claim's means and doer, each with its class."""
    said = claim.proposition
    agent = said.agent.text if said.agent else ""
    text = f" {said.instrument or ''} {agent} ".casefold()
    return {word: kind for word, kind in context.lexicon.means.items() if f" {word} " in text}
