"""Whatever is decided, taking all of it back gives the first state."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.core.claim import Quantity
from claims.core.errors import DecisionError
from claims.core.review import (
    Add,
    Assess,
    Change,
    Edit,
    Entry,
    Evidence,
    Flag,
    Grade,
    Item,
    ItemKind,
    Join,
    Judge,
    Merge,
    Move,
    Split,
    State,
    Support,
    Undo,
    Verdict,
)
from claims.core.spans import Span
from claims.store import Store
from tests.store.conftest import decide
from tests.store.made_up import report_of

CHOICE = st.integers(0, 10_000)


@st.composite
def steps(draw) -> list[tuple[int, ...]]:
    """Numbers that choose a change, what it is about, how, and by whom."""
    return draw(st.lists(st.tuples(CHOICE, CHOICE, CHOICE, st.integers(0, 1)), min_size=1, max_size=10))


@pytest.fixture(scope="module")
def filled(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "newsroom.db"
    with Store.open(path) as store:
        store.take(report_of())
    return path


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chosen=steps())
def test_undoing_all_gives_the_first_state(filled, chosen):
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(filled, Path(folder) / "newsroom.db"))
        with Store.open(path) as store:
            before = shown(store)
            for numbers in chosen:
                attempt(store, *numbers)
            assert store.verify() == ()
            store.take(report_of(prefix="z"))
            assert store.verify() == ()
            for entry in undoable(store):
                decide(store, *entry.decision.item, Undo(entry.number), "Cy")
            assert shown(store) == before
            assert store.verify() == ()


def undoable(store: Store) -> list[Entry]:
    history = store.history(limit=1000)
    undone = {e.decision.change.entry for e in history if isinstance(e.decision.change, Undo)}
    return [e for e in history if not isinstance(e.decision.change, Undo) and e.number not in undone]


def shown(store: Store) -> tuple[object, ...]:
    """All that people see, but for how often it was decided about."""
    lines = tuple(replace(x, standing=calm(x.standing)) for x in store.queue(limit=1000).lines)
    disputes = tuple(
        replace(d, standing=calm(d.standing), event_standing=calm(d.event_standing)) for d in store.disputes()
    )
    return store.report(), lines, disputes, store.sources()


def calm(standing):
    return replace(standing, version=0, changed=None) if standing else None


def attempt(store: Store, what: int, which: int, how: int, who: int) -> Entry | None:
    """Make a decision, unless it makes no sense."""
    kind, key, change = choose(store, what, which, how)
    evidence = (Evidence(f"https://example.org/{how}"),) if how % 5 == 0 else ()
    try:
        return decide(store, kind, key, change, ("Ada", "Ben")[who], *evidence)
    except DecisionError:
        return None


def choose(store: Store, what: int, which: int, how: int) -> tuple[ItemKind, str, Change]:
    report = store.report()
    claims = [c.id for c in report.claims]
    sources = [s.id for s in store.sources()]
    events = [e.id for e in report.events]
    disagreements = [line.key for line in store.queue(limit=1000).lines]
    articles = store.articles()

    def of(options, number=which):
        options = list(options)
        return options[number % len(options)] if options else "nothing"

    article = of(articles)
    start = how % (len(article.text) - 9)
    spans = (Span(start, start + 8),)
    history = store.history(limit=1000)
    taken_back = of(history) if history else None
    changes: list[tuple[ItemKind, str, Change]] = [
        (ItemKind.DISAGREEMENT, of(disagreements), Judge(of(Verdict, how))),
        (ItemKind.DISAGREEMENT, of(disagreements), Move(of(State, how))),
        (ItemKind.DISAGREEMENT, of(disagreements), Flag(how % 2 == 0)),
        (ItemKind.DISAGREEMENT, of(disagreements), Support(of(claims, how))),
        (ItemKind.CLAIM, of(claims), Edit(statement=f"It was {how}.")),
        (ItemKind.CLAIM, of(claims), Edit(source=of([*sources, "a new one", "another"], how))),
        (ItemKind.CLAIM, of(claims), Edit(quantities=(Quantity("killed", None, how, None, "many"),))),
        (ItemKind.SOURCE, of(sources), Merge(of(sources, how))),
        (ItemKind.EVENT, of(events), Assess(of(Grade, how))),
        (ItemKind.EVENT, of(events), Join(of(events, how))),
        (ItemKind.EVENT, of(events), Split(tuple(c for n, c in enumerate(claims) if how >> n & 1))),
        (ItemKind.EVENT, of(events), Split((of(claims, how),))),
        (ItemKind.CLAIM, "", Add(article.id, spans, of([*sources, "a baker"]), opposes=of(claims, how))),
        (ItemKind.CLAIM, "", Add(article.id, spans, "a baker", "It burnt.", of(events, how))),
    ]
    if taken_back is not None:
        item: Item = taken_back.decision.item
        changes.append((item.kind, item.key, Undo(taken_back.number)))
    return changes[what % len(changes)]
