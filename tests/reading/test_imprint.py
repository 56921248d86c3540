from __future__ import annotations

from datetime import date

import pytest

from claims.core.spans import Span
from claims.reading import article_from_text
from claims.reading.cleaning import clean
from claims.reading.imprint import imprint, shorter_titles


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Published June 11 2016 Bombers struck a shrine.", "Bombers"),
        ("Date of publication 29 August 2016 Airstrikes kill seven.", "Airstrikes"),
        ("Last updated at Jul 012016 BEIRUT At least 70 were killed.", "BEIRUT"),
        ("Monday 21 November 2016 16:02 One mother has died.", "One"),
        ("28.04.2017) Get short URL 54015 Over 100 fled.", "Over"),
        ("29.10.2017(updated 1731 29.10.2017) Get short URL 12 Ten fled.", "Ten"),
        ("16-11-2014 title: Ten fled from Homs.", "Ten"),
        ("9 Aug 2016 5 people were killed.", "5 people"),
    ],
)
def test_a_date_before_the_text(line, rest) -> None:
    found = imprint(line)
    assert found is not None
    assert line[found.span.end :].startswith(rest)


@pytest.mark.parametrize(
    "line",
    [
        "14 July 2020 was a quiet day.",
        "July 2020 Ten fled.",
        "On 14 July 2020 Ten fled.",
        "Ten fled on 14 July 2020 Homs said.",
        "14 July Ten fled.",
    ],
)
def test_a_date_that_belongs_to_the_sentence(line) -> None:
    assert imprint(line) is None


def test_agency_and_date_part_headline_and_text() -> None:
    raw = "21 dead in rebel fire on Aleppo NGO AFP Sunday 27 Apr 2014 At least 21 people were killed."
    cleaned = clean(raw, "21 dead in rebel fire on Aleppo NGO - Region - World - Ahram Online")
    assert cleaned.text == "21 dead in rebel fire on Aleppo NGO\n\nAt least 21 people were killed."
    assert cleaned.headline == Span(0, 35)
    assert cleaned.published == date(2014, 4, 27)
    assert [d.why for d in cleaned.dropped] == ["date of publication"]


def test_offsets_lead_back_past_the_date() -> None:
    raw = "Published June 11 2016 Bombers struck a shrine near Damascus."
    article = article_from_text(raw)
    start = article.text.index("shrine")
    (span,) = article.raw_spans((Span(start, start + 6),))
    assert span.of(raw) == "shrine"


def test_an_ambiguous_date_is_none() -> None:
    found = imprint("05-11-2014 Mortar hits school.")
    assert found is not None
    assert found.day is None


def test_a_title_is_not_cut_to_a_word_or_two() -> None:
    assert shorter_titles("Bomb - World - News") == ["Bomb - World - News"]
    assert shorter_titles("Bomb hits Homs - World - News")[-1] == "Bomb hits Homs"
    text = " - ".join(["Ten fled from Homs"] * 100)
    assert shorter_titles(text) == [text]
