import random

from claims.core.span_index import SpanIndex
from claims.core.spans import Span


def test_finds_what_looking_at_all_of_them_finds():
    draw = random.Random(3)
    spans = [Span(start, start + draw.randint(0, 40)) for start in draw.choices(range(400), k=120)]
    index = SpanIndex((span, number) for number, span in enumerate(spans))
    for _ in range(300):
        start = draw.randint(0, 420)
        where = Span(start, start + draw.randint(1, 30))
        found = index.overlapping(where)
        assert sorted(found) == [n for n, span in enumerate(spans) if span.overlaps(where)]
        assert [spans[n].start for n in found] == sorted(spans[n].start for n in found)


def test_an_empty_index_finds_nothing():
    assert SpanIndex([]).overlapping(Span(0, 10)) == []


def test_a_long_span_is_found_behind_short_ones():
    index = SpanIndex([(Span(0, 100), "long"), (Span(10, 12), "short"), (Span(20, 22), "other")])
    assert index.overlapping(Span(60, 61)) == ["long"]
