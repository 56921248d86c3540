"""Tolls that somebody gives in words that are no plain saying.

"The monitor *gave a lower toll of 31*", "reported the raid, *putting the number of dead at 13*",
"rescuers *have documented the deaths of 43 people*": what fact-checkers look for first, and what a
tagger that learned from general news often takes for the article's own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.core.tokens import SUBJECTS, Sentence, Token

_PUTTING = frozenset({"put", "place", "peg", "set"})
_GIVING = frozenset(
    {"give", "issue", "provide", "offer", "release", "report", "announce", "record", "document", "register"}
)
_TOLLS = frozenset({"toll", "number", "figure", "count", "tally", "total", "estimate"})
_LOSSES = frozenset({"death", "casualty", "fatality", "injury", "loss", "dead"})
_NAMED = frozenset({"ORG", "PERSON", "NORP", "GPE"})
_SPEAKERS = frozenset(
    {"monitor", "observatory", "group", "activist", "official", "source", "ministry", "medic", "rescuer"}
    | {"doctor", "hospital", "police", "army", "agency", "organisation", "organization", "watchdog"}
    | {"government", "authority", "witness", "resident", "network", "center", "centre", "service"}
    | {"defence", "defense", "report", "statement", "media", "television", "council", "un"}
    | {"he", "she", "they", "it"}
)


class Toll(NamedTuple):
    """Who gives a toll, and the words of it."""

    speaker: Token
    content: tuple[Token, ...]


def toll_given(sentence: Sentence, verb: Token) -> Toll | None:
    """The toll that the subject of ``verb`` gives, if any."""
    thing = sentence.child(verb, "dobj")
    speaker = _speaker(sentence, verb)
    if thing is None or speaker is None or sentence.child(verb, "neg", "auxpass") is not None:
        return None
    told = _put_at(sentence, verb, thing) or _counted(sentence, verb, thing)
    return Toll(speaker, told) if told else None


def _put_at(sentence: Sentence, verb: Token, thing: Token) -> tuple[Token, ...]:
    """The words of "the toll at six"."""
    if verb.lemma not in _PUTTING or thing.lemma not in _TOLLS:
        return ()
    for at in (*sentence.children(verb, "prep"), *(t for t in sentence.subtree(thing) if t.dep == "prep")):
        if at.text.lower() == "at" and _has_number(sentence.subtree(at)):
            both = {t.index: t for t in (*sentence.subtree(thing), *sentence.subtree(at))}
            return tuple(both[i] for i in sorted(both))
    return ()


def _counted(sentence: Sentence, verb: Token, thing: Token) -> tuple[Token, ...]:
    """The words of "a toll of 31", "the deaths of 43 people"."""
    if verb.lemma not in _GIVING or thing.lemma not in _TOLLS | _LOSSES:
        return ()
    words = sentence.subtree(thing)
    return words if _has_number(words) and not any(t.text.lower() == "no" for t in words) else ()


def _has_number(words: Sequence[Token]) -> bool:
    return any(t.tag == "CD" for t in words)


def _speaker(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of ``verb``, or of the verb that a participle goes with."""
    subject = sentence.child(verb, *SUBJECTS)
    if subject is None and verb.tag == "VBG" and verb.dep in ("advcl", "acl", "xcomp", "conj"):
        above = next((t for t in sentence.ancestors(verb) if t.is_verb), None)
        subject = sentence.child(above, *SUBJECTS) if above is not None else None
    if subject is None:
        return None
    named = any(t.entity[2:] in _NAMED for t in (subject, *sentence.children(subject, "compound")))
    return subject if named or subject.lemma.lower() in _SPEAKERS else None
