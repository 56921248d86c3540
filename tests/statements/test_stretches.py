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
            (10, 3),
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


@pytest.mark.parametrize(
    "text",
    [
        "It fell in the 3000 years before 2016.",
        "It fell in the ² days before 3 October.",
        "It fell in the few weeks before 3 October.",
    ],
)
def test_a_stretch_of_unknown_length_has_no_bounds(text, parser):
    sentence = parser.sentence(text)
    (found,) = moments(sentence, sentence.span, PUBLISHED)
    assert found.moment.start is None


def test_since_has_no_end_where_the_day_of_the_article_is_not_known(parser):
    sentence = parser.sentence("Raids have killed 44 since 3 October 2016.")
    assert moments(sentence, sentence.span, None)[0].moment.start is None


def test_two_years_are_no_stretch(parser):
    sentence = parser.sentence("It fell in 2012 and 2016.")
    assert [m.moment.text for m in moments(sentence, sentence.span, PUBLISHED)] == ["2012", "2016"]


def test_two_days_of_two_happenings_stay_two(parser):
    sentence = parser.sentence("He left on Tuesday, and on Thursday a bomb killed two.")
    assert [m.moment.text for m in moments(sentence, sentence.span, PUBLISHED)] == ["Tuesday", "Thursday"]
