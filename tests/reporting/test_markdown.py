"""The report as Markdown, read back by a Markdown parser."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claims.core.report import Report
from claims.reporting.markdown import escape, render_markdown
from claims.reporting.sanitise import plain

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TAG = re.compile(r"<[^>]+>")
OWN_TAGS = {"h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "hr", "br"}


def parsed(markdown: str) -> str:
    return str(PARSER.render(markdown))


@pytest.fixture(scope="module")
def written(report: Report) -> str:
    return render_markdown(report)


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    shown = parsed(f"- {escape(text)}").removeprefix("<ul>\n<li>").removesuffix("</li>\n</ul>\n")
    assert html.unescape(shown) == plain(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# no heading #", id="heading"),
        pytest.param("> no quote", id="quote"),
        pytest.param("1) no list", id="ordered list"),
        pytest.param("- no list", id="list"),
        pytest.param("---", id="rule"),
        pytest.param("[no](http://example.org) ![link](x)", id="link and image"),
        pytest.param("<b>no</b> &amp; <!-- tag -->", id="HTML"),
        pytest.param("*no* __emphasis__ ~~here~~ `nor code`", id="emphasis"),
        pytest.param("a | b", id="table"),
        pytest.param("ends in a backslash \\", id="backslash"),
    ],
)
def test_markup_in_an_article_is_mere_text(text: str) -> None:
    assert html.unescape(parsed(escape(text))) == f"<p>{text}</p>\n"
    assert html.unescape(TAG.sub("", parsed(f"### {escape(text)}"))) == f"{text}\n"


@pytest.mark.parametrize("text", ["see http://example.org/a", "WWW.example.org"])
def test_addresses_in_an_article_become_no_links(text: str) -> None:
    assert not re.search(r"http://|www\.", escape(text), re.IGNORECASE)
    assert html.unescape(parsed(escape(text))) == f"<p>{text}</p>\n"


def test_only_our_own_markup_is_in_the_report(written: str) -> None:
    tags = set(re.findall(r"<\/?([a-z0-9]+)", parsed(written)))
    assert tags == OWN_TAGS


def test_parts_stand_in_the_same_order_as_in_the_text_report(written: str) -> None:
    headings = re.findall(r"<h2>(.*?)</h2>", parsed(written))
    assert headings == [
        "Where accounts part",
        "Figures that moved",
        "Corroborated",
        "Every claim, by source",
        "2 of 6 left out",
    ]


def test_sides_of_a_question_are_nested_lists(written: str) -> None:
    first = parsed(written).split("<h3>")[1]
    assert "1. How many Talvan soldiers were hurt near Sarn?" in first
    assert re.search(
        r"<li><strong>None</strong>\s*<ul>\s*<li><strong>Talvan officials</strong> \(official, Talva\), "
        r"via Newswire\s*<ul>\s*<li>“none of its soldiers were hurt” \(a1:230–260\)</li>",
        first,
    )


def test_is_tidy(written: str) -> None:
    assert "\n\n\n" not in written
    assert written.endswith("\n") and not written.endswith("\n\n")


def test_no_disagreement_is_said_in_words(peaceful: Report) -> None:
    assert "No disagreement found among these claims." in render_markdown(peaceful)


def test_no_claim_is_said_in_words(silent: Report) -> None:
    written = render_markdown(silent)
    assert "No claim found." in written
    assert "##" not in written
