"""Codes and hues of sources."""

from __future__ import annotations

from claims.core.report import Report
from claims.reporting.page.badges import HUES, badges
from tests.reporting.page.made_up import many_articles


def test_those_who_take_sides_come_first(report: Report) -> None:
    found = badges(report)
    assert [found[id].hue for id in ("s6", "s7", "s2", "s1")] == [1, 2, 3, 4]


def test_codes_tell_all_sources_apart() -> None:
    found = badges(many_articles(10))
    codes = [badge.code for badge in found.values()]
    assert len(set(codes)) == len(codes)
    assert {badge.hue for badge in found.values()} == set(range(1, HUES + 1))


def test_nobody_and_the_article_itself_have_no_hue(report: Report) -> None:
    found = badges(report)
    assert (found["n1"].code, found["n1"].hue) == ("¶", 0)
    assert (found["u1"].code, found["u1"].hue) == ("?", 0)
    assert found["n1"].name == "The Northern Echo, in its own voice"
