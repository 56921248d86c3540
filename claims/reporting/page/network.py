"""The claim graph for the page: what stands in a relation, where it stands, and how it is linked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import networkx as nx

from claims.core.relation import Label
from claims.core.report import Report
from claims.reporting import words
from claims.reporting.page.badges import NO_HUE, Badge
from claims.reporting.page.quotes import Quotes
from claims.reporting.sanitise import plain
from graphs.layout.captions import captions
from graphs.layout.place import positions
from graphs.views import claims_view, sources_view

_RELATIONS = frozenset(label.value for label in Label)
_SHOWN = frozenset({"source", "claim"})


@dataclass(frozen=True)
class Node:
    """A source or a claim; ``y`` grows downwards.

    Attributes
    ----------
    link
        Id of the element of the page that holds the words of a claim; None for a source.
    """

    id: str
    kind: str
    label: str
    hue: int
    x: float
    y: float
    size: float
    link: str | None = None


@dataclass(frozen=True)
class Edge:
    """A relation, or that a source said a claim."""

    id: str
    source: str
    target: str
    kind: str
    thickness: float
    times: int = 1


@dataclass(frozen=True)
class Network:
    """A graph laid out.

    Attributes
    ----------
    left_out
        How many sources stand in no relation and are not drawn.
    """

    name: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int = 0


def networks(report: Report, badges: Mapping[str, Badge], quotes: Quotes) -> Iterator[Network]:
    """The sources that contradict or corroborate each other; then the claims that they do it with."""
    drawn = _Drawn(badges, quotes)
    sources = sources_view(report)
    linked = [key for key, degree in sources.degree() if degree]
    if linked:
        yield drawn.network("Sources", sources.subgraph(linked), len(sources) - len(linked))
    claims = _related(claims_view(report))
    if claims:
        yield drawn.network("Claims", claims)


def as_data(found: Iterator[Network]) -> list[dict[str, Any]]:
    """Networks as plain data."""
    return [asdict(network) for network in found]


def _related(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Claims that stand in a relation, and who said them or passed them on."""
    core = {key for *ends, kind in graph.edges(data="kind") if kind in _RELATIONS for key in ends}
    around = {key for claim in core for key in nx.all_neighbors(graph, claim)}
    return graph.subgraph(key for key in core | around if graph.nodes[key]["kind"] in _SHOWN)


class _Drawn:
    def __init__(self, badges: Mapping[str, Badge], quotes: Quotes) -> None:
        self._badges = badges
        self._quotes = quotes

    def network(self, name: str, graph: nx.Graph, left_out: int = 0) -> Network:
        # In a fixed order, since that of a subgraph is that of a set.
        ordered = graph.__class__()
        ordered.add_nodes_from(sorted(graph.nodes(data=True)))
        ordered.add_edges_from(sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3]))
        return Network(name, tuple(self._nodes(ordered)), tuple(_edges(ordered)), left_out)

    def _nodes(self, graph: nx.Graph) -> Iterator[Node]:
        written = captions(graph)
        for key, (x, y) in positions(graph).items():
            data, (kind, _, id) = graph.nodes[key], str(key).partition(":")
            lines = written[key].lines if key in written else ()
            yield Node(
                id=str(key),
                kind=kind,
                label=words.opening("\n".join(plain(line) for line in lines)),
                hue=self._badges[id].hue if kind == "source" else NO_HUE,
                x=round(x, 1),
                y=round(-y, 1),
                size=round(float(data["size"]), 1),
                link=self._quotes.anchor(id) if kind == "claim" else None,
            )


def _edges(graph: nx.Graph) -> Iterator[Edge]:
    for number, (start, end, data) in enumerate(graph.edges(data=True)):
        yield Edge(
            id=f"edge-{number}",
            source=str(start),
            target=str(end),
            kind=str(data["kind"]),
            thickness=round(float(data["thickness"]), 1),
            # Among sources the weight counts pairs of claims; between claims it is a score.
            times=max(int(data.get("weight", 1)), 1),
        )
