"""Gephi Lite's reader takes the GEXF; it needs Node and the package graphology-gexf."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import networkx as nx
import pytest

from graphs.formats.columns import fit
from graphs.formats.gexf import write_gexf
from graphs.layout.place import laid_out
from tests.graphs.formats.strategies import HOSTILE

READER = """
const {MultiGraph} = require("graphology");
const gexf = require("graphology-gexf");
const graph = gexf.parse(MultiGraph, require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify({
  nodes: Object.fromEntries(graph.mapNodes((key, data) => [key, data])),
  edges: graph.mapEdges((key, data, source, target) => [source, target, data]),
  type: graph.type,
}));
"""


@pytest.fixture
def read(tmp_path):
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs Node")
    ready = subprocess.run([node, "-e", "require('graphology-gexf')"], capture_output=True, check=False)
    if ready.returncode:
        pytest.skip("needs npm install graphology graphology-gexf, and NODE_PATH set to its node_modules")

    def reading(graph):
        path = tmp_path / "graph.gexf"
        write_gexf(graph, path)
        done = subprocess.run(
            [node, "-e", READER], input=path.read_bytes(), capture_output=True, check=True, env=os.environ
        )
        return json.loads(done.stdout)

    return reading


def test_the_same_graph_with_its_looks(read):
    graph = nx.MultiDiGraph()
    graph.add_node("a", label="A", kind="claim", contested=2, score=0.5, color="#ff8000", size=4.0)
    graph.add_node("b", label="B", kind="source", start="2020-07-14")
    graph.add_edge("a", "b", key="contradicts", kind="contradicts", weight=2.0, color="#000000")
    graph.add_edge("a", "b", key="corroborates", kind="corroborates", weight=1.0)
    graph.add_edge("b", "a", key="said", kind="said")
    graph = laid_out(graph)
    found = read(graph)
    assert found["type"] == "directed"
    a = found["nodes"]["a"]
    assert (a["label"], a["kind"], a["contested"], a["score"]) == ("A", "claim", 2, 0.5)
    assert (a["color"], a["size"], a["x"]) == ("rgb(255,128,0)", 4, graph.nodes["a"]["x"])
    assert sorted((s, t, d["kind"], d.get("weight")) for s, t, d in found["edges"]) == [
        ("a", "b", "contradicts", 2),
        ("a", "b", "corroborates", 1),
        ("b", "a", "said", None),
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(text, read):
    graph = nx.MultiDiGraph()
    graph.add_node("a", label=text, words=text)
    found = read(graph)
    # It leaves an empty label out, and reads white space as XML does.
    assert " ".join(found["nodes"]["a"].get("label", "").split()) == " ".join(fit(text).split())


@pytest.mark.parametrize("kind", [nx.MultiGraph, nx.MultiDiGraph])
def test_an_empty_graph_is_a_graph(kind, read):
    assert read(kind())["nodes"] == {}
