from __future__ import annotations

from datetime import date

import pytest

from claims.statements.moments import moments

PUBLISHED = date(2016, 10, 14)  # a Friday


@pytest.mark.parametrize(
    ("text", "words", "first", "after"),
    [
        ("Raids have killed 44 since Thursday.", "since Thursday", (10, 13), (10, 15)),
        ("Raids from Tuesday to Thursday killed 84.", "Tuesday to Thursday", (10, 11), (10, 14)),
        ("Raids killed 71 on Tuesday and Wednesday.", "Tuesday and Wednesday", (10, 11), (10, 13)),
        (
            "Over 200 died in the two weeks before 3 October.",
            "in the two weeks before 3 October",
            (9, 19),
            (10, 4),
        ),
        ("Raids killed four on Tuesday.", "Tuesday", (10, 11), (10, 12)),
    ],
)
def test_stretches(text, words, first, after, parser):
    sentence = parser.sentence(text)
    (found,) = moments(sentence, sentence.span, PUBLISHED)
    assert found.moment.text == words
    assert found.moment.start.date() == date(2016, *first)
    assert found.moment.end.date() == date(2016, *after)


def test_two_days_of_two_happenings_stay_two(parser):
    sentence = parser.sentence("He left on Tuesday, and on Thursday a bomb killed two.")
    assert [m.moment.text for m in moments(sentence, sentence.span, PUBLISHED)] == ["Tuesday", "Thursday"]
