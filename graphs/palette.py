"""Colours that stay apart for colour-blind eyes, on light ground and on dark.

Parties have Paul Tol's "muted" scheme, relations that of Okabe and Ito, so that an edge is never
taken for a party. Colour is never the only mark: every node has its label and party in words, every
relation its label.

References
----------
P. Tol, "Colour schemes", SRON/EPS/TN/09-002, issue 3.2, 2021. M. Okabe and K. Ito, "Color universal
design", 2008.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from claims.core.relation import Label

PARTIES = (
    "#332288", "#cc6677", "#44aa99", "#ddcc77", "#882255", "#88ccee", "#117733", "#aa4499", "#999933",
)  # fmt: skip
"""The most frequent party has the first, and so on."""

FURTHER_PARTY = "#666666"
NO_PARTY = "#a6a6a6"
ARTICLE = "#d0d0d0"
EVENT = "#c8b8a0"
STRUCTURE = "#c4c4c4"

RELATIONS: Mapping[Label, str] = MappingProxyType(
    {
        Label.CONTRADICTS: "#d55e00",
        Label.DIFFERS: "#e69f00",
        Label.UPDATES: "#cc79a7",
        Label.CORROBORATES: "#0072b2",
        Label.REPEATS: "#56b4e9",
    }
)


def party_colours(parties: Iterable[str | None]) -> dict[str, str]:
    """A colour for each party that is named, by how often it is; the rest share one.

    Parameters
    ----------
    parties
        One entry a mention; parties named equally often go by their first mention.

    Examples
    --------
    >>> party_colours(["Turkey", "Russia", None, "Russia"])
    {'Russia': '#332288', 'Turkey': '#cc6677'}
    """
    counts = Counter(party for party in parties if party)
    named = [party for party, _ in counts.most_common()]
    return {
        party: PARTIES[rank] if rank < len(PARTIES) else FURTHER_PARTY for rank, party in enumerate(named)
    }


def party_colour(party: str | None, colours: Mapping[str, str]) -> str:
    """The colour of a party in ``colours``, or of none.

    Examples
    --------
    >>> party_colour(None, {})
    '#a6a6a6'
    """
    return NO_PARTY if party is None else colours.get(party, FURTHER_PARTY)
