"""GraphML, with one type an attribute.

networkx's own writer is not used: None raises with it, dates and numpy's scalars do too, and an
attribute of whole and broken numbers becomes two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import networkx as nx
from lxml import etree

from graphs.formats.columns import ColumnType, column_types, fit, written
from graphs.formats.rows import EdgeRow, NodeRow, edge_rows, node_rows

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"

Types = Mapping[str, ColumnType]


def write_graphml(graph: nx.Graph, path: Path | BinaryIO, description: str = "") -> None:
    """Write any graph of networkx as GraphML; all attributes are kept, with their types.

    Parameters
    ----------
    description
        What the graph is of.
    """
    nodes, edges = list(node_rows(graph)), list(edge_rows(graph))
    types = {"node": column_types(n.values for n in nodes), "edge": column_types(e.values for e in edges)}
    directed = "directed" if graph.is_directed() else "undirected"
    with etree.xmlfile(str(path) if isinstance(path, Path) else path, encoding="utf-8") as file:
        file.write_declaration()
        with file.element(_tag("graphml"), nsmap={None: NAMESPACE}):
            for owner, columns in types.items():
                _keys(file, owner, columns)
            with file.element(_tag("graph"), {"id": "claims", "edgedefault": directed}):
                if description:
                    with file.element(_tag("desc")):
                        file.write(fit(description))
                _rows(file, nodes, types["node"])
                _rows(file, edges, types["edge"])


def _keys(file: Any, owner: str, types: Types) -> None:
    for number, (name, kind) in enumerate(types.items()):
        given = {"id": f"{owner}{number}", "for": owner, "attr.name": name, "attr.type": _type(kind)}
        with file.element(_tag("key"), given):
            pass


def _rows(file: Any, rows: Iterable[NodeRow | EdgeRow], types: Types) -> None:
    numbers = {name: number for number, name in enumerate(types)}
    for row in rows:
        owner, own = _head(row)
        with file.element(_tag(owner), own):
            for name, value in row.values.items():
                with file.element(_tag("data"), {"key": f"{owner}{numbers[name]}"}):
                    file.write(written(value, types[name]) or "")


def _head(row: NodeRow | EdgeRow) -> tuple[str, dict[str, str]]:
    if isinstance(row, NodeRow):
        return "node", {"id": row.id}
    return "edge", {"id": row.id, "source": row.start, "target": row.end}


def _type(kind: ColumnType) -> str:
    return "int" if kind is ColumnType.INTEGER else kind.value


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
