"""Whether two figures count what was done in one deed, and by one doer."""

from __future__ import annotations

from claims.stance.alignment import meet, one_doer
from claims.stance.context import Context
from claims.stance.figures import ATTACKERS, Figure
from claims.stance.run import participant_words


def same_deed(a: Figure, b: Figure, context: Context) -> bool:
    """Whether the two count what the same thing was done to, be it that one names two deeds."""
    one, other = a.claim.proposition, b.claim.proposition
    if one.predicate and one.predicate == other.predicate:
        return True
    if one.frame is not None and one.frame == other.frame:
        return True
    if counts_its_doers(a) and counts_its_doers(b):
        return True  # "two bombers attacked it", "it was carried out by three bombers"
    return one.predicate in context.run.words(b.claim) or other.predicate in context.run.words(a.claim)


def of_two_doers(a: Figure, b: Figure, context: Context) -> bool:
    """Whether each counts what somebody else did or has ("Ms. Vega raised 6 million, Mr. Obi 8 million")."""
    mine, yours = a.claim.proposition.agent, b.claim.proposition.agent
    if counts_its_doers(a) or counts_its_doers(b) or not participant_words(mine):
        return False
    return bool(participant_words(yours)) and not (one_doer(mine, yours, context) or meet(mine, yours))


def counts_its_doers(figure: Figure) -> bool:
    """Whether those counted are those who did it."""
    doer = figure.claim.proposition.agent
    if doer is None:
        return False
    return doer.head == figure.measure or (figure.measure == ATTACKERS and figure.quantity.text in doer.text)
