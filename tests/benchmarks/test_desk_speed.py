"""How long the desk takes to answer, over a store of 600 articles and 10,000 relations.

Times are those of the processor, because other programs may be at work; ``pytest -s`` prints them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from statistics import median
from time import process_time

import pytest

from claims.core.claim import Event
from claims.core.relation import Disagreement, Kind, Label, Relation, Side
from claims.core.report import Report
from tests.reporting.page.made_up import many_articles

pytest.importorskip("starlette", reason='needs the desk: pip install "claims[desk]"')

from tests.review.conftest import Running, running
from tests.review.made_up import filled

ARTICLES = 600
RELATIONS = 10_000
DISAGREEMENTS = 2_000
TIMES = 30
MOST_SECONDS = 0.1


def archive(seed: int = 5) -> Report:
    """600 articles of 15 claims, 2,000 disagreements among them, 10,000 relations in all."""
    chance = random.Random(seed)
    report = many_articles(ARTICLES)
    events = [Event(f"e{n}", f"blast {n % 40}", f"Town {n % 60}", None) for n in range(ARTICLES)]
    claims = [replace(c, event=f"e{n % ARTICLES}") for n, c in enumerate(report.claims)]
    relations: dict[tuple[str, str], Relation] = {}

    def relate(a: str, b: str, label: Label) -> None:
        relations[a, b] = Relation(
            f"r{a}-{b}", a, b, label, Kind.COUNT, chance.random(), ("Both speak of it.",)
        )

    disagreements = []
    for n in range(DISAGREEMENTS):
        one, *others = chance.sample(claims, 3)
        ids = [c.id for c in others]
        for other in ids:
            relate(one.id, other, Label.CONTRADICTS)
        sides = (
            Side(f"{n} or more", (one.id,), (one.source,)),
            Side(f"fewer than {n}", tuple(ids), tuple(dict.fromkeys(c.source for c in others))),
        )
        own = tuple(relations[one.id, other].id for other in ids)
        label, score = Label.CONTRADICTS, chance.random()
        disagreements.append(Disagreement(f"d{n}", f"How many, {n}?", sides, score, label, Kind.COUNT, own))
    pairs = combinations(claims, 2)
    while len(relations) < RELATIONS:
        a, b = next(pairs)
        if (a.id, b.id) not in relations:
            relate(a.id, b.id, Label.CORROBORATES)
    return replace(
        report,
        claims=tuple(claims),
        events=tuple(events),
        relations=tuple(relations.values()),
        disagreements=tuple(disagreements),
    )


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
        "queue, filtered": lambda n: anna.get(f"/?party=nobody&kind=count&order=recent&place=Town+{n}"),
        "disagreement": lambda n: anna.get(f"/disputes/{lines[n].key}?start={n}"),
        "article": lambda n: anna.get(f"/articles/{articles[n]}?dispute={lines[n].key}"),
        "sources": lambda n: anna.get("/sources?q=number"),
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
