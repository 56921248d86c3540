"""Whether one says yes and the other no."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.core.attribution import Commitment
from claims.core.claim import Claim, Quantity
from claims.core.relation import Kind, Label
from claims.stance.alignment import denied_deed, overlapping, same_doer, same_statement
from claims.stance.answering import answers, denies_means
from claims.stance.context import Context
from claims.stance.discourse import in_order, takes_back
from claims.stance.happenings import families
from claims.stance.intervals import interval
from claims.stance.means import outlawed_means
from claims.stance.places import Nearness
from claims.stance.polarity import Polarity, polarity
from claims.stance.scope import Scope, scope
from claims.stance.verdict import Verdict

_ADDED = re.compile(r"\s*\[[^\]]*\]")
_LEAST_WORDS = 4
_BEING_THERE = frozenset(
    {"active", "present", "involve", "operate", "fly", "participate", "send", "deploy", "enter", "cross"}
)
_DEEDS = frozenset({"harm", "attack", "damage"})
_ON_PEOPLE = frozenset({"harm", "attack"})
_COMING = frozenset({"enter", "cross", "deploy", "invade", "send"})
_GROUNDS = frozenset({"airspace", "territory", "soil", "border"})
_ENTERING = frozenset({"enter", "violate", "cross", "penetrate", "breach", "invade"})
_LEAVING = frozenset({"leave", "exit", "quit"})
_UNSURE = frozenset({Polarity.PERHAPS, Polarity.DOUBTED})


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Compare the polarity of two claims of one statement.

    A source that declines to say contradicts nobody; one that leaves it open or doubts it differs
    from one that is firm the other way.
    """
    if a.article == b.article and context.run.same_source(a, b):
        return None  # who disputes one toll and gives another does not part from himself
    stances = {polarity(a), polarity(b)}
    if _rejects(a, b) or _rejects(b, a):
        return _contradiction(a, b)
    if Polarity.UNANSWERED in stances or len(stances) == 1:
        return None
    if (found := _no_such(a, b) or _grounds(a, b, context) or _none_of_them(a, b, context)) is not None:
        return found
    if _same_words(a, b) and stances == {Polarity.YES, Polarity.NO}:
        return _contradiction(a, b)
    if not same_statement(a, b, context) and not _denied_deed(a, b, context):
        return _answer(a, b, context)
    if not _figures_meet(a, b, context):
        return None
    if stances == {Polarity.YES, Polarity.NO}:
        return _contradiction(a, b)
    if stances == {Polarity.PERHAPS, Polarity.NO} and _answers_for_itself(a, b, context):
        return _contradiction(a, b, 0.75)
    firm = stances - _UNSURE
    if firm == {Polarity.NO} or stances == {Polarity.YES, Polarity.DOUBTED}:
        open_one, other = (a, b) if polarity(a) in _UNSURE else (b, a)
        word = "doubts" if polarity(open_one) is Polarity.DOUBTED else "leaves open"
        denies = "denies" if polarity(other) is Polarity.NO else "states"
        reason = f"“{open_one.statement}” {word} what “{other.statement}” {denies}"
        return Verdict(Label.DIFFERS, Kind.DENIAL, 0.7, (reason,))
    return None


def _rejects(denial: Claim, other: Claim) -> bool:
    """Whether one rejects the other's statement, which itself says that something was not so."""
    if denial.statement != other.statement or denial.commitment is not Commitment.DENIES:
        return False
    return (
        other.commitment is Commitment.ASSERTS
        and other.proposition.negated
        and polarity(denial) is Polarity.NO
    )


def _same_words(a: Claim, b: Claim) -> bool:
    """Whether one statement is the other, or its beginning, without what was added in brackets."""
    one, other = (_ADDED.sub("", c.statement).strip(" .").casefold() for c in (a, b))
    shorter, longer = sorted((one, other), key=len)
    return len(shorter.split()) >= _LEAST_WORDS and longer.startswith(shorter)


