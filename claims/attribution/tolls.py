"""Tolls that somebody gives in words that are no plain saying.

"The monitor *gave a lower toll of 31*", "reported the raid, *putting the number of dead at 13*",
"rescuers *have documented the deaths of 43 people*", "the union's lists *name 389 workers*": what
fact-checkers look for first, and what a tagger that learned from general news often takes for the
article's own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.core.tokens import SUBJECTS, Sentence, Token

_PUTTING = frozenset({"put", "place", "peg", "set"})
_GIVING = frozenset(
    {"give", "issue", "provide", "offer", "release", "report", "announce", "record", "document", "register"}
)
_COUNTING = frozenset({"count", "tally"})
_LISTING = frozenset({"list", "name", "show", "record", "register"})
_LISTS = frozenset(
    {"record", "list", "file", "log", "ledger", "register", "document", "archive", "book", "report"}
)
_TOLLS = frozenset({"toll", "number", "figure", "count", "tally", "total", "estimate"})
_LOSSES = frozenset({"death", "casualty", "fatality", "injury", "loss", "dead"})
_INCIDENTS = frozenset(
    {"strike", "airstrike", "raid", "attack", "violation", "breach", "incident", "shell", "rocket", "barrel"}
    | {"arrest", "detention", "abduction", "explosion", "sortie"}
)
_WHEN = frozenset({"DATE", "TIME"})
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
    return _told(sentence, verb) or _counted(sentence, verb) or _spoken_of(sentence, verb)


def _told(sentence: Sentence, verb: Token) -> Toll | None:
    """A toll by its noun and that of who gives it."""
    thing = sentence.child(verb, "dobj")
    speaker = _speaker(sentence, verb)
    if thing is None or speaker is None or sentence.child(verb, "neg", "auxpass") is not None:
        return None
    told = _put_at(sentence, verb, thing) or _given(sentence, verb, thing)
    return Toll(speaker, told) if told else None


def _put_at(sentence: Sentence, verb: Token, thing: Token) -> tuple[Token, ...]:
    """The words of "the toll at six"."""
    figure = figure_put(sentence, verb)
    both = {t.index: t for t in (*sentence.subtree(thing), *figure)}
    return tuple(both[i] for i in sorted(both)) if figure else ()


def figure_put(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The words "at six" with which ``verb`` puts the toll there, wherever they stand; empty if it does not.

    A tagger loses them where they stand before the toll ("put at six the number of the dead").
    """
    thing = sentence.child(verb, "dobj")
    if thing is None or verb.lemma not in _PUTTING or thing.lemma not in _TOLLS:
        return ()
    for at in (*sentence.children(verb, "prep"), *(t for t in sentence.subtree(thing) if t.dep == "prep")):
        if at.text.lower() == "at" and _has_number(sentence.subtree(at)):
            return sentence.subtree(at)
    return ()


def _given(sentence: Sentence, verb: Token, thing: Token) -> tuple[Token, ...]:
    """The words of "a toll of 31", "the deaths of 43 people", "17 air strikes"."""
    if verb.lemma not in _GIVING or thing.lemma not in _TOLLS | _LOSSES | _INCIDENTS:
        return ()
    words = sentence.subtree(thing)
    counts = _has_number(words) and not any(t.text.lower() == "no" for t in words)
    return _with_day(sentence, verb, words) if counts else ()


def _with_day(sentence: Sentence, verb: Token, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """``words`` and the day or hour that follows them ("17 strikes *on Monday*"), no cause or scene."""
    found = list(words)
    for below in sentence.children(verb, "prep", "npadvmod"):
        aside = sentence.subtree(below)
        timed = any(t.entity[2:] in _WHEN for t in aside)
        if timed and aside[0].index == found[-1].index + 1:
            found += aside
    return tuple(found)


def _counted(sentence: Sentence, verb: Token) -> Toll | None:
    """What somebody counted ("a local monitor *tallied 31*") or lists show ("records *list 389 workers*")."""
    speaker, thing = sentence.child(verb, "nsubj"), sentence.child(verb, "dobj")
    if speaker is None or thing is None or not speaker.is_noun or sentence.child(verb, "neg") is not None:
        return None
    counts = verb.lemma in _COUNTING and verb.tag in ("VBD", "VBN") and speaker.entity[2:] != "GPE"
    lists = verb.lemma in _LISTING and speaker.lemma.lower() in _LISTS
    numbered = thing.tag == "CD" or any(t.tag == "CD" for t in sentence.children(thing, "nummod"))
    if not numbered or not (counts or lists):
        return None
    return Toll(speaker, _with_day(sentence, verb, sentence.subtree(thing)))


def _has_number(words: Sequence[Token]) -> bool:
    return any(t.tag == "CD" for t in words)


def _spoken_of(sentence: Sentence, verb: Token) -> Toll | None:
    """The number that somebody speaks of: "the army *spoke of nine dead*"."""
    speaker = sentence.child(verb, "nsubj")
    of = next((t for t in sentence.children(verb, "prep") if t.text.lower() == "of"), None)
    if verb.lemma != "speak" or speaker is None or of is None or sentence.child(verb, "neg") is not None:
        return None
    words = tuple(t for t in sentence.subtree(of)[1:] if t.text[0].isalnum())
    return Toll(speaker, words) if words and words[0].tag == "CD" else None


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
