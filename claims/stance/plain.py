"""A statement in plain words, as an entailment model reads it best.

What a statement was given to stand alone is in square brackets, for a reader to see which words are
the article's. A model that has learned from plain sentences makes less of "They [elephants] are
thriving" than of "The elephants are thriving".
"""

from __future__ import annotations

import re

_SETTING = re.compile(r"\s*\[([A-Z][^\]]*)\]$")
_PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|them|I|we|us|me) \[([^\]]+)\]", re.IGNORECASE)
_CALLED = re.compile(r"\[(is|are|was|were)( \w+)(?: by)?\] to (have|be)\b")
_PASSIVE = re.compile(r"\[((?:is|are|was|were|has|have|had|been)\b[^\]]*)\]")
_CUE = re.compile(r"(?<=\S) \[(?![^\]]*['’]s?\])[a-z][^\]]*\](?=[ ,])")
_DETERMINED = re.compile(
    r"(?:the|an?|this|that|these|those|his|her|its|their|our|my|some|many|more|most|all|both|no)\b|\d"
)


def plain(statement: str) -> str:
    """``statement`` with what its brackets hold in the place of what they explain.

    Examples
    --------
    >>> plain("They [elephants] are thriving there.")
    'The elephants are thriving there.'
    >>> plain("[Turkey's] soldiers [said] were hit by 3 shells [Ariha, Idlib]")
    "Turkey's soldiers were hit by 3 shells in Ariha, Idlib."
    >>> plain("Fighters [are said] to be near Homs.")
    'Fighters are near Homs.'
    """
    said = _SETTING.sub(r" in \1.", statement)
    said = _PRONOUN.sub(lambda found: _named(found[1]), said)
    said = _CALLED.sub(lambda found: "had" if found[3] == "have" else found[1], said)
    said = _PASSIVE.sub(r"\1", said)
    said = _CUE.sub("", said)
    said = said.replace("[", "").replace("]", "")
    return said[:1].upper() + said[1:]


def _named(name: str) -> str:
    """A name as a subject: "the" goes before a noun that has nothing before it."""
    return name if not name[:1].islower() or _DETERMINED.match(name) else f"the {name}"
