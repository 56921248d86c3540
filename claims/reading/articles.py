"""From what was named on the command line to articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from claims.core.article import Article
from claims.core.errors import ClaimsError, InputError
from claims.core.report import Skipped
from claims.reading.archives import ARCHIVE_SUFFIXES, Row, column_names, rows
from claims.reading.cleaning import clean
from claims.reading.columns import Columns, find_columns, text_of
from claims.reading.dateline import without_dateline
from claims.reading.dates import parse_date
from claims.reading.encoding import NotTextError, decode, without_surrogates
from claims.reading.fetch import fetch, is_url
from claims.reading.html import declared_charset, looks_like_html, read_page
from claims.reading.language import NOT_ENGLISH, is_foreign
from claims.reading.markdown import visible
from claims.reading.options import ReadingOptions
from claims.reading.paragraphs import Visible

_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
_SUFFIXES = _HTML_SUFFIXES | _MARKDOWN_SUFFIXES | ARCHIVE_SUFFIXES | {".txt"}
_STDIN = "<stdin>"
_NO_ARTICLE = "holds no article: nothing is left without page furniture"


def articles_from(
    path: str, options: ReadingOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | Skipped]:
    """Read the articles of one input.

    Parameters
    ----------
    path
        ``-`` for standard input, an http or https address, a file (.txt, .md, .html, .jsonl, .csv,
        .parquet; any other is read as text if it is text), or a folder of such files.
    options
        Columns and limits.
    stdin
        What ``-`` stands for; the process's own standard input if None.

    Yields
    ------
    Articles in the order of the input, and :class:`Skipped` for rows and, in a folder, files that
    cannot be read; the others still count.

    Raises
    ------
    InputError
        If the input cannot be used at all.
    MissingExtraError
        If it is a Parquet file and pyarrow is not installed.
    """
    options = options or ReadingOptions()
    if path == "-":
        yield _from_stdin(options, stdin or _own_stdin())
    elif is_url(path):
        yield _from_url(path, options)
    else:
        yield from _from_disk(path, options)


def article_from_text(
    text: str,
    *,
    id: str = "text",
    path: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: date | None = None,
    visible: Visible | None = None,
) -> Article:
    r"""Clean a text and make an article of it.

    Parameters
    ----------
    text
        The text as it was given.
    id, path, title, outlet, url, published
        What is known of it; a missing title or date is taken from the text where it stands there.
    visible
        What of a line is text, for text with markup in it.

    Examples
    --------
    >>> article = article_from_text("Bomb in Ariha\n2 min read\nA bomb hit a patrol on Tuesday.")
    >>> article.title, article.text
    ('Bomb in Ariha', 'Bomb in Ariha\n\nA bomb hit a patrol on Tuesday.')
    """
    raw = without_surrogates(text)
    cleaned = without_dateline(clean(raw, title, visible))
    if title is None and cleaned.headline:
        title = cleaned.headline.of(cleaned.text)
    return Article(
        id=id,
        raw=raw,
        text=cleaned.text,
        pieces=cleaned.pieces,
        headline=cleaned.headline,
        path=path,
        title=title,
        outlet=outlet,
        url=url,
        published=published or cleaned.published,
    )


def unusable(article: Article) -> str | None:
    """Why nothing can be read out of ``article``; None if it can be used.

    Examples
    --------
    >>> unusable(article_from_text("Взрыв произошёл на рынке города."))
    'not in English, which is all that the models read'
    """
    if not article.text:
        return _NO_ARTICLE
    return NOT_ENGLISH if is_foreign(article.text) else None


def with_unique_ids(articles: Iterable[Article | Skipped]) -> Iterator[Article | Skipped]:
    """Give each article whose id was used before a number: ``bomb``, ``bomb-2``, ``bomb-3``.

    Examples
    --------
    >>> given = [article_from_text("One.", id="a"), article_from_text("Two.", id="a")]
    >>> [article.id for article in with_unique_ids(given)]
    ['a', 'a-2']
    """
    used: set[str] = set()
    latest: dict[str, int] = {}
    for article in articles:
        if isinstance(article, Article):
            id = article.id
            while id in used:
                latest[article.id] = latest.get(article.id, 1) + 1
                id = f"{article.id}-{latest[article.id]}"
            used.add(id)
            yield article if id == article.id else replace(article, id=id)
        else:
            yield article


def _own_stdin() -> BinaryIO:
    if sys.stdin is None:  # a service or a shell has closed it
        raise InputError(_STDIN, "is closed")
    return sys.stdin.buffer


def _from_stdin(options: ReadingOptions, stdin: BinaryIO) -> Article:
    data = _limited(stdin, _STDIN, options)
    text = _decoded(data, _STDIN, declared_charset(data))
    return _single(text, looks_like_html(text), where=_STDIN, id="stdin", path=None)


def _from_url(url: str, options: ReadingOptions) -> Article:
    fetched = fetch(url, options)
    text = _decoded(fetched.data, url, fetched.charset or declared_charset(fetched.data))
    is_html = looks_like_html(text) if fetched.is_html is None else fetched.is_html or looks_like_html(text)
    parts = urlsplit(url)
    stem = PurePosixPath(unquote(parts.path)).stem
    return _single(text, is_html, where=url, id=stem or parts.hostname or url, path=None, url=url)


def _from_disk(path: str, options: ReadingOptions) -> Iterator[Article | Skipped]:
    if not path:
        raise InputError("''", "an empty name names no input")
    if "://" in path[:12]:
        raise InputError(path, "only http and https addresses are read")
    try:
        place = Path(path)
        if place.is_dir():
            yield from _from_folder(place, options)
        elif not place.exists():
            raise InputError(path, "there is no such file or folder")
        else:
            yield from _from_file(place, options)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(path, f"cannot be read ({reason})") from None


def _from_folder(folder: Path, options: ReadingOptions) -> Iterator[Article | Skipped]:
    found = False
    for file in _files(folder):
        try:
            for article in _from_file(file, options):
                found = found or isinstance(article, Article)
                yield article
        except InputError as error:
            yield Skipped(error.where, error.why)
        except ClaimsError as error:
            yield Skipped(str(file), str(error))
        except OSError as error:
            yield Skipped(str(file), f"cannot be read ({error.strerror or error})")
    if not found:
        raise InputError(str(folder), f"holds no article that can be read ({', '.join(sorted(_SUFFIXES))})")


def _files(folder: Path) -> list[Path]:
    """The files below ``folder`` that may hold articles, in order; hidden ones are not looked at."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(place) / name for name in names if not name.startswith("."))
        found += [file for file in files if file.suffix.lower() in _SUFFIXES and file.is_file()]
    return sorted(found)


