"""Whom or what it befell."""

from __future__ import annotations

from claims.core.claim import Claim, Participant
from claims.core.relation import Kind, Label
from claims.stance.context import Context
from claims.stance.gate import families
from claims.stance.intervals import about_equal, interval
from claims.stance.polarity import Polarity, polarity
from claims.stance.run import participant_words
from claims.stance.scope import head_of
from claims.stance.verdict import Verdict


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """The same toll of two kinds of people, or one attack on two kinds of target."""
    if {polarity(a), polarity(b)} != {Polarity.YES} or context.run.same_source(a, b):
        return None
    return _toll(a, b, context) or _target(a, b, context)


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
    if kinds != {"civilian", "military"} or not telling:
        return None
    reason = f"one says that it befell “{mine.text}”, the other “{yours.text}”"
    return Verdict(Label.DIFFERS, Kind.VICTIM, 0.5, (reason,))


def _kind(participant: Participant, context: Context) -> str | None:
    return context.lexicon.targets.get(participant.head.casefold())
