from __future__ import annotations

from dataclasses import replace
from datetime import date

import networkx as nx
import pytest

from claims.core.claim import Claim
from claims.core.relation import Kind, Label, Relation
from claims.core.report import Report
from claims.core.source import Source, SourceKind
from graphs.build import node
from graphs.options import View
from graphs.palette import FURTHER_PARTY, NO_PARTY, PARTIES, RELATIONS, party_colours
from graphs.views import claims_view, shortened, sources_view, view_of
from tests.graphs.builders import relation, report_of, said


@pytest.fixture
def report() -> Report:
    """North and South on one toll, on two days; an agency corroborates South."""
    claims = [said("a", "north"), said("b", "south"), said("c", "agency", "south"), said("d", "north")]
    sources = [
        Source("north", "Northern army", SourceKind.MILITARY, "North"),
        Source("south", "Southern army", SourceKind.MILITARY, "South"),
        Source("agency", "Agency", SourceKind.MEDIA),
    ]
    relations = [
        relation("a", "b", Label.CONTRADICTS, Kind.COUNT, 0.9),
        relation("d", "b", Label.CONTRADICTS, Kind.BLAME, 0.5),
        relation("b", "c", Label.CORROBORATES, Kind.COUNT, 0.8),
        relation("a", "d", Label.CONTRADICTS, Kind.COUNT, 0.4),
    ]
    days = {"a": date(2024, 5, 2), "b": date(2024, 5, 4), "c": date(2024, 5, 9)}
    return report_of(claims, sources, relations, days)


def test_both_views_by_name(report: Report) -> None:
    assert nx.utils.graphs_equal(view_of(report, View.CLAIMS), claims_view(report))
    assert nx.utils.graphs_equal(view_of(report, View.SOURCES), sources_view(report))


def test_every_node_and_edge_has_its_looks(report: Report) -> None:
    for graph in (claims_view(report), sources_view(report)):
        for _, data in graph.nodes(data=True):
            assert {"kind", "label", "color", "size", "contested", "differing", "corroborated"} <= data.keys()
        for *_, data in graph.edges(data=True):
            assert {"kind", "color", "thickness"} <= data.keys()


def test_every_attribute_has_one_type(report: Report) -> None:
    for graph in (claims_view(report), sources_view(report)):
        for rows in (graph.nodes(data=True), graph.edges(data=True)):
            types: dict[str, set[type]] = {}
            for *_, data in rows:
                for name, value in data.items():
                    types.setdefault(name, set()).add(type(value))
            assert all(len(kinds) == 1 for kinds in types.values()), types
            assert set().union(*types.values()) <= {str, int, float, bool}


def test_parties_and_relations_have_colours(report: Report) -> None:
    graph = claims_view(report)
    colour = {key: data["color"] for key, data in graph.nodes(data=True)}
    assert colour[node("source", "north")] == colour[node("claim", "a")] == PARTIES[0]
    assert colour[node("source", "south")] == colour[node("claim", "b")] == PARTIES[1]
    assert colour[node("source", "agency")] == NO_PARTY
    edge = graph.edges[node("claim", "a"), node("claim", "b"), "contradicts"]
    assert (edge["color"], edge["label"]) == (RELATIONS[Label.CONTRADICTS], "contradicts")


def test_what_is_contested_is_larger(report: Report) -> None:
    nodes = claims_view(report).nodes
    assert [nodes[node("claim", c)]["contested"] for c in "abcd"] == [2, 2, 0, 2]
    assert nodes[node("claim", "b")]["corroborated"] == 1
    assert nodes[node("claim", "a")]["size"] > nodes[node("claim", "c")]["size"]
    # The contradiction within one source counts once.
    assert nodes[node("source", "north")]["contested"] == 3


def test_days_for_the_timeline(report: Report) -> None:
    graph = claims_view(report)
    assert (graph.nodes[node("claim", "b")]["start"], graph.nodes[node("claim", "b")]["end"]) == (
        "2024-05-04",
        "2024-05-09",
    )
    assert graph.nodes[node("source", "south")]["start"] == "2024-05-04"
    assert graph.edges[node("claim", "a"), node("claim", "b"), "contradicts"]["start"] == "2024-05-04"
    assert "start" not in graph.nodes[node("claim", "d")]
    pair = sources_view(report).edges[node("source", "agency"), node("source", "south"), "corroborates"]
    assert pair["start"] == "2024-05-09"


def test_an_edge_of_sources_is_as_heavy_as_often_it_is_so(report: Report) -> None:
    graph = sources_view(report)
    edge = graph.edges[node("source", "north"), node("source", "south"), "contradicts"]
    assert (edge["weight"], edge["score"], edge["slots"]) == (2, 0.9, "count; blame")
    assert graph.number_of_edges() == 2
    north = graph.nodes[node("source", "north")]
    assert (north["claims"], north["community"], north["against_itself"]) == (2, "North", 1)
    assert graph.nodes[node("source", "agency")]["community"] == "no party"


def test_two_relations_of_a_pair_with_one_label_stay_two(report: Report) -> None:
    more = Relation("again", "a", "b", Label.CONTRADICTS, Kind.TIME, 0.3, ("why",))
    graph = claims_view(replace(report, relations=(*report.relations, more)))
    between = graph.get_edge_data(node("claim", "a"), node("claim", "b"))
    assert {data["slot"] for data in between.values()} == {"count", "time"}
    assert {data["kind"] for data in between.values()} == {"contradicts"}


def test_a_label_is_short_and_the_statement_whole(report: Report) -> None:
    long = replace(report.claims[0], statement="So many words. " * 700)
    data = claims_view(replace(report, claims=(long, *report.claims[1:]))).nodes[node("claim", "a")]
    assert len(data["label"]) <= 60 and data["label"].endswith("…")
    assert data["statement"] == long.statement
    assert shortened("x" * 10_000, 10) == "xxxxxxxxx…"


def test_a_report_with_gaps_is_a_graph(report: Report) -> None:
    claim: Claim = replace(report.claims[0], source="unknown", article="unknown", event="unknown")
    gaps = replace(report, claims=(claim, *report.claims[1:]), articles=())
    assert node("claim", "a") in claims_view(gaps)
    assert node("source", "unknown") not in sources_view(gaps)


def test_many_parties_share_a_colour() -> None:
    colours = party_colours([f"party {n}" for n in range(12)])
    assert len({*colours.values()}) == len(PARTIES) + 1
    assert colours["party 11"] == FURTHER_PARTY
