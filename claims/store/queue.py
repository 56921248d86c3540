"""The queue: a line for each disagreement, kept in a table so that it is there at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, false, func, insert, select

from claims.core.relation import Label, Side
from claims.core.review import Dispute, Filter, Item, ItemKind, Order, Queue, Waiting
from claims.core.source import Source
from claims.store import loading, tables
from claims.store.codec import from_json, is_keepable, plain, texts, to_json
from claims.store.disputes import disputes
from claims.store.material import UNTOUCHED, Material
from claims.store.standing import standing

_LINES = tables.waiting
_AT_ONCE = 200

_ORDERS: Mapping[Order, tuple[ColumnElement[Any], ...]] = {
    Order.CONTESTED: (_LINES.c.contested.desc(), _LINES.c.score.desc()),
    Order.SURE: (_LINES.c.score.desc(), _LINES.c.contested.desc()),
    Order.RECENT: (func.coalesce(_LINES.c.last, "").desc(), _LINES.c.contested.desc()),
}


def queue(connection: Connection, wanted: Filter, order: Order, offset: int, limit: int) -> Queue:
    """A page of the queue."""
    passing = _passing(wanted)
    stands = tables.standings
    joined = _LINES.outerjoin(
        stands,
        and_(stands.c.kind == ItemKind.DISAGREEMENT.value, stands.c.key == _LINES.c.disagreement),
    )
    rows = connection.execute(
        select(_LINES, stands.c.version, stands.c.fields, stands.c.who, stands.c.changed)
        .select_from(joined)
        .where(*passing)
        .order_by(*_ORDERS[order], _LINES.c.disagreement)
        .offset(max(offset, 0))
        .limit(max(limit, 0))
    )
    total = connection.execute(select(func.count()).select_from(_LINES).where(*passing)).scalar()
    return Queue(tuple(_waiting(row) for row in rows), int(total or 0))


def passing_keys(connection: Connection, wanted: Filter) -> list[str]:
    """The keys of all disagreements that pass a filter, the most contested first."""
    asked = select(_LINES.c.disagreement).where(*_passing(wanted))
    return list(
        connection.execute(asked.order_by(*_ORDERS[Order.CONTESTED], _LINES.c.disagreement)).scalars()
    )


def rewrite(connection: Connection, keys: Iterable[str] | None = None) -> None:
    """Write the lines of these disagreements anew, or all of them."""
    if keys is None:
        for table in (tables.facets, _LINES):
            connection.execute(delete(table))
        _write(connection, loading.everything(connection))
        return
    asked = list(dict.fromkeys(keys))
    for start in range(0, len(asked), _AT_ONCE):
        group = asked[start : start + _AT_ONCE]
        for table in (tables.facets, _LINES):
            connection.execute(delete(table).where(table.c.disagreement.in_(group)))
        _write(connection, loading.some(connection, group))


def _write(connection: Connection, found: Material) -> None:
    shown = [d for d in disputes(found) if len(d.disagreement.sides) > 1]
    if not shown:
        return
    connection.execute(insert(_LINES), [_line(dispute) for dispute in shown])
    if facets := [facet for dispute in shown for facet in _facets(dispute)]:
        connection.execute(insert(tables.facets), facets)


def contested(dispute: Dispute) -> float:
    """How many sources, and how many parties, stand against each other, in pairs.

    Differing accounts count half, as they could be reconciled.
    """
    sides = [(set(side.sources), _parties(side, dispute.sources)) for side in dispute.disagreement.sides]
    pairs = sum(
        _opposed(a_sources, b_sources) + _opposed(a_parties, b_parties)
        for (a_sources, a_parties), (b_sources, b_parties) in combinations(sides, 2)
    )
    return pairs if dispute.disagreement.label is Label.CONTRADICTS else pairs / 2


def _opposed(one: set[str], other: set[str]) -> int:
    return sum(a != b for a, b in product(one, other))


def _parties(side: Side, sources: Mapping[str, Source]) -> set[str]:
    return {party for s in side.sources if s in sources and (party := sources[s].party)}


def _line(dispute: Dispute) -> dict[str, object]:
    found, at = dispute.disagreement, dispute.standing
    speakers = _speakers(dispute)
    days = sorted(a.published for a in dispute.articles.values() if a.published)
    return {
        "disagreement": found.id,
        "question": found.question,
        "kind": found.kind.value,
        "label": found.label.value,
        "score": found.score,
        "contested": contested(dispute),
        "positions": to_json([side.position for side in found.sides]),
        "sources": to_json(list(dict.fromkeys(s.name for s in speakers))),
        "parties": to_json(list(dict.fromkeys(s.party for s in speakers if s.party))),
        "place": next(iter(_places(dispute)), None),
        "first": days[0].isoformat() if days else None,
        "last": days[-1].isoformat() if days else None,
        "state": at.state.value,
        "verdict": at.verdict.value if at.verdict else None,
        "flagged": at.flagged,
    }


def _speakers(dispute: Dispute) -> list[Source]:
    named = dict.fromkeys(s for side in dispute.disagreement.sides for s in side.sources)
    return [dispute.sources[s] for s in named if s in dispute.sources]


def _places(dispute: Dispute) -> Iterator[str]:
    """The event's place, then those that the claims name, with the larger ones that hold them."""
    if dispute.event is not None and dispute.event.where:
        yield dispute.event.where
    places = [place for claim in dispute.claims.values() for place in claim.proposition.places]
    yield from (place.name for place in places)
    yield from (name for place in places for name in place.within)


def _facets(dispute: Dispute) -> Iterator[dict[str, str]]:
    speakers = _speakers(dispute)
    values = {
        "source": [word for s in speakers for word in (s.id, s.name)],
        "party": [s.party for s in speakers if s.party],
        "place": list(_places(dispute)),
    }
    for facet, named in values.items():
        for value in dict.fromkeys(name.casefold() for name in named):
            yield {"disagreement": dispute.disagreement.id, "facet": facet, "value": value}


def _passing(wanted: Filter) -> list[ColumnElement[bool]]:
    if not all(map(is_keepable, texts(plain(wanted)))):
        return [false()]
    facets = {name: getattr(wanted, name) for name in ("source", "party", "place")}
    columns = {name: getattr(wanted, name) for name in ("kind", "state", "verdict", "flagged")}
    found = [_has(facet, value) for facet, value in facets.items() if value is not None]
    found += [_LINES.c[name] == value for name, value in columns.items() if value is not None]
    if wanted.since is not None:
        found.append(_LINES.c.last >= wanted.since.isoformat())
    if wanted.until is not None:
        found.append(_LINES.c.first <= wanted.until.isoformat())
    return found


def _has(facet: str, value: str) -> ColumnElement[bool]:
    table = tables.facets
    having = select(table.c.disagreement).where(table.c.facet == facet, table.c.value == value.casefold())
    return _LINES.c.disagreement.in_(having)


def _waiting(row: Row[Any]) -> Waiting:
    item = Item(ItemKind.DISAGREEMENT, row.disagreement)
    return Waiting(
        key=row.disagreement,
        question=row.question,
        kind=row.kind,
        label=row.label,
        score=row.score,
        positions=from_json(row.positions, tuple[str, ...]),
        sources=from_json(row.sources, tuple[str, ...]),
        parties=from_json(row.parties, tuple[str, ...]),
        place=row.place,
        published=date.fromisoformat(row.last) if row.last else None,
        contested=row.contested,
        standing=standing(item, UNTOUCHED if row.version is None else loading.stand_of(row)),
    )
