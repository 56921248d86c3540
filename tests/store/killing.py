"""Work on a store that is killed, run in processes of its own."""

from __future__ import annotations

import os
from pathlib import Path
from time import process_time

from claims.core.errors import StaleError
from claims.core.review import Decision, Flag, Item, ItemKind
from claims.store import Run, Store
from claims.store.scan import scan
from tests.store.engine import FakeEngine, article_of, text_of

ARTICLES = 30


def work(path: Path, program: str, decisions: int) -> None:
    """Scan, then decide; what was acknowledged is noted beside the store."""
    with Store.open(path) as store:
        articles = [article_of(text_of(n)) for n in range(ARTICLES)]
        scan(store, articles, FakeEngine, Run(program))
        for number in range(decisions):
            key = store.queue().lines[number % 7].key
            decide(store, path, key, f"{os.getpid()}/{number}")


def work_timed(path: Path, decisions: int) -> None:
    """The work, and beside the store how many seconds of the processor it took."""
    start = process_time()
    work(path, "any", decisions)
    path.with_suffix(".seconds").write_text(str(process_time() - start), encoding="utf-8")


def decide(store: Store, path: Path, key: str, name: str) -> None:
    """Turn a flag, again if somebody else was quicker, and note that it was recorded."""
    item = Item(ItemKind.DISAGREEMENT, key)
    while True:
        at = store.standing(item)
        try:
            entry = store.record(Decision(item, Flag(not at.flagged), "Ada", at.version, name))
        except StaleError:
            continue
        break
    notes = os.open(path.with_suffix(".notes"), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(notes, f"{entry.number} {name}\n".encode())
    os.close(notes)
