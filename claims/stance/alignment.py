"""Whether two claims speak of the same things in the same way."""

from __future__ import annotations

from claims.core.claim import Claim, Participant
from claims.stance.context import Context
from claims.stance.run import participant_words

_MOST = 0.5
_TELLING = 0.5


def theme(claim: Claim) -> Participant | None:
    """What a claim is about: the patient, or the doer of a deed that needs none ("the ferry sank")."""
    return _named(claim.proposition.patient) or _named(claim.proposition.agent)


def _named(participant: Participant | None) -> Participant | None:
    """The participant, None for one that a mere pronoun stands for."""
    return participant if participant_words(participant) else None


def meet(a: Participant | None, b: Participant | None) -> bool:
    """Whether two participants can be one: a word in common and no two sides."""
    if a is None or b is None or (a.party and b.party and a.party != b.party):
        return False
    return bool(participant_words(a) & participant_words(b))


def same_theme(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two claims are about one thing; where the one does not name it, other words must tell."""
    one, other = theme(a), theme(b)
    if one is None or other is None:
        return context.run.weight_of(context.judgement.shared) >= _TELLING
    return overlapping(one, other, context)


def overlapping(a: Participant, b: Participant, context: Context) -> bool:
    """Whether two participants are named by mostly the same words, the rarer counting more."""
    if a.party and b.party and a.party != b.party:
        return False
    mine, yours = participant_words(a), participant_words(b)
    least = min(context.run.weight_of(mine), context.run.weight_of(yours))
    return least > 0 and context.run.weight_of(mine & yours) / least >= _MOST


def human(participant: Participant, context: Context) -> bool:
    """Whether it is a word for people in general."""
    return participant.head.casefold() in context.lexicon.people


def same_statement(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two claims state one thing, be it with another polarity.

    The predicate or its frame is the same, no participant is another, and most of the content
    words of the shorter are in the longer.
    """
    one, other = a.proposition, b.proposition
    if not _one_deed(a, b):
        return False
    pairs = (
        (_named(one.agent), _named(other.agent)),
        (_named(one.patient), _named(other.patient)),
    )
    for left, right in pairs:
        if left is not None and right is not None and not overlapping(left, right, context):
            return False
    if all(left is None or right is None for left, right in pairs) and not same_theme(a, b, context):
        return False
    mine, yours = context.run.words(a), context.run.words(b)
    least = min(context.run.weight_of(mine), context.run.weight_of(yours))
    return least > 0 and context.run.weight_of(mine & yours) / least >= _MOST


def _one_deed(a: Claim, b: Claim) -> bool:
    one, other = a.proposition, b.proposition
    if one.predicate and one.predicate == other.predicate:
        return True
    return one.frame is not None and one.frame == other.frame
