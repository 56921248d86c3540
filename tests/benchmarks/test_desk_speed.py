"""How long the desk takes to answer, over a store of 600 articles and 10,000 relations.

Times are those of the processor, because other programs may be at work; ``pytest -s`` prints them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median
from time import process_time

import pytest

from tests.benchmarks.test_store_speed import archive

pytest.importorskip("starlette", reason='needs the desk: pip install "claims[desk]"')

from tests.review.conftest import Running, running
from tests.review.made_up import filled

TIMES = 30
MOST_SECONDS = 0.1


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    path = tmp_path_factory.mktemp("speed") / "desk.db"
    with filled(path, archive()) as store, running(store) as made:
        yield made


def times(ask: Callable[[int], object], number: int = TIMES) -> list[float]:
    """Seconds of the processor for each of several requests, those of this client among them."""
    found = []
    for nth in range(number):
        start = process_time()
        ask(nth)
        found.append(process_time() - start)
    return found


@pytest.mark.slow
def test_the_desk_answers_at_once(desk: Running, capsys: pytest.CaptureFixture[str]) -> None:
    anna = desk.visitor("Anna")
    lines = desk.store.queue(limit=TIMES).lines
    articles = [article.id for article in desk.store.articles()[:TIMES]]
    versions = dict.fromkeys((line.key for line in lines), 0)

    def judge(number: int) -> None:
        key = lines[number].key
        answer = anna.post(f"/disputes/{key}/judge", version=versions[key], verdict="confirmed")
        assert answer.status == 303

    asked: dict[str, Callable[[int], object]] = {
        "queue": lambda n: anna.get(f"/?start={50 * n}"),
        "queue, filtered": lambda n: anna.get(f"/?kind=count&order=recent&place=Place{n}"),
        "disagreement": lambda n: anna.get(f"/disputes/{lines[n].key}?start={n}"),
        "article": lambda n: anna.get(f"/articles/{articles[n]}?dispute={lines[n].key}"),
        "sources": lambda n: anna.get("/sources?q=speaker1"),
        "verdict": judge,
        "history": lambda n: anna.get("/history"),
    }
    measured = {name: median(times(ask)) for name, ask in asked.items()}
    everything = median(times(lambda _: desk.store.report(), 3))
    with capsys.disabled():
        print(f"\nthe whole store read: {1000 * everything:.0f} ms")
        for name, seconds in measured.items():
            print(f"{name}: {1000 * seconds:.0f} ms, {seconds / everything:.3f} of that")
    assert max(measured.values()) < MOST_SECONDS
