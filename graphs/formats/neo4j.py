"""A folder of CSV files as ``neo4j-admin database import`` reads them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import networkx as nx

from graphs.formats.columns import ColumnType, column_types, fit, written
from graphs.formats.rows import distinct, edge_rows, node_rows

NODES, RELATIONSHIPS = "nodes.csv", "relationships.csv"

_TYPES = {ColumnType.INTEGER: "int"}


def write_neo4j(graph: nx.Graph, folder: Path) -> None:
    """Write any graph of networkx as ``nodes.csv`` and ``relationships.csv`` in ``folder``.

    The kind of a node is its label in camel case (``Claim``), that of an edge its type in capitals
    (``CONTRADICTS``); ``Node`` and ``LINKED`` where there is none. A cell is empty where nothing is
    known. Text may hold line breaks, which the import reads with ``--multiline-fields=true``. The
    folder is made if it is not there.
    """
    folder.mkdir(exist_ok=True)
    nodes = list(node_rows(graph))
    heads = [(row.id, _label(row.kind)) for row in nodes]
    _write(folder / NODES, (":ID", ":LABEL"), heads, [row.values for row in nodes])
    edges = list(edge_rows(graph))
    ends = [(row.start, row.end, _type(row.kind)) for row in edges]
    _write(folder / RELATIONSHIPS, (":START_ID", ":END_ID", ":TYPE"), ends, [row.values for row in edges])


def _write(
    path: Path,
    own: Sequence[str],
    heads: Iterable[Sequence[str]],
    rows: Sequence[Mapping[str, str | int | float | bool]],
) -> None:
    types = column_types(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow([*own, *_columns(types)])
        for head, values in zip(heads, rows, strict=True):
            table.writerow([*head, *(written(values.get(name), kind) for name, kind in types.items())])


def _columns(types: Mapping[str, ColumnType]) -> list[str]:
    """Names with their types; a colon in a name would begin its type."""
    taken: dict[tuple[str, ...], int] = {}
    names = [distinct(name.replace(":", "_") or "value", (), taken) for name in types]
    return [f"{n}:{_TYPES.get(kind, kind.value)}" for n, kind in zip(names, types.values(), strict=True)]


def _label(kind: str) -> str:
    """A label of Neo4j.

    Examples
    --------
    >>> _label("news article"), _label("")
    ('NewsArticle', 'Node')
    """
    return "".join(w.capitalize() for w in re.findall(r"\w+", fit(kind))) or "Node"


def _type(kind: str) -> str:
    """A type of Neo4j.

    Examples
    --------
    >>> _type("spoke of"), _type("")
    ('SPOKE_OF', 'LINKED')
    """
    return "_".join(w.upper() for w in re.findall(r"\w+", fit(kind))) or "LINKED"
