"""Who did it."""

from __future__ import annotations

from claims.core.claim import Claim, Participant
from claims.core.relation import Kind, Label
from claims.stance.alignment import human, one_happening, overlapping
from claims.stance.context import Context
from claims.stance.happenings import families
from claims.stance.intervals import interval, overlap
from claims.stance.places import Nearness
from claims.stance.polarity import Polarity, polarity
from claims.stance.run import participant_words
from claims.stance.verdict import Verdict

_SURE = 0.85
_RARE = 0.3
_ANY_FIGHTERS = frozenset({"group", "militant", "gunman", "fighter", "extremist", "jihadist", "attacker"})
_LOOSELY = frozenset({"affiliated", "linked", "aligned", "inspired"})
"""Words by which fighters are of a side only roughly, and may be of one of its groups."""
_STATE_FORCES = frozenset(
    {"army", "government", "regime", "jet", "warplane", "troop", "soldier", "navy", "military", "police"}
    | {"plane", "helicopter", "authority", "state"}
)
_KINDS = {"civilian", "soldier", "police", "combatant"}
_DEEDS = frozenset({"harm", "attack", "damage"})
# Heads that say with what, not who, unless a side is named with them.
_FACELESS = frozenset(
    {"attack", "strike", "blast", "explosion", "bomb", "fire", "force", "airstrike", "raid"}
    | {"missile", "rocket", "shell", "mortar", "gunfire", "mine"}
)


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Compare the doers of one deed to one thing."""
    mine, yours = a.proposition.agent, b.proposition.agent
    if mine is None or yours is None or not _one_deed(a, b, context):
        return None
    stances = {polarity(a), polarity(b)}
    if not stances <= {Polarity.YES, Polarity.PERHAPS} or not apart(mine, yours, context):
        return None
    reason = f"one says it was “{mine.text}”, the other “{yours.text}”"
    if _exclusive(mine, yours, context) and stances == {Polarity.YES}:
        why = f"{reason}: {_sides(mine, yours)}"
        return Verdict(Label.CONTRADICTS, Kind.BLAME, 0.85, (why,))
    if Polarity.PERHAPS not in stances:
        return Verdict(Label.DIFFERS, Kind.BLAME, 0.6, (f"{reason}; the one may include the other",))
    if not _exclusive(mine, yours, context):
        return None
    if _accused_speaks(a, yours, context) or _accused_speaks(b, mine, context):
        why = f"{reason}: who may have done it by the one account lays it on another"
        return Verdict(Label.CONTRADICTS, Kind.BLAME, 0.7, (why,))
    return Verdict(Label.DIFFERS, Kind.BLAME, 0.6, (f"{reason}; the one is not sure",))


def _accused_speaks(claim: Claim, accused: Participant, context: Context) -> bool:
    """Whether a claim is of the side that the other claim holds answerable."""
    source = context.run.source(claim)
    return source is not None and source.party is not None and source.party in accused.sides


def _one_deed(a: Claim, b: Claim, context: Context) -> bool:
    if _two_tolls(a, b, context):
        return False
    mine, yours = families(a, context.run) & _DEEDS, families(b, context.run) & _DEEDS
    if not mine & yours:
        return {*mine, *yours} == {"harm", "attack"} and _at_one_place(a, b, context)
    patient, other = a.proposition.patient, b.proposition.patient
    if patient is None or other is None:
        return patient is other and one_happening(a, b) and context.judgement.score >= _SURE
    if _one_person(a, b, context):
        return True
    if not participant_words(patient) or not participant_words(other):
        # "She was shot" beside "they shot the girl": the verb and the nearness have to tell.
        return a.proposition.predicate == b.proposition.predicate and context.judgement.score >= _SURE
    if not overlapping(patient, other, context):
        return False
    # "Killed people" may be two deeds of one day: whom must be told more closely than that.
    common = human(patient, context) and not participant_words(patient) - {patient.head.casefold()}
    return not common or context.judgement.score >= _SURE


def _at_one_place(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two nouns name what befell one small place ("the Ghouta massacre", "the attack on Ghouta")."""
    judgement = context.judgement
    if judgement.where is not Nearness.SAME or judgement.score < _SURE or (a.quantities and b.quantities):
        return False  # two tolls of one place may be of two days
    if a.proposition.borrowed or b.proposition.borrowed:
        return False
    return all(
        c.proposition.patient is None
        or participant_words(c.proposition.patient)
        & {w.casefold() for p in c.proposition.places for w in p.name.split()}
        for c in (a, b)
    )


def _one_person(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both say that somebody whom both name was killed, which happens once."""
    if a.proposition.frame != "kill" or b.proposition.frame != "kill":
        return False
    return any(
        {w for w in _names(one) if context.run.weight(w) >= _RARE} & _capitalised(other.text)
        for one, other in ((a, b), (b, a))
    )


def _names(claim: Claim) -> set[str]:
    """Names of persons that a claim's patient consists of, sides and plurals left out."""
    patient = claim.proposition.patient
    if patient is None or patient.party or not patient.text.split()[-1][:1].isupper():
        return set()
    return _capitalised(patient.text)


def _capitalised(text: str) -> set[str]:
    return {w.strip(".,'’\"").casefold() for w in text.split() if w[:1].isupper()}


def _two_tolls(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both count the harm and the counts differ: the tolls are then those of two deeds."""
    measure = context.lexicon.measure
    return any(
        measure(one.measure) == measure(other.measure) and not overlap(interval(one), interval(other))
        for one in a.quantities
        for other in b.quantities
    )


def apart(a: Participant, b: Participant, context: Context) -> bool:
    """Whether two doers cannot be one: two sides, or two groups without a word in common."""
    if a.party is not None and a.party == b.party:
        return False
    if any(_unspecific(one) and not _of_a_state(other) for one, other in ((a, b), (b, a))):
        return False
    if a.party is not None and b.party is not None:
        return True
    if any(p.party is None and p.head.casefold() in _FACELESS and not _group(p, context) for p in (a, b)):
        return False
    if a.party is None and b.party is None and _two_kinds(a, b, context):
        return True
    if a.party is None and b.party is None and not (_group(a, context) and _group(b, context)):
        return False
    return not (participant_words(a) & participant_words(b) - _FACELESS)


def _two_kinds(a: Participant, b: Participant, context: Context) -> bool:
    """Whether the doers are of two kinds of people ("villagers", "soldiers")."""
    kinds = {context.lexicon.people.get(p.head.casefold()) for p in (a, b)}
    return frozenset(kinds) in context.lexicon.disjoint and kinds <= _KINDS


def _unspecific(participant: Participant) -> bool:
    """Whether "a hard-line militant group" or "al-Qaeda-linked fighters" may be any of those that fight."""
    loose = participant.text.islower() or bool(_LOOSELY & participant_words(participant))
    return participant.head.casefold().removesuffix("s") in _ANY_FIGHTERS and loose


def _of_a_state(participant: Participant) -> bool:
    return bool((participant_words(participant) | {participant.head.casefold()}) & _STATE_FORCES)


def _exclusive(a: Participant, b: Participant, context: Context) -> bool:
    if a.party is not None and b.party is not None:
        return a.party != b.party
    if a.party is None and b.party is None:
        return _two_kinds(a, b, context)
    unnamed = a if a.party is None else b
    return _group(unnamed, context)


def _group(participant: Participant, context: Context) -> bool:
    return bool(participant_words(participant) & context.lexicon.non_state)


def _sides(a: Participant, b: Participant) -> str:
    named = [p.party or f"“{p.text}”" for p in (a, b)]
    return f"{named[0]} is not {named[1]}"
