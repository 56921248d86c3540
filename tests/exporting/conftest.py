"""The invented run of the reporting tests, with web addresses, and nothing decided about it yet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.core.report import Report
from claims.exporting.findings import Findings, undecided
from tests.reporting.conftest import report as reported

__all__ = ["reported"]


@pytest.fixture(scope="session")
def report(reported: Report) -> Report:
    articles = [
        replace(a, url=f"https://news.example/{a.id}") if a.id != "a4" else a for a in reported.articles
    ]
    return replace(reported, articles=tuple(articles))


@pytest.fixture(scope="session")
def findings(report: Report) -> Findings:
    return undecided(report)
