"""Which nodes are labelled in a picture, and the room that their labels need."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graphs.formats.columns import fit

FONT = 10.0
ALL = 250
"""A graph of up to so many nodes has all of them labelled, a larger one so many."""

_LINE = 22
_LINES = 3
_LEADING = 1.2
_GLYPH = 0.6
_RANK = {"disagreement": 0, "source": 1, "event": 2, "article": 3, "claim": 4}


@dataclass(frozen=True)
class Caption:
    """A label in lines.

    Attributes
    ----------
    font
        Height of the letters, in the units of the layout.
    """

    lines: tuple[str, ...]
    font: float = FONT

    @property
    def width(self) -> float:
        """A guess at the width of the longest line, in a common sans-serif."""
        return max((self.font * _GLYPH * _columns(line) for line in self.lines), default=0.0)

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.font * _LEADING * len(self.lines)


def captions(graph: nx.Graph) -> dict[Hashable, Caption]:
    """The captions of a graph's nodes; in a large one those of the most telling only.

    Disagreements come first, then what is most contested, then what has most links, and last what
    has none. The larger the graph, the larger the letters, because it will be seen from further away.
    """
    nodes = sorted(graph.nodes(data=True), key=lambda item: _telling(graph, *item))
    font = FONT * max(1.0, graph.number_of_nodes() / ALL) ** 0.2
    return {key: Caption(_wrapped(str(data.get("label", key))), font) for key, data in nodes[:ALL]}


def _telling(graph: nx.Graph, key: Hashable, data: Mapping[str, Any]) -> tuple[float, ...]:
    kind = str(data.get("kind", ""))
    contested = float(data.get("contested", 0)) + float(data.get("differing", 0)) / 2
    return (
        not graph.degree(key),
        kind != "disagreement",
        -contested,
        -graph.degree(key),
        _RANK.get(kind, len(_RANK)),
    )


def _wrapped(label: str) -> tuple[str, ...]:
    text = " ".join(fit(label).split())
    return tuple(textwrap.wrap(text, _LINE, max_lines=_LINES, placeholder=" …")) or ("",)


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
