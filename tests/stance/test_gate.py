from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from claims.core.claim import Moment, Place
from claims.stance.gate import Answer, Gate, Judgement
from claims.stance.run import Run
from tests.stance.builders import articles, claim, day, someone, sources, toll


def judged(a, b, /, *others, **published: date) -> Judgement:
    everyone = (a, b, *others)
    run = Run(everyone, sources(*everyone), articles(*everyone, **published))
    return Gate(run).judge(a, b)


def fire(id: str, **more):
    return toll(id, "12", 12, 12, **more)


@pytest.mark.parametrize(
    ("mine", "yours", "wanted"),
    [
        ("Aleppo", "Idlib", Answer.DIFFERENT),
        ("Aleppo", "Aleppo", Answer.SAME),
        ("Hasakeh", "al-Hassakeh", Answer.SAME),
        ("Niger", "Nigeria", Answer.DIFFERENT),
    ],
    ids=["two towns", "one town", "two spellings", "like names"],
)
def test_places(mine: str, yours: str, wanted: Answer) -> None:
    a, b = (fire(i, happening="blaze", words="blaze", places=(p,)) for i, p in (("a", mine), ("b", yours)))
    assert judged(a, b).answer is wanted


def test_place_within_another_is_compatible() -> None:
    inner = fire("a", places=(Place("Ariha", ("Idlib", "Syria")),))
    assert judged(inner, fire("b", places=("Idlib",))).answer is Answer.SAME


def test_what_lies_where_is_learnt_from_the_other_claims() -> None:
    a, b = fire("a", places=("Ariha",), happening="raid"), fire("b", places=("Idlib",), happening="raid")
    tells = claim("c", "", "tell", places=(Place("Ariha", ("Idlib",)),))
    assert judged(a, b).answer is Answer.DIFFERENT
    assert judged(a, b, tells).answer is not Answer.DIFFERENT


@pytest.mark.parametrize(
    ("mine", "yours", "open"),
    [
        (Moment("on Tuesday"), Moment("Tuesday"), True),
        (Moment("on Tuesday"), Moment("last December"), False),
        (Moment("in May"), Moment("in June"), False),
        (day("Tuesday", 14), day("Wednesday", 15), False),
        (day("Tuesday", 14), day("14 July", 14), True),
        (day("Tuesday", 14), Moment("then"), True),
        (day("Tuesday night", 14), day("Wednesday", 15), True),
        (day("Tuesday", 14), day("Wednesday night", 15), False),
    ],
    ids=[
        "equal weekday",
        "weekday and month",
        "two months",
        "days that meet at midnight",
        "one day",
        "unresolved",
        "the day after a night",
        "the night after a day",
    ],
)
def test_times(mine: Moment, yours: Moment, open: bool) -> None:
    a, b = (fire(i, happening="blaze", words="blaze", when=when) for i, when in (("a", mine), ("b", yours)))
    assert (judged(a, b).answer is not Answer.DIFFERENT) is open


def test_victims_of_two_sides_are_two_slots_and_the_reason_says_whose() -> None:
    a, b = fire("a", of="soldier", party="Syria"), fire("b", of="soldier", party="Turkey")
    found = judged(a, b)
    assert found.answer is Answer.DIFFERENT
    assert "Syria’s" in found.reasons[0]
    assert "Turkey’s" in found.reasons[0]


def test_two_articles_need_a_tie_and_not_only_the_absence_of_conflict() -> None:
    bare = {"happening": "", "words": "people"}
    a, b = fire("a", **bare), fire("b", **bare)
    assert judged(a, b).answer is Answer.DIFFERENT
    assert judged(replace(a, article="x"), replace(b, article="x")).answer is Answer.SAME


def test_claims_far_apart_in_one_article_need_a_tie_too() -> None:
    bare = {"happening": "", "words": "people", "article": "x"}
    assert judged(fire("a", **bare), fire("b", at=5_000, **bare)).answer is Answer.DIFFERENT


def test_articles_weeks_apart_that_name_no_time() -> None:
    far = judged(
        fire("a", happening="blaze"), fire("b", happening="blaze"), a=date(2020, 1, 1), b=date(2020, 3, 1)
    )
    near = judged(fire("a"), fire("b"), a=date(2020, 1, 1), b=date(2020, 1, 2))
    assert far.answer is Answer.DIFFERENT
    assert near.answer is Answer.SAME


def test_articles_weeks_apart_that_name_one_month() -> None:
    when = (day("21 July", 21), Moment("July 2020", datetime(2020, 7, 1), datetime(2020, 8, 1)))
    a, b = (fire(i, happening="blaze", words="blaze", when=w) for i, w in zip("ab", when, strict=True))
    crowd = [fire(f"c{n}", happening="flood", words="flood") for n in range(9)]
    assert judged(a, b, *crowd, a=date(2020, 8, 1), b=date(2020, 9, 1)).answer is not Answer.DIFFERENT


def test_a_few_articles_side_by_side_may_be_weeks_apart() -> None:
    a, b = (fire(i, happening="blaze", words="blaze") for i in "ab")
    published = {"a": date(2020, 1, 1), "b": date(2020, 1, 20)}
    crowd = [fire(f"c{n}", happening="flood", words="flood") for n in range(9)]
    assert judged(a, b, **published).answer is not Answer.DIFFERENT
    assert judged(a, b, *crowd, **published).answer is Answer.DIFFERENT


def test_a_word_that_all_articles_share_ties_less_than_a_rare_one() -> None:
    a, b = fire("a", happening="blaze", words="blaze"), fire("b", happening="blaze", words="blaze")
    crowd = [fire(f"c{n}", happening="blaze", words="blaze") for n in range(300)]
    assert judged(a, b).score > judged(a, b, *crowd).score


def test_the_doers_differing_is_no_conflict() -> None:
    a = claim("a", "", "shell", frame="attack", agent=someone("North", party="N"), patient=someone("the dam"))
    b = claim("b", "", "shell", frame="attack", agent=someone("South", party="S"), patient=someone("the dam"))
    assert judged(a, b).answer is Answer.SAME
