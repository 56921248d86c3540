"""What Gephi gets: valid by the schema, and the same graph when it is read again."""

from __future__ import annotations

import io
import math
from datetime import date

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from lxml import etree

from graphs.formats.columns import fit, plain
from graphs.formats.gexf import NAMESPACE, VIZ, write_gexf
from tests.graphs.formats.strategies import HOSTILE, graphs

NS = {"g": NAMESPACE, "viz": VIZ}


def text_of(graph, **more):
    stream = io.BytesIO()
    write_gexf(graph, stream, **more)
    return stream.getvalue()


def read(graph):
    return nx.read_gexf(io.BytesIO(text_of(graph)))


def tree(graph):
    return etree.fromstring(text_of(graph))


def known(data):
    return {k: plain(v) for k, v in data.items() if v is not None}


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_whatever_graph_goes_in_comes_back(graph):
    found = read(graph)
    assert found.is_directed() == graph.is_directed() or not graph.number_of_edges()
    assert set(found) == set(graph)
    for node, data in graph.nodes(data=True):
        wanted = known(data)
        wanted.setdefault("label", node)
        assert dict(found.nodes[node]) == wanted
    ends = (lambda a, b: (a, b)) if graph.is_directed() else (lambda a, b: tuple(sorted((a, b))))
    wanted_edges = {(*ends(a, b), d["kind"]): known(d) for a, b, d in graph.edges(data=True)}
    found_edges = {
        (*ends(a, b), d["kind"]): {k: v for k, v in d.items() if k != "id"}
        for a, b, d in found.edges(data=True)
    }
    assert found_edges == wanted_edges


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text):
    graph = nx.MultiDiGraph()
    graph.add_node("a", label=text, words=text)
    graph.add_node(text)
    graph.add_edge("a", text, key=text, kind=text, label=text, **{text or "name": text})
    found = read(graph)
    assert found.nodes["a"]["label"] == found.nodes["a"]["words"] == fit(text)
    assert len(found) == 2
    ((*_, data),) = found.edges(data=True)
    assert data.get("kind", "") == data["label"] == data[fit(text)] == fit(text)


def circle():
    found = {}
    found["self"] = found
    return found


@pytest.mark.parametrize(
    "value",
    [
        {1: "a", "b": 2},
        {(1, 2): 3},
        circle(),
        10**400,
        -(10**5000),
        np.longdouble(1),
        {1, "a"},
        object(),
        math.inf,
    ],
    ids=range(9),
)
def test_hostile_values_are_written_as_text(value):
    graph = nx.DiGraph()
    graph.add_node("a", given=value, x=value, z=2, start="2020-W01-1")
    graph.add_edge("a", "b", weight=value)
    found = tree(graph)
    assert found.find(".//viz:position", NS).get("z") == "2.0"
    assert found.find(".//g:node", NS).get("start") is None


def test_names_that_are_written_alike_stay_two():
    graph = nx.MultiDiGraph()
    graph.add_node("a", **{"n\x00": 1, "n": 2})
    graph.add_edge("a", "a", key="said", kind=None)
    titles = [a.get("title") for a in tree(graph).findall(".//g:attribute", NS)]
    assert titles[:2] == ["n", "n 2"]
    assert tree(graph).find(".//g:edge", NS).get("kind") == "said"


def test_parallel_edges_stay_apart_whatever_their_kinds():
    graph = nx.MultiDiGraph()
    for score in (0.5, 0.7):
        graph.add_edge("a", "b", kind="contradicts", score=score)
    graph.add_edge("a", "b", kind="corroborates")
    edges = tree(graph).findall(".//g:edge", NS)
    assert [e.get("kind") for e in edges] == ["contradicts", "contradicts 2", "corroborates"]
    assert {e.get("type") for e in edges} == {"directed"}
    assert len({e.get("id") for e in edges}) == 3


