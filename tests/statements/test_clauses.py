from __future__ import annotations

import pytest

from claims.core.spans import Span, joined
from claims.statements.clauses import clauses
from claims.statements.wording import Additions, statement


def _stated(document):
    text = document.article.text
    found = clauses(document, [Span(0, len(text))])
    return [joined(c.spans, text) for c in found], [statement(c, text) for c in found]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            "Four pilots were hurt in the crash and a hangar was destroyed.",
            ["Four pilots were hurt in the crash.", "A hangar was destroyed."],
        ),
        (
            "The storm killed nine people and forced 300 families to flee.",
            ["The storm killed nine people.", "The storm forced 300 families to flee."],
        ),
        (
            "A drone hit a depot near Gao, killing two guards and wounding six.",
            [
                "A drone hit a depot near Gao.",
                "A drone killed two guards.",
                "A drone wounded six.",
            ],
        ),
        (
            "The talks were called off, while troops were withdrawn from the valley.",
            ["The talks were called off.", "Troops were withdrawn from the valley."],
        ),
        ("The shell hit and destroyed a truck.", ["The shell hit and destroyed a truck."]),
        ("Heavy losses", ["There were Heavy losses."]),
        ("Two sailors hurt in Gulf blast", ["Two sailors hurt in Gulf blast."]),
    ],
    ids=["own subjects", "shared subject", "results", "while", "shared object", "noun phrase", "headline"],
)
def test_one_statement_a_clause(parsed, text, statements):
    assert _stated(parsed(text))[1] == statements


def test_words_of_a_clause_are_the_articles_own(parsed):
    text = "The storm killed nine people and forced 300 families to flee."
    assert _stated(parsed(text))[0] == ["The storm killed nine people", "forced 300 families to flee"]


def test_holes_belong_to_somebody_else(parsed):
    text = "The road was shut, the mayor said, and two bridges fell."
    document = parsed(text)
    hole = Span(text.index("the mayor"), text.index(", and"))
    found = clauses(document, [Span(0, len(text))], [hole])
    assert all("mayor" not in joined(c.spans, text) for c in found)


def test_cue_that_parts_a_clause_stays_in_brackets(parsed):
    text = "Two divers are said to be trapped."
    document = parsed(text)
    cue = Span(text.index("are said"), text.index(" to be"))
    (clause,) = clauses(document, [Span(0, cue.start - 1), Span(cue.end + 1, len(text))])
    assert statement(clause, text, Additions(cue=(cue,))) == "Two divers [are said] to be trapped."
