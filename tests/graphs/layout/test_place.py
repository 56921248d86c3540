"""A layout is the same for the same seed, covers nothing, and costs what the graph is large."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tracemalloc

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphs.layout.captions import ALL, captions
from graphs.layout.islands import LARGEST, islands
from graphs.layout.place import diameter, laid_out, positions

LABELS = st.text(max_size=40)


@st.composite
def labelled_graphs(draw):
    graph = nx.MultiDiGraph()
    count = draw(st.integers(0, 30))
    for node in range(count):
        size = draw(st.floats(1, 48))
        graph.add_node(node, label=draw(LABELS), size=size)
    if count:
        ends = st.integers(0, count - 1)
        graph.add_edges_from(draw(st.lists(st.tuples(ends, ends), max_size=60)))
    return graph


def rooms(graph):
    """The rectangles that nodes with their captions take."""
    written = captions(graph)
    found = []
    for key, (x, y) in positions(graph).items():
        size = diameter(graph.nodes[key])
        caption = written.get(key)
        wide = max(size, caption.width) if caption else size
        below = size / 2 + (caption.height if caption else 0)
        found.append((x - wide / 2, y - below, x + wide / 2, y + size / 2))
    return found


def overlapping(found):
    inside = 0.02  # positions are rounded
    return [
        (one, other)
        for number, one in enumerate(found)
        for other in found[number + 1 :]
        if min(one[2], other[2]) - max(one[0], other[0]) > inside
        and min(one[3], other[3]) - max(one[1], other[1]) > inside
    ]


@settings(max_examples=60, deadline=None)
@given(labelled_graphs())
def test_nothing_covers_anything(graph):
    assert overlapping(rooms(graph)) == []


@settings(max_examples=30, deadline=None)
@given(labelled_graphs(), st.integers(0, 2**31))
def test_one_seed_is_one_layout(graph, seed):
    found = positions(graph, seed)
    assert found == positions(graph.copy(), seed)
    assert set(found) == set(graph)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in found.values())


def story(number):
    """Articles of some claims each, and sources that speak in many of them."""
    graph = nx.MultiDiGraph()
    for article in range(number):
        for claim in range(15):
            key = f"claim {article} {claim}"
            graph.add_edge(key, f"article {article}", kind="in")
            graph.add_edge(f"source {(article * claim) % (number // 4 + 1)}", key, kind="said")
    return graph


def test_a_graph_of_many_islands_covers_nothing_either():
    graph = story(60)
    assert len(graph) > 2 * LARGEST
    assert overlapping(rooms(graph)) == []


@pytest.mark.parametrize(
    "graph",
    [
        nx.star_graph(3 * LARGEST),
        nx.path_graph(3 * LARGEST),
        nx.complete_graph(60),
        nx.empty_graph(500),
        story(40),
    ],
    ids=["star", "path", "complete", "no edges", "story"],
)
def test_islands_are_small_and_hold_every_node_once(graph):
    simple = nx.Graph(graph.edges(), weight=1)
    simple.add_nodes_from(graph)
    found = islands(simple, 13)
    assert sorted(map(str, (key for part in found for key in part))) == sorted(map(str, graph))
    assert max(map(len, found), default=0) <= LARGEST


def test_linked_nodes_are_near_each_other():
    graph = nx.disjoint_union_all([nx.complete_graph(5) for _ in range(4)])
    where = positions(graph)
    far = max(math.dist(where[a], where[b]) for a, b in graph.edges())
    between = min(math.dist(where[a], where[b]) for a in range(5) for b in range(5, 20))
    assert far < 4 * between


def test_memory_grows_with_the_edges():
    peaks = []
    for number in (40, 120):
        graph = story(number)
        tracemalloc.start()
        positions(graph)
        peaks.append(tracemalloc.get_traced_memory()[1] / graph.number_of_edges())
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]


def test_a_large_graph_has_its_most_telling_nodes_labelled():
    graph = nx.star_graph(2 * ALL)
    graph.add_node("d", kind="disagreement", label="How many?")
    graph.add_edge("d", 5)
    written = captions(graph)
    assert len(written) == ALL
    assert {"d", 0} <= set(written)


def test_the_graph_that_was_given_stays_as_it_was():
    graph = nx.path_graph(3)
    laid_out(graph)
    assert all(not data for _, data in graph.nodes(data=True))


def test_another_run_of_the_program_gives_the_same_layout():
    code = (
        "from tests.graphs.layout.test_place import story; from graphs.layout.place import positions; "
        "print(hash(tuple(x for spot in positions(story(40)).values() for x in spot)))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] != ""
