"""What graphs cost: the writer of GEXF against that of networkx, and growth with the edges.

Ratios are printed with ``pytest -s``; both sides of one are timed in the same run.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from time import process_time

import networkx as nx
import pytest

from graphs.formats.gexf import write_gexf
from graphs.formats.svg import write_svg
from graphs.layout.place import laid_out

CLAIMS_OF_AN_ARTICLE = 15


def archive(articles: int, seed: int = 13) -> nx.MultiDiGraph:
    """A graph like that of an archive: claims in articles, by sources of which some speak often."""
    chance = random.Random(seed)
    graph = nx.MultiDiGraph()
    for article in range(articles):
        claims = [f"claim {article} {number}" for number in range(CLAIMS_OF_AN_ARTICLE)]
        for claim in claims:
            graph.add_node(claim, kind="claim", label=f"Statement of {claim}", size=8.0, contested=0)
            speaker = int(chance.paretovariate(0.6)) % (2 * articles)
            graph.add_edge(f"source {speaker}", claim, key="said", kind="said", thickness=1.0)
            graph.add_edge(claim, f"article {article}", key="in", kind="in", thickness=1.0)
        one, other = chance.sample(claims, 2)
        graph.add_edge(one, other, key="contradicts", kind="contradicts", weight=0.8, label="contradicts")
    return graph


def seconds(run: Callable[[], object], times: int = 3) -> float:
    """Of the processor, the best of several runs, because other programs may be at work."""
    best = float("inf")
    for _ in range(times):
        start = process_time()
        run()
        best = min(best, process_time() - start)
    return best


def without_keys(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """A copy that networkx's writer can write: it takes the key of an edge for its id."""
    found = nx.MultiDiGraph()
    found.add_nodes_from(graph.nodes(data=True))
    found.add_edges_from(graph.edges(data=True))
    return found


@pytest.mark.slow
def test_the_writer_of_gexf_is_not_slower_than_that_of_networkx(capsys):
    graph = archive(400)
    ours = seconds(lambda: write_gexf(graph, io.BytesIO()))
    plain = without_keys(graph)
    theirs = seconds(lambda: nx.write_gexf(plain, io.BytesIO(), version="1.2draft"))
    with capsys.disabled():
        print(
            f"\n{len(graph)} nodes, {graph.number_of_edges()} edges: {ours:.2f} s, networkx {theirs:.2f} s, "
            f"ratio {ours / theirs:.2f}"
        )
    assert ours < 1.5 * theirs


@pytest.mark.slow
@pytest.mark.parametrize("what", ["gexf", "layout", "svg"])
def test_time_grows_with_the_edges(what, capsys):
    run = {
        "gexf": lambda graph: write_gexf(graph, io.BytesIO()),
        "layout": laid_out,
        "svg": lambda graph: write_svg(graph, io.BytesIO()),
    }[what]
    small, large = (laid_out(archive(articles)) for articles in (100, 400))
    costs = [seconds(lambda g=graph: run(g), 2) / graph.number_of_edges() for graph in (small, large)]
    growth = costs[1] / costs[0]
    with capsys.disabled():
        print(
            f"\n{what}: {1e6 * costs[1]:.0f} µs an edge, {growth:.2f} times those of a quarter of the graph"
        )
    assert growth < 2
