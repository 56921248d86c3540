"""With what it was done."""

from __future__ import annotations

import re

from claims.core.claim import Claim
from claims.core.relation import Kind, Label
from claims.stance.alignment import overlapping, points_back
from claims.stance.context import Context
from claims.stance.discourse import distance
from claims.stance.happenings import families
from claims.stance.polarity import Polarity, polarity
from claims.stance.run import participant_words
from claims.stance.verdict import Verdict

_DEEDS = frozenset({"harm", "attack", "damage", "happen"})
_ATTACKS = frozenset({"attack", "damage"})
_SURE = 0.85
_NEAR = 250
_TOLD = 0.5
_EXCLUSIVE = frozenset(
    frozenset(pair)
    for pair in (
        ("explosive", "air"),
        ("explosive", "fire"),
        ("gunfire", "air"),
        ("gunfire", "fire"),
        ("gunfire", "explosive"),
        ("blade", "gunfire"),
    )
)
_ON_THE_GROUND = frozenset(
    {"rebel", "militant", "insurgent", "terrorist", "jihadist", "gunman", "guerrilla", "fighter"}
)
_DELIBERATELY = re.compile(
    r"\b(?:deliberate(?:ly)?|intentional(?:ly)?|on purpose|arson|sabotage)\b", re.IGNORECASE
)
_NOT_BY = re.compile(r"\bnot (?:by|from|with) (?:an? |the )?(?:[\w-]+ )?([a-z]+)\b", re.IGNORECASE)
_ANYBODYS = frozenset({"drone"})
_CAUSE = re.compile(
    r"\b(?:due to|because of|caused by|owing to|result of|blamed on|suffer(?:ed|ing)|develop(?:ed|ing)"
    r"|after an?|after hitting|after striking)\b(.{0,60})",
    re.IGNORECASE,
)


