"""Where it happened."""

from __future__ import annotations

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.alignment import same_statement
from claims.stance.context import Context
from claims.stance.places import Nearness
from claims.stance.polarity import Polarity, polarity
from claims.stance.verdict import Verdict


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Two places for one happening, where all else names it alike.

    Never more than ``differs``: that two things are called by one name is likelier than that
    somebody mistook the town.
    """
    if context.judgement.where is not Nearness.DIFFERENT or not context.judgement.rival:
        return None
    if {polarity(a), polarity(b)} != {Polarity.YES} or not same_statement(a, b, context):
        return None
    here, there = a.proposition.places[0].name, b.proposition.places[0].name
    reason = f"the same happening is placed at “{here}” and at “{there}”"
    return Verdict(Label.DIFFERS, Kind.PLACE, 0.5, (reason,))
