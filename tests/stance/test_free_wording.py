"""Short texts in free words: how many contradictions are flagged, and how few look-alikes are."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.core.relation import Label
from claims.reading import article_from_text

LEAST = 96
"""Of the 197 texts in which accounts part, 97 are flagged."""

LEAST_UNSEEN = 14
"""Of the 45 texts that nobody has read to mend a rule, 15 are flagged, and 2 of 30 look-alikes."""

MOST_UNSEEN = 2


def lines_of(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def parts(pipeline):
    def run(text: str) -> bool:
        relations = pipeline.report([article_from_text(text)]).relations
        return any(r.label is Label.CONTRADICTS for r in relations)

    return run


@pytest.fixture(scope="module")
def texts() -> list[tuple[str, str]]:
    return [(line.split()[0], line[7:].strip()) for line in lines_of("free_wording.txt")]


@pytest.fixture(scope="module")
def flagged(parts, texts) -> dict[str, bool]:
    return {text: parts(text) for _, text in texts}


def test_accounts_that_part_are_flagged(texts, flagged) -> None:
    found = [text for kind, text in texts if kind == "parts" and flagged[text]]
    assert len(found) >= LEAST


def test_no_look_alike_is_flagged(texts, flagged) -> None:
    assert not [text for kind, text in texts if kind == "agrees" and flagged[text]]


def test_texts_that_nobody_wrote_rules_for(parts) -> None:
    kinds = [
        (*line.split(maxsplit=2)[:2], parts(line[14:].strip())) for line in lines_of("fresh_wording.txt")
    ]
    unseen = [(kind, said) for seen, kind, said in kinds if seen == "unseen"]
    assert sum(said for kind, said in unseen if kind == "parts") >= LEAST_UNSEEN
    assert sum(said for kind, said in unseen if kind == "agrees") <= MOST_UNSEEN
