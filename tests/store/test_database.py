"""What is opened as a store, and what is refused with a word on what to do."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import create_engine, inspect

from claims.core.errors import StoreError
from claims.core.storefile import is_store
from claims.store import Store, tables
from claims.store.migrations import NEWEST


def test_a_new_file_is_a_store_in_its_newest_form(path):
    Store.open(path).close()
    assert is_store(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT max(version) FROM schema_version").fetchone() == (NEWEST,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_migrations_make_the_tables_that_the_program_uses(path):
    Store.open(path).close()
    engine = create_engine(f"sqlite:///{path}")
    made = {t: {c["name"] for c in inspect(engine).get_columns(t)} for t in inspect(engine).get_table_names()}
    engine.dispose()
    assert made == {name: set(t.columns.keys()) for name, t in tables.metadata.tables.items()}


def test_a_store_of_an_earlier_form_is_brought_up(path, monkeypatch, found):
    from claims.store import database, migrations

    with monkeypatch.context() as earlier:
        earlier.setattr(migrations, "_STEPS", migrations._STEPS[:1])
        earlier.setattr(migrations, "NEWEST", 1)
        earlier.setattr(database, "NEWEST", 1)
        Store.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'log'").fetchall()
    with Store.open(path) as store:
        assert store.take(found).new == 3


def test_a_store_of_a_newer_form_is_refused(path):
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO schema_version VALUES (99)")
    with pytest.raises(StoreError, match=r"newsroom\.db: a newer version .* update the program"):
        Store.open(path)


def test_what_is_no_store_is_refused_and_left_as_it_is(tmp_path):
    text = tmp_path / "notes.txt"
    text.write_text("notes", encoding="utf-8")
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    before = other.read_bytes()
    for where, why in [
        (text, "not a store"),
        (other, "another program"),
        (tmp_path, "a folder"),
        (tmp_path / "no" / "x.db", "no folder"),
        ("mysql://localhost/x", "an SQLite file or a PostgreSQL database"),
        ("postgresql://x:port/y", "not the address of a database"),
    ]:
        with pytest.raises(StoreError, match=why):
            Store.open(where)
    assert other.read_bytes() == before
    assert not is_store(other)


def test_a_store_that_is_not_there_is_made_only_if_wanted(tmp_path):
    with pytest.raises(StoreError, match="no such store; make one with claims scan"):
        Store.open(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("user", ["", "desk@"])
def test_a_server_that_does_not_answer_is_told(user):
    with pytest.raises(StoreError, match="the database says"):
        Store.open(f"postgresql://{user}127.0.0.1:1/none")


def test_a_password_is_not_shown():
    with pytest.raises(StoreError) as refused:
        Store.open("postgresql+pg8000://desk:secret@127.0.0.1:1/none")
    assert "secret" not in str(refused.value)
