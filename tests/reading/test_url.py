from __future__ import annotations

import time

import pytest

from claims.core.article import Article
from claims.core.errors import InputError
from claims.reading import ReadingOptions, articles_from

OPTIONS = ReadingOptions(timeout=0.8, most_bytes=200_000)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def read(url: str) -> Article:
    (article,) = articles_from(url, OPTIONS)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("name", ["ok", "untyped", "zipped", "moved"])
def test_pages_are_read(server: str, name: str) -> None:
    article = read(f"{server}/{name}")
    assert article.title == "Blast hits joint patrol near Ariha"
    assert article.url == f"{server}/{name}"
    assert (article.id, article.path, article.outlet) == (name, None, "Example Post")
    assert "three wounded soldiers" in article.text


def test_plain_text_is_read(server: str) -> None:
    assert read(f"{server}/plain").text == "Bomb hits patrol\n\nA bomb hit a patrol near Ariha."


def test_header_with_the_wrong_charset(server: str) -> None:
    assert "“both”" in read(f"{server}/wrong-charset").text


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("missing", "404"),
        ("broken", "503"),
        ("nothing", "204"),
        ("empty", "is empty"),
        ("picture", "neither a web page nor text (image/png)"),
        ("disguised", "not text"),
        ("cut", "the connection broke"),
        ("bomb", "larger than 0.2 MB"),
        ("large", "larger than 0.2 MB"),
        ("circle", "redirects"),
        ("corridor", "redirects"),
        ("to-file", "redirects to something other"),
    ],
)
def test_pages_that_cannot_be_used(server: str, name: str, why: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f"{server}/{name}")
    assert caught.value.where == f"{server}/{name}"
    assert why in caught.value.why
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["drip", "drip-headers", "silent"])
def test_slow_pages_hit_the_total_time(server: str, name: str) -> None:
    start = time.monotonic()
    with pytest.raises(InputError, match=r"within 0\.8 seconds"):
        read(f"{server}/{name}")
    assert 0.7 < time.monotonic() - start < 1.6


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http://127.0.0.1:1/",
        "http://127.0.0.1:port/",
        "https://[::1",
        "http://\u2603\u2603..x/",
        "ftp://127.0.0.1/a",
    ],
)
def test_addresses_that_cannot_be_reached(url: str) -> None:
    with pytest.raises(InputError) as caught:
        list(articles_from(url, OPTIONS))
    assert caught.value.where == url
