"""All that a page shows, as plain data for its templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.core.report import Report
from claims.reporting import words
from claims.reporting.digest import digest, summary
from claims.reporting.page import cards, network
from claims.reporting.page.badges import badges
from claims.reporting.page.charts import Chart, charts
from claims.reporting.page.marks import MarkedArticle, marked_articles
from claims.reporting.page.matrix import Matrix, matrix
from claims.reporting.page.questions import Dispute, disputes
from claims.reporting.page.quotes import Quotes


@dataclass(frozen=True)
class View:
    """A report as its page shows it.

    Attributes
    ----------
    title
        That of the article, if there is only one; else empty.
    found, size
        What was found, and in how much.
    unanswered
        A line on pairs of claims that part on none of the questions; may be empty.
    skipped
        What could not be read, and why.
    cards, networks
        Plain data for the scripts of the page.
    """

    title: str
    found: str
    size: str
    disputes: tuple[Dispute, ...]
    unanswered: str
    charts: tuple[Chart, ...]
    matrix: Matrix
    articles: tuple[MarkedArticle, ...]
    skipped: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    cards: list[dict[str, Any]]
    networks: list[dict[str, Any]]


def view(report: Report) -> View:
    """What the page of ``report`` shows."""
    marked = badges(report)
    quotes = Quotes(report, marked)
    found = digest(report)
    result, size = summary(report, found)
    articles = tuple(marked_articles(report, marked))
    return View(
        title=articles[0].title if len(articles) == 1 else "",
        found=result,
        size=size,
        disputes=tuple(disputes(found, quotes)),
        unanswered=words.unanswered(len(found.unanswered)) if found.unanswered else "",
        charts=tuple(charts(report, quotes)),
        matrix=matrix(report, marked, quotes),
        articles=articles,
        skipped=tuple((skipped.where, skipped.why) for skipped in report.skipped),
        notes=tuple(words.notes(report)) if report.claims else (words.NO_CLAIM,),
        cards=cards.as_data(cards.cards(report, quotes)),
        networks=network.as_data(network.networks(report, marked, quotes)),
    )
