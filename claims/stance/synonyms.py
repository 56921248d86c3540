"""Words by which two reports call one thing, so that "the jet" of the one meets "the plane" of the other.

Only words that news uses for each other without a difference that a fact-checker would mind.
"""

from __future__ import annotations

from claims.core.wordlists import listed

_SETS = (
    "plane jet aircraft warplane airplane airliner",
    "prisoner detainee captive inmate",
    "talk negotiation",
    "ceasefire truce armistice cessation",
    "agreement deal accord pact",
    "boat vessel ship",
    "fire blaze",
    "base airbase",
    "bus coach",
    "protester demonstrator",
    "protest demonstration",
    "quake earthquake",
    "staff employee",
    "house home",
    "admit confess",
    "leave depart exit",
    "begin start",
)
_PLAIN = {word: words[0] for words in map(listed, _SETS) for word in words}


def plain(word: str) -> str:
    """The word by which its set is known, in lower case; a word of no set as it is.

    Examples
    --------
    >>> plain("Jet"), plain("tunnel")
    ('plane', 'tunnel')
    """
    lowered = word.casefold()
    return _PLAIN.get(lowered, lowered)
