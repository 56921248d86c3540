"""A reader at the page: what is seen first, and what a click leads to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from claims.core.report import Report
from tests.reporting.page.conftest import Reader, draw_graph

SIZES = [1280, 400]
SCHEMES = ["light", "dark"]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", SIZES)
def test_the_first_disagreement_is_seen_first(
    reader: Reader, report: Report, width: int, scheme: str
) -> None:
    page = reader.open(report, width, scheme)
    dispute = page.locator(".dispute").first
    assert dispute.locator("h3").inner_text() == "How many Talvan soldiers were hurt near Sarn?"
    for seen in (dispute.locator("h3"), *dispute.locator("blockquote").all()):
        box = seen.bounding_box()
        assert box["y"] >= 0 and box["y"] + box["height"] <= 900


@pytest.mark.parametrize("width", [*SIZES, 320])
def test_nothing_is_wider_than_the_screen(reader: Reader, report: Report, width: int) -> None:
    page = reader.open(report, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_sides_stand_next_to_each_other_where_there_is_room(reader: Reader, report: Report) -> None:
    for width, beside in ((1280, True), (400, False)):
        sides = reader.open(report, width).locator(".dispute").first.locator(".side")
        one, other = (sides.nth(n).bounding_box() for n in (0, 1))
        assert (one["y"] == other["y"]) is beside


def test_a_quotation_leads_to_its_words_and_their_card(opened: Any) -> None:
    opened.locator(".dispute blockquote a").first.click()
    focused = opened.locator(":focus")
    assert focused.inner_text() == "none of its soldiers were hurt"
    card = opened.locator("#card")
    assert card.is_visible()
    assert "Talvan officials (official, Talva)" in card.inner_text()
    assert "via Newswire · a1:230–260" in card.inner_text()
    assert focused.bounding_box()["y"] < 900


def test_a_card_leads_to_the_claim_that_contradicts(opened: Any) -> None:
    opened.locator(".dispute blockquote a").first.click()
    opened.locator("#card a", has_text="Talvan casualties").click()
    assert opened.locator(":focus").inner_text() == "Talvan casualties"
    assert "named in passing" in opened.locator("#card").inner_text()


def test_a_card_comes_and_goes_with_the_pointer(opened: Any) -> None:
    card = opened.locator("#card")
    opened.locator("#articles").scroll_into_view_if_needed()
    opened.locator("details.source-text > summary").first.click()
    opened.locator(".m", has_text="a vehicle was damaged").hover()
    card.wait_for(state="visible")
    opened.locator("#articles").hover()
    card.wait_for(state="hidden")


def test_a_card_that_was_asked_for_stays(opened: Any) -> None:
    opened.locator("details.source-text > summary").first.click()
    mark = opened.locator(".m", has_text="a vehicle was damaged")
    mark.click()
    opened.mouse.move(5, 5)
    opened.wait_for_timeout(500)
    assert opened.locator("#card").is_visible()
    opened.keyboard.press("Escape")
    assert opened.locator("#card").is_hidden()
    assert mark.evaluate("mark => mark === document.activeElement")


def test_an_uncertain_attribution_says_so_in_the_text_and_on_its_card(opened: Any) -> None:
    mark = opened.locator(".m.uncertain[role=button]")
    assert mark.get_attribute("data-tag").endswith("?")
    opened.locator("details.source-text > summary").nth(2).click()
    mark.focus()
    assert "uncertain 0.42" in opened.locator("#card").inner_text()


def test_a_field_of_the_matrix_shows_its_pairs_and_no_others(opened: Any) -> None:
    groups = opened.locator(".group:visible")
    assert groups.count() == 0
    field = opened.locator(".cell", has_text="Hill Front").first
    field.click()
    assert groups.count() == 1
    assert "The governor blames the Hill Front, which denies it." in groups.inner_text()
    assert field.get_attribute("aria-current") == "true"
    opened.locator(".cell", has_text="corroborates 1").first.click()
    assert groups.count() == 1
    assert "corroborates" in groups.inner_text().lower()
    groups.locator("blockquote a").first.click()
    assert opened.locator("#card").is_visible()
    assert groups.count() == 1


def test_the_matrix_is_the_same_both_ways(opened: Any) -> None:
    rows = [
        [cell.inner_text() for cell in row.locator("td").all()]
        for row in opened.locator(".matrix tbody tr").all()
    ]
    assert rows == [list(column) for column in zip(*rows, strict=True)]


def test_the_graph_tells_what_a_node_is_linked_with(opened: Any) -> None:
    draw_graph(opened)
    picker = opened.locator("#network-node")
    note = opened.locator("#network-note")
    picker.select_option(label="source: Talvan officials")
    assert "contradicts Ruvian defence ministry" in note.inner_text()
    assert "corroborates Ruvian defence ministry" in note.inner_text()
    opened.get_by_role("radio", name="Claims").check()
    picker.select_option(label="claim: There were Talvan casualties.")
    note.locator("a").click()
    assert opened.locator(":focus").inner_text() == "Talvan casualties"


def test_a_click_on_the_graph_chooses_a_node(opened: Any) -> None:
    draw_graph(opened)
    stage = opened.locator("#network-stage")
    where = stage.evaluate("stage => stage._cyreg.cy.nodes().map((n) => n.renderedPosition())[0]")
    stage.click(position=where)
    assert opened.locator("#network-node").input_value()
    for name in ("Zoom in", "Zoom out", "Whole"):
        opened.get_by_role("button", name=name).click()


def test_the_graph_has_parallel_edges_apart(opened: Any) -> None:
    draw_graph(opened)
    points = opened.locator("#network-stage").evaluate(
        "stage => stage._cyreg.cy.edges()"
        ".filter((edge) => edge.parallelEdges().length > 1).map((edge) => edge.midpoint())"
    )
    assert len(points) == 2
    assert abs(points[0]["x"] - points[1]["x"]) + abs(points[0]["y"] - points[1]["y"]) > 8


def test_a_page_without_any_claim_says_so(reader: Reader, silent: Report) -> None:
    page = reader.open(silent)
    assert "No claim found." in page.locator("footer").inner_text()
    assert page.locator("#sources, #graph, #figures").count() == 0


def test_a_page_without_disagreement_says_so(reader: Reader, peaceful: Report) -> None:
    assert "No disagreement found among these claims." in reader.open(peaceful).locator("main").inner_text()


def test_everything_can_be_read_without_scripts(reader: Reader, report: Report) -> None:
    page = reader.open(report, java_script_enabled=False)
    assert page.locator(".group:visible").count() == page.locator(".group").count() > 0
    assert page.locator("#network").is_hidden()


def test_all_that_is_closed_is_printed(opened: Any) -> None:
    opened.emulate_media(media="print")
    opened.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert opened.locator("details:not([open])").count() == 0
    assert opened.locator(".group:visible").count() == opened.locator(".group").count()
    assert opened.locator("nav").is_hidden()
    opened.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert opened.locator("details:not([open])").count() > 0


def test_one_article_is_open_from_the_start(reader: Reader, report: Report) -> None:
    first = report.articles[0]
    own = tuple(claim for claim in report.claims if claim.article == first.id)
    ids = {claim.id for claim in own}
    alone = replace(
        report,
        articles=(first,),
        claims=own,
        attributions=tuple(a for a in report.attributions if a.article == first.id),
        relations=tuple(r for r in report.relations if {r.a, r.b} <= ids),
        disagreements=report.disagreements[1:],
    )
    page = reader.open(alone)
    assert page.locator(".source-text .text").is_visible()
    assert first.title in page.title()
