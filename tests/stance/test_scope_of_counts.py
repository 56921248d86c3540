"""Counts that only seem to part: of several happenings, of a part, on top of another."""

from __future__ import annotations

import pytest

from claims.core.article import Article, Piece
from claims.core.relation import Label
from claims.core.spans import Span


@pytest.fixture(scope="module")
def labels_of(pipeline):
    def run(text):
        report = pipeline.report([Article("a", text, text, (Piece(0, Span(0, len(text))),))])
        return {r.label for r in report.relations}

    return run


@pytest.mark.parametrize(
    "text",
    [
        "Police said the fire at the mill killed nine people. A witness said another four died in the fire.",
        "The mayor said raids across the region killed 60. Police said a raid on the mill killed nine.",
        "The mayor said dozens of people are killed each day. Police said more than 450 people were killed.",
        "The army said a blast at the port killed nine people. The mayor said a crash claimed 20 lives.",
        "The groom's father was killed in the blast, police said. A relative said the groom was safe.",
        "A study said the union has raised 6 million dollars. A man said Mr. Obi raised 8 million dollars.",
    ],
    ids=["on top", "several raids", "a day", "two happenings", "his father", "two doers"],
)
def test_no_contradiction(labels_of, text) -> None:
    assert Label.CONTRADICTS not in labels_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police said the fire at the mill killed nine people. A monitor gave a lower toll of seven people.",
        "A strike, the deadliest of the war, killed 70 people at the mill, medics said. "
        "Police said the strike killed 60 people.",
        "Police said the fire at the mill killed nine people. The mayor said the fire killed seven people.",
        "The groom was killed in the blast, police said. A relative said the groom was safe.",
        "A study said the union has raised 6 million dollars. A man said the union raised 8 million dollars.",
    ],
    ids=["a bare toll", "of a war", "one fire", "alive", "one doer"],
)
def test_a_contradiction_stays_one(labels_of, text) -> None:
    assert Label.CONTRADICTS in labels_of(text)


def test_who_blames_somebody_for_what_a_drone_did_does_not_differ_from_himself(labels_of) -> None:
    text = "A drone hit the mill, killing nine people, the union said. The union was angry and blamed rebels."
    assert not {Label.CONTRADICTS, Label.DIFFERS} & labels_of(text)
