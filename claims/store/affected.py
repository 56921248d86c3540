"""Which disagreements look different after a decision about an item."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from claims.core.review import Item, ItemKind
from claims.store import loading


def affected(connection: Connection, item: Item) -> list[str]:
    """Keys of the disagreements that show an item, or something that is tied to it."""
    match item.kind:
        case ItemKind.DISAGREEMENT:
            return [item.key]
        case ItemKind.CLAIM:
            claims: Iterable[str] = [item.key]
        case ItemKind.SOURCE:
            claims = loading.claims_near_source(connection, item.key)
        case ItemKind.EVENT:
            claims = loading.claims_near_event(connection, item.key)
    return loading.disagreements_with(connection, claims)
