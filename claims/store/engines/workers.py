"""Articles read in several processes of this machine."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import current_thread, main_thread
from types import FrameType
from typing import cast

from claims.core.article import Article
from claims.core.errors import WorkerError
from claims.core.report import Report
from claims.core.understood import Understood
from claims.store.engines.engine import Load, Part, portions
from claims.store.engines.remote import Answer, Remote, parts_of

_AHEAD = 2
"""Portions for each process that may be read before an earlier one is; what is held is lost by a kill."""


class Workers:
    """Reads articles in several processes, each with its own models, and compares them in this one.

    Parameters
    ----------
    load
        Loads the models: in each process, and here once they are to be compared.
    count
        How many processes.
    """

    def __init__(self, load: Load, count: int) -> None:
        self._load = load
        self._count = count

    def understand_all(self, articles: Sequence[Article]) -> Iterator[Part]:
        """Read articles, each by itself; the parts come in the order of the articles.

        The order in which a store takes articles in decides how their sources are named, so a part
        waits for those before it: however many processes read, the result is the same.

        Raises
        ------
        WorkerError
            If a process ends before its time.
        """
        given = portions(articles, self._count)
        with ExitStack() as stack:
            count = min(self._count, len(given))
            idle = [stack.enter_context(_worker(self._load, count)) for _ in range(count)]
            yield from _in_order(given, idle)

    def compare(self, understood: Sequence[Understood]) -> Report:
        """Compare all claims of what was read."""
        return self._load().compare(understood)


class _Worker:
    """A process that reads a portion at a time."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.connection = connection
        self._process = process

    def give(self, portion: Sequence[Article]) -> None:
        try:
            self.connection.send(portion)
        except OSError:
            raise self._ended() from None

    def take(self) -> tuple[Part, ...]:
        try:
            answer: Answer = self.connection.recv()
        except (EOFError, OSError):
            raise self._ended() from None
        return parts_of(answer)

    def stop(self) -> None:
        if self._process.pid is not None:
            # It keeps nothing, so that there is nothing to wait for.
            self._process.kill()
            self._process.join()
        self.connection.close()

    def _ended(self) -> WorkerError:
        self._process.join()
        code = self._process.exitcode or 0
        return WorkerError(f"signal {-code}" if code < 0 else f"exit code {code}")


@contextmanager
def _worker(load: Load, sharing: int) -> Iterator[_Worker]:
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, load, sharing), daemon=True)
    worker = _Worker(process, here)
    try:
        with _interrupts_held_back():
            process.start()
        there.close()
        yield worker
    finally:
        worker.stop()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """A process that starts meanwhile leaves Ctrl-C, which goes to all of a terminal, to this one.

    Here it waits until the other has started: one that is cut off in its beginning complains.
    """
    if not hasattr(signal, "pthread_sigmask") or current_thread() is not main_thread():
        yield
        return
    # Else it would be started within, and let interrupts through again.
    resource_tracker.ensure_running()
    came: list[tuple[int, FrameType | None]] = []
    # Blocked here, it may still come by another thread of this process.
    handler = signal.signal(signal.SIGINT, lambda number, frame: came.append((number, frame)))
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        signal.signal(signal.SIGINT, handler or signal.SIG_DFL)
    if came and callable(handler):
        handler(*came[0])


def _serve(connection: Connection, load: Load, sharing: int) -> None:
    """Read portions until there is nobody to give any."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    read = Remote(load, sharing)
    try:
        while True:
            connection.send(read(connection.recv()))
    except (EOFError, BrokenPipeError):
        return


def _in_order(given: Sequence[Sequence[Article]], workers: Iterable[_Worker]) -> Iterator[Part]:
    """What the workers read, in the order of the portions."""
    idle = list(workers)
    ahead = _AHEAD * len(idle)
    todo = deque(enumerate(given))
    busy: dict[Connection, tuple[int, _Worker]] = {}
    held: dict[int, tuple[Part, ...]] = {}
    for wanted in range(len(given)):
        while True:
            while idle and todo and todo[0][0] < wanted + ahead:
                number, portion = todo.popleft()
                worker = idle.pop()
                worker.give(portion)
                busy[worker.connection] = number, worker
            if wanted in held:
                break
            for connection in wait(list(busy)):
                number, worker = busy.pop(cast(Connection, connection))
                held[number] = worker.take()
                idle.append(worker)
        yield from held.pop(wanted)
