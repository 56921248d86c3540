"""What people look up while they decide: the claims of an article, parties, events nearby."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from claims.core.claim import Claim, Event
from claims.core.source import Source
from claims.store import loading, tables
from claims.store.overlay import applied

MOST_EVENTS = 50


def claims_of(connection: Connection, article: str) -> tuple[tuple[Claim, ...], dict[str, Source]]:
    """The claims of an article as people see them now, and their sources by key."""
    table = tables.claims
    asked = select(table.c.key).where(
        table.c.article == article, or_(table.c.suggested.is_(True), table.c.run.is_(None))
    )
    seen = applied(loading.some_claims(connection, connection.execute(asked).scalars()))
    return tuple(seen.claims.values()), dict(seen.sources)


def parties(connection: Connection) -> tuple[str, ...]:
    """The parties that sources belong to, in the order of the alphabet."""
    table = tables.sources
    asked = select(table.c.party).where(table.c.party.is_not(None)).distinct().order_by(table.c.party)
    return tuple(connection.execute(asked).scalars())


def events_like(connection: Connection, event: Event) -> tuple[Event, ...]:
    """Other events at the place of ``event``, or called alike; those that people joined left out."""
    table = tables.events
    alike = [table.c.what == event.what]
    if event.where is not None:
        alike.append(table.c.place == event.where)
    asked = select(table.c.key).where(or_(*alike), table.c.key != event.id, table.c.suggested.is_(True))
    keys = connection.execute(asked.order_by(table.c.position).limit(MOST_EVENTS)).scalars().all()
    followed = loading.following(connection)
    return tuple(e for key, e in loading.events(connection, keys).items() if followed.event(key) == key)
