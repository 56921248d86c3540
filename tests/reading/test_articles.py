from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from claims.core.article import Article
from claims.core.errors import InputError
from claims.core.report import Skipped
from claims.core.spans import Span
from claims.reading import ReadingOptions, article_from_text, articles_from, with_unique_ids

TEXT = "Bomb hits patrol\n2 min read\nA bomb struck a patrol near Ariha on Tuesday, officials said.\n"
CLEAN = "Bomb hits patrol\n\nA bomb struck a patrol near Ariha on Tuesday, officials said."


def read(path: Path | str, options: ReadingOptions | None = None) -> list[Article | Skipped]:
    return list(articles_from(str(path), options))


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.md", "a", "a.log"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_files(tmp_path: Path, name: str, encoding: str) -> None:
    path = tmp_path / name
    path.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    (article,) = read(path)
    assert isinstance(article, Article)
    assert (article.id, article.path, article.text) == ("a", str(path), CLEAN)
    assert article.raw == TEXT.replace("\n", "\r\n")
    assert article.title == "Bomb hits patrol"


def test_standard_input() -> None:
    (article,) = articles_from("-", stdin=BytesIO(TEXT.encode()))
    assert isinstance(article, Article)
    assert (article.id, article.path, article.text) == ("stdin", None, CLEAN)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"\x7fELF\0\0\0", "not text"),
        (b"2 min read\n|\n", "holds no article"),
        (b"word " * 400, "larger than 1000 bytes"),
    ],
    ids=["empty", "blank", "binary", "furniture", "large"],
)
def test_files_that_cannot_be_used(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read(path, ReadingOptions(most_bytes=1000))
    assert caught.value.where == str(path)
    assert why in caught.value.why
    assert "\n" not in str(caught.value)


def test_fifty_megabytes_say_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match="larger than 20 MB, the limit of one text"):
        read(path)


@pytest.mark.parametrize(
    "path", ["", "missing.txt", "a\0b", "x" * 5000, "ftp://example.org/a", "file:///etc/hosts"]
)
def test_paths_that_lead_nowhere(path: str) -> None:
    with pytest.raises(InputError):
        read(path)


def test_folder_in_order_with_what_was_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.md", "sub/c.jsonl", ".hidden/x.txt", "picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    (tmp_path / "sub" / "c.jsonl").write_text('{"text": "A bomb hit Ariha."}\nnonsense\n')
    (tmp_path / "empty.txt").touch()
    (tmp_path / "broken.jsonl").write_text("nonsense\n")
    found = read(tmp_path)
    assert [a.id for a in found if isinstance(a, Article)] == ["b", "a", "c-1"]
    assert [Path(s.where).name for s in found if isinstance(s, Skipped)] == [
        *("broken.jsonl:1", "broken.jsonl", "empty.txt", "c.jsonl:2")
    ]


def test_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    with pytest.raises(InputError, match="holds no article"):
        read(tmp_path)


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "# Bomb hits *patrol*\n\n"
        "Three **soldiers** were hurt, the [ministry](http://example.org/a_b) said.\n\n"
        "> None were hurt, said snake_case officials.\n\n---\n\n- One `vehicle` was damaged.\n"
    )
    (article,) = read(path)
    assert isinstance(article, Article)
    assert article.text.split("\n\n") == [
        "Bomb hits patrol",
        "Three soldiers were hurt, the ministry said.",
        "None were hurt, said snake_case officials.",
        "One vehicle was damaged.",
    ]
    start = article.text.index("soldiers were")
    spans = article.raw_spans([Span(start, start + len("soldiers were"))])
    assert [span.of(article.raw) for span in spans] == ["soldiers", " were"]


def test_ids_are_unique_over_a_run() -> None:
    given = [article_from_text("One.", id=id) for id in ("a", "a", "a-2", "b", "a")]
    ids = [a.id for a in with_unique_ids([*given, Skipped("x", "y")]) if isinstance(a, Article)]
    assert ids == ["a", "a-2", "a-2-2", "b", "a-3"]


def test_what_is_known_goes_before_what_is_read() -> None:
    article = article_from_text(f"Published 14 July 2020\n{TEXT}", title="Another title")
    assert article.title == "Another title"
    assert article.headline is None
    assert str(article.published) == "2020-07-14"


def test_a_closed_standard_input_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputError, match="<stdin>: is closed"):
        list(articles_from("-"))
