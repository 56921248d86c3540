"""Articles read by Ray Data, on one machine or on the many of a cluster."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from claims.core.article import Article
from claims.core.errors import MissingExtraError, WorkerError
from claims.core.report import Report
from claims.core.understood import Understood
from claims.store.engines.engine import Load, Part, portions
from claims.store.engines.remote import Remote, parts_of

_COLUMN = "portion"

_RETRIES = 3
"""How often an actor that died is started again: an article may be what kills it."""


class RayData:
    """Reads articles in actors, each with its own models, and compares them in this process.

    It works in the cluster that the environment names (``RAY_ADDRESS``), or on this machine alone.
    An actor that dies is started again.

    Parameters
    ----------
    load
        Loads the models: in each actor, and here once they are to be compared. A folder of models
        must be on each machine.
    actors
        How many actors at most; each takes one core.

    Raises
    ------
    MissingExtraError
        If Ray is not installed.
    """

    def __init__(self, load: Load, actors: int) -> None:
        installed()
        self._load = load
        self._actors = actors

    def understand_all(self, articles: Sequence[Article]) -> Iterator[Part]:
        """Read articles, each by itself; the parts come in the order of the articles."""
        ray = installed()
        rows = [{_COLUMN: pickle.dumps(portion)} for portion in portions(articles, self._actors)]
        with _ray():
            # A block for each portion, so that each is kept as soon as it is read.
            given = ray.data.from_items(rows, override_num_blocks=len(rows))
            read = given.map_batches(
                _Actor,
                fn_constructor_args=(self._load,),
                batch_size=1,
                num_cpus=1,
                max_restarts=_RETRIES,
                max_task_retries=_RETRIES,
                compute=ray.data.ActorPoolStrategy(min_size=1, max_size=self._actors),
            )
            read.context.execution_options.preserve_order = True
            read.context.enable_progress_bars = False
            for row in read.iter_rows():
                yield from parts_of(pickle.loads(row[_COLUMN]))

    def compare(self, understood: Sequence[Understood]) -> Report:
        """Compare all claims of what was read."""
        return self._load().compare(understood)


def installed() -> Any:
    """Ray with its data library.

    Raises
    ------
    MissingExtraError
        If it is not installed.
    """
    try:
        import ray
        import ray.data
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"{error.name}, which --engine ray needs,", "ray") from None
    return ray


class _Actor:
    """Reads portions with models of its own."""

    def __init__(self, load: Load) -> None:
        self._read = Remote(load)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[bytes]]:
        return {_COLUMN: [pickle.dumps(self._read(pickle.loads(portion))) for portion in batch[_COLUMN]]}


@contextmanager
def _ray() -> Iterator[None]:
    """Ray, started if the caller has not done so, and then ended.

    Raises
    ------
    WorkerError
        If the cluster cannot be reached, or is lost.
    """
    ray = installed()
    started = not ray.is_initialized()
    try:
        if started:
            _start(ray)
        yield
    except (ray.exceptions.RayError, ConnectionError) as error:
        raise WorkerError(f"Ray: {type(error).__name__}") from error
    finally:
        if started:
            ray.shutdown()


def _start(ray: Any) -> None:
    # Ray would tell its makers how it is used, and the person what it does every few seconds.
    for name, value in {"RAY_USAGE_STATS_ENABLED": "0", "RAY_BACKEND_LOG_LEVEL": "fatal"}.items():
        os.environ.setdefault(name, value)
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)
    ray.init(include_dashboard=False, log_to_driver=False, logging_level=logging.CRITICAL)