def _from_file(path: Path, options: ReadingOptions) -> Iterator[Article | Skipped]:
    if path.suffix.lower() in ARCHIVE_SUFFIXES:
        yield from _from_archive(path, options)
        return
    with path.open("rb") as file:
        data = _limited(file, str(path), options)
    suffix = path.suffix.lower()
    declared = declared_charset(data) if suffix in _HTML_SUFFIXES else None
    text = _decoded(data, str(path), declared)
    is_html = suffix in _HTML_SUFFIXES or (suffix not in _SUFFIXES and looks_like_html(text))
    markup = visible if suffix in _MARKDOWN_SUFFIXES else None
    yield _single(text, is_html, where=str(path), id=path.stem, path=str(path), visible=markup)


def _from_archive(path: Path, options: ReadingOptions) -> Iterator[Article | Skipped]:
    names, given = column_names(rows(path, options))
    columns: Columns | None = None
    first: Skipped | None = None
    found = False
    for row in given:
        if isinstance(row, Row):
            columns = columns or find_columns(names, options, str(path))
            article = _from_row(row, columns, path, options)
        else:
            article = row
        found = found or isinstance(article, Article)
        if isinstance(article, Skipped):
            first = first or article
        yield article
    if not found:
        why = (
            f"none of its rows can be used; the first: {first.where}: {first.why}"
            if first
            else "holds no rows"
        )
        raise InputError(str(path), why)


def _from_row(row: Row, columns: Columns, path: Path, options: ReadingOptions) -> Article | Skipped:
    where = f"{path}:{row.number}"
    text = row.fields.get(columns.text)
    if not isinstance(text, str) or not text.strip():
        return Skipped(where, f"its field {columns.text!r} holds no text")
    if len(text) > options.most_bytes:
        return Skipped(where, f"is larger than {options.limit}, the limit of one text")
    article = article_from_text(
        text,
        id=text_of(row.fields, columns.id) or f"{path.stem}-{row.number}",
        path=str(path),
        title=text_of(row.fields, columns.title),
        outlet=text_of(row.fields, columns.outlet),
        url=text_of(row.fields, columns.url),
    )
    # Archives often hold another day (of the event, of the crawl) than the article itself prints.
    if article.published is None and columns.date:
        article = replace(article, published=parse_date(row.fields.get(columns.date)))
    why = unusable(article)
    return Skipped(where, why) if why else article


def _single(
    text: str,
    is_html: bool,
    *,
    where: str,
    id: str,
    path: str | None,
    url: str | None = None,
    visible: Visible | None = None,
) -> Article:
    if is_html:
        page = read_page(text, url)
        article = article_from_text(
            page.text,
            id=id,
            path=path,
            title=page.title,
            outlet=page.outlet,
            url=page.url,
            published=page.published,
        )
    else:
        article = article_from_text(text, id=id, path=path, url=url, visible=visible)
    why = unusable(article)
    if why:
        raise InputError(where, why)
    return article


def _limited(file: BinaryIO, where: str, options: ReadingOptions) -> bytes:
    data = file.read(options.most_bytes + 1)
    if len(data) > options.most_bytes:
        raise InputError(
            where,
            f"is larger than {options.limit}, the limit of one text: "
            "cut it into articles, one a file or one a line of a .jsonl archive",
        )
    if not data.strip():
        raise InputError(where, "is empty")
    return data


def _decoded(data: bytes, where: str, declared: str | None) -> str:
    try:
        text = decode(data, declared)
    except NotTextError as error:
        raise InputError(where, f"cannot be read: {error}") from None
    if not text.strip():
        raise InputError(where, "is empty")
    return text
