"""What the desk waits for, in a store of 600 articles and 10,000 relations.

Times are printed with ``pytest -s``; they are of the processor, as other programs may be at work.
Each is set against a plain reading of the relations' table by the same library in the same run.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from statistics import median
from time import process_time

import pytest
from sqlalchemy import create_engine, select

from claims.core.report import Report
from claims.core.review import Decision, Filter, Flag, Item, ItemKind, Order
from claims.store import Store, tables
from tests.store.engine import FakeEngine, article_of

ARTICLES, PLACES, CLAIMS_AT_A_PLACE = 600, 1000, 5


def archive() -> Report:
    """Claims on a thousand places, five of each in different articles, no two of which agree."""
    chance = random.Random(7)
    sentences: dict[int, list[str]] = {n: [] for n in range(ARTICLES)}
    for place in range(PLACES):
        for number, article in enumerate(chance.sample(range(ARTICLES), CLAIMS_AT_A_PLACE)):
            speaker = int(chance.paretovariate(0.6)) % ARTICLES
            sentences[article].append(f"The speaker{speaker} said {number} people died at Place{place}.")
    articles = [article_of(f"{n}. " + " ".join(said)) for n, said in sentences.items()]
    engine = FakeEngine()
    return engine.compare(engine.understand(articles)[0])


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("speed") / "newsroom.db"
    with Store.open(path) as opened:
        start = process_time()
        opened.take(archive())
        print(f"\ntaking the report: {process_time() - start:.2f} s")
        yield opened


def seconds(run: Callable[[], object], times: int = 15) -> float:
    """The median of several runs."""
    found = []
    for _ in range(times):
        start = process_time()
        run()
        found.append(process_time() - start)
    return median(found)


def whole_table(store: Store) -> Callable[[], object]:
    engine = create_engine(f"sqlite:///{store.name}")

    def read() -> object:
        with engine.connect() as connection:
            return connection.execute(select(tables.relations)).all()

    return read


@pytest.mark.slow
def test_the_queue_is_there_at_once(store, capsys):
    read = whole_table(store)
    assert len(read()) == 10_000
    assert len(store.articles()) == ARTICLES
    keys = iter(line.key for line in store.queue(limit=100).lines)
    some = store.queue().lines[0]

    def record() -> object:
        return store.record(Decision(Item(ItemKind.DISAGREEMENT, next(keys)), Flag(on=True), "Ada", 0))

    table = seconds(read)
    took = {
        "a page of the queue": seconds(store.queue),
        "the most recent of a party": seconds(
            lambda: store.queue(Filter(party=some.parties[0]), Order.RECENT, 0, 50)
        ),
        "a disagreement": seconds(lambda: store.dispute(some.key)),
        "a decision": seconds(record),
        "the sources": seconds(store.sources),
    }
    with capsys.disabled():
        print(f"\n10,000 relations read: {1000 * table:.1f} ms")
        for what, time in took.items():
            print(f"{what}: {1000 * time:.1f} ms, ratio {time / table:.2f}")
    assert max(took.values()) < 0.1
    assert took["a page of the queue"] < table
