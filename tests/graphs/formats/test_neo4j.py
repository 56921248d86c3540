"""CSV for Neo4j: the same rows again, under headers with a type each."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings

from graphs.formats.columns import fit, plain
from graphs.formats.neo4j import NODES, RELATIONSHIPS, write_neo4j
from tests.graphs.formats.strategies import HOSTILE, graphs

READ = {"int": int, "long": int, "double": float, "boolean": lambda t: t == "true", "string": str}


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def written(graph):
    with tempfile.TemporaryDirectory() as folder:
        write_neo4j(graph, Path(folder))
        return rows(Path(folder) / NODES), rows(Path(folder) / RELATIONSHIPS)


def values(row):
    typed = [(name.rsplit(":", 1), text) for name, text in row.items() if not name.startswith(":") and text]
    return {name: READ[kind](text) for (name, kind), text in typed}


def known(data):
    return {name: plain(value) for name, value in data.items() if plain(value) not in {None, ""}}


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_whatever_graph_goes_in_comes_back(graph):
    nodes, edges = written(graph)
    assert {row[":ID"]: values(row) for row in nodes} == {n: known(d) for n, d in graph.nodes(data=True)}
    found = [(row[":START_ID"], row[":END_ID"], row[":TYPE"], values(row)) for row in edges]
    assert found == [(a, b, d["kind"].upper(), known(d)) for a, b, d in graph.edges(data=True)]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text):
    graph = nx.DiGraph()
    graph.add_node("a", label=text)
    ((row,), _) = written(graph)
    assert row["label:string"] == fit(text)


def test_labels_and_types_are_names_of_neo4j():
    graph = nx.DiGraph()
    graph.add_node("a", kind="news article", **{"a:b": 1, "a_b": 2})
    graph.add_node("b")
    graph.add_edge("a", "b", kind="is about")
    graph.add_edge("b", "a")
    nodes, edges = written(graph)
    assert [row[":LABEL"] for row in nodes] == ["NewsArticle", "Node"]
    assert [row[":TYPE"] for row in edges] == ["IS_ABOUT", "LINKED"]
    assert (nodes[0]["a_b:int"], nodes[0]["a_b 2:int"]) == ("1", "2")


def test_an_empty_graph_has_headers():
    with tempfile.TemporaryDirectory() as folder:
        write_neo4j(nx.MultiDiGraph(), Path(folder) / "new")
        assert (Path(folder) / "new" / NODES).read_text().strip() == ":ID,:LABEL"
        assert (Path(folder) / "new" / RELATIONSHIPS).read_text().strip() == ":START_ID,:END_ID,:TYPE"
