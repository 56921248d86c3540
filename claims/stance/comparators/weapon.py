"""With what it was done."""

from __future__ import annotations

import re

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.alignment import overlapping
from claims.stance.context import Context
from claims.stance.gate import families
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict

_DEEDS = frozenset({"harm", "attack", "damage", "happen"})
_ATTACKS = frozenset({"attack", "damage"})
_CAUSE = re.compile(
    r"\b(?:due to|because of|caused by|owing to|result of|blamed on)\b(.{0,60})", re.IGNORECASE
)


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Two kinds of means for one deed to one thing; a mishap and a weapon shut each other out."""
    if {polarity(a), polarity(b)} != {Polarity.YES} or context.run.same_source(a, b):
        return None
    if (accident := _accident(a, b, context)) is not None:
        return accident
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


def _accident(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """A thing that the one says was shot at or attacked, the other that a mishap brought down."""
    for claim, other in ((a, b), (b, a)):
        cause = _CAUSE.search(claim.text)
        named = cause.group(1).casefold() if cause else ""
        mishap = next(
            (w for w, kind in context.lexicon.means.items() if kind == "mishap" and w in named), None
        )
        deed = families(other, context.run) & _ATTACKS and other.proposition.agent is not None
        things = claim.proposition.patient or claim.proposition.agent, other.proposition.patient
        if mishap is None or not deed or things[0] is None or things[1] is None:
            continue
        if overlapping(things[0], things[1], context):
            reason = f"one says that “{mishap}” did it, the other “{_doer(other)}”"
            return Verdict(Label.CONTRADICTS, Kind.BLAME, 0.8, (reason,))
    return None


def _doer(claim: Claim) -> str:
    return claim.proposition.agent.text if claim.proposition.agent else ""


def _means(claim: Claim, context: Context) -> dict[str, str]:
    """The weapon words of a claim's means and doer, each with its class."""
    said = claim.proposition
    agent = said.agent.text if said.agent else ""
    text = f" {said.instrument or ''} {agent} ".casefold()
    return {word: kind for word, kind in context.lexicon.means.items() if f" {word} " in text}
