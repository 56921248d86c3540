"""What reads articles and compares their claims, whichever way it runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from claims.core.article import Article
from claims.core.progress import AT_ONCE
from claims.core.report import Report, Skipped
from claims.core.understood import Understood

Part = tuple[tuple[Understood, ...], tuple[Skipped, ...]]
"""What was understood of a few articles, and those at which a stage failed."""

_SHARE = 4
"""Portions for each process, so that none waits long for the last of the others."""


class Engine(Protocol):
    """What a scan needs of a :class:`~claims.pipeline.Pipeline`."""

    def understand_all(self, articles: Sequence[Article], /) -> Iterator[Part]:
        """Read articles, each by itself; the parts come in the order of the articles."""

    def compare(self, understood: Sequence[Understood], /) -> Report:
        """Compare all claims of what was read."""


class Load(Protocol):
    """Loads the models; it can be sent to another process."""

    def __call__(self, sharing: int = 1, /) -> Engine:
        """An engine for one of ``sharing`` processes that use the machine at once."""


def portions(articles: Sequence[Article], processes: int) -> list[Sequence[Article]]:
    """Articles in the portions in which several processes read them.

    Examples
    --------
    >>> [len(portion) for portion in portions(["article"] * 10, processes=2)]
    [2, 2, 2, 2, 2]
    """
    size = min(AT_ONCE, -(-len(articles) // (_SHARE * processes)))
    return [articles[i : i + size] for i in range(0, len(articles), size)] if articles else []
