"""The same statement without a figure."""

from __future__ import annotations

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.alignment import same_statement
from claims.stance.context import Context
from claims.stance.intervals import interval
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Whether two claims say the same of the same things; figures are left to the counts."""
    stance = polarity(a)
    if stance is not polarity(b) or stance not in {Polarity.YES, Polarity.NO}:
        return None
    if _counts(a) or _counts(b) or _whose_is_unsaid(a, b) or not same_statement(a, b, context):
        return None
    shared = context.run.words(a) & context.run.words(b)
    cited = ", ".join(f"“{word}”" for word in sorted(shared, key=lambda w: (-len(w), w))[:4])
    return Verdict(Label.CORROBORATES, Kind.OTHER, 0.7, (f"both say the same: {cited}",))


def _whose_is_unsaid(a: Claim, b: Claim) -> bool:
    """Whether only one says whose those are that it befell: the other may mean somebody else's."""
    one, other = (c.proposition.patient.party if c.proposition.patient else None for c in (a, b))
    return bool(a.quantities and b.quantities) and one != other


def _counts(claim: Claim) -> bool:
    return any(not interval(quantity).is_some for quantity in claim.quantities)
