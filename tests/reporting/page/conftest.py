"""A browser that lets no error and no request pass, and reports to open in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.core.report import Report
from claims.reporting.page import render_page
from tests.reporting.page.made_up import many_articles


class Reader:
    """Opens reports in a browser and writes down what a page must not do."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._contexts: list[Any] = []
        self.complaints: list[str] = []

    def open(self, report: Report, width: int = 1280, scheme: str = "light", **more: Any) -> Any:
        """A page with ``report`` on it, from a file."""
        path = self._folder / "report.html"
        path.write_text(render_page(report), "utf-8")
        about = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, **more}
        context = self._browser.new_context(**about)
        self._contexts.append(context)
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", lambda request: self._request(request.url, path.as_uri()))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.goto(path.as_uri())
        return page

    def close(self) -> None:
        """Close every page."""
        for context in self._contexts:
            context.close()

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console: {message.text}")

    def _request(self, url: str, own: str) -> None:
        if not url.startswith(("data:", own)):
            self.complaints.append(f"request: {url}")


def draw_graph(page: Any) -> None:
    """Move the graph into view, which draws it, and wait until it is there."""
    page.locator("#network").scroll_into_view_if_needed()
    page.locator("#network-node option").nth(1).wait_for(state="attached")


@pytest.fixture
def reader(browser: Any, tmp_path: Path) -> Iterator[Reader]:
    made = Reader(browser, tmp_path)
    yield made
    made.close()
    assert made.complaints == []


@pytest.fixture
def opened(reader: Reader, report: Report) -> Any:
    """The invented run as its page, 1280 pixels wide."""
    return reader.open(report)


@pytest.fixture(scope="session")
def hundred() -> Report:
    """A hundred articles with some 1,500 claims."""
    return many_articles(100)
