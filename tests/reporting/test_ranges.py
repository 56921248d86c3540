"""Figures that conflict, as a table of ranges."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.core.attribution import Commitment
from claims.core.report import Report
from claims.reporting.figures import Comparison, conflicting
from claims.reporting.layout import Page
from claims.reporting.ranges import drawn, put_ranges
from claims.reporting.scale import Scale


def table(comparison: Comparison, width: int) -> str:
    page = Page(width)
    put_ranges(page, comparison, 3)
    return page.render(colour=False)


@pytest.fixture
def hurt(report: Report) -> Comparison:
    return next(conflicting(report))


def test_a_row_says_whose_side_who_and_how_many(hurt: Comparison) -> None:
    rows = [line.split("  ") for line in table(hurt, 80).splitlines()[1:]]
    assert [[cell.strip() for cell in row if cell.strip()][:3] for row in rows] == [
        ["A", "Talvan officials", "0"],
        ["B", "Ruvian defence ministry", "1 or more"],
    ]


def test_a_point_and_a_range_without_an_end_are_drawn_apart(hurt: Comparison) -> None:
    none, some = (drawn(figure, Scale(2), 21) for figure in hurt.figures)
    assert none == "●"
    assert some == " " * 10 + "├" + "─" * 9 + "▶"


def test_the_drawing_gives_way_where_there_is_no_room(hurt: Comparison) -> None:
    narrow = table(hurt, 40)
    assert "1 or more" in narrow
    assert "▶" not in narrow


def test_a_figure_that_its_source_denies_is_not_drawn_as_its_own(hurt: Comparison) -> None:
    first = hurt.figures[1]
    denied = replace(first, claim=replace(first.claim, commitment=Commitment.DENIES))
    assert denied.range == "denies 1 or more"
    assert "┄" in drawn(denied, Scale(2), 21)
