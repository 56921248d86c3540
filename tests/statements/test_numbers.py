"""Numbers as written: figures, words, ranges, vague words; and what is no count."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from claims.core.tokens import Sentence
from claims.statements.cardinals import VAGUE, value
from claims.statements.intervals import Interval
from claims.statements.numbers import numbers, read_interval

Parse = Callable[[str], Sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", 12),
        ("1,250", 1250),
        ("5.1", 5.1),
        ("1.2 million", 1_200_000),
        ("2 m", 2_000_000),
        ("three", 3),
        ("twenty - one", 21),
        ("thirty five", 35),
        ("one hundred and twenty", 120),
        ("two hundred thousand", 200_000),
        ("one million two hundred thousand", 1_200_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("a hundred", 100),
        ("none", 0),
        ("zero", 0),
    ],
)
def test_words_and_figures(text: str, expected: float) -> None:
    assert value(text.split()) == expected


@pytest.mark.parametrize("text", ["dozens", "soldiers", "12 soldiers", "and", "couple", "12 13"])
def test_what_is_not_one_number_has_no_value(text: str) -> None:
    assert value(text.split()) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 12", 12, None),
        ("no fewer than 12", 12, None),
        ("more than 100", 101, None),
        ("over a hundred", 101, None),
        ("fewer than 80", 0, 79),
        ("no more than 80", 0, 80),
        ("up to 80", 0, 80),
        ("about 500", 475, 525),
        ("some 120", 114, 126),
        ("nearly 100", 90, 99),
        ("between 10 and 15", 10, 15),
        ("10 to 15", 10, 15),
        ("10 - 15", 10, 15),
        ("from 10000 to 30000", 10_000, 30_000),
        ("12 or 13", 12, 13),
        ("two to three million", 2_000_000, 3_000_000),
        ("12 or more", 12, None),
        ("dozens", 24, 99),
        ("hundreds", 200, 999),
        ("tens of thousands", 20_000, 99_999),
        ("hundreds of thousands", 200_000, 999_999),
        ("several hundred", 300, 999),
        ("several", 3, 12),
        ("a few", 2, 9),
        ("a couple", 2, 3),
    ],
)
def test_a_number_alone_is_an_interval(text: str, low: float, high: float | None) -> None:
    assert read_interval(text) == Interval(low, high)


def test_more_than_a_number_is_no_interval() -> None:
    assert read_interval("40 lorries") is None
    assert read_interval("at least") is None


def test_a_vague_plural_excludes_the_next_larger_word() -> None:
    ladder = ["dozens", "hundreds", "thousands", "millions"]
    for smaller, larger in pairwise(ladder):
        high = VAGUE[smaller][1]
        assert high is not None and high < VAGUE[larger][0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 120 people, at least 40 of them women, were hurt.", ["Some 120", "at least 40"]),
        ("Both pilots were killed.", ["Both"]),
        ("Twenty-one people fled in 2016.", ["Twenty-one"]),
        ("In 2016 2000 people fled.", ["2000"]),
        ("Nobody was hurt and no houses burned.", ["Nobody", "no"]),
        ("A crowd of 10-15 men came.", ["10-15"]),
        ("No more than 30 homes were hit.", ["No more than 30"]),
        ("An estimated 4,000 marched.", ["An estimated 4,000"]),
    ],
    ids=lambda v: v if isinstance(v, str) else None,
)
def test_finds_numbers_with_what_bounds_them(parse: Parse, text: str, expected: list[str]) -> None:
    sentence = parse(text)
    found = [text[sentence.tokens[n.first].start : sentence.tokens[n.last].end] for n in numbers(sentence)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "The convoy was hit on the M4 at 10:30.",
        "A Su-24 crashed near the border on 14 July.",
        "The boy, aged 12, lives on Route 66.",
        "It was the third raid since 2014.",
        "A 34-year-old man left at 5 p.m. on March 3.",
        "The council passed resolution 2254.",
        "The Boeing 737 took off on July 14, 2020.",
    ],
)
def test_days_ages_times_and_names_are_no_numbers(parse: Parse, text: str) -> None:
    assert numbers(parse(text)) == ()
