from __future__ import annotations

import csv
import importlib.util
import json
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import pytest

from claims.core.article import Article
from claims.core.errors import InputError, MissingExtraError
from claims.core.report import Skipped
from claims.reading import ReadingOptions, articles_from

BODY = "A bomb struck a patrol near Ariha on Tuesday, officials said."


def jsonl(path: Path, rows: Sequence[object]) -> str:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def read(path: str, options: ReadingOptions | None = None) -> tuple[list[Article], list[Skipped]]:
    found = list(articles_from(path, options))
    return [a for a in found if isinstance(a, Article)], [s for s in found if isinstance(s, Skipped)]


def test_row_becomes_an_article(tmp_path: Path) -> None:
    row = {
        "ID": 7,
        "Headline": "Bomb hits patrol",
        "maintext": BODY,
        "source": {"id": "x", "name": "Example Post"},
    }
    path = jsonl(tmp_path / "a.jsonl", [row | {"link": "http://example.org/1", "date_publish": "2020-07-14"}])
    ((article,), skipped) = read(path)
    assert skipped == []
    assert (article.id, article.title, article.outlet) == ("7", "Bomb hits patrol", "Example Post")
    assert (article.url, str(article.published), article.path) == ("http://example.org/1", "2020-07-14", path)
    assert article.raw == article.text == BODY


def test_the_day_that_an_article_prints_counts_before_that_of_its_row(tmp_path: Path) -> None:
    rows = [
        {"text": f"Published July 15 2020 {BODY}", "date": "2019-01-02"},
        {"text": f"05-07-2020 {BODY}", "date": "2020-07-05"},
    ]
    printed, ambiguous = read(jsonl(tmp_path / "a.jsonl", rows))[0]
    assert (str(printed.published), printed.text) == ("2020-07-15", BODY)
    assert str(ambiguous.published) == "2020-07-05"


@pytest.mark.parametrize(
    "name", ["text", "content", "Body", "article_content", "maintext", "Article Content"]
)
def test_names_of_the_text(tmp_path: Path, name: str) -> None:
    assert read(jsonl(tmp_path / "a.jsonl", [{name: BODY}]))[0][0].text == BODY


def test_bad_lines_are_told_and_the_others_count(tmp_path: Path) -> None:
    rows = [
        *({"text": BODY}, '{"text": "cut', "[1]", {"text": ""}, {"text": 5}, "", {"title": "no text"}),
        *(
            '{"text": ' + "[" * 100_000,
            '{"text": ' + "9" * 5000 + "}",
            {"text": "2 min read"},
            {"text": BODY},
        ),
    ]
    path = jsonl(tmp_path / "a.jsonl", rows)
    articles, skipped = read(path)
    assert [a.id for a in articles] == ["a-1", "a-11"]
    assert [s.where for s in skipped] == [f"{path}:{n}" for n in (2, 3, 4, 5, 7, 8, 9, 10)]
    assert "broken JSON" in skipped[0].why
    assert all("\n" not in s.why for s in skipped)


