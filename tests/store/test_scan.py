"""Scans that go on where they were broken off, and read nothing twice."""

from __future__ import annotations

import pytest

from claims.core.report import Skipped
from claims.core.review import ItemKind, Judge, Verdict
from claims.store import Run, Store
from claims.store.scan import Scanned, scan
from tests.store.conftest import decide
from tests.store.engine import FakeEngine, article_of, text_of

RUN = Run("1", {"syntax": "a", "attribution": "b", "stance": "c"})
ARTICLES = [article_of(text_of(n)) for n in range(40)]


@pytest.fixture
def empty(path):
    with Store.open(path) as store:
        yield store


def scanned(store: Store, articles=ARTICLES, run: Run = RUN, engine: FakeEngine | None = None) -> Scanned:
    engine = engine or FakeEngine()
    return scan(store, articles, lambda: engine, run)


def test_a_second_scan_loads_no_model(empty):
    first = scanned(empty)
    assert (first.added, first.known, first.read, first.taken.new) == (40, 0, 40, 7)

    def refuse() -> FakeEngine:
        raise AssertionError("there is nothing to do")

    second = scan(empty, ARTICLES, refuse, RUN)
    assert (second.added, second.known, second.read, second.taken) == (0, 40, 0, None)


def test_only_what_is_new_is_read(empty):
    scanned(empty, ARTICLES[:30])
    engine = FakeEngine()
    done = scanned(empty, [*ARTICLES, ARTICLES[0]], engine=engine)
    assert (done.added, done.known, len(engine.read)) == (10, 30, 10)
    assert len(empty.report().claims) == 40


def test_a_scan_that_breaks_goes_on_with_the_rest(empty):
    class Breaking(FakeEngine):
        def understand(self, group):
            if len(self.read) > 20:
                raise KeyboardInterrupt
            return super().understand(group)

    with pytest.raises(KeyboardInterrupt):
        scanned(empty, engine=Breaking())
    assert 0 < len(empty.articles()) < 40
    engine = FakeEngine()
    scanned(empty, engine=engine)
    assert len(engine.read) < 40
    assert len(empty.articles()) == 40


def test_other_models_read_all_again_and_decisions_stay(empty):
    scanned(empty)
    key = empty.queue().lines[0].key
    decide(empty, ItemKind.DISAGREEMENT, key, Judge(Verdict.CONFIRMED))
    engine = FakeEngine()
    done = scanned(empty, [], Run("1", {**RUN.models, "attribution": "other"}), engine)
    assert len(engine.read) == 40
    assert (done.taken.new, done.taken.gone, done.taken.decided) == (0, 0, 1)
    assert empty.dispute(key).standing.verdict is Verdict.CONFIRMED


@pytest.mark.parametrize("task", ["stance", "combiner"])
def test_another_stance_model_or_other_weights_compare_anew_and_read_nothing(empty, task):
    scanned(empty)
    engine = FakeEngine()
    scanned(empty, [], Run("1", {**RUN.models, task: "other"}), engine)
    assert (engine.read, engine.compared) == ([], 1)


def test_what_fails_is_named_and_tried_again(empty):
    done = scanned(empty, engine=FakeEngine(failing="said 3 people"))
    assert (done.added, len(done.skipped)) == (39, 1)
    assert not done.is_failure
    assert scanned(empty).added == 1


def test_what_was_named_and_could_not_be_read_is_a_failure(empty):
    done = scan(empty, [], FakeEngine, RUN, [Skipped("x.txt", "not there", named=True)])
    assert done.is_failure
