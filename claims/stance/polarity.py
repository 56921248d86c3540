"""Whether a claim says yes, no or perhaps."""

from __future__ import annotations

from enum import StrEnum

from claims.core.attribution import Commitment
from claims.core.claim import Claim


class Polarity(StrEnum):
    """How a source leaves the content: as so, as not so, as open, or unanswered."""

    YES = "yes"
    NO = "no"
    PERHAPS = "perhaps"
    DOUBTED = "doubted"
    UNANSWERED = "unanswered"


def polarity(claim: Claim) -> Polarity:
    """Commitment and wording of a claim as one.

    "Denied that troops had not crossed" is read as a denial: news denies twice far less often than
    a denial is marked twice.
    """
    if claim.commitment == Commitment.DECLINES:
        return Polarity.UNANSWERED
    if claim.commitment == Commitment.DOUBTS:
        return Polarity.DOUBTED
    if claim.commitment == Commitment.HEDGES or claim.proposition.hedged:
        return Polarity.PERHAPS
    if claim.commitment == Commitment.DENIES or claim.proposition.negated:
        return Polarity.NO
    return Polarity.YES
