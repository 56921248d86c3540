"""GEXF 1.3, as Gephi and Gephi Lite read it.

networkx's own writer is not used: with it Gephi refuses colours, parallel edges merge because their
kind is lost, and None, dates and numpy's scalars raise. Here every edge has a type and a kind, no
two edges between two nodes share a kind, no weight is 0, attributes have numeric ids and one type
each, and colours, sizes and positions are written as Gephi expects them. ``defaultedgetype`` is
given only where all edges are directed: networkx and Gephi then read such a file, and a default
beside edges of the other type would be an error in both.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any, BinaryIO

import networkx as nx
from lxml import etree

from graphs.formats.columns import ColumnType, column_types, fit, plain, written
from graphs.formats.rows import distinct, keyed_edges, names_of

NAMESPACE = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
CREATOR = "claims"

_NODE_LOOKS = frozenset({"x", "y", "z", "size", "color"})
_EDGE_LOOKS = frozenset({"color", "thickness"})
_SPELL = ("start", "end")

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

Data = Mapping[str, Any]


@dataclass(frozen=True)
class _Row:
    """A node or an edge, parted into what the format has a place for and the other attributes."""

    own: dict[str, str]
    looks: dict[str, Any]
    others: dict[str, Any]


def write_gexf(graph: nx.Graph, path: Path | BinaryIO, description: str = "") -> None:
    """Write any graph of networkx as GEXF 1.3.

    Of a node, ``label``, ``x``, ``y``, ``z``, ``size``, ``color`` (#rrggbb), ``start`` and ``end``
    (dates) get their places in the format; of an edge ``label``, ``kind`` (else its key),
    ``weight``, ``color``, ``thickness``, ``start`` and ``end``. Everything else, and what does not
    fit there, is written as a typed attribute. The file is written as it is made; memory stays
    linear in nodes and edges.

    Parameters
    ----------
    description
        What Gephi shows of the file.
    """
    names = names_of(graph)
    nodes = [_node(names[node], data) for node, data in graph.nodes(data=True)]
    edges = list(_edges(graph, names))
    node_types = column_types(row.others for row in nodes)
    edge_types = column_types(row.others for row in edges)
    timed = any(key in row.own for row in (*nodes, *edges) for key in _SPELL)
    with etree.xmlfile(str(path) if isinstance(path, Path) else path, encoding="utf-8") as file:
        file.write_declaration()
        with file.element(_tag("gexf"), {"version": "1.3"}, nsmap={None: NAMESPACE, "viz": VIZ}):
            _meta(file, description)
            with file.element(_tag("graph"), _graph_attributes(graph, edges, timed)):
                _declared(file, "node", node_types)
                _declared(file, "edge", edge_types)
                _all(file, "node", nodes, node_types)
                _all(file, "edge", edges, edge_types)


def _graph_attributes(graph: nx.Graph, edges: list[_Row], timed: bool) -> dict[str, str]:
    attributes = {"mode": "dynamic", "timeformat": "date"} if timed else {"mode": "static"}
    if graph.is_directed() and edges:
        attributes["defaultedgetype"] = "directed"
    return attributes


def _meta(file: Any, description: str) -> None:
    with file.element(_tag("meta")):
        for name, text in (("creator", CREATOR), ("description", fit(description))):
            if text:
                with file.element(_tag(name)):
                    file.write(text)


def _declared(file: Any, owner: str, types: Mapping[str, ColumnType]) -> None:
    if not types:
        return
    with file.element(_tag("attributes"), {"class": owner, "mode": "static"}):
        for number, (name, kind) in enumerate(types.items()):
            declared = {"id": str(number), "title": fit(name), "type": kind.value}
            with file.element(_tag("attribute"), declared):
                pass


def _all(file: Any, name: str, rows: Iterable[_Row], types: Mapping[str, ColumnType]) -> None:
    numbers = {title: str(number) for number, title in enumerate(types)}
    with file.element(_tag(f"{name}s")):
        for row in rows:
            with file.element(_tag(name), row.own):
                _values(file, row.others, types, numbers)
                for element, attributes in _viz(row.looks):
                    with file.element(f"{{{VIZ}}}{element}", attributes):
                        pass


def _values(file: Any, others: Data, types: Mapping[str, ColumnType], numbers: Mapping[str, str]) -> None:
    known = ((n, written(v, types[n])) for n, v in others.items() if n in types)
    values = [(numbers[name], text) for name, text in known if text is not None]
    if values:
        with file.element(_tag("attvalues")):
            for number, text in values:
                with file.element(_tag("attvalue"), {"for": number, "value": text}):
                    pass


def _viz(looks: Data) -> Iterator[tuple[str, dict[str, str]]]:
    if "color" in looks:
        red, green, blue = (str(int(looks["color"][i : i + 2], 16)) for i in (1, 3, 5))
        yield "color", {"r": red, "g": green, "b": blue}
    if looks.keys() & set("xyz"):
        yield "position", {axis: repr(float(looks.get(axis, 0.0))) for axis in "xyz"}
    for name in ("size", "thickness"):
        if name in looks:
            yield name, {"value": repr(float(looks[name]))}


def _node(name: str, data: Data) -> _Row:
    label = plain(data.get("label"))
    own = {"id": name, "label": name if label is None else str(label)}
    return _parted(own, data, _NODE_LOOKS, {"label"})


def _edges(graph: nx.Graph, names: Mapping[Hashable, str]) -> Iterator[_Row]:
    kind_of_edge = "directed" if graph.is_directed() else "undirected"
    taken: dict[tuple[str, ...], int] = {}
    for number, (start, end, key, data) in enumerate(keyed_edges(graph)):
        ends = names[start], names[end]
        given = plain(key if data.get("kind") is None else data["kind"])
        kind = "" if given is None else str(given)
        kind = distinct(kind, ends if graph.is_directed() else tuple(sorted(ends)), taken)
        own = {"id": str(number), "source": ends[0], "target": ends[1], "type": kind_of_edge}
        own |= {"kind": kind} if kind else {}
        done = {"kind"}
        if (label := plain(data.get("label"))) is not None:
            own["label"] = str(label)
            done.add("label")
        weight = plain(data.get("weight"))
        if _number(weight) and float(weight) > 0:  # type: ignore[arg-type]
            own["weight"] = repr(float(weight))  # type: ignore[arg-type]
            done.add("weight")
        row = _parted(own, data, _EDGE_LOOKS, done)
        yield _Row(row.own, row.looks, {**row.others, "kind": kind}) if kind else row


def _parted(own: dict[str, str], data: Data, look_names: frozenset[str], done: set[str]) -> _Row:
    looks = {n: data[n] for n in look_names & data.keys() if _is_look(n, data[n])}
    spell = {n: str(plain(data[n])) for n in _SPELL if n in data and _is_day(data[n])}
    placed = {*looks, *spell, *done}
    taken: dict[tuple[str, ...], int] = {}
    others = {distinct(fit(str(n)), (), taken): v for n, v in data.items() if n not in placed}
    return _Row({**own, **spell}, looks, others)


def _is_look(name: str, value: Any) -> bool:
    if name == "color":
        return isinstance(value, str) and len(value) == 7 and value[0] == "#" and _is_hex(value[1:])
    given = plain(value)
    return _number(given) and (name in "xyz" or float(given) > 0)  # type: ignore[arg-type]


def _is_hex(digits: str) -> bool:
    return all(d in "0123456789abcdefABCDEF" for d in digits)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _is_day(value: Any) -> bool:
    given = plain(value)
    if not isinstance(given, str) or _DAY.fullmatch(given) is None:
        return False
    try:
        date.fromisoformat(given)
    except ValueError:
        return False
    return True


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
