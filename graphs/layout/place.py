"""The layout of a whole graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from graphs.layout.captions import Caption, captions
from graphs.layout.islands import islands
from graphs.layout.packing import packed
from graphs.layout.separation import separated
from graphs.layout.stress import Points, stress_layout

SEED = 13
GAP = 6.0
FILLED = 0.5
"""Share of the ground that boxes may cover before they are pushed apart."""

SMALLEST = 8.0
"""Diameter of a node that gives no ``size``."""

Positions = dict[Hashable, tuple[float, float]]


def laid_out(graph: nx.Graph, seed: int = SEED) -> nx.Graph:
    """A copy of ``graph`` whose nodes have ``x`` and ``y``; ``y`` grows upwards, as in Gephi.

    Examples
    --------
    >>> found = laid_out(nx.path_graph(3))
    >>> sorted(found.nodes[1])
    ['x', 'y']
    """
    found = graph.copy()
    for key, (x, y) in positions(graph, seed).items():
        found.nodes[key].update(x=x, y=y)
    return found


def positions(graph: nx.Graph, seed: int = SEED) -> Positions:
    """Where each node of a graph stands, the same for the same seed.

    Neither nodes nor their captions (:func:`graphs.layout.captions.captions`) cover each other.
    Linked nodes stand near each other; nodes without any link stand in rows at the foot.

    Parameters
    ----------
    graph
        Any; ``size`` of a node is its diameter.
    """
    written = captions(graph)
    simple = _simple(graph, labelled=len(written) == len(graph))
    boxes = {key: _box(data, written.get(key)) for key, data in graph.nodes(data=True)}
    alone = [key for key in simple if simple.degree(key) == 0]
    parts = [part for part in islands(simple, seed) if len(part) > 1 or simple.degree(part[0])]
    centres = _packed_islands(simple, parts, boxes, seed)
    centres.update(_rows(alone, boxes, centres))
    return {key: _node_in_box(centres[key], graph.nodes[key], boxes[key]) for key in graph}


def _simple(graph: nx.Graph, labelled: bool) -> nx.Graph:
    """Without directions, parallel edges and loops.

    ``weight`` counts the edges of a pair, ``room`` is what their labels need if they are
    ``labelled``.
    """
    found = nx.Graph()
    found.add_nodes_from(graph)
    for start, end, label in graph.edges(data="label"):
        if start != end:
            room = Caption((str(label),)).width if labelled and label else 0.0
            there = found.get_edge_data(start, end, {"weight": 0, "room": 0.0})
            found.add_edge(start, end, weight=there["weight"] + 1, room=max(room, there["room"]))
    return found


def diameter(data: Mapping[str, object]) -> float:
    """The diameter of a node with these attributes."""
    size = data.get("size", SMALLEST)
    return float(size) if isinstance(size, int | float) and size > 0 else SMALLEST


def _box(data: Mapping[str, object], caption: Caption | None) -> tuple[float, float]:
    """Width and height of a node with its caption below it."""
    size = diameter(data)
    if caption is None:
        return size, size
    return max(size, caption.width), size + caption.height


def _node_in_box(
    centre: tuple[float, float], data: Mapping[str, object], box: tuple[float, float]
) -> tuple[float, float]:
    return round(centre[0], 2), round(centre[1] + (box[1] - diameter(data)) / 2, 2)


def _packed_islands(
    graph: nx.Graph,
    parts: Sequence[Sequence[Hashable]],
    boxes: Mapping[Hashable, tuple[float, float]],
    seed: int,
) -> Positions:
    if not parts:
        return {}
    drawn = [_island(graph, part, np.array([boxes[k] for k in part]), seed) for part in parts]
    rooms = [
        _room(points, np.array([boxes[k] for k in part])) for points, part in zip(drawn, parts, strict=True)
    ]
    centres = packed(np.array(rooms), _links(graph, parts))
    return {
        key: (float(x), float(y))
        for part, points, centre in zip(parts, drawn, centres, strict=True)
        for key, (x, y) in zip(part, points + centre, strict=True)
    }


def _island(graph: nx.Graph, part: Sequence[Hashable], boxes: NDArray[np.float64], seed: int) -> Points:
    inner = nx.Graph()
    inner.add_nodes_from(part)
    inner.add_edges_from((a, b, data) for a in part for b, data in graph.adj[a].items() if b in inner)
    inner.add_edges_from(_bridges(inner), room=0.0)
    room = boxes.mean(1) / 2 + GAP
    points = separated(_roomy(stress_layout(inner, room, seed), boxes), boxes, GAP)
    low, high = (points - boxes / 2).min(0), (points + boxes / 2).max(0)
    found: Points = points - (low + high) / 2
    return found


def _roomy(points: Points, boxes: NDArray[np.float64]) -> Points:
    """``points``, drawn out where the boxes would fill more than :data:`FILLED` of their ground."""
    ground = float(np.prod(np.ptp(points, axis=0) + boxes.mean(0)))
    filled = float(np.prod(boxes + GAP, axis=1).sum()) / ground
    drawn_out: Points = points * max(1.0, (filled / FILLED) ** 0.5)
    return drawn_out


def _bridges(graph: nx.Graph) -> list[tuple[Hashable, Hashable]]:
    """Links that tie the pieces of an island together, where it has several."""
    firsts = [next(key for key in graph if key in piece) for piece in nx.connected_components(graph)]
    return [(firsts[0], other) for other in firsts[1:]]


def _room(points: Points, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Width and height of an island, with a margin by which islands are told apart."""
    size: NDArray[np.float64] = (np.abs(points) + boxes / 2).max(0) * 2
    return size + 4 * GAP


def _links(graph: nx.Graph, parts: Sequence[Sequence[Hashable]]) -> dict[tuple[int, int], float]:
    home = {key: number for number, part in enumerate(parts) for key in part}
    found: Counter[tuple[int, int]] = Counter()
    for start, end, weight in graph.edges(data="weight"):
        if home[start] != home[end]:
            found[min(home[start], home[end]), max(home[start], home[end])] += weight
    return dict(found)


def _rows(
    alone: Sequence[Hashable], boxes: Mapping[Hashable, tuple[float, float]], others: Positions
) -> Positions:
    """Rows below all ``others``, as wide as they are or in a square where that is wider.

    The tallest come first, so that what has a caption stands with what has one.
    """
    area = sum((boxes[key][0] + GAP) * (boxes[key][1] + GAP) for key in alone)
    left = min((x - boxes[key][0] / 2 for key, (x, _) in others.items()), default=0.0)
    right = max((x + boxes[key][0] / 2 for key, (x, _) in others.items()), default=0.0)
    y = min((y - boxes[key][1] / 2 for key, (_, y) in others.items()), default=0.0) - 4 * GAP
    right = max(right, left + area**0.5)
    x, high, found = left, 0.0, {}
    for key in sorted(alone, key=lambda key: -boxes[key][1]):
        wide, tall = boxes[key][0] + GAP, boxes[key][1] + GAP
        if x > left and x + wide > right:
            x, y, high = left, y - high, 0.0
        found[key] = (x + wide / 2, y - boxes[key][1] / 2)
        x, high = x + wide, max(high, tall)
    return found
