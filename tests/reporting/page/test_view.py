"""What a page shows, before any template."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from claims.core.report import Report
from claims.reporting.page.view import View, view
from claims.reporting.sanitise import is_safe


@pytest.fixture(scope="module")
def shown(report: Report) -> View:
    return view(report)


def test_disputes_have_their_sides_in_the_words_of_the_sources(shown: View) -> None:
    first = shown.disputes[0]
    assert first.text == "How many Talvan soldiers were hurt near Sarn?"
    assert [(a.letter, a.position) for a in first.answers] == [("A", "None"), ("B", "Some")]
    quote = first.answers[0].speakers[0].quotes[0]
    assert (quote.text, quote.where, quote.anchor) == ("none of its soldiers were hurt", "a1:230–260", "c2")


def test_a_chart_has_points_and_open_ranges(shown: View) -> None:
    none, some = shown.charts[0].bars
    assert none.point and not some.point
    assert some.open and some.end == 94
    assert (none.letter, some.letter) == ("A", "B")
    assert none.when == "8 May 2024"


def test_the_earliest_figure_comes_first(shown: View) -> None:
    assert [bar.when for bar in shown.charts[-1].bars] == ["7 May 2024", "8 May 2024"]
    assert shown.charts[-1].anchor is None


def test_the_matrix_counts_pairs_by_label(shown: View) -> None:
    rows = {row.badge.source: row for row in shown.matrix.rows}
    columns = [badge.source for badge in shown.matrix.columns]
    group = rows["s1"].cells[columns.index("s2")]
    assert group is not None
    assert dict(group.counts) == {"contradicts": 1, "differs": 1, "corroborates": 1}
    assert group is rows["s2"].cells[columns.index("s1")]
    assert rows["s1"].cells[columns.index("s7")] is None


def test_updates_are_no_matter_of_the_matrix(shown: View) -> None:
    labels = {pair.label for group in shown.matrix.groups for pair in group.pairs}
    assert labels == {"contradicts", "differs", "corroborates"}


def test_a_card_tells_how_it_was_said_and_what_it_is_linked_with(shown: View) -> None:
    card = shown.cards[2]
    assert card["who"] == "Talvan officials"
    assert card["facts"] == ["indirect speech", "via Newswire", "a1:230–260"]
    assert [link["label"] for link in card["links"]] == ["contradicts", "differs"]
    assert shown.cards[11]["stance"] == "denies"
    assert "uncertain 0.42" in shown.cards[12]["facts"]


def test_the_graph_has_a_place_for_every_node_and_ends_for_every_edge(shown: View) -> None:
    sources, claims = shown.networks
    for network in (sources, claims):
        ids = {node["id"] for node in network["nodes"]}
        assert {end for edge in network["edges"] for end in (edge["source"], edge["target"])} <= ids
        assert len({(node["x"], node["y"]) for node in network["nodes"]}) == len(ids)
    assert sources["left_out"] == 6
    assert {node["kind"] for node in claims["nodes"]} == {"source", "claim"}


def test_all_words_of_the_data_are_safe_to_show(shown: View) -> None:
    for line in json.dumps([shown.cards, shown.networks], ensure_ascii=False, indent=0).splitlines():
        assert is_safe(line.strip())


def test_the_same_report_makes_the_same_view(report: Report) -> None:
    assert view(report) == view(replace(report))
