"""Stores on disk, filled without any model, and people who decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claims.core.report import Report
from claims.core.review import Change, Decision, Entry, Evidence, Item, ItemKind
from claims.store import Store
from tests.store.made_up import report_of

Decide = Callable[..., Entry]


@pytest.fixture
def found() -> Report:
    """A report on three articles with three disagreements."""
    return report_of()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "newsroom.db"


@pytest.fixture
def store(path: Path, found: Report) -> Iterator[Store]:
    """A store that holds the report."""
    with Store.open(path) as opened:
        opened.take(found)
        yield opened


def decide(
    store: Store, kind: ItemKind, key: str, change: Change, who: str = "Ada", *evidence: Evidence
) -> Entry:
    """Record a decision about an item as it stands."""
    item = Item(kind, key)
    return store.record(Decision(item, change, who, store.standing(item).version, None, evidence))


def key_of(store: Store, words: str) -> str:
    """The key of the disagreement whose question has these words."""
    return next(line.key for line in store.queue(limit=1000).lines if words in line.question)


def claim_of(store: Store, words: str) -> str:
    """The key of the claim whose statement has these words."""
    return next(c.id for c in store.report().claims if words in c.statement)


def source_of(store: Store, name: str) -> str:
    """The key of the source of that name."""
    return next(s.id for s in store.sources() if s.name == name)
