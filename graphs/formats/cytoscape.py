"""JSON as Cytoscape and Cytoscape.js read it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import networkx as nx

from graphs.formats.rows import EdgeRow, NodeRow, Plain, edge_rows, node_rows

_NODE_OWN = ("id", "name", "value", "parent")
_EDGE_OWN = ("id", "source", "target", "key")


def write_cytoscape(graph: nx.Graph, path: Path | BinaryIO, title: str = "") -> None:
    """Write any graph of networkx as Cytoscape's JSON.

    Nodes that have ``x`` and ``y`` get a position, whose ``y`` grows downwards there. Numbers that
    JSON does not know, such as infinity, become text.
    """
    text = json.dumps(as_elements(graph, title), ensure_ascii=False, allow_nan=False)
    data = text.encode() + b"\n"
    if isinstance(path, Path):
        path.write_bytes(data)
    else:
        path.write(data)


def as_elements(graph: nx.Graph, title: str = "") -> dict[str, Any]:
    """What :func:`write_cytoscape` writes, as plain dicts, lists, strings and numbers.

    Examples
    --------
    >>> found = as_elements(nx.path_graph(2))
    >>> found["elements"]["edges"]
    [{'data': {'id': 'e0', 'source': '0', 'target': '1'}}]
    """
    return {
        "data": {"name": title} if title else {},
        "directed": graph.is_directed(),
        "multigraph": graph.is_multigraph(),
        "elements": {
            "nodes": [_node(row) for row in node_rows(graph, _NODE_OWN)],
            "edges": [_edge(row, graph.is_multigraph()) for row in edge_rows(graph, _EDGE_OWN)],
        },
    }


def _node(row: NodeRow) -> dict[str, Any]:
    name = str(row.values.get("label", row.id))
    element: dict[str, Any] = {"data": {"id": row.id, "value": row.id, "name": name, **_finite(row.values)}}
    x, y = row.values.get("x"), row.values.get("y")
    if isinstance(x, int | float) and isinstance(y, int | float) and math.isfinite(x) and math.isfinite(y):
        element["position"] = {"x": x, "y": -y}
    return element


def _edge(row: EdgeRow, multigraph: bool) -> dict[str, Any]:
    own = {"id": row.id, "source": row.start, "target": row.end}
    key = {"key": row.id} if multigraph else {}
    return {"data": {**own, **key, **_finite(row.values)}}


def _finite(values: Mapping[str, Plain]) -> dict[str, Plain]:
    return {n: str(v) if isinstance(v, float) and not math.isfinite(v) else v for n, v in values.items()}
