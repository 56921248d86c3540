"""Keyboard, screen reader, contrast."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from claims.core.report import Report
from tests.accessibility import violations
from tests.reporting.page.conftest import Reader


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_axe_finds_nothing_serious(reader: Reader, report: Report, axe: str, width: int, scheme: str) -> None:
    page = reader.open(report, width, scheme)
    page.locator("#network").scroll_into_view_if_needed()
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    page.locator(".cell").first.click()
    page.locator(".dispute blockquote a").first.click()
    assert page.locator("#card").is_visible()
    assert violations(page, axe) == []


def press(page: Any, key: str, lands: str) -> None:
    """Press a key and wait until the focus is on what the selector names."""
    page.bring_to_front()  # or the page of another test may have the focus
    page.keyboard.press(key)
    page.locator(lands).and_(page.locator(":focus")).wait_for(state="attached")
    # The next key may else come before the page has gone to where the focus is, and be lost.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_the_keyboard_leads_from_the_top_to_a_card_and_back(opened: Any) -> None:
    press(opened, "Tab", ".skip")
    press(opened, "Enter", "#main")
    press(opened, "Tab", "blockquote a[href='#c2']")
    press(opened, "Enter", "#c2[aria-describedby=card]")
    press(opened, "Enter", "#card")
    press(opened, "Tab", "#card button")
    press(opened, "Escape", "#c2")
    assert opened.locator("#card").is_hidden()
    press(opened, "Tab", "#c3")
    assert opened.locator("#card").is_visible()


def test_the_keyboard_reaches_the_pairs_of_a_field(opened: Any) -> None:
    opened.locator(".cell").first.focus()
    press(opened, "Enter", ".group")
    press(opened, "Tab", ".group a")


def test_where_the_focus_is_can_be_seen(opened: Any) -> None:
    for _ in range(12):
        opened.keyboard.press("Tab")
        outline = opened.locator(":focus").evaluate("one => getComputedStyle(one).outlineStyle")
        assert outline == "solid"


def test_the_text_of_an_article_is_not_mixed_with_labels(opened: Any, report: Report) -> None:
    text = opened.locator(".text").first.text_content()
    assert " ".join(text.split()) == " ".join(report.articles[0].text.split())


def test_headings_stand_in_order(opened: Any) -> None:
    levels = [
        int(tag[1]) for tag in opened.locator("h1,h2,h3,h4").evaluate_all("all => all.map((h) => h.tagName)")
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
