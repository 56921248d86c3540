"""What the marks of a picture mean, in rows above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from graphs.formats.shapes import RELATIONS
from graphs.layout.captions import FONT, Caption
from graphs.palette import FURTHER_PARTY, PARTIES

KINDS = ("disagreement", "source", "claim", "event", "article")
EDGE, NODE = "edge", "node"

_SWATCH = 2.1
_GAP = 1.8
"""Both in letters' heights."""


@dataclass(frozen=True)
class Entry:
    """One thing that is explained.

    Attributes
    ----------
    mark
        :data:`EDGE` or :data:`NODE`.
    kind
        Of the edge or node, which gives its dashes or shape.
    color
        #rrggbb, None for a shape without a colour of its own.
    """

    mark: str
    kind: str
    color: str | None
    text: str


@dataclass(frozen=True)
class Placed:
    """An entry with the left end and the middle height of its place."""

    entry: Entry
    x: float
    y: float
    font: float


@dataclass(frozen=True)
class Legend:
    """Entries in rows, and the height of them all."""

    marks: tuple[Placed, ...]
    height: float


def legend(graph: nx.Graph, width: float) -> Legend:
    """The legend of a graph, in rows of at most ``width``, each entry whole.

    Letters are as large as the picture is wide, so that they can be read when all of it is seen.
    """
    font = max(FONT, width / 90)
    x, y, marks = 0.0, font, []
    for entry in entries(graph):
        long = (_SWATCH + _GAP) * font + Caption((entry.text,), font).width
        if x > 0 and x + long > width:
            x, y = 0.0, y + 2 * font
        marks.append(Placed(entry, x, y, font))
        x += long
    return Legend(tuple(marks), y + 2 * font if marks else 0.0)


def entries(graph: nx.Graph) -> tuple[Entry, ...]:
    """Kinds of nodes and relations that occur, and the parties that have a colour of their own."""
    return (*_kinds(graph), *_relations(graph), *_parties(graph))


def _kinds(graph: nx.Graph) -> Iterator[Entry]:
    there = {data.get("kind") for _, data in graph.nodes(data=True)}
    yield from (Entry(NODE, kind, None, kind) for kind in KINDS if kind in there)


def _relations(graph: nx.Graph) -> Iterator[Entry]:
    colours = {data.get("kind"): data.get("color") for *_, data in graph.edges(data=True)}
    yield from (Entry(EDGE, kind, colours[kind], kind) for kind in RELATIONS if kind in colours)


def _parties(graph: nx.Graph) -> Iterator[Entry]:
    said = Counter(
        (str(data["party"]), str(data["color"]))
        for _, data in graph.nodes(data=True)
        if "party" in data and "color" in data
    )
    for (party, color), _ in said.most_common():
        if color in PARTIES:
            yield Entry(NODE, "", color, party)
    if any(color == FURTHER_PARTY for _, color in said):
        yield Entry(NODE, "", FURTHER_PARTY, "other parties")
