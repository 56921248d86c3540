"""GraphML: the same graph when networkx reads it again."""

from __future__ import annotations

import io
import math
from datetime import date

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from graphs.formats.columns import fit, plain
from graphs.formats.graphml import write_graphml
from tests.graphs.formats.strategies import HOSTILE, graphs


def read(graph):
    stream = io.BytesIO()
    write_graphml(graph, stream, "A graph")
    stream.seek(0)
    return nx.read_graphml(stream, force_multigraph=True)


def known(data):
    return {name: plain(value) for name, value in data.items() if value is not None}


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_whatever_graph_goes_in_comes_back(graph):
    found = read(graph)
    assert found.is_directed() == graph.is_directed()
    assert {node: dict(data) for node, data in found.nodes(data=True)} == {
        node: known(data) for node, data in graph.nodes(data=True)
    }
    wanted = [(a, b, known(data)) for a, b, data in graph.edges(data=True)]
    back = {key: (a, b, dict(data)) for a, b, key, data in found.edges(keys=True, data=True)}
    for number, (a, b, data) in enumerate(wanted):
        start, end, given_ = back[f"e{number}"]
        assert given_ == data
        assert {start, end} == {a, b}
        assert graph.is_directed() is False or (start, end) == (a, b)
    assert len(back) == len(wanted)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text):
    graph = nx.MultiDiGraph()
    graph.add_node("a", label=text)
    graph.add_edge("a", "a", key=text, kind=text, words=text)
    found = read(graph)
    # XML reads every line break as one character.
    assert found.nodes["a"]["label"] == fit(text)
    ((*_, data),) = found.edges(data=True)
    assert data["words"] == fit(text)


def test_values_that_networkx_refuses_are_written():
    graph = nx.DiGraph()
    graph.add_node(1, day=date(2020, 7, 14), none=None, number=np.int64(4), both=1, names=["a", "b"])
    graph.add_node("1", both=2.5, share=math.inf)
    found = read(graph)
    assert found.nodes["1"] == {"day": "2020-07-14", "number": 4, "both": 1.0, "names": "a; b"}
    assert found.nodes["1 2"] == {"both": 2.5, "share": "inf"}


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_an_empty_graph_is_a_graph(kind):
    assert len(read(kind())) == 0
