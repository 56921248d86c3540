"""A page of a hundred articles is quick to open and small enough to send."""

from __future__ import annotations

from claims.core.report import Report
from claims.reporting.page import render_page
from claims.reporting.page.matrix import MOST_SOURCES
from tests.reporting.page.conftest import Reader, draw_graph

MOST_BYTES = 5_000_000
MOST_SECONDS = 3


def test_is_small_enough_to_send(hundred: Report) -> None:
    assert len(hundred.claims) >= 1500
    assert len(render_page(hundred).encode()) < MOST_BYTES


def test_the_first_view_comes_quickly(reader: Reader, hundred: Report) -> None:
    page = reader.open(hundred)
    session = page.context.new_cdp_session(page)
    # Time of the processor, not of the clock, which runs on while other programs have their turn.
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.reload()
    metrics = session.send("Performance.getMetrics")["metrics"]
    spent = next(one["value"] for one in metrics if one["name"] == "TaskDuration")
    assert 0 < spent < MOST_SECONDS
    assert page.locator(".dispute h3").first.is_visible()


def test_the_page_stays_usable(reader: Reader, hundred: Report) -> None:
    page = reader.open(hundred)
    draw_graph(page)
    page.locator(".dispute blockquote a").nth(7).click()
    assert page.locator("#card").is_visible()
    assert page.locator(".matrix tbody tr").count() == MOST_SOURCES
    assert "more are in the list below" in page.locator("#sources + p").inner_text()
