"""How it ended."""

from __future__ import annotations

import re

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.alignment import meet, owned, same_doer, same_theme, theme, told_of
from claims.stance.context import Context
from claims.stance.discourse import same_bare_place
from claims.stance.places import Nearness
from claims.stance.polarity import Polarity, polarity
from claims.stance.run import GENERIC_WEIGHT, participant_words
from claims.stance.verdict import Verdict

_TIED = 0.9
_BEATING_OFF = frozenset({"repel", "repulse", "thwart", "foil"})
_FREELY = re.compile(
    r"\b(?:voluntar\w+|willingly|of (?:its|their|his|her) own (?:free )?(?:will|accord))\b", re.I
)
_SENT_BACK = frozenset({"turn back", "bar", "block"})
_GOING = frozenset({"remain", "stay"})
_DRIVING = frozenset({"force", "expel", "evict", "oust", "drive", "displace", "deport", "compel", "uproot"})
_SETTLED = frozenset({Polarity.YES, Polarity.NO, Polarity.PERHAPS})


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Opposite outcomes for one thing, a contest turned round, a prevention that failed."""
    stances = (polarity(a), polarity(b))
    if not set(stances) <= _SETTLED:
        return None
    found = (
        _contest(a, b, context)
        or _opposite(a, b, context)
        or _prevented(a, b, context)
        or _forced(a, b, context)
    )
    if found is None or Polarity.PERHAPS not in stances:
        return found
    if found.label is not Label.CONTRADICTS:
        return None
    reasons = (*found.reasons, "one of the two is not sure")
    return Verdict(Label.DIFFERS, Kind.OUTCOME, 0.6, reasons)


def _contest(a: Claim, b: Claim, context: Context) -> Verdict | None:
    one, other = a.proposition, b.proposition
    verbs = {one.frame, one.predicate} & {other.frame, other.predicate} & context.lexicon.contests
    if not verbs or polarity(a) is not polarity(b):
        return None
    if not meet(one.agent, other.patient) or not meet(one.patient, other.agent):
        return None
    if meet(one.agent, other.agent) or one.agent is None or other.agent is None:
        return None
    reason = f"by the one “{one.agent.text}” won, by the other “{other.agent.text}”"
    return Verdict(Label.CONTRADICTS, Kind.OUTCOME, 0.9, (reason,))


def _opposite(a: Claim, b: Claim, context: Context) -> Verdict | None:
    words = _outcomes(a, context), _outcomes(b, context)
    for left, right in context.lexicon.opposites:
        mine, yours = words[0] & left, words[1] & right
        if not (mine and yours):
            mine, yours = words[0] & right, words[1] & left
        one_thing = same_theme(a, b, context) or told_of(a, b, context) or told_of(b, a, context)
        one_thing = one_thing or _one_deed(a, b, context)
        # Who left the district, and who stayed in it.
        one_thing = one_thing or (bool((mine | yours) & _GOING) and same_doer(a, b, context))
        one_thing = one_thing or (bool((mine | yours) & _SENT_BACK) and _one_traveller(a, b))
        one_thing = one_thing and not (owned(theme(a), theme(b)) or owned(theme(b), theme(a)))
        one_thing = one_thing or _assault_on(a, b, context) or _assault_on(b, a, context)
        if not (mine and yours) or not one_thing or _holds_what_it_took(a, b):
            continue
        reason = f"“{min(mine)}” and “{min(yours)}” shut each other out for “{_named(a)}”"
        if Polarity.NO not in {polarity(a), polarity(b)}:
            return Verdict(Label.CONTRADICTS, Kind.OUTCOME, 0.85, (reason,))
        if polarity(a) is not polarity(b):
            reason = f"not “{min(mine)}” and “{min(yours)}” come to the same for “{_named(a)}”"
            return Verdict(Label.CORROBORATES, Kind.OUTCOME, 0.6, (reason,))
    return None


def _one_traveller(a: Claim, b: Claim) -> bool:
    """Whether who was turned back by the one account came through by the other."""
    one, other = a.proposition, b.proposition
    return meet(one.patient, other.agent) or meet(one.agent, other.patient)


def _one_deed(a: Claim, b: Claim, context: Context) -> bool:
    """Whether both judge one deed, which they name by two nouns ("the airstrike", "the attack")."""
    heads = []
    for claim in (a, b):
        doer, named = claim.proposition.agent, (claim.proposition.happening or "").split()[-1:]
        heads_it = doer is not None and named and named[0].removesuffix("s") == doer.head.removesuffix("s")
        if doer is None or claim.proposition.frame is not None or not heads_it:
            return False
        heads.append(named[0].removesuffix("s"))
    families = [context.lexicon.families.get(head.removeprefix("air"), frozenset()) for head in heads]
    return bool(families[0] & families[1]) and context.judgement.score >= _TIED


def _assault_on(repelling: Claim, other: Claim, context: Context) -> bool:
    """Whether ``other`` says that what was attacked was taken, the attack beaten off by ``repelling``."""
    assault, taken = repelling.proposition.patient, other.proposition.patient
    if assault is None or taken is None or repelling.proposition.predicate not in _BEATING_OFF:
        return False
    if "attack" not in context.lexicon.families.get(assault.head.casefold(), ()):
        return False
    named = {w for w in participant_words(taken) if context.run.weight(w) > GENERIC_WEIGHT}
    return bool(named) and named <= participant_words(assault)


def _holds_what_it_took(a: Claim, b: Claim) -> bool:
    """Whether one side does both: it captured the town and holds it."""
    one, other = a.proposition, b.proposition
    done = one.patient is not None and other.patient is not None
    return done and one.agent is not None and other.agent is not None and meet(one.agent, other.agent)


def _outcomes(claim: Claim, context: Context) -> frozenset[str]:
    said = claim.proposition
    named = {said.predicate.casefold(), (said.frame or "").casefold()} - {""}
    if named & context.lexicon.light:
        named |= {word.casefold() for word in said.words}
    return frozenset(named)


def _named(claim: Claim) -> str:
    thing = theme(claim)
    return thing.text if thing is not None else claim.statement


def _prevented(a: Claim, b: Claim, context: Context) -> Verdict | None:
    for claim, other in ((a, b), (b, a)):
        came = _came_about(claim, context)
        if came is None or _came_about(other, context) is not None or not _complement(claim, other, context):
            continue
        happened = polarity(other) is not Polarity.NO
        if came == happened:
            reason = f"“{claim.statement}” says as well that it came about, as “{other.statement}” does"
            return Verdict(Label.CORROBORATES, Kind.OUTCOME, 0.75, (reason,))
        if other.statement.startswith("["):
            return None  # "claimed the attack": of what came of it nothing is said
        reason = f"“{claim.statement}” says otherwise than “{other.statement}” whether it came about"
        # An attack that was foiled may have begun.
        begun = other.proposition.frame == "attack" and "attack" in context.run.words(claim)
        label = Label.DIFFERS if begun else Label.CONTRADICTS
        return Verdict(label, Kind.OUTCOME, 0.75, (reason,))
    return None


def _forced(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Leaving of one's own will against being driven out, in one place that both name."""
    one_place = context.judgement.where is Nearness.SAME or same_bare_place(a, b) is not None
    if {polarity(a), polarity(b)} != {Polarity.YES} or not one_place:
        return None
    for free, forced in ((a, b), (b, a)):
        if _FREELY.search(free.text) and forced.proposition.predicate in _DRIVING:
            reason = f"“{free.statement}” says that it was of their own will, “{forced.statement}” by force"
            return Verdict(Label.CONTRADICTS, Kind.OUTCOME, 0.75, (reason,))
    return None


def _came_about(claim: Claim, context: Context) -> bool | None:
    """Whether what a claim calls prevented took place; None if it speaks of no prevention."""
    words = context.run.words(claim)
    verbs = {claim.proposition.predicate.casefold(), (claim.proposition.frame or "").casefold()}
    if not verbs & (context.lexicon.prevent | context.lexicon.fail) or not words & context.lexicon.prevent:
        return None
    # "Failed to prevent" may come as a failure, or as a prevention that is negated.
    turned = bool(words & context.lexicon.fail) or claim.proposition.negated
    return turned != (polarity(claim) is Polarity.NO and not claim.proposition.negated)


def _complement(prevention: Claim, other: Claim, context: Context) -> bool:
    """Whether the happening and the thing of ``other`` are within the words of ``prevention``."""
    words = context.run.words(prevention)
    said, preventer = other.proposition, prevention.proposition.agent
    if preventer is not None and said.agent is not None and preventer.sides & said.agent.sides:
        return False  # what one side prevents is no deed of its own
    named = {said.predicate.casefold(), (said.frame or "").casefold()} & words
    thing = participant_words(theme(other))
    return bool(named and thing and thing & words)
