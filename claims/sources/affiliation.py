"""Whose side a body is said to be on: "a website close to the opposition", "a Houthi-run channel"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.sources.parties import Parties

_TIED_TO = re.compile(
    r"\b(?:affiliated|aligned|allied|linked|tied|loyal|close|belonging)\s+(?:to|with)\s+(?:the\s+)?((?:[\w'’-]+\s?){1,4})",
    re.IGNORECASE,
)
_COMPOUND = re.compile(
    r"\b((?:[\w'’]+\s)?[\w'’]+)-(?:linked|aligned|affiliated|run|controlled)\b", re.IGNORECASE
)
_FOR = re.compile(r"\b(?:pro)-([\w'’]+(?:\s(?:regime|government|opposition))?)", re.IGNORECASE)


def affiliation(text: str, setting: str | None, parties: Parties) -> str | None:
    """The party that the words about a body tie it to, None where they tie it to none.

    Parameters
    ----------
    text
        What is said of the body, relative clauses included.
    setting
        The state that the article is about.

    Examples
    --------
    >>> parties = Parties({"Houthis": "Houthis", "Houthi": "Houthis"})
    >>> affiliation("the Houthi-run channel", None, parties)
    'Houthis'
    >>> affiliation("a daily which is close to the government", "Turkey", parties)
    'Turkey'
    """
    return next((p for side in _sides(text) if (p := parties.party_of(side, setting, speaking=True))), None)


def _sides(text: str) -> Iterator[str]:
    for pattern in (_TIED_TO, _COMPOUND, _FOR):
        yield from (match.group(1) for match in pattern.finditer(text))
