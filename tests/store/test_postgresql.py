"""The same store on a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Thread

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from claims.core.errors import StaleError
from claims.core.review import (
    Add,
    Decision,
    Edit,
    Filter,
    Flag,
    Item,
    ItemKind,
    Judge,
    Merge,
    Order,
    Split,
    Undo,
    Verdict,
    Waiting,
)
from claims.core.spans import Span
from claims.store import Run, Store
from claims.store.scan import scan
from tests.store.conftest import claim_of, decide, key_of, source_of
from tests.store.engine import FakeEngine, article_of, text_of
from tests.store.made_up import report_of
from tests.store.servers import postgresql, program


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    if program("initdb") is None:
        pytest.skip("needs PostgreSQL: apt-get install postgresql")
    with postgresql() as address:
        yield address


@pytest.fixture
def server(address: str) -> Iterator[Store]:
    """A store on the server, empty."""
    engine = create_engine(address.replace("postgresql://", "postgresql+pg8000://"))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    with Store.open(address) as opened:
        yield opened


def used(store: Store) -> None:
    """Reports and decisions of every sort."""
    store.take(report_of())
    key = key_of(store, "How many")
    decide(store, ItemKind.DISAGREEMENT, key, Judge(Verdict.CONFIRMED))
    flagged = decide(store, ItemKind.DISAGREEMENT, key, Flag(on=True))
    decide(store, ItemKind.DISAGREEMENT, key, Undo(flagged.number), "Ben")
    five = claim_of(store, "Five")
    decide(store, ItemKind.CLAIM, five, Edit("Six soldiers died.", "a spokesman"))
    decide(store, ItemKind.SOURCE, source_of(store, "mayor"), Merge(source_of(store, "ministry")))
    decide(store, ItemKind.EVENT, store.dispute(key).event.id, Split((five,)))
    article = store.articles()[1]
    start = article.text.index("saw smoke")
    other = claim_of(store, "two blasts")
    add = Add(article.id, (Span(start, start + 9),), "a baker", "Łódź was full of smoke.", opposes=other)
    decide(store, ItemKind.CLAIM, "", add)
    store.take(report_of(prefix="again "))


def lines(store: Store, wanted: Filter, order: Order) -> list[Waiting]:
    """The queue, but for the time of the decisions."""
    found = store.queue(wanted, order).lines
    return [replace(line, standing=replace(line.standing, changed=None)) for line in found]


def test_it_shows_what_a_file_shows(server, path):
    with Store.open(path) as file:
        for store in (file, server):
            used(store)
            assert store.verify() == ()
        assert server.report() == file.report()
        assert server.sources() == file.sources()
        for wanted in (Filter(), Filter(kind="count"), Filter(source="rebels"), Filter(place="x")):
            for order in Order:
                assert lines(server, wanted, order) == lines(file, wanted, order)
        log = [[(e.number, e.decision, e.before, e.after) for e in s.history()] for s in (server, file)]
        assert log[0] == log[1]


@pytest.mark.parametrize("statement", ["UPDATE log SET who = 'Eve'", "DELETE FROM log", "TRUNCATE log"])
def test_the_log_is_kept_and_tampering_shows(server, address, statement):
    server.take(report_of())
    key = key_of(server, "How many")
    decide(server, ItemKind.DISAGREEMENT, key, Flag(on=True))
    engine = create_engine(address.replace("postgresql://", "postgresql+pg8000://"))
    with pytest.raises(DBAPIError, match="never changed or deleted"), engine.begin() as connection:
        connection.execute(text(statement))
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE log DISABLE TRIGGER ALL"))
        connection.execute(text(statement))
    engine.dispose()
    assert server.verify() != ()


def test_many_write_at_once_and_nobody_overwrites_anybody(server, address):
    server.take(report_of())
    keys = [line.key for line in server.queue().lines]
    refused: list[StaleError] = []

    def work(name: str) -> None:
        with Store.open(address) as store:
            for number in range(10):
                item = Item(ItemKind.DISAGREEMENT, keys[number % 3])
                at = store.standing(item)
                try:
                    store.record(Decision(item, Flag(not at.flagged), name, at.version))
                except StaleError as error:
                    refused.append(error)

    threads = [Thread(target=work, args=(name,)) for name in ("Ada", "Ben", "Cy")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(server.history()) + len(refused) == 30
    assert server.verify() == ()


def test_a_scan_fills_it(server):
    articles = [article_of(text_of(n)) for n in range(20)]
    assert scan(server, articles, FakeEngine, Run("1")).added == 20
    assert scan(server, articles, FakeEngine, Run("1")).taken is None
