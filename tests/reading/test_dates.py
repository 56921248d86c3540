from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reading.dates import parse_date

DAY = date(2020, 7, 14)


@pytest.mark.parametrize(
    "value",
    [
        *("2020-07-14", "2020-07-14T23:59:00-05:00", "2020/07/14", "20200714", "20200714T102200Z"),
        *("Tue, 14 Jul 2020 10:22:00 GMT", "Tue Jul 14 10:22:00 +0000 2020", "July 14, 2020", "14 July 2020"),
        *(
            "14/07/2020",
            "07/14/2020",
            "Published on 14 July 2020",
            "Jul. 14, 2020, 10:22 a.m. EST",
            " 2020-07-14 ",
        ),
        *(DAY, datetime(2020, 7, 14, 23, 0, tzinfo=UTC), 1594722120, 1594722120000),
    ],
    ids=str,
)
def test_forms(value: object) -> None:
    assert parse_date(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        *(
            "03/04/2020",
            "14/07/20",
            "14 July",
            "July 2020",
            "2020",
            "Tuesday",
            "10:22",
            "2 hours ago",
            "yesterday",
        ),
        *(
            "",
            "   ",
            "no date",
            "2020-13-45",
            "31 February 2020",
            "x" * 1000,
            None,
            True,
            2020,
            -1,
            [],
            float("nan"),
        ),
    ],
    ids=lambda v: str(v)[:20],
)
def test_ambiguous_incomplete_or_unreadable_is_none(value: object) -> None:
    assert parse_date(value) is None


@given(st.one_of(st.text(max_size=60), st.floats(), st.integers()))
def test_nothing_raises(value: object) -> None:
    assert parse_date(value) is None or isinstance(parse_date(value), date)