def _answer(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Who denies that his side was there, attacked, or used such a weapon, of a side accused of a deed."""
    denial, charge = (a, b) if polarity(a) is Polarity.NO else (b, a)
    reason = f"“{charge.statement}” is answered by those on whom it lays it: not “{denial.statement}”"
    if denies_means(a, b, context.run) or _denies_the_attack(denial, charge, context):
        return Verdict(Label.CONTRADICTS, Kind.DENIAL, 0.8, (reason,))
    if not answers(a, b, context.run):
        return None
    done = bool(families(charge, context.run) & _DEEDS) or charge.proposition.predicate in _COMING
    # "Denies involvement" answers one claim, which it is tied to already.
    own = _in_its_words(denial)
    attacked = own and families(denial, context.run) & _ON_PEOPLE and denial.commitment is Commitment.DENIES
    there = done and (bool(attacked) or denial.proposition.predicate in _BEING_THERE)
    if not there and not outlawed_means(a, context.run) & outlawed_means(b, context.run):
        return None
    return Verdict(Label.CONTRADICTS, Kind.DENIAL, 0.8, (reason,))


def _in_its_words(claim: Claim) -> bool:
    """Whether a claim states what its own words say, a gerund at their beginning put into the past."""
    said, (first, _, rest) = claim.statement.casefold(), claim.text.casefold().partition(" ")
    return claim.text.casefold() in said or (first.endswith("ing") and len(rest) > 0 and rest in said)


def _denies_the_attack(denial: Claim, charge: Claim, context: Context) -> bool:
    """Whether a side denies what an attack of its own did, by whatever toll ("denied that it killed 23").

    Both name the attack by one noun and put it in one place.
    """
    if denial.commitment is not Commitment.DENIES or not _answers_for_itself(denial, charge, context):
        return False
    named = [(c.proposition.happening or "").casefold().split()[-1:] for c in (denial, charge)]
    if not named[0] or named[0] != named[1] or context.judgement.where is not Nearness.SAME:
        return False
    sort = named[0][0].removesuffix("s").removeprefix("air")
    return "attack" in context.lexicon.families.get(sort, frozenset())


def _no_such(a: Claim, b: Claim) -> Verdict | None:
    """Read "no such agreement was reached", which takes back what was said just before."""
    other, denial = in_order(a, b)
    firm = polarity(denial) is Polarity.NO and polarity(other) is Polarity.YES
    return _contradiction(a, b, 0.85) if firm and takes_back(a, b) else None


def _none_of_them(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Read "none of the girls had been released" beside "the girls had been freed"."""
    if {polarity(a), polarity(b)} != {Polarity.YES} or a.proposition.frame is None:
        return None
    one, other = a.proposition, b.proposition
    if one.frame != other.frame or one.patient is None or other.patient is None or not one.patient.words:
        return None
    nobody = [any(q.high == 0 for q in claim.quantities) for claim in (a, b)]
    if sorted(nobody) != [False, True] or (a.quantities and b.quantities):
        return None
    if not overlapping(one.patient, other.patient, context):
        return None
    denial, stated = (a, b) if nobody[0] else (b, a)
    reason = f"one source denies what the other states: “{denial.statement}” against “{stated.statement}”"
    return Verdict(Label.CONTRADICTS, Kind.DENIAL, 0.85, (reason,))


def _grounds(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """One who entered the airspace of the one state, and one who never left that of another."""
    for entered, stayed in ((a, b), (b, a)):
        into, out_of = entered.proposition.patient, stayed.proposition.patient
        if into is None or out_of is None or into.head != out_of.head or into.head not in _GROUNDS:
            continue
        crossed = entered.proposition.predicate in _ENTERING and polarity(entered) is Polarity.YES
        kept = stayed.proposition.predicate in _LEAVING and polarity(stayed) is Polarity.NO
        if crossed and kept and into.party != out_of.party and same_doer(a, b, context):
            return _contradiction(a, b, 0.85)
    return None


def _denied_deed(a: Claim, b: Claim, context: Context) -> bool:
    if Polarity.NO not in {polarity(a), polarity(b)}:
        return False
    denial, other = (a, b) if polarity(a) is Polarity.NO else (b, a)
    return denied_deed(denial, other, context)


def _answers_for_itself(a: Claim, b: Claim, context: Context) -> bool:
    """Whether who denies is of the side that the other holds answerable, be it with a "may have"."""
    denial, other = (a, b) if polarity(a) is Polarity.NO else (b, a)
    source, agent = context.run.source(denial), other.proposition.agent
    if source is None or source.party is None or agent is None:
        return False
    return source.party in agent.sides


def _contradiction(a: Claim, b: Claim, score: float = 0.9) -> Verdict:
    denies = a.commitment is Commitment.DENIES or b.commitment is not Commitment.DENIES
    denial, plain = (a, b) if polarity(a) is Polarity.NO and denies else (b, a)
    if denial.statement == plain.statement:  # a denial that only points back to what it answers
        reason = f"“{denial.text}” is denied, which answers “{plain.statement}”"
    else:
        reason = f"one source denies what the other states: “{denial.statement}” against “{plain.statement}”"
    return Verdict(Label.CONTRADICTS, Kind.DENIAL, score, (reason,))


def _figures_meet(a: Claim, b: Claim, context: Context) -> bool:
    """Whether what is denied holds what is stated: to deny three is not to deny two."""
    if Polarity.NO not in {polarity(a), polarity(b)}:
        return True
    denial, other = (a, b) if polarity(a) is Polarity.NO else (b, a)
    if denial.statement == other.statement or _answers_for_itself(a, b, context):
        return True  # who denies that his planes killed 23 does not own to 35
    measure = context.lexicon.measure
    return all(
        _is_met(denied, denial, alike, other, context)
        for denied in denial.quantities
        if (alike := [q for q in other.quantities if measure(q.measure) == measure(denied.measure)])
    )


def _is_met(
    denied: Quantity, denial: Claim, stated: Sequence[Quantity], claim: Claim, context: Context
) -> bool:
    """Whether one of the figures ``stated`` lies within the one that is ``denied``."""
    outer = interval(denied)
    for quantity in stated:
        inner = interval(quantity)
        inside = (outer.low <= inner.low and inner.high <= outer.high) or outer.is_none
        related = scope(denial, denied, claim, quantity, context.lexicon)
        if inside and related in {Scope.SAME, Scope.WHOLE} and not inner.is_none:
            return True
    return False
