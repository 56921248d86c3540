"""Times resolved against the article's date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest

from claims.core.claim import Moment
from claims.core.spans import Span
from claims.core.tokens import Sentence
from claims.statements.moments import UNKNOWN_DAY, moments

Parse = Callable[[str], Sentence]
PUBLISHED = date(2020, 7, 15)  # a Wednesday


def only(parse: Parse, text: str, published: date | None = PUBLISHED) -> Moment:
    sentence = parse(text)
    (found,) = moments(sentence, sentence.span, published)
    return found.moment


@pytest.mark.parametrize(
    ("text", "words", "first", "after"),
    [
        ("The bridge fell on Tuesday.", "Tuesday", (2020, 7, 14), (2020, 7, 15)),
        ("The bridge fell on Wednesday.", "Wednesday", (2020, 7, 15), (2020, 7, 16)),
        ("They met last Wednesday.", "last Wednesday", (2020, 7, 8), (2020, 7, 9)),
        ("Talks will resume on Thursday.", "Thursday", (2020, 7, 16), (2020, 7, 17)),
        ("They meet next Monday.", "next Monday", (2020, 7, 20), (2020, 7, 21)),
        ("He left yesterday.", "yesterday", (2020, 7, 14), (2020, 7, 15)),
        ("Shelling went on overnight.", "overnight", (2020, 7, 14), (2020, 7, 16)),
        ("It burned on 14 July 2019.", "14 July 2019", (2019, 7, 14), (2019, 7, 15)),
        ("It burned late on 12 July.", "late on 12 July", (2020, 7, 12), (2020, 7, 13)),
        (
            "Ten died since the start of the month.",
            "since the start of the month",
            (2020, 7, 1),
            (2020, 7, 16),
        ),
        ("Ten died on 12 and 13 July.", "12 and 13 July", (2020, 7, 12), (2020, 7, 14)),
        ("Ten died from 2 to 6 July 2019.", "from 2 to 6 July 2019", (2019, 7, 2), (2019, 7, 7)),
        ("Between 2 and 6 July ten died.", "Between 2 and 6 July", (2020, 7, 2), (2020, 7, 7)),
        ("Ten died on July 2-6, 2019.", "July 2-6, 2019", (2019, 7, 2), (2019, 7, 7)),
        ("It burned on July 14.", "July 14", (2020, 7, 14), (2020, 7, 15)),
        ("It burned on December 24.", "December 24", (2019, 12, 24), (2019, 12, 25)),
        ("The siege began in December.", "December", (2019, 12, 1), (2020, 1, 1)),
        ("A truce was agreed in March.", "March", (2020, 3, 1), (2020, 4, 1)),
        ("The station will open in January.", "January", (2021, 1, 1), (2021, 2, 1)),
        ("The war began in 2011.", "2011", (2011, 1, 1), (2012, 1, 1)),
        ("Earlier this month two men were held.", "Earlier this month", (2020, 7, 1), (2020, 7, 16)),
        ("The town fell last week.", "last week", (2020, 7, 6), (2020, 7, 13)),
        ("Raids grew over the past month.", "the past month", (2020, 6, 15), (2020, 7, 16)),
        ("Three days ago the dam broke.", "Three days ago", (2020, 7, 12), (2020, 7, 13)),
        ("In early March the army moved in.", "early March", (2020, 3, 1), (2020, 3, 11)),
    ],
    ids=lambda v: v if isinstance(v, str) else None,
)
def test_days_and_longer(
    parse: Parse, text: str, words: str, first: tuple[int, int, int], after: tuple[int, int, int]
) -> None:
    assert only(parse, text) == Moment(words, datetime(*first), datetime(*after), clock=False)


def test_clock_times_meet_in_utc(parse: Parse) -> None:
    local = only(parse, "The blast happened at 10:00 local time (UTC+3).")
    world = only(parse, "The blast happened at 07:00 GMT.")
    assert (local.start, local.end, local.clock) == (world.start, world.end, world.clock)
    assert world.start == datetime.combine(UNKNOWN_DAY, datetime.min.time()).replace(hour=7)


def test_a_clock_time_joins_the_day_beside_it(parse: Parse) -> None:
    found = only(parse, "The bomb went off at 5 p.m. EST on Friday.")
    assert found == Moment(
        "5 p.m. EST on Friday", datetime(2020, 7, 10, 22), datetime(2020, 7, 10, 23), clock=True
    )


@pytest.mark.parametrize("text", ["It began at 5 p.m. on Friday.", "It began at 10:00 local time on Friday."])
def test_without_a_zone_the_clock_is_not_converted(parse: Parse, text: str) -> None:
    sentence = parse(text)
    clock, day = (m.moment for m in moments(sentence, sentence.span, PUBLISHED))
    assert clock.clock and clock.start is None
    assert day == Moment("Friday", datetime(2020, 7, 10), datetime(2020, 7, 11))


def test_without_a_date_the_words_remain(parse: Parse) -> None:
    assert (
        only(parse, "It fell on Tuesday.", None) == only(parse, "Tuesday it fell.", None) == Moment("Tuesday")
    )
    assert only(parse, "The war began in 2011.", None).start == datetime(2011, 1, 1)


@pytest.mark.parametrize(
    "text",
    ["He may march with them.", "They won 3-1.", "About 2000 soldiers came.", "He reads the Sunday Times."],
)
def test_what_only_looks_like_a_time(parse: Parse, text: str) -> None:
    sentence = parse(text)
    assert moments(sentence, sentence.span, PUBLISHED) == ()


def test_reads_only_the_span_and_says_where(parse: Parse) -> None:
    text = "Police said Monday that three people died Sunday."
    sentence = parse(text)
    (found,) = moments(sentence, Span(text.index("three"), len(text)), PUBLISHED)
    assert found.span.of(text) == found.moment.text == "Sunday"


def test_an_impossible_date_is_left_unresolved(parse: Parse) -> None:
    assert only(parse, "It happened on 31 February 2020.") == Moment("31 February 2020")
