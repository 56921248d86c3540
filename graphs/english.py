"""The little English grammar that a question needs."""

from __future__ import annotations

import re

_PLURALS = {
    "person": "people",
    "man": "men",
    "woman": "women",
    "child": "children",
    "serviceman": "servicemen",
}
_SINGULAR_S = re.compile(r"(?:ss|us|is)$")
_UNCOUNTED = frozenset({"people", "troops", "personnel", "police", "media"})


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
