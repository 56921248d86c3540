from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from claims.core.relation import Label
from claims.core.report import Report
from claims.core.source import Source, SourceKind
from claims.stance import relate
from graphs.build import claim_graph, node
from tests.stance.builders import articles, clock, sources, toll


@pytest.fixture
def report() -> Report:
    claims = [
        toll("a", "12", 12, 12, places=("Homs",), when=clock("at noon", 12), relays=("agency",)),
        toll("b", "17", 17, 17, places=("Homs",)),
    ]
    known = {**sources(*claims, a="North"), "agency": Source("agency", "Agency", SourceKind.MEDIA)}
    texts = articles(*claims, a=date(2024, 5, 2))
    stance = relate(claims, known, texts)
    return Report(
        tuple(texts.values()), tuple(known.values()), (), stance.claims, stance.events, stance.relations, ()
    )


def test_every_node_has_a_kind_and_a_label(report: Report) -> None:
    graph = claim_graph(report)
    kinds = [data["kind"] for _, data in graph.nodes(data=True)]
    assert sorted(set(kinds)) == ["article", "claim", "event", "source"]
    assert all(data["label"] for _, data in graph.nodes(data=True))
    assert kinds.count("claim") == 2


def test_edges_say_who_said_what_where_and_about_what(report: Report) -> None:
    graph = claim_graph(report)
    claim = node("claim", "a")
    assert graph.has_edge(node("source", "source a"), claim, key="said")
    assert graph.has_edge(node("source", "agency"), claim, key="relayed")
    assert graph.has_edge(claim, node("article", "article a"), key="in")
    assert graph.has_edge(claim, node("event", "e1"), key="about")


def test_relation_is_an_edge_with_its_grounds(report: Report) -> None:
    edge = claim_graph(report).edges[node("claim", "a"), node("claim", "b"), Label.CONTRADICTS.value]
    assert edge["kind"] == edge["label"] == "contradicts"
    assert edge["slot"] == "count"
    assert 0 < edge["score"] <= 1
    assert "both cannot be true" in edge["reasons"]


def test_all_attributes_are_plain_and_none_is_empty(report: Report) -> None:
    graph = claim_graph(report)
    rows = [data for _, data in graph.nodes(data=True)] + [data for *_, data in graph.edges(data=True)]
    values = [value for row in rows for value in row.values()]
    assert {type(value) for value in values} <= {str, int, float, bool}
    assert "" not in values
    assert graph.nodes[node("article", "article a")]["published"] == "2024-05-02"
    assert "published" not in graph.nodes[node("article", "article b")]
    assert graph.nodes[node("source", "source a")]["party"] == "North"


def test_a_claim_of_an_unknown_source_makes_no_node_without_a_kind(report: Report) -> None:
    graph = claim_graph(replace(report, sources=()))
    assert all("kind" in data for _, data in graph.nodes(data=True))
    assert not any(kind == "said" for *_, kind in graph.edges(keys=True))
