"""Nodes and edges of any graph as rows of plain values, for formats that are tables at heart."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graphs.formats.columns import fit, plain

Data = Mapping[str, Any]
Plain = str | int | float | bool


@dataclass(frozen=True)
class NodeRow:
    """A node: its name, its kind ("" if it has none) and its other attributes, None left out."""

    id: str
    kind: str
    values: dict[str, Plain]


@dataclass(frozen=True)
class EdgeRow:
    """An edge between the names of two nodes, like :class:`NodeRow`."""

    id: str
    start: str
    end: str
    kind: str
    values: dict[str, Plain]


def node_rows(graph: nx.Graph, reserved: Collection[str] = ()) -> Iterator[NodeRow]:
    """The nodes of a graph; an attribute with a ``reserved`` name gets a number to it."""
    names = names_of(graph)
    for key, data in graph.nodes(data=True):
        kind = plain(data.get("kind"))
        yield NodeRow(names[key], "" if kind is None else str(kind), _values(data, reserved))


def edge_rows(graph: nx.Graph, reserved: Collection[str] = ()) -> Iterator[EdgeRow]:
    """The edges of a graph, parallel ones too; where ``kind`` is not given, the key is the kind."""
    names = names_of(graph)
    for number, (start, end, key, data) in enumerate(keyed_edges(graph)):
        kind = plain(key if data.get("kind") is None else data["kind"])
        values = _values(data, reserved)
        yield EdgeRow(f"e{number}", names[start], names[end], "" if kind is None else str(kind), values)


def names_of(graph: nx.Graph) -> dict[Hashable, str]:
    """A text for each node, distinct also where two nodes are written alike (1 and "1")."""
    taken: dict[tuple[str, ...], int] = {}
    return {node: distinct(" ".join(fit(str(node)).split()) or "node", (), taken) for node in graph}


def keyed_edges(graph: nx.Graph) -> Iterator[tuple[Hashable, Hashable, Any, Data]]:
    """Start, end, key (None if the graph has none) and attributes of each edge."""
    if graph.is_multigraph():
        yield from graph.edges(keys=True, data=True)
    else:
        for start, end, data in graph.edges(data=True):
            yield start, end, None, data


def distinct(name: str, where: tuple[str, ...], taken: dict[tuple[str, ...], int]) -> str:
    """``name``, or with a number where it is taken; ``taken`` counts how often each was asked for.

    Examples
    --------
    >>> taken = {}
    >>> [distinct(name, (), taken) for name in "aba"]
    ['a', 'b', 'a 2']
    """
    fresh = name
    while (*where, fresh) in taken:
        taken[(*where, name)] += 1
        fresh = f"{name} {taken[(*where, name)]}".strip()
    taken[(*where, fresh)] = 1
    return fresh


def _values(data: Data, reserved: Collection[str]) -> dict[str, Plain]:
    taken: dict[tuple[str, ...], int] = {(name,): 1 for name in reserved}
    found: dict[str, Plain] = {}
    for name, value in data.items():
        simple = plain(value)
        if simple is not None:
            found[distinct(fit(str(name)), (), taken)] = simple
    return found
