"""From an empty store to a decision that two people made: the program itself, its models, a browser."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from claims.core.review import Decision, Item, ItemKind, Judge, State, Support, Undo, Verdict
from claims.store import Store
from tests.cli.test_program import RUN
from tests.review.conftest import Running
from tests.review.test_browser import Room, press, question

ARTICLE = Path(__file__).parents[2] / "examples" / "ariha.txt"
WORDS = "soldiers were injured in Ariha"


def claims(*arguments: str) -> str:
    command = [sys.executable, "-c", RUN, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=1200).stdout


@contextmanager
def served(path: Path) -> Iterator[Running]:
    """The desk as people start it."""
    command = [sys.executable, "-c", RUN, "review", "--store", str(path), "--port", "0", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process, Store.open(path) as store:
        assert process.stdout
        address = re.search(r":(\d+)/", process.stdout.readline())
        assert address
        try:
            yield Running(store, int(address[1]))
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0


@pytest.mark.slow
def test_from_an_empty_store_to_a_second_review(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "newsroom.db"
    claims("scan", str(ARTICLE), "--store", str(path))
    with served(path) as desk:
        room = Room(browser, desk)
        anna, ben = room.sit_down("Anna"), room.sit_down("Ben")
        lines = desk.store.queue().lines
        place, key = next((n, line.key) for n, line in enumerate(lines) if WORDS in line.question)

        for _ in range(place + 1):
            press(anna, "j", "[data-line]:focus")
        press(anna, "Enter", question(WORDS))
        assert {mark.inner_text() for mark in anna.locator("mark").all()} >= {
            "None of its soldiers were hurt",
            "Turkish casualties",
        }
        press(anna, "x", ".last:has-text('you rejected it')")
        press(anna, "Backspace", question(WORDS))
        press(anna, "a", ".last:has-text('you confirmed it')")
        press(anna, "?", "dialog[open]")

        room.open(ben, f"/disputes/{key}?state=reviewed")
        press(ben, "a", ".last:has-text('you confirmed it')")

        found = desk.store.dispute(key).standing
        assert (found.state, found.verdict) == (State.SECOND_REVIEW, Verdict.CONFIRMED)
        assert (found.reviewer, found.second_reviewer) == ("Anna", "Ben")
        changes = [type(entry.decision.change) for entry in reversed(desk.store.history())]
        assert changes == [Judge, Undo, Judge, Judge]
        room.close()
        assert room.complaints == []
    # A later scan changes nothing of that.
    claims("scan", str(ARTICLE), "--store", str(path))
    assert claims("store", "verify", "--store", str(path)).startswith("sound; entry 4")

    with Store.open(path) as store:
        assert store.dispute(key).standing == found
        standing = store.standing(Item(ItemKind.DISAGREEMENT, key))
        store.record(Decision(standing.item, Support(None), "Ben", standing.version))
    written = tmp_path / "reviews.json"
    publisher = ("--publisher", "Newsroom", "--url-base", "https://example.org/checks")
    claims("export", "--store", str(path), "--format", "claimreview", *publisher, "-o", str(written))
    reviews = json.loads(written.read_text(encoding="utf-8"))["@graph"]
    reviewed = {review["claimReviewed"] for review in reviews}
    assert any("casualties" in claim for claim in reviewed) and len(reviews) == 2