def test_archive_of_broken_lines_is_an_error(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", ["{", "nonsense"])
    with pytest.raises(InputError, match=r"none of its rows can be used.*a\.jsonl:1"):
        read(path)


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
@pytest.mark.parametrize(("option", "asked"), [("text_column", "words"), ("date_column", "day")])
def test_wrong_column_lists_the_columns(tmp_path: Path, suffix: str, option: str, asked: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text('{"text": "A b.", "lang": "en"}\n' if suffix == ".jsonl" else "text,lang\nA b.,en\n")
    with pytest.raises(InputError) as caught:
        read(str(path), ReadingOptions(**{option: asked}))  # type: ignore[arg-type]
    assert caught.value.why == f"has no column '{asked}' (its columns: lang, text)"


def test_no_column_of_text(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"--text-column .its columns: a, b"):
        read(jsonl(tmp_path / "a.jsonl", [{"a": "x", "b": "y"}]))


def test_named_columns(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", [{"text": "not this", "words": BODY, "head": "Bomb"}])
    options = ReadingOptions(text_column="words", title_column="HEAD")
    assert [(a.text, a.title) for a in read(path, options)[0]] == [(BODY, "Bomb")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    text = 'Café hit, “three hurt”.\r\n\r\nA "witness" said so; others did not.'
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(
            [["title", "Text"], ["Bomb", text], [], ["Fire", BODY]]
        )
    articles, skipped = read(str(path))
    assert [(a.id, a.raw, a.title) for a in articles] == [("a-2", text, "Bomb"), ("a-6", BODY, "Fire")]
    assert skipped == []


def test_csv_rows_that_do_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        f'title,text\na,"{BODY}"\nb\nc,"x"y\nd,{BODY},e\nf,"{BODY}"\ng,"never closed\n', encoding="utf-8"
    )
    articles, skipped = read(str(path))
    assert [a.title for a in articles] == ["a", "f"]
    assert [s.where for s in skipped] == [f"{path}:{n}" for n in (3, 4, 5, 7)]


def test_long_csv_field_is_read_and_the_module_limit_left_alone(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    path = tmp_path / "a.csv"
    path.write_text("text\n" + "\n".join(["the words of " * 23_077, f'"{BODY}"']))
    assert [len(a.raw) for a in read(str(path))[0]] == [300_001, len(BODY)]
    assert csv.field_size_limit() == before


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_rows_over_the_limit_are_left_out(tmp_path: Path, suffix: str) -> None:
    texts = ["word " * 1000, BODY]
    path = tmp_path / f"a{suffix}"
    if suffix == ".jsonl":
        jsonl(path, [{"text": text} for text in texts])
    else:
        path.write_text("text\n" + "\n".join(f'"{text}"' for text in texts))
    articles, skipped = read(str(path), ReadingOptions(most_bytes=1000))
    assert [a.text for a in articles] == [BODY]
    assert "larger than 1000 bytes" in skipped[0].why


def test_lines_in_different_encodings(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    text = "The café was hit, neighbours said."
    line = json.dumps({"text": text}, ensure_ascii=False)
    path.write_bytes(line.encode("utf-8") + b"\n" + line.encode("cp1252"))
    assert [a.text for a in read(str(path))[0]] == [text, text]


def test_lone_surrogates_become_characters(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", ['{"text": "Bomb \\ud800 in Ariha, officials said."}'])
    (article,) = read(path)[0]
    assert article.raw.encode("utf-8").decode() == "Bomb \ufffd in Ariha, officials said."


def test_archives_are_streamed(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", [{"text": BODY}] * 300 + ["broken"])
    first = list(islice(articles_from(path), 3))
    assert [a.id for a in first if isinstance(a, Article)] == ["a-1", "a-2", "a-3"]


@pytest.mark.parametrize("content", [b"", b"  \n\n", b"\0\1\2" * 50], ids=["empty", "blank", "binary"])
@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_archives_that_are_none(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    with pytest.raises(InputError):
        read(str(path))


def test_csv_with_nothing_but_a_header(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text\n")
    with pytest.raises(InputError, match="holds no rows"):
        read(str(path))


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="pyarrow is not installed")
def test_parquet(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    rows = [
        {"body": BODY, "title": "Bomb", "date": "2020-07-14"},
        {"body": None, "title": "None", "date": None},
    ]
    parquet.write_table(pa.Table.from_pylist(rows), path)
    articles, skipped = read(str(path))
    assert [(a.text, str(a.published)) for a in articles] == [(BODY, "2020-07-14")]
    assert [s.where for s in skipped] == [f"{path}:2"]
    path.write_bytes(b"no parquet")
    with pytest.raises(InputError, match="not a Parquet file"):
        read(str(path))


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is not None, reason="pyarrow is installed")
def test_parquet_without_its_library_says_what_to_install(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    path.write_bytes(b"PAR1")
    with pytest.raises(MissingExtraError, match=r"claims\[parquet\]"):
        read(str(path))
