"""The share of voters who went to vote, in whatever words: "turnout was 71 per cent", "a third had voted"."""

from __future__ import annotations

import re

from claims.core.claim import Claim, Quantity
from claims.stance.scope import head_of

TURNOUT = "turnout"
"""Its measure."""

_VOTERS = frozenset({"voter", "elector", "electorate", "citizen", "adult", "person", "roll", "eligible"})
_VOTED = re.compile(
    r"\b(?:voted|turned out|cast (?:a |an |their |his |her )?(?:ballot|vote)s?|went to (?:the polls|vote))\b"
    r"(?! (?:for|against|to|in favou?r|yes|no|on|down|out)\b)",
    re.IGNORECASE,
)


def is_turnout(claim: Claim, quantity: Quantity) -> bool:
    """Whether a share is of those who went to vote; for whom or what they voted is another matter."""
    if quantity.unit != "percent":
        return False
    head = head_of(quantity.of)
    if head == TURNOUT:
        return True
    if head is None:
        return claim.text.casefold().startswith((TURNOUT, f"the {TURNOUT}"))
    return head in _VOTERS and _VOTED.search(claim.text) is not None


def tells_turnout(claim: Claim) -> bool:
    """Whether a claim gives the turnout of a vote."""
    return any(is_turnout(claim, quantity) for quantity in claim.quantities)
