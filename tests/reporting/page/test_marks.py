"""Articles cut into stretches that are marked alike."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from claims.core.attribution import Attribution, Manner
from claims.core.report import Report
from claims.core.spans import Span
from claims.reporting.page.badges import badges
from claims.reporting.page.layers import Layer, Role
from claims.reporting.page.marks import Mark, marked_articles, marks

TEXT = "Turkey rejected Russian claims of casualties."

spans = st.tuples(st.integers(0, 45), st.integers(0, 45)).map(lambda pair: Span(*sorted(pair)))
lying = st.builds(
    Layer,
    spans=st.lists(spans.filter(lambda span: span.start < span.end), min_size=1, max_size=3).map(tuple),
    role=st.sampled_from(Role),
    depth=st.integers(0, 2),
    hue=st.integers(0, 8),
    code=st.sampled_from(["A", "B"]),
    uncertain=st.booleans(),
    card=st.none() | st.integers(0, 9),
)


def layer(start: int, end: int, role: Role, depth: int, code: str, card: int | None = None) -> Layer:
    return Layer((Span(start, end),), role, depth, 1 + depth, code, False, card)


def of(report: Report, number: int = 0) -> list[Mark]:
    article = list(marked_articles(report, badges(report)))[number]
    return [mark for paragraph in article.paragraphs for mark in paragraph.marks]


@given(st.lists(lying, max_size=6))
def test_whatever_lies_over_it_the_text_stays_the_same(over: list[Layer]) -> None:
    found = marks(TEXT, Span(0, len(TEXT)), over)
    assert "".join(mark.text for mark in found) == TEXT
    assert all(mark.text for mark in found)


def test_of_nested_attributions_the_inner_is_seen_and_both_are_told() -> None:
    over = [
        layer(16, 44, Role.CONTENT, 0, "TUR"),
        layer(16, 23, Role.SOURCE, 1, "RUS"),
        layer(34, 44, Role.CONTENT, 0, "TUR", 7),
        layer(34, 44, Role.CONTENT, 1, "RUS", 8),
    ]
    found = {mark.text: mark for mark in marks(TEXT, Span(0, len(TEXT)), over)}
    assert found["Russian"].role == "source" and found["Russian"].hue == 2
    both = found["casualties"]
    assert (both.hue, both.cards, both.anchors) == (2, (7, 8), ("c7", "c8"))
    assert both.tag == "TUR\u00a0›\u00a0RUS"


def test_every_claim_has_a_place_to_lead_to(report: Report) -> None:
    anchors = [a for n in range(len(report.articles)) for mark in of(report, n) for a in mark.anchors]
    assert anchors == [f"c{n}" for n in range(len(report.claims))]


def test_an_uncertain_attribution_is_marked(report: Report) -> None:
    mark = next(mark for mark in of(report, 2) if mark.text == "Dozens were wounded")
    assert mark.uncertain
    assert mark.tag == "Sho\u00a0?"


def test_the_own_voice_of_an_article_has_no_tag(report: Report) -> None:
    mark = next(mark for mark in of(report) if mark.role == "voice")
    assert mark.text.startswith("More than a million") and not mark.tag


def test_an_attribution_without_a_claim_is_marked_too(report: Report) -> None:
    where = report.articles[0].text.index("hit a patrol")
    more = Attribution("x", "a1", (), (), (Span(where, where + 12),), manner=Manner.PASSIVE)
    found = of(replace(report, attributions=(*report.attributions, more)))
    mark = next(mark for mark in found if mark.text == "hit a patrol")
    assert mark.cards == (len(report.claims),)
    assert mark.tag == "?"


def test_a_headline_is_a_paragraph_even_if_nothing_parts_it(report: Report) -> None:
    first = replace(report.articles[0], headline=Span(0, 27))
    article = next(
        iter(marked_articles(replace(report, articles=(first, *report.articles[1:])), badges(report)))
    )
    assert [p.headline for p in article.paragraphs] == [True, False]
