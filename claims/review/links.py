"""Addresses within the desk."""

from __future__ import annotations

import re
from urllib.parse import quote

from claims.review.asking import Asked

# "//" or "/\" at the start would lead to another site.
_WITHIN = re.compile(r"/(?![/\\])[\x21-\x7e]*")


def queue(asked: Asked) -> str:
    """The queue, from the line and under the filter asked for."""
    return f"/?{asked.query}" if asked.query else "/"


def dispute(key: str, asked: Asked | None = None) -> str:
    """A disagreement, with the way back to its line of the queue."""
    query = f"?{asked.query}" if asked is not None and asked.query else ""
    return f"/disputes/{quote(key, safe='')}{query}"


def next_of(key: str, asked: Asked) -> str:
    """What comes after a disagreement in the queue."""
    query = f"?{asked.query}" if asked.query else ""
    return f"/disputes/{quote(key, safe='')}/next{query}"


def article(id: str, claim: str | None = None, dispute: str | None = None) -> str:
    """An article, at the words of a claim, with the way back to a disagreement."""
    query = f"?dispute={quote(dispute, safe='')}" if dispute else ""
    anchor = f"#{anchor_of(claim)}" if claim else ""
    return f"/articles/{quote(id, safe='')}{query}{anchor}"


def anchor_of(claim: str) -> str:
    """Id of the element in which the words of a claim stand."""
    return "claim-" + quote(claim, safe="").replace("%", "_")


def within(address: str | None) -> str:
    """``address`` if it is one of the desk's own, else the queue.

    Examples
    --------
    >>> within("/disputes/d1"), within("//example.org"), within("https://example.org"), within(None)
    ('/disputes/d1', '/', '/', '/')
    """
    return address if address and _WITHIN.fullmatch(address) else "/"
