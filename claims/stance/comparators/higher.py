"""Whether one only says that a toll is higher, or lower, than the figure of another."""

from __future__ import annotations

from claims.core.claim import Claim, Quantity
from claims.core.relation import Kind, Label
from claims.stance.context import Context
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict

_COMPARED = frozenset({"high", "higher", "low", "lower"})
_TOLLS = frozenset({"toll", "number", "figure", "count", "tally"})
_HARM = frozenset({"killed", "injured", "casualties"})


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """A toll that one source calls higher or lower than another gives it, without a figure."""
    if a.article != b.article or context.run.same_source(a, b):
        return None
    for claim, other in ((a, b), (b, a)):
        given = _given(other, context)
        if given is None or not _compares(claim) or polarity(claim) is not Polarity.YES:
            continue
        reason = f"“{claim.statement}” does not accept “{given.text}”"
        if given.high is None and claim.proposition.predicate.startswith("high"):
            return Verdict(Label.DIFFERS, Kind.COUNT, 0.6, (f"{reason}, which is only a lower bound",))
        return Verdict(Label.CONTRADICTS, Kind.COUNT, 0.75, (reason,))
    return None


def _compares(claim: Claim) -> bool:
    agent = claim.proposition.agent
    return claim.proposition.predicate in _COMPARED and agent is not None and agent.head in _TOLLS


def _given(claim: Claim, context: Context) -> Quantity | None:
    return next((q for q in claim.quantities if context.lexicon.measure(q.measure) in _HARM), None)
