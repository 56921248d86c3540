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
    found: list[list[Hashable]] = []
    order = {key: number for number, key in enumerate(graph)}
    whole = [sorted(c, key=order.__getitem__) for c in nx.connected_components(graph)]
    for component in sorted(whole, key=lambda c: (-len(c), order[c[0]])):
        found.extend(sorted(_cut(graph, component, order, seed), key=lambda p: (-len(p), order[p[0]])))
    return found


def _cut(
    graph: nx.Graph, part: list[Hashable], order: dict[Hashable, int], seed: int
) -> Iterator[list[Hashable]]:
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
            yield from _cut(inner, sorted(piece, key=order.__getitem__), order, seed)


def _subgraph(graph: nx.Graph, part: list[Hashable]) -> nx.Graph:
    """A copy whose order of nodes does not hang on the hashes of a set."""
    inner = nx.Graph()
    inner.add_nodes_from(part)
    inner.add_edges_from(
        (a, b, data)
        for a in part
        for b, data in graph.adj[a].items()
        if b in inner and not inner.has_edge(a, b)
    )
    return inner


def _chunks(graph: nx.Graph, start: Hashable) -> Iterator[list[Hashable]]:
    """What has no communities, such as a large star, in pieces along a breadth-first search."""
    order = [start, *(b for _, b in nx.bfs_edges(graph, start))]
    for number in range(0, len(order), LARGEST):
        yield order[number : number + LARGEST]
