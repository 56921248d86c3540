"""Whether two claims speak of the same things in the same way."""

from __future__ import annotations

from claims.core.claim import Claim, Participant
from claims.stance.answering import answers
from claims.stance.context import Context
from claims.stance.discourse import set_against
from claims.stance.happenings import families
from claims.stance.run import GENERIC_WEIGHT, participant_words
from claims.stance.synonyms import plain

_MOST = 0.5
_TELLING = 0.5
_AIRBORNE = frozenset({"air", "plane", "aircraft", "jet", "warplane"})
_FLOWN = frozenset({"air", "airstrike", "strike", "raid", "direct", "one", "least"})
_BOTH = frozenset({"the two", "both", "the pair", "nobody", "the two men", "the two sides", "both sides"})
_DEEDS = frozenset({"harm", "attack", "damage"})


def theme(claim: Claim) -> Participant | None:
    """What a claim is about: the patient, or the doer of a deed that needs none ("the ferry sank").

    What a claim only calls it ("the raid was *a mistake*") is nothing that it befell.
    """
    said = claim.proposition
    patient = said.patient if said.patient is None or said.patient.head != said.predicate else None
    return _named(patient) or _named(said.agent)


def _named(participant: Participant | None) -> Participant | None:
    """The participant, None for one that a mere pronoun stands for."""
    if participant is not None and participant.text.casefold() in _BOTH:
        return None
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
    if _plain_fighters(a, context) and _plain_fighters(b, context):
        return True
    least = min(context.run.weight_of(mine), context.run.weight_of(yours))
    return least > 0 and context.run.weight_of(mine & yours) / least >= _MOST


def _plain_fighters(participant: Participant, context: Context) -> bool:
    """Whether it is only a word for fighters ("all the fighters", "400 gunmen"), of whatever side."""
    others = participant_words(participant) - {plain(participant.head)}
    fighters = context.lexicon.people.get(participant.head.casefold()) == "combatant"
    return fighters and context.run.weight_of(others) < _TELLING and not participant.sides


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
    doers = (_named(one.agent), _named(other.agent))
    things = (_named(one.patient), _named(other.patient))
    pairs = (doers, things)
    if not one_doer(*doers, context) or not _one_thing(*things, context):
        return False
    if points_back(a, b) and one.agent and other.agent and one.agent.party == other.agent.party is not None:
        return True
    if all(left is None or right is None for left, right in pairs) and not same_theme(a, b, context):
        return False
    mine, yours = context.run.words(a) - _only_said(a, b), context.run.words(b) - _only_said(b, a)
    least = min(context.run.weight_of(mine), context.run.weight_of(yours))
    return least > 0 and context.run.weight_of(mine & yours) / least >= _MOST


def _only_said(a: Claim, b: Claim) -> frozenset[str]:
    """Words of ``a`` for what ``b`` leaves out: who did it, with what, and where."""
    one, other = a.proposition, b.proposition
    found: set[str] = set()
    if a.article != b.article:
        return frozenset()  # of two articles, where and by whom tells whether it is one thing
    if other.agent is None or not participant_words(other.agent):
        found |= participant_words(one.agent)
    if other.happening is None:
        found |= {plain(word) for word in (one.happening or "").split()}
    if not other.places:
        found |= {plain(word) for place in one.places for word in place.name.split()}
    return frozenset(found - participant_words(one.patient))


def _one_deed(a: Claim, b: Claim) -> bool:
    one, other = a.proposition, b.proposition
    if one.predicate and plain(one.predicate) == plain(other.predicate):
        return True
    if {one.frame, other.frame} == {"capture", "fall"}:
        return True  # "the city had not fallen"
    return one.frame is not None and one.frame == other.frame


def one_doer(a: Participant | None, b: Participant | None, context: Context) -> bool:
    """Whether two doers, as far as both are named, are one: mostly the same words, or one side."""
    if a is None or b is None or (a.party is not None and a.party == b.party):
        return True
    if a.party in b.sides or b.party in a.sides:
        return True  # "Syrian and Russian forces" hold the Russian ones
    return overlapping(a, b, context)


