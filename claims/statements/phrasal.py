"""Deeds that several words name as one: "left 31 dead", "claimed the lives of eight", "is in control of".

The verb alone says little or something else; each construction is one function here, and gives the
deed by the verb that would name it alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.core.tokens import SUBJECTS, Sentence, Token

_TAKING = frozenset({"claim", "take", "cost"})
_LIFE = frozenset({"life", "live"})
_STATES = {"dead": "kill", "wounded": "injure", "injured": "injure"}
_REACH = 12
"""Words after "left" within which the state in which they were left stands."""

_OWN = {"in": frozenset({"control", "charge", "possession"})}
_WITHIN = frozenset({"in", "inside"})
_ARMED = frozenset({"fighter", "soldier", "troop", "rebel", "militant", "force", "unit", "army", "militia"})
_ANOTHERS = {"under": frozenset({"control", "rule"}), "in": frozenset({"hand"})}
_BACK = frozenset({"back", "off", "away"})
_REPELLING = frozenset({"beat", "push", "drive", "fight", "fend", "hold", "throw"})
_TURNING = frozenset({"turn", "send"})
_GAINING = frozenset({"take", "seize", "gain", "regain", "retake", "assume", "wrest"})
_PARTICLES = {
    ("call", "off"): "cancel",
    ("break", "down"): "collapse",
    ("break", "off"): "end",
    ("shut", "down"): "close",
    ("close", "down"): "close",
    ("go", "on"): "continue",
    ("go", "off"): "explode",
    ("bring", "down"): "down",
    ("go", "ahead"): "proceed",
    ("carry", "on"): "continue",
    ("come", "back"): "return",
    ("go", "back"): "return",
    ("pull", "back"): "withdraw",
    ("pull", "out"): "withdraw",
    ("hand", "over"): "surrender",
    ("give", "up"): "surrender",
    ("turn", "down"): "reject",
    ("come", "out"): "leave",
    ("get", "out"): "leave",
}
"""Verbs that their particle gives another sense, with the verb that has it alone."""
_HEALTH = frozenset({"health", "condition", "shape"})
_GOOD = frozenset({"good", "excellent", "stable", "perfect"})
_SETTING = frozenset({"start", "set", "light", "cause"})
_FRAMED = frozenset({"withdraw", "explode", "down"})
_SLIPPING = frozenset({"slip", "sneak", "creep", "come", "pour", "stream", "steal"})
_INTO = frozenset({"in", "into", "across", "over"})
_BOMBS = frozenset(
    {"bomb", "barrel", "chlorine", "gas", "explosive", "munition", "shell", "missile", "rocket", "mine"}
    | {"phosphorus", "napalm", "sarin", "canister", "cylinder", "container", "bombs"}
)
_UPON = frozenset({"on", "onto", "over"})


@dataclass(frozen=True)
class Phrasal:
    """A deed, and whom or what it names as doer and as the one it befell (None: as the verb has it).

    Attributes
    ----------
    frame
        The class of the deed, None for that of no class.
    """

    predicate: str
    frame: str | None
    agent: Token | None = None
    patient: Token | None = None


def phrasal(sentence: Sentence, verb: Token) -> Phrasal | None:
    """The deed that ``verb`` names together with other words, None where it names it itself."""
    if not verb.is_verb:
        return None
    return (
        _lives_taken(sentence, verb)
        or _left(sentence, verb)
        or _held(sentence, verb)
        or _turned_back(sentence, verb)
        or _dropped(sentence, verb)
        or _blown_up(sentence, verb)
        or _fire_opened(sentence, verb)
        or _slipped_in(sentence, verb)
        or _took_place(sentence, verb)
        or _to_death(sentence, verb)
        or _in_health(sentence, verb)
        or _fire_set(sentence, verb)
        or _with_particle(sentence, verb)
        or _control_taken(sentence, verb)
    )


def _lives_taken(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "claimed the lives of *eight civilians*"."""
    lives = sentence.child(verb, "dobj")
    if verb.lemma not in _TAKING or lives is None or lives.lemma not in _LIFE:
        return None
    return Phrasal("kill", "kill", patient=_object(sentence, lives, "of"))


