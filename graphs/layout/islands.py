"""Cutting a graph into parts small enough to be laid out by themselves."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import networkx as nx

LARGEST = 250
"""Nodes of an island. A smaller component stays whole."""


def islands(graph: nx.Graph, seed: int) -> list[list[Hashable]]:
    """The parts of a graph, each connected or small, those of one component after each other.

    Components of at most :data:`LARGEST` nodes are kept; others are cut along their communities (the
    Louvain method of Blondel et al., 2008), which are cut again where they are too large. The largest
    component comes first, and in it the largest part.

    Parameters
    ----------
    graph
        Undirected, not a multigraph; ``weight`` of an edge counts.
    """
    # Numbers, because sets of them, unlike sets of texts, have one order in every run of the program.
    keys = list(graph)
    numbers = {key: number for number, key in enumerate(keys)}
    numbered = nx.Graph()
    numbered.add_nodes_from(range(len(keys)))
    numbered.add_edges_from((numbers[a], numbers[b], data) for a, b, data in graph.edges(data=True))
    found: list[list[int]] = []
    whole = [sorted(component) for component in nx.connected_components(numbered)]
    for component in sorted(whole, key=_size_and_place):
        found.extend(sorted(_cut(numbered, component, seed), key=_size_and_place))
    return [[keys[number] for number in part] for part in found]


def _size_and_place(part: list[int]) -> tuple[int, int]:
    return -len(part), part[0]


def _cut(graph: nx.Graph, part: list[int], seed: int) -> Iterator[list[int]]:
    if len(part) <= LARGEST:
        yield part
        return
    inner = _subgraph(graph, part)
    communities = nx.community.louvain_communities(inner, seed=seed)
    if len(communities) == 1:
        yield from _chunks(inner, part[0])
        return
    for community in communities:
        # A community need not be connected once a better one has taken its bridge.
        for piece in nx.connected_components(inner.subgraph(community)):
            yield from _cut(inner, sorted(piece), seed)


def _subgraph(graph: nx.Graph, part: list[int]) -> nx.Graph:
    """A copy whose nodes are in the order of ``part``."""
    inner = nx.Graph()
    inner.add_nodes_from(part)
    inner.add_edges_from(
        (a, b, data) for a in part for b, data in graph.adj[a].items() if a < b and b in inner
    )
    return inner


def _chunks(graph: nx.Graph, start: int) -> Iterator[list[int]]:
    """What has no communities, such as a large star, in pieces along a breadth-first search."""
    order = [start, *(b for _, b in nx.bfs_edges(graph, start))]
    for number in range(0, len(order), LARGEST):
        yield order[number : number + LARGEST]
