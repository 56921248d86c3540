"""Whom or what it befell."""

from __future__ import annotations

import re

from claims.core.claim import Claim, Participant
from claims.core.relation import Kind, Label
from claims.stance.context import Context
from claims.stance.discourse import distance
from claims.stance.happenings import families
from claims.stance.intervals import about_equal, interval
from claims.stance.polarity import Polarity, polarity
from claims.stance.run import participant_words
from claims.stance.scope import head_of
from claims.stance.verdict import Verdict

_SUBJECT = 40
_BESIDE = 250
_DEAD = re.compile(r"\b(?:killed|dead|died|victims?|casualties)\b", re.IGNORECASE)
_AMONG = re.compile(r"\bamong (?:those|the) (?:killed|dead|victims)\b", re.IGNORECASE)
_AIR = re.compile(
    r"\b(?:only|just) (?:in|into) the air\b|\b(?:only|just) (?:\w+ )?warning shots\b", re.IGNORECASE
)
_ONLY = frozenset({"only", "solely", "exclusively", "just"})
_TWO_KINDS = {"civilian", "military"}


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """The same toll of two kinds of people, or one attack on two kinds of target."""
    if {polarity(a), polarity(b)} != {Polarity.YES} or context.run.same_source(a, b):
        return None
    return (
        _toll(a, b, context)
        or _who_they_were(a, b, context)
        or _only(a, b, context)
        or _into_the_air(a, b)
        or _target(a, b, context)
    )


def _toll(a: Claim, b: Claim, context: Context) -> Verdict | None:
    lexicon = context.lexicon
    for one in a.quantities:
        for other in b.quantities:
            mine, yours = (lexicon.people.get(head_of(q.of) or "") for q in (one, other))
            if frozenset({mine, yours}) not in lexicon.disjoint or one.low < 2:
                continue
            if lexicon.measure(one.measure) != lexicon.measure(other.measure):
                continue
            if about_equal(interval(one), interval(other)) and not one.vague:
                reason = f"the same figure, once of “{one.of}”, once of “{other.of}”"
                return Verdict(Label.DIFFERS, Kind.VICTIM, 0.6, (reason,))
    return None


def _target(a: Claim, b: Claim, context: Context) -> Verdict | None:
    if a.quantities or b.quantities or "attack" not in families(a, context.run) & families(b, context.run):
        return None
    mine, yours = a.proposition.patient, b.proposition.patient
    if mine is None or yours is None or participant_words(mine) & participant_words(yours):
        return None
    kinds = {_kind(p, context) for p in (mine, yours)}
    telling = context.run.weight_of(context.judgement.shared) >= 0.5
    if kinds != _TWO_KINDS or not telling:
        return None
    reason = f"one says that it befell “{mine.text}”, the other “{yours.text}”"
    return Verdict(Label.DIFFERS, Kind.VICTIM, 0.5, (reason,))


def _who_they_were(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Those killed as one counts them, and what another says that the dead were."""
    people, measure = context.lexicon.people, context.lexicon.measure
    for claim, other in ((a, b), (b, a)):
        said = claim.proposition
        whole = f"{said.agent.text} {claim.text[:_SUBJECT]}" if said.agent is not None else ""
        if not _DEAD.search(whole) or said.frame is not None:
            continue
        were = people.get(said.predicate)
        for count in other.quantities:
            counted = people.get(head_of(count.of) or "")
            several = count.low > 1 or _AMONG.search(other.text) is not None
            killed = measure(count.measure) == "killed" and several
            if killed and frozenset({were, counted}) in context.lexicon.disjoint:
                reason = f"those killed were “{said.predicate}” by one, “{count.of}” by the other"
                return Verdict(Label.CONTRADICTS, Kind.VICTIM, 0.8, (reason,))
    return None


def _only(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """One who strikes "only militants", as he says, and what another says that he aims at."""
    for claim, other in ((a, b), (b, a)):
        aim, hit = claim.proposition.patient, other.proposition.patient
        doers = claim.proposition.agent, other.proposition.agent
        if aim is None or hit is None or doers[0] is None or doers[1] is None:
            continue
        first, after = aim.text.split()[:1], claim.text.casefold().rstrip(". ")
        excludes = bool(first) and (
            first[0].casefold() in _ONLY or after.endswith(f"{aim.text.casefold()} only")
        )
        attacks = "attack" in families(claim, context.run) & families(other, context.run)
        one_side = bool(doers[0].sides & doers[1].sides) or _is_its_deed(doers[1], claim, other)
        if excludes and attacks and one_side and {_kind(aim, context), _kind(hit, context)} == _TWO_KINDS:
            reason = f"one says that it befell “{aim.text}”, the other “{hit.text}”"
            on_purpose = claim.proposition.predicate == other.proposition.predicate
            label = Label.CONTRADICTS if on_purpose else Label.DIFFERS
            return Verdict(label, Kind.VICTIM, 0.75 if on_purpose else 0.6, (reason,))
    return None


def _into_the_air(a: Claim, b: Claim) -> Verdict | None:
    """One whose men fired "only into the air", or warning shots, and what another says that they fired on."""
    for claim, other in ((a, b), (b, a)):
        hit, shooting = other.proposition.patient, {"fire", "shoot"}
        fired = claim.proposition.predicate in shooting and other.proposition.predicate in shooting
        if not fired or hit is None or _AIR.search(claim.text) is None or _AIR.search(other.text) is not None:
            continue
        doers = claim.proposition.agent, other.proposition.agent
        if doers[0] is not None and doers[1] is not None and doers[0].head == doers[1].head:
            reason = f"one says that they fired only into the air or to warn, the other at “{hit.text}”"
            return Verdict(Label.CONTRADICTS, Kind.VICTIM, 0.75, (reason,))
    return None


def _is_its_deed(doer: Participant, claim: Claim, other: Claim) -> bool:
    """Whether "the bombing" is that of those who speak of their aims right beside it."""
    named = (other.proposition.happening or "").split()[-1:]
    apart = distance(claim, other)
    return not doer.sides and [doer.head.casefold()] == named and apart is not None and apart <= _BESIDE


def _kind(participant: Participant, context: Context) -> str | None:
    return context.lexicon.targets.get(participant.head.casefold())
