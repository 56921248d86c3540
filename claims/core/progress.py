"""How far a run is, and the portions it goes in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.core.article import Article

AT_ONCE = 16
"""Articles that are parsed together; more would hold more memory and gain nothing."""


@dataclass(frozen=True)
class Progress:
    """How far a run is: ``done`` of ``total`` articles (None while unknown) at a stage."""

    stage: str
    done: int
    total: int | None


def grouped(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    """Articles in the portions in which they are read."""
    return (articles[i : i + AT_ONCE] for i in range(0, len(articles), AT_ONCE))
