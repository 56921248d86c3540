"""The question on which accounts part, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.core.claim import Claim, Event, Participant, Quantity
from claims.core.relation import Kind
from claims.stance.turnout import tells_turnout
from claims.syntax.lemmas import participle_of, past_of
from graphs.english import is_plural, plural, possessive
from graphs.positions import figure_in_question

_MEASURED = {
    "killed": "were killed",
    "injured": "were injured",
    "missing": "are missing",
    "displaced": "were displaced",
    "detained": "were detained",
    "present": "were there",
    "affected": "were affected",
}
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "some", "several", "many"})
_NOBODY = frozenset({"nobody", "no one", "noone", "none"})
_LIGHT = frozenset({"be", "have", "come", "go", "get"})
"""Verbs that say nothing without what follows them ("came under fire")."""

_ALONE = frozenset({"die", "drown", "perish", "survive", "starve", "suffocate"})
"""Verbs that befall somebody without being done to him."""

_PRONOUNS = frozenset({"them", "they", "him", "it", "he", "she", "her"})
_OUR_OWN = re.compile(r"^(?:none|some|any|all|most|\d[\d,.]*)\s+of\s+", re.I)


def question(kind: Kind, accounts: Sequence[Claim], event: Event | None) -> str:
    """The question that ``accounts`` answer differently.

    Examples
    --------
    >>> question(Kind.TIME, [], Event("e1", "explosion"))
    'When did the explosion happen?'
    """
    asked = _ASKED.get(kind, _what)(accounts, event)
    return re.sub(r"\s+", " ", asked)


def _how_many(accounts: Sequence[Claim], event: Event | None) -> str:
    pairs = [(c, q) for c in accounts if (q := figure_in_question(c, accounts)) is not None]
    if not pairs:
        return _what(accounts, event)
    figures = [q for _, q in pairs]
    where = _scene([c for c, _ in pairs], event)
    if any(q.unit == "percent" or q.measure == "percent" for q in figures):
        return _what_share([c for c, _ in pairs], figures)
    parties = [
        p
        for c, q in pairs
        if (p := q.party or (c.proposition.patient.party if c.proposition.patient else None))
    ]
    counted = _counted(figures, _common(parties))
    measures = [q.measure for q in figures]
    measure = next((m for m in measures if m in _MEASURED), measures[0])
    if measure in _MEASURED:
        return f"How many {counted} {_MEASURED[measure]}{where}?"
    if measure == "casualties":
        return f"How many casualties were there{where}?"
    verb = pairs[0][0].proposition.predicate
    done = (
        f"were {participle_of(verb)}" if verb.isalpha() and pairs[0][0].proposition.patient else "were there"
    )
    return f"How many {counted} {done}{where}?"


def _what_share(accounts: Sequence[Claim], figures: Sequence[Quantity]) -> str:
    if any(tells_turnout(c) for c in accounts):
        return "What was the turnout?"
    of = _common([q.of for q in figures if q.of])
    thing = _first(c.proposition.patient or c.proposition.agent for c in accounts)
    named = thing.text if thing and not any(x.isdigit() for x in thing.text) else of
    return f"What was the figure for {named or 'it'}?"


def _counted(figures: Sequence[Quantity], party: str | None) -> str:
    nouns = [q.of for q in figures if q.of and q.of.split()[-1] not in {"casualty", "victim"}]
    noun = _common([n.split()[-1] for n in nouns]) or "person"
    if party is None:
        return plural(noun)
    return f"of {possessive(party)} {plural(noun)}" if noun != "person" else f"people of {party}"


def _who(accounts: Sequence[Claim], event: Event | None) -> str:
    said = accounts[0].proposition
    if not said.patient or not said.predicate.isalpha():
        return f"Who was behind {_the(event)}?"
    return f"Who {past_of(said.predicate)} {_inside(said.patient)}?"


def _whether(accounts: Sequence[Claim], _event: Event | None) -> str:
    plain = [c for c in accounts if not c.proposition.negated and not c.proposition.hedged] or list(accounts)
    said = next((c.proposition for c in plain if c.proposition.agent), plain[0].proposition)
    verb = said.predicate
    # "The fire was caused by a short circuit" names its happening by a noun, and nobody "fires".
    by_noun = said.patient is None and (said.happening or "").split()[-1:] == [verb]
    unnamed = said.patient is not None and said.patient.text.casefold() in _PRONOUNS
    if (unnamed and not said.agent) or (said.patient is None and _is_a_state(plain[0], verb)):
        return f"Is it so: “{plain[0].statement.rstrip('.')}”?"
    if said.patient and not said.agent and verb in _ALONE:
        return f"Did {_inside(said.patient)} {verb}?"
    if said.agent and verb.isalpha() and verb not in _LIGHT and not by_noun:
        return f"Did {_inside(said.agent)} {verb} {_inside(said.patient) if said.patient else ''}?".replace(
            " ?", "?"
        )
    if said.patient and verb.isalpha() and verb not in _LIGHT:
        be = "Were" if is_plural(_bare(said.patient)) else "Was"
        return f"{be} {_inside(said.patient)} {participle_of(verb)}?"
    return f"Is it so: “{(plain[0].statement or plain[0].text).rstrip('.')}”?"


def _is_a_state(claim: Claim, word: str) -> bool:
    """Whether a predicate is no verb but what something is or stays ("to stay *silent*")."""
    held = rf"\b(?:stay\w*|remain\w*|be|been|is|are|was|were)\s+{re.escape(word)}\b"
    return re.search(held, claim.statement) is not None


def _when(accounts: Sequence[Claim], event: Event | None) -> str:
    return f"When did {_happening(accounts, event)} happen?"


def _where(accounts: Sequence[Claim], event: Event | None) -> str:
    return f"Where did {_happening(accounts, event)} happen?"


def _whom(accounts: Sequence[Claim], event: Event | None) -> str:
    verb = accounts[0].proposition.predicate
    done = participle_of(verb) if verb.isalpha() else "hit"
    return f"Who or what was {done}{_scene(accounts, event)}?"


def _by_what(accounts: Sequence[Claim], event: Event | None) -> str:
    said = accounts[0].proposition
    if said.patient and said.predicate.isalpha():
        be = "were" if is_plural(_bare(said.patient)) else "was"
        return f"With what {be} {_inside(said.patient)} {participle_of(said.predicate)}?"
    return f"With what was {_the(event)} carried out?"


def _what(accounts: Sequence[Claim], event: Event | None) -> str:
    if accounts and _turned_round(accounts):
        first = accounts[0].proposition
        if first.agent and first.patient:
            return f"Who {past_of(first.predicate)} whom, {_inside(first.agent)} or {_inside(first.patient)}?"
    spared = next((c.proposition for c in accounts if _is_nobody(c.proposition.patient)), None)
    if spared and spared.predicate.isalpha():
        return f"Was anybody {participle_of(spared.predicate)}?"
    thing = _first(c.proposition.patient or c.proposition.agent for c in accounts)
    if thing is not None and thing.text.casefold().startswith("no "):
        absent = replace(thing, text=thing.text[3:])
        return f"{'Were' if is_plural(_bare(absent)) else 'Was'} there {absent.text}?"
    return f"What happened to {_inside(thing)}?" if thing else f"What happened in {_the(event)}?"


def _is_nobody(participant: Participant | None) -> bool:
    return participant is not None and participant.text.casefold() in _NOBODY


def _turned_round(accounts: Sequence[Claim]) -> bool:
    said = [c.proposition for c in accounts]
    agents = {p.agent.head for p in said if p.agent}
    patients = {p.patient.head for p in said if p.patient}
    return len(agents) > 1 and agents == patients


def _happening(accounts: Sequence[Claim], event: Event | None) -> str:
    named = _common([c.proposition.happening for c in accounts if c.proposition.happening])
    return f"the {named}" if named else _the(event)


def _the(event: Event | None) -> str:
    return f"the {event.what}" if event and event.what else "it"


def _scene(accounts: Sequence[Claim], event: Event | None) -> str:
    """Where it was, with its preposition: the place if one is known, else the happening."""
    where = _common([p.name for c in accounts for p in c.proposition.places[:1]]) or (
        event.where if event else None
    )
    if where:
        return f" in {where}"
    named = _common([c.proposition.happening for c in accounts if c.proposition.happening])
    return f" in the {named}" if named else ""


def _bare(participant: Participant) -> str:
    """Its words without "none of"."""
    return _OUR_OWN.sub("", participant.text)


def _inside(participant: Participant) -> str:
    """Its words within a sentence: an article or a common noun at its head loses the capital."""
    first, space, rest = re.sub(r"^no ", "the ", _bare(participant), flags=re.I).partition(" ")
    common = first.casefold() in _DETERMINERS or first.casefold() == plural(participant.head)
    return (first.lower() if common else first) + space + rest


def _first(participants: Iterable[Participant | None]) -> Participant | None:
    return next((p for p in participants if p is not None), None)


def _common(words: Sequence[str]) -> str | None:
    return Counter(words).most_common(1)[0][0] if words else None


_ASKED = {
    Kind.COUNT: _how_many,
    Kind.BLAME: _who,
    Kind.DENIAL: _whether,
    Kind.TIME: _when,
    Kind.PLACE: _where,
    Kind.VICTIM: _whom,
    Kind.WEAPON: _by_what,
}
