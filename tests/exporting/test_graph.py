"""GEXF: the claim graph, with where each disagreement stands."""

from __future__ import annotations

import io
from dataclasses import replace

import networkx as nx

from claims.core.review import Grade, Item, ItemKind, Standing
from claims.exporting.graph_format import gexf_bytes
from tests.exporting.builders import settled


def nodes(findings):
    return dict(nx.read_gexf(io.BytesIO(gexf_bytes(findings))).nodes(data=True))


def test_disagreements_carry_what_was_decided(findings):
    found = nodes(settled(findings, "d1", "a2.c3"))
    assert found["disagreement:d1"]["verdict"] == "confirmed"
    assert found["disagreement:d1"]["supported"] == "the Hill Front"
    assert found["disagreement:d1"]["evidence"] == "https://archive.example/1"
    assert found["disagreement:d2"]["state"] == "suggested" and "verdict" not in found["disagreement:d2"]
    assert len(found) == sum(
        map(
            len,
            (
                findings.report.articles,
                findings.report.sources,
                findings.report.claims,
                findings.report.events,
                findings.report.disagreements,
            ),
        )
    )


def test_events_carry_their_grade(findings):
    item = Item(ItemKind.EVENT, "e1")
    graded = [
        replace(d, event_standing=Standing(item, grade=Grade.FAIR)) if d.event else d
        for d in findings.disputes
    ]
    assert any(d.event for d in findings.disputes)
    assert nodes(replace(findings, disputes=tuple(graded)))["event:e1"]["grade"] == "fair"


def test_a_rejected_one_that_the_report_leaves_out_is_no_node(findings):
    report = replace(findings.report, disagreements=findings.report.disagreements[1:])
    assert "disagreement:d1" not in nodes(replace(settled(findings, "d1", None), report=report))
