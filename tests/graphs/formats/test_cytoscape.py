"""Cytoscape's JSON: the same graph again, and nothing that JSON does not know."""

from __future__ import annotations

import io
import json
import math

import networkx as nx
import pytest
from hypothesis import given, settings

from graphs.formats.columns import fit, plain
from graphs.formats.cytoscape import as_elements, write_cytoscape
from tests.graphs.formats.strategies import HOSTILE, graphs


def read(graph):
    stream = io.BytesIO()
    write_cytoscape(graph, stream, "A graph")
    return json.loads(stream.getvalue())


def known(data):
    return {name: plain(value) for name, value in data.items() if value is not None}


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_whatever_graph_goes_in_comes_back(graph):
    found = nx.cytoscape_graph(read(graph))
    assert type(found) is type(graph)
    for node, data in graph.nodes(data=True):
        own = {"id": node, "value": node, "name": str(data.get("label") or node)}
        got = found.nodes[node].items()
        assert {n: v for n, v in got if n not in own} == known(data)
    wanted = [known(data) for *_, data in graph.edges(data=True)]
    back = {key: data for *_, key, data in found.edges(keys=True, data=True)}
    ends = {"id", "source", "target", "key"}
    assert [{n: v for n, v in back[f"e{i}"].items() if n not in ends} for i in range(len(wanted))] == wanted


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text):
    graph = nx.MultiDiGraph()
    graph.add_node("a", label=text)
    assert read(graph)["elements"]["nodes"][0]["data"]["label"] == fit(text)


def test_names_that_cytoscape_needs_are_its_own():
    graph = nx.MultiDiGraph()
    graph.add_node("a", id="x", name="y")
    graph.add_edge("a", "a", source="Reuters", target="b")
    found = read(graph)["elements"]
    assert found["nodes"][0]["data"]["id"] == "a"
    assert found["nodes"][0]["data"]["id 2"] == "x"
    assert found["edges"][0]["data"]["source"] == "a"
    assert found["edges"][0]["data"]["source 2"] == "Reuters"


def test_positions_grow_downwards_and_infinity_is_text():
    graph = nx.Graph()
    graph.add_node("a", x=1.0, y=2.0, share=math.inf)
    (node,) = as_elements(graph)["elements"]["nodes"]
    assert node["position"] == {"x": 1.0, "y": -2.0}
    assert node["data"]["share"] == "inf"


def test_an_empty_graph_is_a_graph():
    assert read(nx.MultiDiGraph())["elements"] == {"nodes": [], "edges": []}
