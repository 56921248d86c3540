"""Short texts in free words: how many contradictions are flagged, and that no look-alike is."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.core.relation import Label
from claims.reading import article_from_text

LEAST = 87
"""Of the 197 texts in which accounts part, 88 are flagged."""


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("free_wording.txt").read_text(encoding="utf-8").splitlines()
    return [(line.split()[0], line[7:].strip()) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def flagged(pipeline, texts) -> dict[str, bool]:
    def parts(text: str) -> bool:
        relations = pipeline.report([article_from_text(text)]).relations
        return any(r.label is Label.CONTRADICTS for r in relations)

    return {text: parts(text) for _, text in texts}


def test_accounts_that_part_are_flagged(texts, flagged) -> None:
    found = [text for kind, text in texts if kind == "parts" and flagged[text]]
    assert len(found) >= LEAST


def test_no_look_alike_is_flagged(texts, flagged) -> None:
    assert not [text for kind, text in texts if kind == "agrees" and flagged[text]]
