"""Rows of the tables as the objects they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Row, Select, Table, select

from claims.core.article import Article
from claims.core.attribution import Attribution
from claims.core.claim import Claim, Event
from claims.core.relation import Disagreement, Relation
from claims.core.review import Item, ItemKind
from claims.core.source import Source
from claims.store import tables
from claims.store.codec import fields, from_json, is_keepable
from claims.store.following import Following
from claims.store.material import UNTOUCHED, Material, Stand

T = TypeVar("T")

AT_ONCE = 5_000
"""Values of one query, at most: databases bound them."""


def everything(connection: Connection) -> Material:
    """All that the store holds."""
    changed = dict(decided(connection))
    claims = _objects(connection, tables.claims, Claim)
    return Material(
        articles=articles(connection),
        sources=_objects(connection, tables.sources, Source),
        attributions=_objects(connection, tables.attributions, Attribution),
        claims=claims,
        events=_with_claims(_objects(connection, tables.events, Event), claims.values()),
        relations=_objects(connection, tables.relations, Relation),
        disagreements=_objects(connection, tables.disagreements, Disagreement),
        stands=changed,
        gone=frozenset(_marked(connection, _SUGGESTED, added=False)),
        added=frozenset(_marked(connection, _SUGGESTED, added=True)),
    )


def some(connection: Connection, disagreements: Iterable[str]) -> Material:
    """What is needed to show these disagreements, and what people changed of it."""
    table = tables.disagreements
    found = _objects(connection, table, Disagreement, table.c.key, disagreements)
    said = [c for d in found.values() for side in d.sides for c in side.claims]
    claims = _objects(connection, tables.claims, Claim, tables.claims.c.key, said)
    changed = {
        **dict(decided(connection, ItemKind.SOURCE, ItemKind.EVENT)),
        **dict(_stands(connection, ItemKind.CLAIM, claims)),
        **dict(_stands(connection, ItemKind.DISAGREEMENT, found)),
    }
    followed = Following(changed)
    return Material(
        articles=articles(connection, {c.article for c in claims.values()}),
        sources=_sources_of(connection, claims, changed, followed),
        claims=claims,
        events=_events_of(connection, claims.values(), followed),
        relations=_relations_among(connection, claims),
        disagreements=found,
        stands=changed,
        gone=frozenset(_gone(connection, found)),
    )


def some_claims(connection: Connection, keys: Iterable[str]) -> Material:
    """What is needed to show these claims, and what people changed of it."""
    claims = _objects(connection, tables.claims, Claim, tables.claims.c.key, keys)
    changed = {
        **dict(decided(connection, ItemKind.SOURCE, ItemKind.EVENT)),
        **dict(_stands(connection, ItemKind.CLAIM, claims)),
    }
    sources = _sources_of(connection, claims, changed, Following(changed))
    return Material(sources=sources, claims=claims, stands=changed)


def events(connection: Connection, keys: Iterable[str]) -> dict[str, Event]:
    """Events of these keys as they were found."""
    return _objects(connection, tables.events, Event, tables.events.c.key, keys)


def articles(connection: Connection, ids: Iterable[str] | None = None) -> dict[str, Article]:
    """Articles by id, all or those of ``ids``, in the order in which they were taken in."""
    table = tables.articles
    wanted = select(table.c.id, table.c.data).order_by(table.c.position)
    rows = _in(connection, wanted, table.c.id, ids)
    return {id: from_json(data, Article) for id, data in rows}


def article_ids(connection: Connection, among: Iterable[str] | None = None) -> tuple[str, ...]:
    """The ids of all articles, or of those of ``among`` that the store has."""
    table = tables.articles
    wanted = select(table.c.id).order_by(table.c.position)
    return tuple(row[0] for row in _in(connection, wanted, table.c.id, among))


def sources(connection: Connection) -> Material:
    """What is needed to show the sources as people see them."""
    changed = dict(decided(connection, ItemKind.SOURCE, ItemKind.CLAIM))
    table = tables.claims
    unfound = connection.execute(select(table.c.key).where(table.c.suggested.is_(False))).scalars().all()
    edited = [item.key for item in changed if item.kind is ItemKind.CLAIM]
    return Material(
        sources=_objects(connection, tables.sources, Source),
        claims=_objects(connection, table, Claim, table.c.key, [*unfound, *edited]),
        stands=changed,
        gone=frozenset(_marked(connection, (tables.sources,), added=False)),
        added=frozenset(_marked(connection, (tables.sources,), added=True)),
    )


def decided(connection: Connection, *kinds: ItemKind) -> Iterator[tuple[Item, Stand]]:
    """How the items stand that people decided about, of all kinds or of some."""
    wanted = select(tables.standings)
    if kinds:
        wanted = wanted.where(tables.standings.c.kind.in_(kinds))
    for row in connection.execute(wanted):
        yield Item(ItemKind(row.kind), row.key), stand_of(row)


def stand(connection: Connection, item: Item) -> Stand:
    """How one item stands; version 0 before the first decision."""
    return dict(_stands(connection, item.kind, [item.key])).get(item, UNTOUCHED)


def following(connection: Connection) -> Following:
    """The sources and events that people brought together and took apart."""
    return Following(dict(decided(connection, ItemKind.SOURCE, ItemKind.EVENT)))


def claims_of_event(connection: Connection, key: str) -> list[str]:
    """The claims that speak of an event now."""
    followed = following(connection)
    near = _connected([key], [*followed.merged(ItemKind.EVENT), *followed.split()])
    table = tables.claims
    wanted = select(table.c.key, table.c.event).order_by(table.c.position)
    rows = _in(connection, wanted, table.c.event, near)
    return [claim for claim, event in rows if followed.event_of(claim, event) == key]


def claims_near_event(connection: Connection, key: str) -> list[str]:
    """The claims of an event and of all that were joined to it or split off."""
    followed = following(connection)
    near = _connected([key], [*followed.merged(ItemKind.EVENT), *followed.split()])
    return _keys(connection, tables.claims, "event", near)


def claims_near_source(connection: Connection, key: str) -> list[str]:
    """The claims of a source and of all that were merged with it, as found and as edited."""
    near = _connected([key], list(following(connection).merged(ItemKind.SOURCE)))
    edited = [i.key for i, s in decided(connection, ItemKind.CLAIM) if s.fields.get("source") in near]
    return [*_keys(connection, tables.claims, "source", near), *edited]


def disagreements_with(connection: Connection, claims: Iterable[str]) -> list[str]:
    """The disagreements on one of whose sides one of these claims is."""
    table = tables.accounts
    rows = _in(connection, select(table.c.disagreement), table.c.claim, claims)
    return list(dict.fromkeys(row[0] for row in rows))


def _keys(connection: Connection, table: Table, column: str, values: Iterable[str]) -> list[str]:
    return [row[0] for row in _in(connection, select(table.c.key), table.c[column], values)]


def _stands(connection: Connection, kind: ItemKind, keys: Iterable[str]) -> Iterator[tuple[Item, Stand]]:
    table = tables.standings
    for row in _in(connection, select(table).where(table.c.kind == kind), table.c.key, keys):
        yield Item(ItemKind(row.kind), row.key), stand_of(row)


def stand_of(row: Row[Any]) -> Stand:
    """How an item stands, out of a row of its table."""
    return Stand(row.version, fields(row.fields), row.who, datetime.fromisoformat(row.changed))


def _sources_of(
    connection: Connection,
    claims: Mapping[str, Claim],
    changed: Mapping[Item, Stand],
    followed: Following,
) -> dict[str, Source]:
    named = {s for c in claims.values() for s in (c.source, *c.relays)}
    named |= {
        str(own.fields["source"])
        for item, own in changed.items()
        if item.kind is ItemKind.CLAIM and own.fields.get("source") is not None
    }
    last = {followed.source(key) for key in named}
    merged = {one for one, _ in followed.merged(ItemKind.SOURCE) if followed.source(one) in last}
    return _objects(connection, tables.sources, Source, tables.sources.c.key, named | last | merged)


def _events_of(connection: Connection, claims: Iterable[Claim], followed: Following) -> dict[str, Event]:
    named = {c.event for c in claims if c.event is not None}
    named |= {e for c in claims if (e := followed.event_of(c.id, c.event)) is not None}
    ties = [*followed.merged(ItemKind.EVENT), *followed.split()]
    near = _connected(named, ties)
    events = _objects(connection, tables.events, Event, tables.events.c.key, near)
    table = tables.claims
    wanted = select(table.c.key, table.c.event).order_by(table.c.position)
    members: dict[str, list[str]] = defaultdict(list)
    for key, event in _in(connection, wanted, table.c.event, near):
        members[event].append(key)
    return {key: replace(event, claims=tuple(members[key])) for key, event in events.items()}


def _connected(named: Iterable[str], ties: Sequence[tuple[str, str]]) -> set[str]:
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in ties:
        beside[one].add(other)
        beside[other].add(one)
    found: set[str] = set()
    pending = list(named)
    while pending:
        key = pending.pop()
        if key not in found:
            found.add(key)
            pending.extend(beside[key])
    return found


def _relations_among(connection: Connection, claims: Mapping[str, Claim]) -> dict[str, Relation]:
    table = tables.relations
    near = _objects(connection, table, Relation, table.c.a, claims)
    return {key: relation for key, relation in near.items() if relation.b in claims}


def _with_claims(events: Mapping[str, Event], claims: Iterable[Claim]) -> dict[str, Event]:
    members: dict[str | None, list[str]] = defaultdict(list)
    for claim in claims:
        members[claim.event].append(claim.id)
    return {key: replace(event, claims=tuple(members[key])) for key, event in events.items()}


def _gone(connection: Connection, disagreements: Iterable[str]) -> Iterator[str]:
    table = tables.disagreements
    wanted = select(table.c.key).where(table.c.suggested.is_(False), table.c.run.is_not(None))
    yield from (row[0] for row in _in(connection, wanted, table.c.key, disagreements))


def _marked(connection: Connection, among: Iterable[Table], added: bool) -> Iterator[str]:
    for table in among:
        made = table.c.run.is_(None) if added else table.c.run.is_not(None)
        yield from connection.execute(select(table.c.key).where(table.c.suggested.is_(False), made)).scalars()


_SUGGESTED = (
    tables.sources,
    tables.attributions,
    tables.claims,
    tables.events,
    tables.relations,
    tables.disagreements,
)


def _objects(
    connection: Connection,
    table: Table,
    kind: type[T],
    column: Column[Any] | None = None,
    values: Iterable[str] | None = None,
) -> dict[str, T]:
    wanted = select(table.c.key, table.c.data).order_by(table.c.position, table.c.key)
    rows = _in(connection, wanted, table.c.key if column is None else column, values)
    return {key: from_json(data, kind) for key, data in rows}


def _in(
    connection: Connection, wanted: Select[Any], column: Column[Any], values: Iterable[str] | None
) -> Iterator[Any]:
    if values is None:
        yield from connection.execute(wanted)
        return
    asked = [value for value in dict.fromkeys(values) if value is None or is_keepable(value)]
    for start in range(0, len(asked), AT_ONCE):
        yield from connection.execute(wanted.where(column.in_(asked[start : start + AT_ONCE])))