def _left(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "left *31 civilians* dead"."""
    if verb.lemma != "leave":
        return None
    for word in sentence.tokens[verb.index + 1 : verb.index + _REACH]:
        harm = _STATES.get(word.text.lower())
        # "Left dead soldiers behind" says something else: there the noun follows.
        if harm is not None and word.head <= word.index:
            left = sentence.child(word, *SUBJECTS) or sentence.child(verb, "dobj")
            return Phrasal(harm, harm, patient=left)
    return None


def _held(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "*rebels* are in control of *the town*", or still in it, "it is in the hands of *rebels*"."""
    subject = sentence.child(verb, *SUBJECTS)
    if verb.lemma not in ("be", "remain", "stay") or subject is None:
        return None
    for preposition in sentence.children(verb, "prep"):
        held = sentence.child(preposition, "pobj")
        word = preposition.text.lower()
        if held is None:
            continue
        if held.lemma in _OWN.get(word, ()):
            return Phrasal("hold", "hold", agent=subject, patient=_object(sentence, held, "of"))
        if word in _WITHIN and subject.lemma in _ARMED and _is_still(sentence, verb):
            return Phrasal("hold", "hold", agent=subject, patient=held)
        if held.lemma in _ANOTHERS.get(word, ()):
            holder = _object(sentence, held, "of") or sentence.child(held, "poss", "amod", "compound")
            return Phrasal("hold", "hold", agent=holder, patient=subject)
    return None


def _is_still(sentence: Sentence, verb: Token) -> bool:
    return any(t.text.lower() == "still" for t in sentence.children(verb, "advmod"))


def _turned_back(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "beat back the assault", which is to repel it, and "turned back the trucks"."""
    aside = sentence.children(verb, "prt", "advmod")
    if not any(t.text.lower() in _BACK for t in aside):
        return None
    if verb.lemma in _REPELLING:
        return Phrasal("repel", None)
    return Phrasal("turn back", None) if verb.lemma in _TURNING else None


def _dropped(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "dropped bombs on *the town*"."""
    dropped = sentence.child(verb, "dobj", "nsubjpass")
    if verb.lemma != "drop" or dropped is None or dropped.lemma.casefold() not in _BOMBS:
        return None
    upon = next((p for p in sentence.children(verb, "prep") if p.text.lower() in _UPON), None)
    if upon is None:
        return None
    return Phrasal("drop", "attack", patient=sentence.child(upon, "pobj"))


def _blown_up(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "blew up the bridge", which is to destroy it."""
    up = any(t.text.lower() == "up" for t in sentence.children(verb, "prt", "advmod"))
    blown = sentence.child(verb, "dobj", "nsubjpass")
    if verb.lemma != "blow" or not up or blown is None or not blown.is_noun:
        return None
    return Phrasal("destroy", "destroy")


def _fire_opened(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "opened fire on *the crowd*", "fired at *the tents*"."""
    fire = sentence.child(verb, "dobj")
    aimed = _object(sentence, verb, "at") or _object(sentence, verb, "on")
    if (
        verb.lemma == "fire"
        and fire is None
        and aimed is not None
        and not aimed.entity.endswith(("DATE", "TIME"))
    ):
        return Phrasal("fire", "attack", patient=aimed)
    if verb.lemma != "open" or fire is None or fire.lemma != "fire":
        return None
    crowd = _object(sentence, verb, "on") or _object(sentence, fire, "on") or _object(sentence, verb, "at")
    return Phrasal("fire", "attack", patient=crowd)


def _slipped_in(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "slipped in from *the border*", "sneaked into the country"."""
    aside = {t.text.lower() for t in sentence.children(verb, "prt", "advmod", "prep")}
    if verb.lemma == "break" and "into" in aside:
        return Phrasal("enter", "cross", patient=_object(sentence, verb, "into"))
    carried = sentence.child(verb, "dobj") is not None  # "poured diesel into the spring"
    if verb.lemma not in _SLIPPING or not aside & _INTO or carried:
        return None
    return Phrasal("enter", "cross")


def _with_particle(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "called off", "broke down", "came back"."""
    for word in sentence.children(verb, "prt", "advmod"):
        alone = _PARTICLES.get((verb.lemma, word.text.lower()))
        if alone is not None:
            return Phrasal(alone, alone if alone in _FRAMED else None)
    return None


def _to_death(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "was beaten to death"."""
    to = next((p for p in sentence.children(verb, "prep") if p.text.lower() == "to"), None)
    end = sentence.child(to, "pobj") if to is not None else None
    return Phrasal("kill", "kill") if end is not None and end.lemma == "death" else None


def _in_health(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "is in good health"."""
    if verb.lemma not in ("be", "remain"):
        return None
    for preposition in sentence.children(verb, "prep"):
        state = sentence.child(preposition, "pobj")
        if state is None or state.lemma not in _HEALTH or preposition.text.lower() != "in":
            continue
        if any(word.lemma in _GOOD for word in sentence.children(state, "amod")):
            return Phrasal("safe", None)
    return None


def _fire_set(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "started *the fires*", "set fire to *the houses*"."""
    fire = sentence.child(verb, "dobj", "nsubjpass")
    burning = sentence.child(verb, "oprd", "acomp", "advmod")
    if verb.lemma == "set" and burning is not None and burning.text.lower() in ("ablaze", "alight"):
        by = _object(sentence, burning, "by") or _object(sentence, verb, "by")
        doer = by if fire is not None and fire.dep == "nsubjpass" else None
        return Phrasal("burn", "damage", agent=doer, patient=fire)
    if verb.lemma not in _SETTING or fire is None or fire.lemma not in ("fire", "blaze"):
        return None
    return Phrasal(
        "burn", "damage", patient=_object(sentence, verb, "to") or _object(sentence, fire, "to") or fire
    )


def _took_place(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "*the strike* took place"."""
    place = sentence.child(verb, "dobj")
    if verb.lemma != "take" or place is None or place.lemma != "place" or sentence.children(place, "det"):
        return None
    return Phrasal("take place", None, patient=sentence.child(verb, *SUBJECTS))


def _control_taken(sentence: Sentence, verb: Token) -> Phrasal | None:
    """Read "took control of *the town*", which is to capture it, and "lost control of" it."""
    control = sentence.child(verb, "dobj")
    if control is None or control.lemma != "control" or verb.lemma not in _GAINING | {"lose"}:
        return None
    town = _object(sentence, control, "of") or _object(sentence, control, "over")
    if town is None:
        return None
    return (
        Phrasal("lose", None, patient=town)
        if verb.lemma == "lose"
        else Phrasal("capture", "capture", patient=town)
    )


def _object(sentence: Sentence, word: Token, preposition: str) -> Token | None:
    below = next((p for p in sentence.children(word, "prep") if p.text.lower() == preposition), None)
    return sentence.child(below, "pobj") if below is not None else None
