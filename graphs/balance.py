"""Whose accounts go together: the signed graph of parties or sources, its balance and its camps.

References
----------
F. Heider, "Attitudes and cognitive organization", 1946. D. Cartwright and F. Harary, "Structural
balance: a generalization of Heider's theory", 1956. J. A. Davis, "Clustering and structural balance
in graphs", 1967. N. Bansal, A. Blum and S. Chawla, "Correlation clustering", 2004.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx
import numpy as np

from claims.core.relation import Label
from claims.core.report import Report
from claims.core.source import Source

ROUNDS = 100
STARTS = 8


@dataclass(frozen=True)
class Balance:
    """The triangles of a signed graph.

    Attributes
    ----------
    triangles
        How many there are, edges of weight 0 left out.
    balanced
        Those in which the product of the signs is positive: all three agree, or two agree against
        the third (Cartwright and Harary).
    """

    triangles: int
    balanced: int

    @property
    def degree(self) -> float | None:
        """The share of balanced triangles; None where there is no triangle."""
        return self.balanced / self.triangles if self.triangles else None


@dataclass(frozen=True)
class Camps:
    """Those whose accounts cluster.

    Attributes
    ----------
    members
        One tuple a camp, the largest first.
    frustration
        The weight that does not fit: contradictions within a camp and corroborations between two.
        0 means that the graph is clusterable in the sense of Davis.
    """

    members: tuple[tuple[str, ...], ...]
    frustration: float


def party_of(source: Source) -> str | None:
    """The party of a source, by which :func:`signed_graph` groups."""
    return source.party


def signed_graph(report: Report, group: Callable[[Source], str | None] = party_of) -> nx.Graph:
    """Parties, and for each pair how their accounts stand to each other.

    An edge has ``corroborates`` and ``contradicts``, the number of such relations between claims of
    the two, ``weight``, the first less the second, and ``sign``, 1, 0 or -1. What is said within one
    party is left out, as is a source that belongs to none.

    Parameters
    ----------
    group
        What a source belongs to, None to leave it out; with ``lambda source: source.id`` each stands
        for itself.

    Examples
    --------
    >>> signed_graph(Report((), (), (), (), (), (), ())).number_of_nodes()
    0
    """
    groups = {source.id: group(source) for source in report.sources}
    of_claim = {claim.id: groups.get(claim.source) for claim in report.claims}
    graph = nx.Graph()
    graph.add_nodes_from(dict.fromkeys(name for name in of_claim.values() if name is not None))
    counts: dict[Label, Counter[tuple[str, str]]] = {
        Label.CORROBORATES: Counter(),
        Label.CONTRADICTS: Counter(),
    }
    for relation in report.relations:
        a, b = of_claim.get(relation.a), of_claim.get(relation.b)
        if relation.label in counts and a is not None and b is not None and a != b:
            counts[relation.label][min(a, b), max(a, b)] += 1
    for a, b in dict.fromkeys(pair for counter in counts.values() for pair in counter):
        agree, oppose = counts[Label.CORROBORATES][a, b], counts[Label.CONTRADICTS][a, b]
        sign = (agree > oppose) - (agree < oppose)
        graph.add_edge(a, b, corroborates=agree, contradicts=oppose, weight=agree - oppose, sign=sign)
    return graph


def balance(graph: nx.Graph) -> Balance:
    """How balanced a signed graph is.

    Examples
    --------
    >>> graph = nx.Graph()
    >>> graph.add_weighted_edges_from([("a", "b", 2), ("b", "c", -1), ("a", "c", -1)])
    >>> balance(graph).degree
    1.0
    """
    signs = {(a, b): w for a, b, w in graph.edges(data="weight") if w}
    clear = nx.Graph(list(signs))
    order = {node: number for number, node in enumerate(clear)}
    triangles = balanced = 0
    for node in clear:
        later = [other for other in clear[node] if order[other] > order[node]]
        for one, other in combinations(later, 2):
            if clear.has_edge(one, other):
                triangles += 1
                sides = ((node, one), (node, other), (one, other))
                balanced += np.prod([np.sign(graph.edges[side]["weight"]) for side in sides]) > 0
    return Balance(triangles, int(balanced))


def camps(graph: nx.Graph, seed: int = 13) -> Camps:
    """Cut a signed graph into camps that fit its signs as well as can be found.

    Correlation clustering: the camps are those with the least weight of negative edges within and
    positive edges between. Members are moved to the camp that suits them best until none wants to
    move, from several random orders; the best end is kept. The search is a heuristic, for the exact
    problem is NP-hard. A node without an edge is a camp of its own.

    Examples
    --------
    >>> graph = nx.Graph()
    >>> graph.add_weighted_edges_from([("a", "b", 2), ("b", "c", -1), ("c", "d", 1)])
    >>> camps(graph)
    Camps(members=(('a', 'b'), ('c', 'd')), frustration=0)
    """
    nodes = list(graph)
    random = np.random.default_rng(seed)
    found = [_settled(graph, [nodes[i] for i in random.permutation(len(nodes))]) for _ in range(STARTS)]
    best = min(found, key=lambda camp: _frustration(graph, camp))
    members: dict[int, list[str]] = {}
    for node in nodes:
        members.setdefault(best[node], []).append(node)
    ordered = sorted(members.values(), key=lambda group: -len(group))
    return Camps(tuple(tuple(group) for group in ordered), _frustration(graph, best))


def _settled(graph: nx.Graph, order: list[str]) -> dict[str, int]:
    camp = {node: number for number, node in enumerate(order)}
    for _ in range(ROUNDS):
        moved = False
        for node in order:
            liking: Counter[int] = Counter()
            for other, data in graph[node].items():
                if other != node:
                    liking[camp[other]] += data["weight"]
            best = max(liking, key=lambda number: liking[number], default=camp[node])
            if liking[best] > max(liking[camp[node]], 0):
                camp[node], moved = best, True
            elif liking[camp[node]] < 0:
                camp[node], moved = max(camp.values()) + 1, True
        if not moved:
            break
    return camp


def _frustration(graph: nx.Graph, camp: Mapping[str, int]) -> float:
    found: float = sum(
        abs(weight)
        for a, b, weight in graph.edges(data="weight")
        if (weight < 0) == (camp[a] == camp[b]) and weight != 0
    )
    return found
