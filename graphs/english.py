"""The little English grammar that a question needs."""

from __future__ import annotations

import re

_IRREGULAR = {
    "hit": ("hit", "hit"), "shoot": ("shot", "shot"), "strike": ("struck", "struck"),
    "beat": ("beat", "beaten"), "take": ("took", "taken"), "hold": ("held", "held"),
    "kill": ("killed", "killed"), "win": ("won", "won"), "lose": ("lost", "lost"),
    "find": ("found", "found"), "see": ("saw", "seen"), "hurt": ("hurt", "hurt"),
    "begin": ("began", "begun"), "set": ("set", "set"), "burn": ("burned", "burned"),
    "do": ("did", "done"), "give": ("gave", "given"), "bring": ("brought", "brought"),
    "send": ("sent", "sent"), "fire": ("fired", "fired"), "cut": ("cut", "cut"),
    "shut": ("shut", "shut"), "sink": ("sank", "sunk"), "drive": ("drove", "driven"),
    "drown": ("drowned", "drowned"), "break": ("broke", "broken"), "blow": ("blew", "blown"),
}  # fmt: skip
_PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "serviceman": "servicemen",
}
_SHORT = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
_SINGULAR_S = re.compile(r"(?:ss|us|is)$")
_UNCOUNTED = frozenset({"people", "troops", "personnel", "police", "media"})


def past(verb: str) -> str:
    """The simple past of a lemma.

    Examples
    --------
    >>> past("shell"), past("hit"), past("carry"), past("damage")
    ('shelled', 'hit', 'carried', 'damaged')
    """
    return _IRREGULAR[verb][0] if verb in _IRREGULAR else _ed(verb)


def participle(verb: str) -> str:
    """The past participle of a lemma.

    Examples
    --------
    >>> participle("beat"), participle("stop")
    ('beaten', 'stopped')
    """
    return _IRREGULAR[verb][1] if verb in _IRREGULAR else _ed(verb)


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if _SHORT.match(verb) else verb + "ed"


def plural(noun: str) -> str:
    """The plural of a noun in the singular.

    Examples
    --------
    >>> plural("soldier"), plural("child"), plural("family"), plural("casualty")
    ('soldiers', 'children', 'families', 'casualties')
    """
    if noun in _PLURALS or noun in _UNCOUNTED:
        return _PLURALS.get(noun, noun)
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s")


def is_plural(phrase: str) -> bool:
    """Whether a phrase looks like a plural; a guess from its last word.

    Examples
    --------
    >>> is_plural("Turkey's soldiers"), is_plural("the bus"), is_plural("troops and tanks")
    (True, False, True)
    """
    last = phrase.casefold().split()[-1] if phrase.split() else ""
    if " and " in phrase or last in _UNCOUNTED or last in _PLURALS.values():
        return True
    return last.endswith("s") and not _SINGULAR_S.search(last)


def possessive(name: str) -> str:
    """The possessive of a name.

    Examples
    --------
    >>> possessive("Turkey"), possessive("United Nations")
    ("Turkey's", "United Nations'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"
