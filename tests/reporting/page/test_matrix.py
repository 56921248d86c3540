"""The order of sources in the matrix."""

from __future__ import annotations

from claims.reporting.page.matrix import MOST_SOURCES
from claims.reporting.page.view import view
from tests.reporting.page.made_up import many_articles


def test_those_most_at_odds_have_a_row_and_the_rest_are_counted() -> None:
    matrix = view(many_articles(60)).matrix
    shown = {badge.source for badge in matrix.columns}
    at_odds = {
        badge.source
        for group in matrix.groups
        if "contradicts" in group.counts
        for badge in (group.one, group.other)
    }
    everybody = {badge.source for group in matrix.groups for badge in (group.one, group.other)}
    assert len(shown) == MOST_SOURCES
    assert shown <= at_odds
    assert matrix.further == len(everybody) - MOST_SOURCES


def test_sources_stand_next_to_those_they_have_to_do_with() -> None:
    matrix = view(many_articles(8)).matrix
    columns = [badge.source for badge in matrix.columns]
    first = matrix.rows[0]
    linked = [source for source, cell in zip(columns, first.cells, strict=True) if cell]
    assert columns[1] in linked
