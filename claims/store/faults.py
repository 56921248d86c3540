"""What is wrong with a store, in words."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from claims.store import loading, log, standing
from claims.store.keys import article_id


def faults(connection: Connection) -> Iterator[str]:
    """Faults of the log's chain, of where items stand, and of articles; none if all is sound."""
    yield from log.faults(connection)
    yield from standing.faults(connection)
    for id, article in loading.articles(connection).items():
        if article_id(article) != id:
            yield f"article {id}: its text is not the one that was taken in"
