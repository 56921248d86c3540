"""Numbered steps from one form of a store to the next; a step, once released, is never changed."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from claims.core.errors import StoreError
from claims.store.migrations import m0001_tables, m0002_log

_STEPS = (m0001_tables.upgrade, m0002_log.upgrade)

NEWEST = len(_STEPS)
"""The form that this version of the program writes."""


def version_of(connection: Connection) -> int:
    """The form that a store has; 0 for an empty database.

    Raises
    ------
    StoreError
        If the database holds something else.
    """
    names = inspect(connection).get_table_names()
    if "schema_version" not in names:
        if names:
            raise StoreError("it is a database of another program; name a new file for the store")
        return 0
    return int(connection.execute(text("SELECT max(version) FROM schema_version")).scalar() or 0)


def upgrade(connection: Connection) -> None:
    """Bring a store to the newest form, within the transaction of ``connection``.

    Raises
    ------
    StoreError
        If a newer version of the program has written it.
    """
    have = version_of(connection)
    if have > NEWEST:
        raise StoreError(
            f"a newer version of the program made it (form {have}, and this one knows up to {NEWEST}); "
            "update the program"
        )
    for number, step in enumerate(_STEPS[have:], have + 1):
        step(connection)
        connection.execute(text("INSERT INTO schema_version (version) VALUES (:n)"), {"n": number})