def compare(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """Two kinds of means for one deed to one thing; a mishap and a weapon shut each other out."""
    if {polarity(a), polarity(b)} != {Polarity.YES} or context.run.same_source(a, b):
        return None
    if (accident := _accident(a, b, context)) is not None:
        return accident
    if not families(a, context.run) & families(b, context.run) & _DEEDS or not _one_thing(a, b, context):
        return None
    if (excluded := _excluded(a, b) or _excluded(b, a)) is not None:
        return excluded
    mine, yours = _means(a, context), _means(b, context)
    if (flown := _from_the_air(a, yours) or _from_the_air(b, mine)) is not None:
        return flown
    if not mine or not yours or set(mine.values()) & set(yours.values()):
        return None
    reason = f"one says by “{_word(mine)}”, the other by “{_word(yours)}”"
    if "mishap" in {*mine.values(), *yours.values()}:
        return Verdict(Label.CONTRADICTS, Kind.WEAPON, 0.7, (f"{reason}: a mishap is not a weapon",))
    if _beside(a, b, context) and _shut_out(set(mine.values()), set(yours.values())):
        return Verdict(Label.CONTRADICTS, Kind.WEAPON, 0.7, (f"{reason}, of one thing",))
    return Verdict(Label.DIFFERS, Kind.WEAPON, 0.5, (reason,))


def _excluded(denying: Claim, other: Claim) -> Verdict | None:
    """Means that one source rules out by name ("by two bombs, *not by a drone*") and the other tells of."""
    named = _NOT_BY.search(denying.text)
    told = other.proposition
    done = {told.agent.head.casefold()} if told.agent is not None else set()
    done |= set((told.instrument or "").casefold().split()[-1:])
    if named is None or named.group(1).casefold() not in done or _NOT_BY.search(other.text) is not None:
        return None
    reason = f"one says that it was not “{named.group(1)}”, the other that it was"
    return Verdict(Label.CONTRADICTS, Kind.WEAPON, 0.8, (reason,))


def _word(means: dict[str, str]) -> str:
    """The word for the means, that of a mishap first ("a *gas leak*" is no gas attack)."""
    return min(means, key=lambda word: (means[word] != "mishap", word))


def _beside(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two sources say next to each other how one thing that both name was hit."""
    apart, things = distance(a, b), (a.proposition.patient, b.proposition.patient)
    named = all(thing is not None and participant_words(thing) for thing in things)
    return named and apart is not None and apart <= _NEAR and context.judgement.score >= _SURE


def _shut_out(mine: set[str], yours: set[str]) -> bool:
    """Whether no means of the one account can be of the other (a plane drops gas, and fires rockets)."""
    return all(frozenset({one, other}) in _EXCLUSIVE for one in mine for other in yours)


def _one_thing(a: Claim, b: Claim, context: Context) -> bool:
    """Whether one thing was hit, as both name it or the later one calls "it"."""
    one, other = a.proposition.patient, b.proposition.patient
    if one is None and other is None:
        exploded = {a.proposition.frame, b.proposition.frame} == {"explode"}
        return exploded and context.judgement.score >= _SURE
    if one is None or other is None:
        return False
    return overlapping(one, other, context) or (points_back(a, b) and context.judgement.score >= _SURE)


def _from_the_air(claim: Claim, means: dict[str, str]) -> Verdict | None:
    """Men on the ground, who fly no planes, against what came from the air by the other account."""
    doer = claim.proposition.agent
    flown = [word for word, kind in means.items() if kind == "air" and word not in _ANYBODYS]
    if doer is None or not flown or not participant_words(doer) & _ON_THE_GROUND:
        return None
    reason = f"one says it was “{doer.text}”, the other that it came by “{min(flown)}”"
    return Verdict(Label.CONTRADICTS, Kind.BLAME, 0.8, (reason,))


def _accident(a: Claim, b: Claim, context: Context) -> Verdict | None:
    """A thing that the one says was shot at or attacked, the other that a mishap brought down."""
    for claim, other in ((a, b), (b, a)):
        if (meant := _on_purpose(claim, other, context)) is not None:
            return meant
        named = _cause(claim)
        mishap = next(
            (w for w, kind in context.lexicon.means.items() if kind == "mishap" and w in named), None
        )
        done = families(other, context.run) & _ATTACKS
        deed = done and (other.proposition.agent is not None or "attack" in done)
        things = claim.proposition.patient or claim.proposition.agent, other.proposition.patient
        if mishap is None or not deed or things[0] is None or things[1] is None:
            continue
        if overlapping(things[0], things[1], context):
            reason = f"one says that “{mishap}” did it, the other “{_doer(other) or other.statement}”"
            return Verdict(Label.CONTRADICTS, Kind.BLAME, 0.8, (reason,))
    return None


def _on_purpose(claim: Claim, other: Claim, context: Context) -> Verdict | None:
    """A mishap that the one names as the cause, and what the other says was done on purpose."""
    named = _cause(claim)
    mishaps = [w for w, kind in context.lexicon.means.items() if kind == "mishap" and w in named]
    # That both stand in one place and breath is not enough: a word for what happened must be in both.
    told = context.run.weight_of(context.judgement.shared) >= _TOLD and context.judgement.score >= _SURE
    if not mishaps or not told or not _DELIBERATELY.search(other.text):
        return None
    reason = f"one says that “{mishaps[0]}” did it, the other that it was done on purpose"
    return Verdict(Label.CONTRADICTS, Kind.BLAME, 0.8, (reason,))


def _cause(claim: Claim) -> str:
    """The words for what a claim says that it came from."""
    cause, doer = _CAUSE.search(claim.text), claim.proposition.agent
    if cause is None and claim.proposition.predicate == "cause" and doer is not None:
        return doer.text.casefold()
    return cause.group(1).casefold() if cause else ""


def _doer(claim: Claim) -> str:
    return claim.proposition.agent.text if claim.proposition.agent else ""


def _means(claim: Claim, context: Context) -> dict[str, str]:
    """The weapon words of a claim's means and doer, each with its class."""
    said = claim.proposition
    agent = said.agent.text if said.agent else ""
    text = f" {said.instrument or ''} {agent} {said.happening or ''} ".casefold()
    return {word: kind for word, kind in context.lexicon.means.items() if f" {word} " in text}
