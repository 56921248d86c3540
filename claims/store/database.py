"""The database under a store: how it is opened, and transactions that wait for each other."""

from __future__ import annotations

import getpass
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from claims.core.errors import MissingExtraError, StoreError
from claims.core.storefile import APPLICATION, MAGIC
from claims.store.migrations import NEWEST, upgrade, version_of

T = TypeVar("T")

_WAIT = 30.0
_TRIES = 8
_LOCK = 0x636C61696D73
_WRITING = "writing"


class Database:
    """An open database; use :func:`open_database`."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.name = name
        self._engine = engine
        self._is_sqlite = engine.dialect.name == "sqlite"

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def journal(self) -> None:
        """Let readers of an SQLite file go on while one writes, and mark the file as a store."""
        if not self._is_sqlite:
            return
        for tried in range(_TRIES):
            connection = self._engine.raw_connection()
            try:
                # Neither can be done within a transaction, and the first does not wait for its turn.
                connection.cursor().execute("PRAGMA journal_mode = WAL")
                connection.cursor().execute(f"PRAGMA application_id = {APPLICATION}")
            except sqlite3.OperationalError:
                time.sleep(random.uniform(0.01, 0.05) * 2**tried)
            else:
                return
            finally:
                connection.close()
        raise StoreError(f"{self.name}: another program keeps it; try again when that has ended")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the store throughout."""
        with self._told(), self._engine.connect() as connection, connection.begin():
            if not self._is_sqlite:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"))
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Do ``work`` in one transaction; other writers wait, and it waits for them.

        ``work`` is done again if the database was busy, so it must have no other effects.
        """
        for tried in range(_TRIES):
            try:
                with self._writing() as connection:
                    return work(connection)
            except DBAPIError as error:
                if not _is_busy(error):
                    raise self._error(error) from error
                time.sleep(random.uniform(0.01, 0.05) * 2**tried)
        raise StoreError(f"{self.name}: another program keeps writing to it; try again when that has ended")

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            connection.execution_options(**{_WRITING: True})
            with connection.begin():
                if not self._is_sqlite:
                    # One writer at a time, as in SQLite: the log has no gaps and no forks.
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._error(error) from error

    def _error(self, error: DBAPIError) -> StoreError:
        return StoreError(f"{self.name}: the database says: {_first_line(error)}")


def open_database(where: str | Path, create: bool = True) -> Database:
    """Open the store at a path, or at the URL of a server, and bring it to the newest form.

    Raises
    ------
    StoreError
        If it is no store, if it is not there and is not to be made, or if it is too new.
    MissingExtraError
        If the driver of the server's database is not installed.
    """
    url = _url(where)
    name = url.render_as_string(hide_password=True) if url.host or not url.database else url.database
    if url.get_backend_name() == "sqlite":
        _check_file(Path(url.database or ""), name, create)
    database = Database(_engine(url, name), name)
    try:
        _prepare(database, create)
    except BaseException:
        database.close()
        raise
    return database


def _url(where: str | Path) -> URL:
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise StoreError(
            f"{where}: not the address of a database, such as postgresql://user@host/name"
        ) from error
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+pg8000")
    if url.drivername == "postgresql+pg8000" and url.username is None:
        url = url.set(username=getpass.getuser())
    if url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise StoreError(f"{url.get_backend_name()}: a store is an SQLite file or a PostgreSQL database")
    return url


def _check_file(path: Path, name: str, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{name}: a folder; name a file for the store, such as newsroom.db")
    if not path.exists():
        if not create:
            raise StoreError(f"{name}: there is no such store; make one with claims scan PATH --store {name}")
        if not path.absolute().parent.is_dir():
            raise StoreError(f"{name}: there is no folder {path.parent}; make it first")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise StoreError(f"{name}: it cannot be read ({error.strerror})") from error
    if head and head != MAGIC:
        raise StoreError(f"{name}: not a store; name another file")


def _engine(url: URL, name: str) -> Engine:
    sqlite = url.get_backend_name() == "sqlite"
    options: dict[str, Any] = {"connect_args": {"timeout": _WAIT}} if sqlite else {"pool_pre_ping": True}
    try:
        engine = create_engine(url, **options)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise MissingExtraError(f"the driver of {name}", "postgresql") from error
    if sqlite:
        event.listen(engine, "connect", _configure)
        event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: Any, _record: object) -> None:
    # The driver's own transactions begin too late; the program begins them itself.
    connection.isolation_level = None
    for pragma in (f"busy_timeout = {int(_WAIT * 1000)}", "foreign_keys = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(_WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _prepare(database: Database, create: bool) -> None:
    try:
        with database.reading() as connection:
            have = version_of(connection)
    except StoreError as error:
        raise StoreError(_named(database, error)) from error
    if have == NEWEST:
        return
    if have == 0 and not create:
        raise StoreError(
            f"{database.name}: it is empty; fill it with claims scan PATH --store {database.name}"
        )
    database.journal()
    try:
        database.write(upgrade)
    except StoreError as error:
        raise StoreError(_named(database, error)) from error


def _named(database: Database, error: StoreError) -> str:
    said = str(error)
    return said if said.startswith(database.name) else f"{database.name}: {said}"


def _is_busy(error: DBAPIError) -> bool:
    said = str(error.orig).casefold()
    return "locked" in said or "busy" in said or "deadlock" in said or "could not serialize" in said


def _first_line(error: DBAPIError) -> str:
    return (str(error.orig).strip().splitlines() or [type(error.orig).__name__])[0]
