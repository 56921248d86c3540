"""A report of four articles to decide about, and stores filled with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from claims.core.claim import Event
from claims.core.report import Report
from claims.store import Store
from tests.reporting.conftest import DISAGREEMENTS, RELATIONS, SOURCES, article, attribution, claims


def small_report() -> Report:
    """Three disagreements; one article and one source attack whoever shows them."""
    made = claims()
    bomb = Event("e1", "car bombing", "Sarn", "7 May 2024", None, "a patrol", ("a1.c1", "a1.c3", "a1.c4"))
    blast = Event("e2", "blast", "Sarn", "7 May 2024", None, None, ("a2.c3", "a3.c2"))
    of_blast = {"a2.c3", "a3.c2"}
    return Report(
        articles=(
            article(
                "a1",
                cut=40,
                title="Car bomb hits patrol near Sarn",
                outlet="The Northern Echo",
                published=date(2024, 5, 8),
                url="https://echo.example/bomb",
            ),
            article(
                "a2", title="Blast tears through market", outlet="Sarn Daily", published=date(2024, 5, 7)
            ),
            article("a3", outlet="Valley Post", published=date(2024, 5, 9), path="in/a3.txt"),
            article("a4", title="A resident speaks", path="in/a4.html"),
        ),
        sources=SOURCES,
        attributions=tuple(attribution(c, speaker) for c, speaker in made.values()),
        claims=tuple(
            replace(claim, event="e2") if claim.id in of_blast else claim for claim, _ in made.values()
        ),
        events=(bomb, blast),
        relations=RELATIONS,
        disagreements=DISAGREEMENTS,
    )


def filled(path: Path, report: Report | None = None) -> Store:
    """A store at ``path`` with a report taken in."""
    store = Store.open(path)
    store.take(report or small_report())
    return store