def test_two_undirected_edges_of_one_kind_count_as_parallel_either_way():
    graph = nx.MultiGraph()
    graph.add_edge("a", "b", kind="x")
    graph.add_edge("b", "a", kind="x")
    assert [e.get("kind") for e in tree(graph).findall(".//g:edge", NS)] == ["x", "x 2"]


def test_looks_times_and_weights_have_their_places():
    graph = nx.DiGraph()
    graph.add_node("a", color="#ff8000", x=1.5, y=-2, size=np.float32(3), start=date(2020, 7, 14), label="A")
    graph.add_node("b", color="red", x="left", start="soon", size=0)
    graph.add_edge("a", "b", weight=0, thickness=2, end="2020-07-15")
    found = tree(graph)
    assert found.find("g:graph", NS).get("timeformat") == "date"
    a, b = found.findall(".//g:node", NS)
    assert dict(a.find("viz:color", NS).attrib) == {"r": "255", "g": "128", "b": "0"}
    assert dict(a.find("viz:position", NS).attrib) == {"x": "1.5", "y": "-2.0", "z": "0.0"}
    assert a.find("viz:size", NS).get("value") == "3.0" and a.get("start") == "2020-07-14"
    assert b.find("viz:color", NS) is None and b.get("start") is None
    # What does not fit there is kept as an attribute.
    back = read(graph).nodes["b"]
    assert (back["color"], back["x"], back["start"], back["size"]) == ("red", "left", "soon", 0)
    (edge,) = found.findall(".//g:edge", NS)
    assert edge.get("weight") is None and edge.get("end") == "2020-07-15"
    assert read(graph).edges["a", "b"]["weight"] == 0


def test_columns_have_one_type_and_numbers_of_numpy_count():
    graph = nx.Graph()
    graph.add_node(1, n=np.int64(4), mixed=1, both=1, nan=math.nan)
    graph.add_node("1", n=2, mixed="one", both=2.5, names=["a", "b"])
    found = tree(graph)
    declared = {a.get("title"): a.get("type") for a in found.findall(".//g:attribute", NS)}
    assert declared == {
        "n": "integer",
        "mixed": "string",
        "both": "double",
        "nan": "string",
        "names": "string",
    }
    back = read(graph)
    assert back.nodes["1"]["both"] == 1.0 and back.nodes["1 2"]["names"] == "a; b"


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_an_empty_graph_is_a_graph(kind):
    assert len(read(kind())) == 0


def test_the_shape_of_the_file():
    """What the official schema asks for, in short, where it is not at hand."""
    graph = nx.MultiDiGraph()
    graph.add_edge("a", "b", kind="said", score=1.0)
    found = etree.fromstring(text_of(graph, description="Ariha"))
    assert found.tag == f"{{{NAMESPACE}}}gexf" and found.get("version") == "1.3"
    assert [etree.QName(c).localname for c in found] == ["meta", "graph"]
    parts = [etree.QName(c).localname for c in found[1]]
    assert parts == ["attributes", "nodes", "edges"]
    assert found.find(".//g:description", NS).text == "Ariha"


@pytest.mark.shared
@settings(max_examples=60, deadline=None)
@given(graph=graphs())
def test_the_official_schema_accepts_it(graph, schema):
    schema.assertValid(etree.fromstring(text_of(graph)))


@pytest.mark.shared
def test_the_official_schema_accepts_looks_and_hostile_text(schema):
    graph = nx.MultiDiGraph()
    graph.add_node("a", color="#ff8000", x=1.5, y=-2, size=3, start=date(2020, 7, 14), label=HOSTILE[0])
    graph.add_edge("a", "b", kind=HOSTILE[2], weight=2, color="#000000", thickness=1, start="2020-07-15")
    schema.assertValid(etree.fromstring(text_of(graph)))


@pytest.fixture(scope="module")
def schema(data_folder):
    return etree.RelaxNG(etree.parse(data_folder / "data" / "gexf" / "gexf.rng"))
