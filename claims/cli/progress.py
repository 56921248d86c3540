"""How far the work is, on standard error, for a person who waits."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

from claims.reporting.sanitise import plain

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from claims.core.progress import Progress
    from claims.training.progress import Step


class ProgressBar:
    """A bar that appears once there is more than one thing to do and a terminal to show it on.

    Call it with each state of progress, inside of a ``with``; the bar is wiped at the end.
    """

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._shown = sys.stderr.isatty()
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def __call__(self, progress: Progress) -> None:
        """Show that ``progress.done`` of ``progress.total`` are through a stage."""
        if not self._shown or (max(progress.total or 0, progress.done) <= 1 and self._bar is None):
            return
        if self._bar is None:
            self._bar = self._stack.enter_context(_bar())
        if progress.stage not in self._tasks:
            self._tasks[progress.stage] = self._bar.add_task(plain(progress.stage), total=progress.total)
        self._bar.update(self._tasks[progress.stage], completed=progress.done, total=progress.total)


class Steps:
    """A long run on standard error: a bar on a terminal, else a line now and then.

    Takes lines, and the steps of a training run.
    """

    EVERY = 50

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}
        self._start = monotonic()

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._bar = self._stack.enter_context(_bar())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def __call__(self, given: str | Step) -> None:
        """Show one line, or that a run has come to a step."""
        if isinstance(given, str):
            self._line(given)
            return
        said = given.stage if given.loss is None else f"{given.stage}, loss {given.loss:.4f}"
        if self._bar is not None:
            task = self._tasks.get(given.stage)
            if task is None:
                task = self._tasks[given.stage] = self._bar.add_task(plain(said), total=given.total)
            self._bar.update(task, completed=given.done, total=given.total, description=plain(said))
        elif given.done % self.EVERY == 0 or given.done == given.total:
            self._line(f"{said}: {given.done} of {given.total}")

    def _line(self, line: str) -> None:
        minutes, seconds = divmod(int(monotonic() - self._start), 60)
        print(f"{minutes:3d}:{seconds:02d}  {plain(line)}", file=sys.stderr, flush=True)


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    return Bar(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
