from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.core.article import Article
from claims.core.errors import InputError
from claims.reading import articles_from
from claims.reading.html import looks_like_html, read_page


def read(path: Path) -> Article:
    (article,) = articles_from(str(path))
    assert isinstance(article, Article)
    return article


def test_dirty_page_becomes_its_article(tmp_path: Path, page: str) -> None:
    file = tmp_path / "blast.html"
    file.write_text(page, encoding="utf-8")
    article = read(file)
    assert article.id == "blast"
    assert article.headline
    assert article.headline.of(article.text) == article.title == "Blast hits joint patrol near Ariha"
    assert (article.outlet, str(article.published)) == ("Example Post", "2020-07-14")
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == 4
    assert [p.split()[0] for p in paragraphs] == ["Blast", "A", "The", "Turkey"]
    for start, raw in article.pieces:
        assert article.text[start : start + raw.end - raw.start] == raw.of(article.raw)


def test_a_heading_outside_of_the_article_is_read(page: str) -> None:
    heading = "<h1>Blast hits joint patrol near Ariha</h1>"
    moved = page.replace(heading, "").replace("<nav>", f"<header>{heading}</header><nav>")
    assert read_page(moved).text.startswith("Blast hits joint patrol near Ariha\n")


def test_html_on_standard_input_is_seen(page: str) -> None:
    (article,) = articles_from("-", stdin=BytesIO(page.encode()))
    assert isinstance(article, Article)
    assert "<p>" not in article.text
    assert article.id == "stdin"


def test_meta_charset_counts(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    html = (
        "<html><head><meta charset='windows-1254'></head><body><p>Kılıç said that the road to İdlib was open."
    )
    file.write_bytes(html.encode("cp1254"))
    assert "Kılıç said that the road to İdlib" in read(file).text


@pytest.mark.parametrize(
    "html",
    [
        "<p>A bomb hit a patrol<p>near <b>Ariha",
        "<html><body><div><p>A bomb hit a patrol near Ariha.</div></span></body>",
        "<?xml version='1.0' encoding='utf-16'?><html><body><p>A bomb hit a patrol.</p></body></html>",
        "<body><nav>Home</nav><div>A bomb hit a patrol near Ariha.</div><script>x</script></body>",
        "<p>A bomb hit a patrol \0 near Ariha.",
    ],
    ids=["unclosed", "crossed", "xml declaration", "no paragraphs", "zero byte"],
)
def test_broken_pages_are_read(html: str) -> None:
    text = read_page(html).text
    assert "A bomb hit a patrol" in text
    assert "Home" not in text


@pytest.mark.parametrize(
    "html", ["<html>", "<html><body><script>x()</script></body></html>", "<!-- ", "<p></p>"], ids=str
)
def test_page_without_text_is_an_error(tmp_path: Path, html: str) -> None:
    file = tmp_path / "a.html"
    file.write_text(html)
    with pytest.raises(InputError, match="holds no article"):
        read(file)


@given(
    st.lists(
        st.sampled_from(["<p>", "</div>", "<div ", "<!--", "word", "&amp", "\0", "<br/>", "é", "<table>"])
    ).map("".join)
)
@settings(max_examples=60, deadline=None)
def test_no_page_raises(html: str) -> None:
    assert isinstance(read_page(html).text, str)


def test_deep_nesting_is_read() -> None:
    assert isinstance(read_page("<div>" * 5000 + "A bomb hit a patrol.").text, str)


@pytest.mark.parametrize(
    ("text", "is_html"),
    [
        ("<!DOCTYPE html><title>x", True),
        ("\n<!-- c --><html lang='en'>", True),
        ("<p class='x'>Bomb", True),
        ("<3 soldiers hurt>", False),
        ("Bomb <p> hits", False),
        ("<unnamed> said so", False),
    ],
)
def test_html_is_known_by_its_start(text: str, is_html: bool) -> None:
    assert looks_like_html(text) is is_html


def test_two_pages_do_not_share_memory(page: str) -> None:
    assert [read_page(page).text for _ in range(4)] == [read_page(page).text] * 4
