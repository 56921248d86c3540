"""The log keeps every entry as it was, and shows when somebody has changed one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from claims.core.review import Flag, ItemKind, Judge, Verdict
from tests.store.conftest import decide, key_of


@pytest.fixture
def decided(store) -> str:
    """The key of a disagreement about which three decisions were made."""
    key = key_of(store, "How many")
    for change in (Judge(Verdict.CONFIRMED), Flag(on=True), Judge(Verdict.REJECTED)):
        decide(store, ItemKind.DISAGREEMENT, key, change)
    return key


@contextmanager
def by_hand(path) -> Iterator[sqlite3.Connection]:
    """The file, opened past the program."""
    with closing(sqlite3.connect(path)) as connection, connection:
        yield connection


def without_triggers(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET who = 'Eve' WHERE number = 1",
        "UPDATE log SET digest = digest",
        "DELETE FROM log WHERE number = 3",
        "DELETE FROM log",
        "INSERT OR REPLACE INTO log SELECT * FROM log WHERE number = 1",
    ],
)
def test_the_database_refuses_to_change_an_entry(store, path, decided, statement):
    with pytest.raises(sqlite3.IntegrityError, match="never"), by_hand(path) as connection:
        connection.execute(statement)
    assert store.verify() == ()


@pytest.mark.parametrize("column", ["who", "at", "key", "change", "why", "evidence", "before", "after"])
def test_a_changed_entry_is_named(store, path, decided, column):
    with by_hand(path) as connection:
        without_triggers(connection)
        connection.execute(f"UPDATE log SET {column} = coalesce({column}, '') || ' ' WHERE number = 2")
    assert "entry 2 is not as it was written" in store.verify()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_missing_entry_is_missed(store, path, decided, number):
    with by_hand(path) as connection:
        without_triggers(connection)
        connection.execute("DELETE FROM log WHERE number = ?", (number,))
    faults = " ".join(store.verify())
    assert f"missing: {number}" in faults or "does not stand where the log left it" in faults


def test_an_entry_put_in_anew_with_a_digest_of_its_own_breaks_the_chain(store, path, decided):
    from claims.store.log import _digest

    with by_hand(path) as connection:
        without_triggers(connection)
        connection.row_factory = sqlite3.Row
        row = dict(connection.execute("SELECT * FROM log WHERE number = 2").fetchone()) | {"who": "Eve"}
        connection.execute("UPDATE log SET who = 'Eve', digest = ? WHERE number = 2", (_digest(row),))
    assert "entry 3 does not follow on entry 2" in store.verify()


def test_a_standing_that_no_entry_made_is_named(store, path, decided):
    with by_hand(path) as connection:
        connection.execute("""UPDATE standings SET fields = '{"verdict":"confirmed"}'""")
    assert store.verify() == (f"disagreement {decided}: it does not stand where the log left it",)


def test_a_changed_article_is_named(store, path):
    with by_hand(path) as connection:
        connection.execute("UPDATE articles SET data = replace(data, 'three soldiers', 'nine soldiers')")
    (fault,) = store.verify()
    assert "its text is not the one that was taken in" in fault


def test_history_is_newest_first_and_by_item(store, decided):
    decide(store, ItemKind.DISAGREEMENT, key_of(store, "Who laid"), Flag(on=True))
    assert [e.number for e in store.history()] == [4, 3, 2, 1]
    assert [e.number for e in store.history(limit=2)] == [4, 3]
    (entry,) = store.history(store.history()[0].decision.item)
    assert (entry.number, entry.previous) == (4, store.history()[1].digest)
