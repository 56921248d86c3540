"""SVG and PNG: well-formed, all there, and no text over another."""

from __future__ import annotations

import builtins
import io
import struct

import networkx as nx
import pytest
from hypothesis import given, settings
from lxml import etree

from claims.core.errors import MissingExtraError
from graphs.formats.columns import fit
from graphs.formats.png import LONGEST_SIDE, write_png
from graphs.formats.svg import NAMESPACE, write_svg
from tests.graphs.formats.strategies import HOSTILE, graphs

NS = {"s": NAMESPACE}


def drawn(graph):
    stream = io.BytesIO()
    size = write_svg(graph, stream, "A graph")
    return etree.fromstring(stream.getvalue(), etree.XMLParser(huge_tree=True)), size


def described(tree, name):
    return [e.findtext("s:title", namespaces=NS) for e in tree.findall(f"s:{name}", NS) if len(e)]


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_every_node_and_edge_is_drawn(graph):
    tree, (width, height) = drawn(graph)
    assert len(described(tree, "circle")) == graph.number_of_nodes()
    assert len(described(tree, "path")) == graph.number_of_edges()
    left, top, wide, high = map(float, tree.get("viewBox").split())
    assert (wide, high) == pytest.approx((width, height), abs=0.01)
    for circle in tree.findall("s:circle", NS):
        assert left <= float(circle.get("cx")) <= left + wide
        assert top <= float(circle.get("cy")) <= top + high


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text):
    graph = nx.MultiDiGraph()
    graph.add_node("a", label=text, kind="claim", party=text, color='"/><script>')
    graph.add_edge("a", "b", kind="contradicts", label=text)
    tree, _ = drawn(graph)
    assert not tree.findall(".//{*}script")
    assert f"claim: {fit(text)} ({fit(text)})" in described(tree, "circle")


def test_parallel_edges_are_apart_and_a_loop_is_seen():
    graph = nx.MultiDiGraph()
    graph.add_edges_from([("a", "b"), ("b", "a"), ("a", "b"), ("a", "a")])
    tree, _ = drawn(graph)
    paths = [e.get("d") for e in tree.findall("s:path", NS)]
    assert len(set(paths)) == 4
    assert sum("Q" in path for path in paths) == 2 and sum("C" in path for path in paths) == 1


def test_relations_differ_in_more_than_colour():
    graph = nx.MultiDiGraph()
    for kind in ("contradicts", "differs", "updates", "repeats"):
        graph.add_edge("a", "b", key=kind, kind=kind, label=kind, color="#000000")
    tree, _ = drawn(graph)
    edges = [e for e in tree.findall("s:path", NS) if len(e)]
    assert len({e.get("stroke-dasharray") for e in edges}) == 4
    words = [e.text for e in tree.findall("s:text", NS)]
    assert {"contradicts", "differs", "updates", "repeats"} <= set(words)


def test_an_empty_graph_is_a_picture():
    tree, _ = drawn(nx.MultiDiGraph())
    assert tree.findtext("s:title", namespaces=NS) == "A graph"


def test_png_has_the_size_of_the_drawing_up_to_a_limit():
    pytest.importorskip("resvg_py")
    for graph in (nx.path_graph(2), nx.path_graph(1500)):
        stream = io.BytesIO()
        write_png(graph, stream)
        data = stream.getvalue()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        width, height = struct.unpack(">II", data[16:24])
        assert 10 < max(width, height) <= LONGEST_SIDE


def test_a_missing_library_says_what_to_install(monkeypatch):
    load = builtins.__import__

    def without(name, *rest, **more):
        if name == "resvg_py":
            raise ImportError(name)
        return load(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtraError, match=r'pip install "claims\[png\]"'):
        write_png(nx.path_graph(2), io.BytesIO())
