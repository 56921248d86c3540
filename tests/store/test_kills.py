"""Killed at any moment, nothing is lost, nothing is half, and nothing is there twice."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from claims.store import Store
from tests.store.killing import ARTICLES, work

LONGEST = 0.4


def started(path: Path, program: str, decisions: int) -> BaseProcess:
    """The work in another process, which begins with all modules loaded."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.store.killing"])
    process = context.Process(target=work, args=(path, program, decisions))
    process.start()
    return process


@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_after_random_kills_all_is_there_once(path, kills):
    chance = random.Random(20)
    killed = 0
    for number in range(kills):
        process = started(path, f"version {number // 4}", 1000)
        process.join(chance.uniform(0, LONGEST))
        process.kill()
        process.join()
        killed += process.exitcode == -9
    last = started(path, "the last", 3)
    last.join()
    assert last.exitcode == 0
    assert killed == kills
    check(path)


def check(path: Path) -> None:
    with Store.open(path, create=False) as store:
        assert store.verify() == ()
        log = {f"{e.number} {e.decision.why}" for e in store.history(limit=100_000)}
        report = store.report()
        assert len(store.articles()) == len(report.claims) == ARTICLES
        assert len(report.disagreements) == store.queue().total == 7
    noted = path.with_suffix(".notes").read_text().splitlines()
    assert len(noted) == len(set(noted))
    assert set(noted) <= log
    # A decision may have been recorded, and the process killed before it could note it.
    assert len({line.split()[1] for line in log}) == len(log)
    with closing(sqlite3.connect(path)) as connection:
        halves = "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article FROM understood)"
        assert connection.execute(halves).fetchone() == (0,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_two_processes_write_at_once(path):
    both = [started(path, "one", 25) for _ in range(2)]
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    check(path)
    with Store.open(path) as store:
        assert len(store.history(limit=1000)) == 50
