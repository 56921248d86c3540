"""Several processes that read: the store is as one process makes it, whatever becomes of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import active_children
from pathlib import Path
from subprocess import PIPE
from time import monotonic, sleep

import pytest

from claims.core.article import Article
from claims.core.errors import ClaimsError, ModelError, WorkerError
from claims.store import Run, Store
from claims.store.engines.engine import Part
from claims.store.engines.workers import Workers
from claims.store.scan import scan
from tests.store.engine import FakeEngine, article_of, text_of

RUN = Run("1")
ARTICLES = [article_of(text_of(n)) for n in range(40)]


@dataclass(frozen=True)
class Loading:
    """Loads an engine that is in no hurry with some article, or that is killed at one."""

    slow_at: str | None = None
    seconds: float = 0.5
    killed_at: str | None = None

    def __call__(self, sharing: int = 1) -> FakeEngine:
        return Odd(self)


class Odd(FakeEngine):
    """Fails at article 7, besides."""

    def __init__(self, how: Loading) -> None:
        super().__init__(failing="said 7 people")
        self._how = how

    def understand_all(self, articles: Sequence[Article]) -> Iterator[Part]:
        texts = " ".join(article.text for article in articles)
        if self._how.slow_at and self._how.slow_at in texts:
            sleep(self._how.seconds)
        if self._how.killed_at and self._how.killed_at in texts:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().understand_all(articles)


def without_models(sharing: int = 1) -> FakeEngine:
    raise ModelError("the folder x holds no model")


def held(path: Path) -> tuple[object, ...]:
    """All that a store holds."""
    with Store.open(path) as store:
        return store.articles(), store.understood(RUN), store.report()


@pytest.fixture
def alone(tmp_path):
    """What one process makes of the articles."""
    path = tmp_path / "alone.db"
    with Store.open(path) as store:
        scan(store, ARTICLES, Loading(), RUN)
    return held(path)


def test_several_make_the_store_that_one_makes(path, alone):
    with Store.open(path) as store:
        done = scan(store, ARTICLES, lambda: Workers(Loading(slow_at=ARTICLES[0].text), 3), RUN)
    assert (done.added, len(done.skipped)) == (39, 1)
    assert held(path) == alone
    assert active_children() == []


def test_one_that_is_killed_stops_the_scan_and_the_next_goes_on(path, alone):
    with Store.open(path) as store:
        with pytest.raises(WorkerError, match=r"signal 9.*start the scan again"):
            scan(store, ARTICLES, lambda: Workers(Loading(killed_at="said 39 people"), 2), RUN)
        assert active_children() == []
        assert 0 < len(store.articles()) < 39
        assert store.verify() == ()
        scan(store, ARTICLES, lambda: Workers(Loading(), 2), RUN)
    assert held(path) == alone


def test_models_that_cannot_be_loaded_are_named(path):
    with Store.open(path) as store, pytest.raises(ClaimsError, match="the folder x holds no model"):
        scan(store, ARTICLES, lambda: Workers(without_models, 2), RUN)


def test_all_end_with_the_scan(path):
    engine = Workers(Loading(), 2)
    parts = engine.understand_all(ARTICLES)
    next(parts)
    assert len(active_children()) == 2
    parts.close()
    assert active_children() == []


INTERRUPTED = """
from claims.cli.failures import exit_code
from tests.store.test_workers import ARTICLES, RUN, Loading, Store, Workers, scan
with Store.open({path!r}) as store:
    engine = lambda: Workers(Loading(slow_at="said 39 people", seconds=600), 2)
    work = lambda: scan(store, ARTICLES, engine, RUN, progress=lambda _: print("read", flush=True))
    raise SystemExit(exit_code(work))
"""


# A shell may have told what runs in the background to ignore interrupts.
HEEDING = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"


@pytest.mark.parametrize("started", [False, True])
def test_interrupting_ends_all_at_once_and_in_silence(path, started):
    program = [sys.executable, "-c", HEEDING + INTERRUPTED.format(path=str(path))]
    with subprocess.Popen(program, stdout=PIPE, stderr=PIPE, text=True, start_new_session=True) as process:
        try:
            while len(children := children_of(process.pid)) < 3:  # one of them counts what they share
                assert process.poll() is None
                sleep(0.01)
            if started:
                assert process.stdout.readline() == "read\n"
            begun = monotonic()
            # As a terminal does it: to the program and to all that it has started.
            os.killpg(process.pid, signal.SIGINT)
            _, said = process.communicate(timeout=60)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert (process.returncode, said) == (130, "")
    assert monotonic() - begun < 10
    assert not any(reads(child) for child in children)


def children_of(process: int) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def reads(process: str) -> bool:
    """Whether a process is there and one that reads articles."""
    try:
        return "spawn_main" in Path(f"/proc/{process}/cmdline").read_text()
    except FileNotFoundError:
        return False


def test_nothing_to_read_starts_no_process():
    assert list(Workers(without_models, 2).understand_all([])) == []
