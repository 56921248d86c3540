"""The review log: entries in a chain, each with the digest of the one before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from claims.core.review import Decision, Entry, Evidence, Item, ItemKind
from claims.store import tables
from claims.store.codec import change_from_json, change_to_json, fields, from_json, to_json
from claims.store.material import Fields

BEGINNING = "0" * 64
"""What stands for the digest before the first entry."""


def append(connection: Connection, decision: Decision, at: datetime, before: Fields, after: Fields) -> Entry:
    """Write a decision at the end of the log."""
    last = connection.execute(
        select(tables.log.c.number, tables.log.c.digest).order_by(tables.log.c.number.desc()).limit(1)
    ).first()
    number, previous = (last.number + 1, last.digest) if last else (1, BEGINNING)
    row = {
        "number": number,
        "at": at.isoformat(),
        "who": decision.who,
        "kind": decision.item.kind.value,
        "key": decision.item.key,
        "version": decision.version,
        "change": change_to_json(decision.change),
        "why": decision.why,
        "evidence": to_json(decision.evidence),
        "before": to_json(before),
        "after": to_json(after),
        "previous": previous,
    }
    digest = _digest(row)
    connection.execute(insert(tables.log).values(**row, digest=digest))
    return Entry(number, at, decision, before, after, previous, digest)


def entries(connection: Connection, item: Item | None = None, limit: int | None = None) -> Iterator[Entry]:
    """Entries, the newest first, of one item or of all."""
    wanted = select(tables.log).order_by(tables.log.c.number.desc()).limit(limit)
    if item is not None:
        wanted = wanted.where(tables.log.c.kind == item.kind.value, tables.log.c.key == item.key)
    for row in connection.execute(wanted):
        yield _entry(row)


def entry(connection: Connection, number: int) -> Entry | None:
    """The entry of that number, None if there is none."""
    row = connection.execute(select(tables.log).where(tables.log.c.number == number)).first()
    return None if row is None else _entry(row)


def faults(connection: Connection) -> Iterator[str]:
    """What is wrong with the chain, in words."""
    expected, previous = 1, BEGINNING
    for row in connection.execute(select(tables.log).order_by(tables.log.c.number)):
        if row.number != expected:
            missing = f"{expected}" if row.number == expected + 1 else f"{expected} to {row.number - 1}"
            yield f"entries of the log are missing: {missing}"
        elif row.previous != previous:
            yield f"entry {row.number} does not follow on entry {row.number - 1}"
        if _digest({**row._mapping, "digest": None}) != row.digest:
            yield f"entry {row.number} is not as it was written"
        expected, previous = row.number + 1, row.digest


def told(connection: Connection) -> dict[tuple[str, str], tuple[int, dict[str, object]]]:
    """The version and the fields of each item, by its kind and key, that follow from the log.

    An entry that cannot be read is passed over: :func:`faults` names it.
    """
    found: dict[tuple[str, str], tuple[int, dict[str, object]]] = {}
    wanted = select(tables.log.c.kind, tables.log.c.key, tables.log.c.after).order_by(tables.log.c.number)
    for kind, key, after in connection.execute(wanted):
        version, own = found.get((kind, key), (0, {}))
        with suppress(ValueError):
            found[kind, key] = version + 1, merged(own, fields(after))
    return found


def merged(fields: Fields, after: Fields) -> dict[str, object]:
    """``fields`` with those of ``after``; a field of None is as if it had never been set."""
    return {name: value for name, value in {**fields, **after}.items() if value is not None}


def _digest(row: Mapping[str, Any]) -> str:
    told = {str(name): value for name, value in row.items() if name != "digest"}
    return sha256(to_json(told).encode()).hexdigest()


def _entry(row: Row[Any]) -> Entry:
    decision = Decision(
        Item(ItemKind(row.kind), row.key),
        change_from_json(row.change),
        row.who,
        row.version,
        row.why,
        from_json(row.evidence, tuple[Evidence, ...]),
    )
    at = datetime.fromisoformat(row.at)
    return Entry(row.number, at, decision, fields(row.before), fields(row.after), row.previous, row.digest)
