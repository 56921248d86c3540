"""What was understood of single articles, kept so that a scan can go on where it was broken off."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, insert, select

from claims.core.article import Article
from claims.core.understood import Understood
from claims.store import loading, tables, taking
from claims.store.codec import from_json, to_json


def keep(connection: Connection, understood: Understood, models: str) -> None:
    """Keep one article and what was understood of it with ``models``; a second time changes nothing."""
    article = understood.document.article
    taking.enter_articles(connection, [article])
    table = tables.understood
    known = select(table.c.article).where(table.c.article == article.id, table.c.models == models)
    if connection.execute(known).first() is None:
        # Parsed sentences as JSON are a hundred times the text, and shrink to a tenth of that.
        data = zlib.compress(to_json(understood).encode())
        connection.execute(insert(table).values(article=article.id, models=models, data=data))


def pending(connection: Connection, models: str, articles: Iterable[Article]) -> Sequence[Article]:
    """Of the store's articles and ``articles`` those that ``models`` have not understood yet."""
    done = set(read_by(connection, models))
    # What the store has goes first: it says when an article that came in twice was published.
    every = {a.id: a for a in (*loading.articles(connection).values(), *articles)}
    return [article for id, article in every.items() if id not in done]


def read_by(connection: Connection, models: str) -> Sequence[str]:
    """The ids of the articles that ``models`` have understood."""
    table = tables.understood
    return connection.execute(select(table.c.article).where(table.c.models == models)).scalars().all()


def understood(connection: Connection, models: str) -> Sequence[Understood]:
    """All that ``models`` have understood, in the order in which the articles were taken in."""
    table, articles = tables.understood, tables.articles
    wanted = (
        select(table.c.data)
        .join(articles, articles.c.id == table.c.article)
        .where(table.c.models == models)
        .order_by(articles.c.position)
    )
    rows = connection.execute(wanted).scalars()
    return [from_json(zlib.decompress(data).decode(), Understood) for data in rows]
