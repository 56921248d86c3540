"""Figures of one question, gathered."""

from __future__ import annotations

from collections.abc import Callable

from claims.core.relation import Kind, Label, Relation
from claims.core.report import Report
from claims.reporting.figures import comparisons, conflicting


def test_only_questions_about_a_number_have_figures(report: Report) -> None:
    assert [c.disagreement for c in conflicting(report)] == ["d2", "d3"]


def test_figures_that_only_moved_come_after_those_that_conflict(report: Report) -> None:
    found = list(comparisons(report))
    assert [c.disagreement for c in found] == ["d2", "d3", None]
    assert [f.bounds for f in found[-1].figures] == [(12, None), (17, 17)]
    assert [f.side for f in found[-1].figures] == [None, None]


def test_the_figures_that_led_to_a_side_stand_with_it(relate: Callable[..., Report], report: Report) -> None:
    led = Relation("r9", "a2.c2", "a1.c1", Label.UPDATES, Kind.COUNT, 0.6, ("later",))
    found = list(comparisons(relate((*report.relations[:2], led), report.disagreements)))
    assert [f.claim.id for f in found[1].figures] == ["a2.c2", "a1.c3", "a1.c1"]
    assert [c.disagreement for c in found] == ["d2", "d3"]


def test_figures_that_say_the_same_are_no_conflict(relate: Callable[..., Report]) -> None:
    assert not list(comparisons(relate(())))
