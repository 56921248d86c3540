"""The question that two accounts answer differently, from text to words."""

from __future__ import annotations

import pytest

from claims.core.relation import Kind
from claims.reading import article_from_text
from graphs.disagreements import find
from graphs.questions import question
from tests.stance.builders import claim, someone


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "The commission said turnout was 71 per cent. "
            "Observers said that fewer than half of those on the rolls had voted.",
            "What was the turnout?",
        ),
        (
            "Police put the number of those held after the riot at 64. "
            "A lawyers' collective counted 211 people held over the riot.",
            "How many people were detained?",
        ),
    ],
    ids=["a share", "custody"],
)
def test_a_count_is_asked_for_by_what_it_counts(pipeline, text, asked) -> None:
    report = pipeline.report([article_from_text(text)])
    found = find(report.claims, report.relations, report.events, report.sources)
    assert [d.question for d in found] == [asked]


@pytest.mark.parametrize(
    ("verb", "statement", "agent", "patient", "asked"),
    [
        ("die", "The pilot had died.", None, "the pilot", "Did the pilot die?"),
        (
            "die",
            "One of them [five children] had died.",
            None,
            "them",
            "Is it so: “One of them [five children] had died”?",
        ),
        (
            "come",
            "Its troops had come under fire.",
            "its troops",
            None,
            "Is it so: “Its troops had come under fire”?",
        ),
        (
            "silent",
            "They were paid to stay silent.",
            "they",
            None,
            "Is it so: “They were paid to stay silent”?",
        ),
        ("hit", "The bridge was hit.", None, "the bridge", "Was the bridge hit?"),
        ("deliver", "It [the letter] had been delivered.", None, "no letter", "Was the letter delivered?"),
    ],
    ids=[
        "a death",
        "one of several",
        "a light verb",
        "a state",
        "a participle like its verb",
        "what did not come",
    ],
)
def test_whether_it_is_so_is_asked_in_english(verb, statement, agent, patient, asked) -> None:
    who, whom = (someone(text) if text else None for text in (agent, patient))
    said = claim("a", statement, verb, agent=who, patient=whom)
    assert question(Kind.DENIAL, [said], None) == asked
