"""The question that two accounts answer differently, from text to words."""

from __future__ import annotations

import pytest

from claims.reading import article_from_text
from graphs.disagreements import find


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
