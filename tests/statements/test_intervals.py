"""Intervals and what words make of a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.statements.intervals import (
    AFTER,
    BEFORE,
    Interval,
    about,
    fewer_than,
    just_over,
    more_than,
    nearly,
    slack,
)

BOUNDS = st.tuples(st.integers(0, 10**6), st.one_of(st.none(), st.integers(0, 10**6)))
INTERVALS = BOUNDS.map(lambda b: Interval(b[0], None if b[1] is None else b[0] + b[1]))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Interval(12, None), Interval(17, 17), True),
        (Interval(20, None), Interval(17, 17), False),
        (Interval(101, None), Interval(0, 79), False),
        (Interval(475, 525), Interval(456, 504), True),
        (Interval(0, 0), Interval(1, None), False),
        (Interval(10, 15), Interval(15, 20), True),
    ],
)
def test_overlap_is_what_both_can_mean(a: Interval, b: Interval, expected: bool) -> None:
    assert a.overlaps(b) is expected


@given(INTERVALS, INTERVALS)
def test_overlap_is_symmetric_and_follows_from_containment(a: Interval, b: Interval) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    if a.contains(b):
        assert a.overlaps(b)


@given(INTERVALS, INTERVALS, INTERVALS)
def test_a_sum_keeps_what_its_parts_contain(a: Interval, b: Interval, c: Interval) -> None:
    assert a.add(b) == b.add(a)
    if a.contains(b):
        assert a.add(c).contains(b.add(c))


def test_killed_and_wounded_add_up_to_casualties() -> None:
    assert Interval(8, 8).add(Interval(22, 22)) == Interval(30, 30)
    assert Interval(8, None).add(Interval(22, 22)) == Interval(30, None)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (Interval(12, None), "at least 12"),
        (Interval(12, 12), "12"),
        (Interval(0, 79), "fewer than 80"),
        (Interval(0, 0), "none"),
        (Interval(10, 15), "between 10 and 15"),
        (Interval(20_000, 99_999), "between 20,000 and 99,999"),
        (Interval(5.1, 5.1), "5.1"),
        (Interval(0, 4.5), "up to 4.5"),
    ],
)
def test_describes_itself_in_words(interval: Interval, words: str) -> None:
    assert interval.describe() == words


def test_bounds_of_people_exclude_the_number_named_but_of_a_measure_do_not() -> None:
    assert more_than(Interval(100, 100)) == Interval(101, None)
    assert more_than(Interval(4.5, 4.5), False) == Interval(4.5, None)
    assert fewer_than(Interval(80, 80)) == Interval(0, 79)
    assert fewer_than(Interval(80, 80), False) == Interval(0, 80)


def test_about_widens_with_roundness() -> None:
    assert about(Interval(500, 500)) == Interval(475, 525)
    assert about(Interval(4, 4)) == Interval(3, 5)
    assert slack(500) / 500 > slack(512) / 512 > slack(5123) / 5123


@given(st.integers(2, 10**7))
def test_nearly_and_just_over_exclude_the_number_itself(number: int) -> None:
    exact = Interval(number, number)
    assert not nearly(exact).overlaps(exact)
    assert not just_over(exact).overlaps(exact)
    assert about(exact).contains(exact)


def test_only_approximating_words_are_inexact() -> None:
    inexact = {" ".join(p) for p, operator in (BEFORE | AFTER).items() if not operator.exact}
    assert {"about", "some", "nearly", "almost", "or so"} <= inexact
    assert not {"at least", "more than", "up to", "fewer than"} & inexact
