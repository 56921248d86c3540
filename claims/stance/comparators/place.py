"""Where it happened."""

from __future__ import annotations

import re

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.alignment import meet, same_statement
from claims.stance.context import Context
from claims.stance.discourse import distance
from claims.stance.places import Nearness
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict

_WHOSE = re.compile(
    r"\b(international|[A-Z]\w+(?:an|ish|ese|i|ch)|its|his) (waters|airspace|territory|soil)\b"
)
_NEAR = 250


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Two places for one happening, where all else names it alike.

    Never more than ``differs``: that two things are called by one name is likelier than that
    somebody mistook the town. But whose waters or airspace it was is what two states dispute.
    """
    if (waters := _whose_waters(a, b, context)) is not None:
        return waters
    if context.judgement.where is not Nearness.DIFFERENT or not context.judgement.rival:
        return None
    if {polarity(a), polarity(b)} != {Polarity.YES} or not same_statement(a, b, context):
        return None
    here, there = a.proposition.places[0].name, b.proposition.places[0].name
    reason = f"the same happening is placed at “{here}” and at “{there}”"
    return Verdict(Label.DIFFERS, Kind.PLACE, 0.5, (reason,))


def _whose_waters(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """One who was in international waters by the one account, and in a state's by the other beside it."""
    apart, settled = distance(a, b), {polarity(a), polarity(b)} == {Polarity.YES}
    one, other = _WHOSE.search(a.text), _WHOSE.search(b.text)
    if one is None or other is None or not settled or apart is None or apart > _NEAR:
        return None
    if one.group(2) != other.group(2) or one.group(1) == other.group(1) or context.run.same_source(a, b):
        return None
    if "international" not in {one.group(1), other.group(1)} or not meet(
        a.proposition.agent, b.proposition.agent
    ):
        return None
    reason = f"by the one it was in “{one.group()}”, by the other in “{other.group()}”"
    return Verdict(Label.CONTRADICTS, Kind.PLACE, 0.8, (reason,))