def same_doer(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both name one doer."""
    one, other = _named(a.proposition.agent), _named(b.proposition.agent)
    return one is not None and other is not None and overlapping(one, other, context)


def _one_thing(a: Participant | None, b: Participant | None, context: Context) -> bool:
    return a is None or b is None or overlapping(a, b, context)


def denied_deed(denial: Claim, claim: Claim, context: Context) -> bool:
    """Whether ``claim`` says that a deed was done which ``denial`` says was not.

    An attack that was not made did no harm either; but who denies it for himself only denies what
    is laid on him.
    """
    denied, said = families(denial, context.run) & _DEEDS, families(claim, context.run) & _DEEDS
    if not denied & said and not ("attack" in denied and said):
        return False
    one, other = denial.proposition, claim.proposition
    doer = other.agent is not None and (
        one_doer(one.agent, other.agent, context) or answers(denial, claim, context.run)
    )
    doer = doer or (_names_no_doer(claim) and _from_the_air(denial, claim))
    if one.agent is not None and not doer:
        return False
    mine, yours = _named(one.patient), _named(other.patient)
    if mine is not None and yours is not None:
        # "... damaged the Zaara station, while an activist said the power plant was not targeted"
        by_another_name = mine.text.casefold().startswith("the ") and set_against(denial, claim, context.run)
        named = bool(participant_words(mine) & context.run.words(claim))
        told = named and (answers(denial, claim, context.run) or _from_the_air(denial, claim))
        return overlapping(mine, yours, context) or by_another_name or told
    # Without the thing it befell, the doer and other words have to tell that it is one deed.
    named = one.agent is not None and other.agent is not None
    if named and answers(denial, claim, context.run):
        return True
    return named and context.run.weight_of(context.judgement.shared) >= _TELLING


def _names_no_doer(claim: Claim) -> bool:
    """Whether nobody is named who did it: "planes" of nobody, or the deed itself ("an air strike killed")."""
    agent, named = claim.proposition.agent, (claim.proposition.happening or "").casefold()
    if agent is None or not participant_words(agent) - _FLOWN:
        return True
    return not agent.sides and agent.head.casefold() in named.split()[-1:]


def _from_the_air(denial: Claim, claim: Claim) -> bool:
    """Whether an air force denies in one article what is told there of an air strike without a doer."""
    flier, named = denial.proposition.agent, (claim.proposition.happening or "").casefold()
    flown = flier is not None and bool(participant_words(flier) & _AIRBORNE) and "air" in named
    return flown and denial.article == claim.article


def told_of(claim: Claim, other: Claim, context: Context) -> bool:
    """Whether what ``claim`` is about is named in ``other``, by words that tell it from others."""
    if any(owned(theme(claim), p) for p in (other.proposition.agent, other.proposition.patient)):
        return False
    thing = participant_words(theme(claim))
    telling = {w for w in thing if context.run.weight(w) > GENERIC_WEIGHT}
    return (
        bool(telling) and telling <= context.run.words(other) and context.run.weight_of(telling) >= _TELLING
    )


def owned(thing: Participant | None, other: Participant | None) -> bool:
    """Whether ``other`` is somebody or something of ``thing`` ("the groom's father")."""
    if thing is None or other is None or thing.head == other.head:
        return False
    return thing.head.casefold() in {w.casefold() for w in other.words}


def points_back(a: Claim, b: Claim) -> bool:
    """Whether in one article one says of "it" what the other says of a thing that it names."""
    things = (a.proposition.patient, b.proposition.patient)
    bare = [thing is not None and not participant_words(thing) for thing in things]
    return a.article == b.article and any(bare)


def one_happening(a: Claim, b: Claim) -> bool:
    """Whether both name their happening by the same noun for one ("blamed rebels for *the attack*")."""
    named = [(c.proposition.happening or "").casefold().split()[-1:] for c in (a, b)]
    return bool(named[0]) and named[0] == named[1] and not named[0][0].endswith("s")
