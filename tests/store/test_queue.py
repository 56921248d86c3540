"""Order and filters of the queue."""

from __future__ import annotations

from datetime import date

import pytest

from claims.core.review import Filter, Flag, ItemKind, Judge, Order, State, Verdict
from tests.store.conftest import decide, key_of, source_of


def questions(store, **wanted: object) -> list[str]:
    return [line.question for line in store.queue(Filter(**wanted)).lines]


def test_a_line_tells_what_is_needed_to_choose(store):
    line = next(x for x in store.queue().lines if "How many" in x.question)
    assert line.sources == ("ministry", "rebels", "monitor")
    assert line.parties == ("Ruvia", "Hill Front")
    assert (line.kind, line.label, line.place) == ("count", "contradicts", "Sarn")
    assert line.published == date(2024, 5, 8)
    # Three pairs of sources and, the monitor having none, one pair of parties.
    assert line.contested == 4


@pytest.mark.parametrize(
    ("order", "first"),
    [(Order.CONTESTED, "How many"), (Order.SURE, "How many"), (Order.RECENT, "Who laid")],
)
def test_orders(store, order, first):
    lines = store.queue(order=order).lines
    assert lines[0].question.startswith(first)
    values = {
        Order.CONTESTED: [line.contested for line in lines],
        Order.SURE: [line.score for line in lines],
        Order.RECENT: [line.published for line in lines],
    }[order]
    assert values == sorted(values, reverse=True)


def test_pages_make_up_the_whole(store):
    whole = store.queue(limit=10)
    pages = [store.queue(offset=n, limit=1) for n in range(4)]
    assert [line for page in pages for line in page.lines] == list(whole.lines)
    assert {page.total for page in pages} == {3}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"source": "Monitor"}, ["How many soldiers died at Sarn?"]),
        ({"party": "hill front", "kind": "blame"}, ["Who laid the bomb?"]),
        ({"place": "idra", "kind": "time"}, ["When did the bomb go off?"]),
        ({"place": "elsewhere"}, []),
        ({"since": date(2024, 5, 9), "kind": "count"}, []),
        ({"until": date(2024, 5, 7)}, ["How many soldiers died at Sarn?"]),
        ({"source": "\0"}, []),
        ({"kind": "\ud800"}, []),
    ],
)
def test_filters(store, wanted, expected):
    assert questions(store, **wanted) == expected


def test_filters_by_what_people_decided(store):
    key = key_of(store, "Who laid")
    decide(store, ItemKind.DISAGREEMENT, key, Judge(Verdict.REJECTED))
    decide(store, ItemKind.DISAGREEMENT, key, Flag(on=True))
    for wanted in ({"state": State.REVIEWED}, {"verdict": Verdict.REJECTED}, {"flagged": True}):
        assert questions(store, **wanted) == ["Who laid the bomb?"]
    assert len(questions(store, state=State.SUGGESTED)) == 2
    assert len(questions(store, source=source_of(store, "rebels"))) == 2


def test_disputes_come_in_the_order_of_the_queue(store):
    assert [d.disagreement.id for d in store.disputes()] == [line.key for line in store.queue().lines]
    assert [d.disagreement.kind for d in store.disputes(Filter(kind="time"))] == ["time"]
    assert all(store.dispute(d.disagreement.id) == d for d in store.disputes())


@pytest.mark.parametrize("key", ["nothing", "", "\0", "\ud800"])
def test_what_is_not_there_is_a_key_error(store, key):
    for ask in (store.dispute, store.article):
        with pytest.raises(KeyError):
            ask(key)
