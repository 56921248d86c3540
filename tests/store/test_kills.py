"""Killed at any moment, nothing is lost, nothing is half, and nothing is there twice."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from time import monotonic, sleep

import pytest

from claims.store import Store
from tests.store.killing import ARTICLES, work, work_timed

DECISIONS = 20


def started(target: Callable[..., None], *arguments: object) -> BaseProcess:
    """Work in another process, which begins with all modules loaded."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.store.killing"])
    process = context.Process(target=target, args=arguments)
    process.start()
    return process


def used(process: BaseProcess) -> float:
    """The seconds of the processor that a process has had: a busy machine only makes it later."""
    try:
        return int(Path(f"/proc/{process.pid}/schedstat").read_text().split()[0]) / 1e9
    except OSError:
        return monotonic()


@pytest.fixture
def pace(tmp_path: Path) -> float:
    """How many seconds of the processor a scan and some decisions take."""
    process = started(work_timed, tmp_path / "pace.db", DECISIONS)
    process.join()
    assert process.exitcode == 0
    return float((tmp_path / "pace.seconds").read_text())


@pytest.mark.parametrize("kills", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_after_random_kills_all_is_there_once(path, kills, pace):
    chance = random.Random(20)
    killed = 0
    for number in range(kills):
        process = started(work, path, f"version {number // 4}", 1000)
        begun, life = used(process), chance.uniform(0, pace)
        while process.is_alive() and used(process) - begun < life:
            sleep(0.005)
        process.kill()
        process.join()
        killed += process.exitcode == -9
    last = started(work, path, "the last", 3)
    last.join()
    assert last.exitcode == 0
    assert killed == kills
    check(path)
    print(f"{kills} kills, {len(noted(path)) - 3} decisions between them")


def noted(path: Path) -> list[str]:
    """The decisions that were acknowledged."""
    return path.with_suffix(".notes").read_text(encoding="utf-8").splitlines()


def check(path: Path) -> None:
    with Store.open(path, create=False) as store:
        assert store.verify() == ()
        log = {f"{e.number} {e.decision.why}" for e in store.history(limit=100_000)}
        report = store.report()
        assert len(store.articles()) == len(report.claims) == ARTICLES
        assert len(report.disagreements) == store.queue().total == 7
    acknowledged = noted(path)
    assert len(acknowledged) == len(set(acknowledged))
    assert set(acknowledged) <= log
    # A decision may have been recorded, and the process killed before it could note it.
    assert len({line.split()[1] for line in log}) == len(log)
    with closing(sqlite3.connect(path)) as connection:
        halves = "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article FROM understood)"
        assert connection.execute(halves).fetchone() == (0,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_two_processes_write_at_once(path):
    both = [started(work, path, "one", 25) for _ in range(2)]
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    check(path)
    with Store.open(path) as store:
        assert len(store.history(limit=1000)) == 50
