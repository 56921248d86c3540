"""Where items stand: the fields that decisions gave them, and the version that guards them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select

from claims.core.review import Decision, Entry, Evidence, Grade, Item, Standing, State, Verdict
from claims.store import log, tables
from claims.store.codec import to_json, typed
from claims.store.material import Stand


def standing(item: Item, stand: Stand) -> Standing:
    """Where an item stands, out of its fields."""
    own = stand.fields
    return Standing(
        item=item,
        version=stand.version,
        state=State(_text(own.get("state")) or State.SUGGESTED),
        verdict=Verdict(str(own["verdict"])) if own.get("verdict") else None,
        flagged=bool(own.get("flagged")),
        supports=_text(own.get("supports")),
        settled=bool(own.get("settled")),
        grade=Grade(str(own["grade"])) if own.get("grade") else None,
        evidence=typed(own.get("evidence") or (), tuple[Evidence, ...]),
        reviewer=_text(own.get("reviewer")),
        second_reviewer=_text(own.get("second_reviewer")),
        changed=stand.changed,
    )


def move_on(connection: Connection, decision: Decision, entry: Entry, stand: Stand) -> Stand:
    """Keep where the item stands after ``entry``."""
    item = decision.item
    moved = Stand(stand.version + 1, log.merged(stand.fields, entry.after), decision.who, entry.at)
    table = tables.standings
    connection.execute(delete(table).where(table.c.kind == item.kind.value, table.c.key == item.key))
    connection.execute(
        insert(table).values(
            kind=item.kind.value,
            key=item.key,
            version=moved.version,
            fields=to_json(moved.fields),
            who=decision.who,
            changed=entry.at.isoformat(),
        )
    )
    return moved


def faults(connection: Connection) -> Iterator[str]:
    """Items that do not stand where the log left them, in words."""
    told = log.told(connection)
    rows = connection.execute(select(tables.standings))
    kept = {(row.kind, row.key): (row.version, row.fields) for row in rows}
    for kind, key in dict.fromkeys((*told, *kept)):
        if (kind, key) not in kept:
            yield f"{kind} {key}: the log has decisions about it that are missing where it stands"
        elif (kind, key) not in told:
            yield f"{kind} {key}: it was changed without an entry of the log"
        elif (told[kind, key][0], to_json(told[kind, key][1])) != kept[kind, key]:
            yield f"{kind} {key}: it does not stand where the log left it"


def _text(value: object) -> str | None:
    return None if value is None else str(value)
