"""The report as people see it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claims.core.report import Report, Skipped
from claims.reporting.markdown import render_markdown
from claims.reporting.sanitise import is_safe, plain
from claims.reporting.text import render_text

WIDTHS = [40, 41, 60, 80, 100, 120, 160, 200]
RULE = "─"
DRAWING = re.compile(r"[●├┤▶┄─]|^ +0 [\d, ]+$", re.MULTILINE)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def letters(text: str) -> str:
    return "".join(DRAWING.sub("", text).split())


def flowing(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def shown(report: Report) -> str:
    return render_text(report, 80)


def test_the_order_is_that_in_which_people_read(shown: str) -> None:
    parts = [
        "2 contradictions and 1 differing account",
        "The Northern Echo, 8 May 2024",
        "Where accounts part",
        "CONTRADICTS on count",
        "CONTRADICTS on blame",
        "DIFFERS on count",
        "Figures that moved",
        "Corroborated",
        "Every claim, by source",
        "No source named",
        "In the article's own voice",
        "It does not say who is right",
    ]
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


def test_a_disagreement_says_who_in_what_words_how_sure_and_why(shown: str) -> None:
    block = flowing(DRAWING.sub("", shown[shown.index("1. How many") : shown.index("2. Who was")]))
    assert block == (
        "1. How many Talvan soldiers were hurt near Sarn? CONTRADICTS on count · very likely 0.91 "
        "A None Talvan officials (official, Talva), via Newswire "
        "“none of its soldiers were hurt” [a1:230–260] "
        "B Some Ruvian defence ministry (military, Ruvia) “Talvan casualties” [a1:287–304] "
        "A Talvan officials 0 B Ruvian defence ministry 1 or more "
        "Why • One says that none of Talva's soldiers were hurt, the other that there were Talvan casualties."
    )


def test_places_lead_to_the_words_in_the_raw_text(shown: str, report: Report) -> None:
    quoted = re.findall(r"“([^”]*)” \[(a\d):(\d+)–(\d+)\]", flowing(shown))
    assert len(quoted) > 10
    for words, article, start, end in quoted:
        assert plain(report.article(article).raw[int(start) : int(end)]) == words


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("• denies: The Hill Front attacked the market.", id="a denial is marked"),
        pytest.param("• declines to say: The toll is right.", id="a refusal to confirm is marked"),
        pytest.param(
            "• Three soldiers were injured. [a1:73–100] · indirect speech", id="an assertion is not"
        ),
        pytest.param("indirect speech · uncertain 0.42", id="an unlikely attribution is marked"),
        pytest.param("Then 17 people · Civil defence", id="a figure that moved"),
        pytest.param("2 of 6 left out", id="what could not be read"),
        pytest.param("in/rows.jsonl:7: the line is not JSON", id="and why"),
    ],
)
def test_says(line: str, shown: str) -> None:
    assert line in flowing(shown)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
def test_fits_its_width(width: int, colour: bool, report: Report) -> None:
    lines = ESCAPE.sub("", render_text(report, width, colour)).splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("width", WIDTHS)
def test_cuts_nothing_off(width: int, shown: str, report: Report) -> None:
    assert Counter(letters(render_text(report, width))) == Counter(letters(shown))


def test_sides_stand_next_to_each_other_where_there_is_room(report: Report) -> None:
    assert re.search(r"A  None +B  Some\n", render_text(report, 120))
    assert not re.search(r"A  None +B  Some\n", render_text(report, 80))


def test_colour_adds_nothing_but_colour(report: Report, shown: str) -> None:
    coloured = render_text(report, 80, colour=True)
    assert ESCAPE.search(coloured)
    assert ESCAPE.sub("", coloured) == shown


def test_nothing_of_a_hostile_article_is_obeyed(shown: str) -> None:
    assert not {c for c in shown if not c.isprintable()} - {"\n"}
    assert "[bold]Calm[/bold] <script>alert(1)</script>" in shown


@given(text=st.text(st.characters(exclude_categories=()), min_size=1), width=st.integers(40, 200))
def test_any_statement_is_shown_whole_within_the_width(text: str, width: int, peaceful: Report) -> None:
    odd = replace(peaceful.claims[0], statement=text, text=text)
    output = render_text(replace(peaceful, claims=(odd, *peaceful.claims[1:])), width)
    assert letters(plain(text)) in letters(output)
    assert all(cell_len(line) <= width for line in output.splitlines())
    assert is_safe(flowing(output))


def test_no_disagreement_is_said_in_words(peaceful: Report) -> None:
    output = render_text(peaceful, 80)
    assert output.startswith("No disagreement found\n")
    assert "No disagreement found among these claims." in output
    assert "No claim is borne out by a second, independent source." in output
    assert "Figures that moved" not in output


def test_no_claim_is_said_in_words(silent: Report) -> None:
    output = render_text(silent, 80)
    assert "No claim found." in output
    assert "Where accounts part" not in output


def test_left_out_inputs_are_listed_even_without_a_claim(silent: Report) -> None:
    output = render_text(replace(silent, skipped=(Skipped("b.txt", "the file is empty"),)), 80)
    assert "1 of 2 left out" in output


def test_many_articles_are_listed_at_the_end(report: Report) -> None:
    more = tuple(replace(report.articles[1], id=f"b{n}", title=f"Title {n}") for n in range(6))
    output = render_text(replace(report, articles=report.articles + more), 80)
    top, rest = output.split("and 6 more articles, listed at the end")
    assert "Title 5" not in top
    assert all(f"b{n} Title {n}" in rest for n in range(6))


@pytest.mark.parametrize("rendered", [render_text, render_markdown], ids=["text", "markdown"])
def test_pairs_that_part_on_no_question_are_counted(
    rendered: Callable[[Report], str], report: Report
) -> None:
    all_asked, some_asked, none_asked = (
        flowing(rendered(replace(report, disagreements=report.disagreements[:number])))
        for number in (3, 1, 0)
    )
    assert "without a question of their own" not in all_asked
    assert "2 more pairs of claims part, without a question of their own" in some_asked
    assert "3 more pairs of claims part, without a question of their own" in none_asked
    assert "No disagreement found" not in none_asked
