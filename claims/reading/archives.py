"""Archives of articles, read row by row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, Protocol

from claims.core.errors import InputError, MissingExtraError
from claims.core.report import Skipped
from claims.reading.encoding import NotTextError, decode, marked, utf16_without_mark
from claims.reading.options import ReadingOptions

ARCHIVE_SUFFIXES = frozenset({".jsonl", ".csv", ".parquet"})

_SAMPLE = 65_536
_PARQUET_ROWS = 256


@dataclass(frozen=True)
class Row:
    """A row of an archive; ``number`` is its line, or its row where the format has no lines."""

    number: int
    fields: Mapping[str, object]


def rows(path: Path, options: ReadingOptions) -> Iterator[Row | Skipped]:
    """Read an archive, one row at a time, giving what cannot be read as :class:`Skipped`.

    Raises
    ------
    InputError
        If it is no archive of its kind at all.
    MissingExtraError
        If it is a Parquet file and pyarrow is not installed.
    """
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        yield from _parquet(path)
        return
    with path.open("rb") as file:
        yield from _jsonl(path, file, options) if suffix == ".jsonl" else _csv(path, file, options)


def column_names(
    given: Iterator[Row | Skipped], sample: int = 100
) -> tuple[list[str], Iterator[Row | Skipped]]:
    """The columns of the first rows, and all rows with those in front again.

    Lines of JSON need not all have the same fields, so one row is not enough.
    """
    first = list(islice(given, sample))
    names = dict.fromkeys(name for row in first if isinstance(row, Row) for name in row.fields)
    return list(names), chain(first, given)


def _jsonl(path: Path, file: BinaryIO, options: ReadingOptions) -> Iterator[Row | Skipped]:
    for number, line in _lines(path, file, options):
        if isinstance(line, Skipped):
            yield line
        elif line.strip():
            yield _json_row(path, number, line)


def _json_row(path: Path, number: int, line: str) -> Row | Skipped:
    where = f"{path}:{number}"
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        return Skipped(where, f"broken JSON ({error.msg.removesuffix(' at')} at character {error.colno})")
    except (ValueError, RecursionError):
        return Skipped(where, "broken JSON (a number too long, or nested too deep)")
    if not isinstance(fields, dict):
        return Skipped(where, "not a JSON object with an article's fields")
    return Row(number, fields)


def _csv(path: Path, file: BinaryIO, options: ReadingOptions) -> Iterator[Row | Skipped]:
    lines = _lines(path, file, options)
    first, head = next(((n, line) for n, line in lines if isinstance(line, str) and line.strip()), (1, ""))
    skipped: list[Skipped] = []
    reader = csv.reader(chain([head], _texts(lines, skipped)), delimiter=_delimiter(head), strict=True)
    try:
        header = _next_cells(reader, options.most_bytes) or []
    except csv.Error as error:
        raise InputError(f"{path}:{first}", f"has no readable header ({error})") from None
    while True:
        start = reader.line_num + first
        try:
            cells = _next_cells(reader, options.most_bytes)
        except csv.Error as error:
            yield Skipped(f"{path}:{start}", f"broken CSV ({error})")
            continue
        if skipped:  # a line that was left out makes its row incomplete
            yield from skipped
            skipped.clear()
        elif cells is None:
            return
        elif any(cell.strip() for cell in cells):
            yield _csv_row(path, start, header, cells)


def _csv_row(path: Path, number: int, header: list[str], cells: list[str]) -> Row | Skipped:
    if len(cells) != len(header):
        return Skipped(f"{path}:{number}", f"has {len(cells)} cells where the header has {len(header)}")
    return Row(number, dict(zip(header, cells, strict=True)))


def _next_cells(reader: Iterator[list[str]], longest: int) -> list[str] | None:
    # The limit belongs to the module, not to a reader, and other code may rely on it.
    before = csv.field_size_limit(longest)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(before)


def _delimiter(header: str) -> str:
    return max(",;\t|", key=header.count)


def _texts(lines: Iterator[tuple[int, str | Skipped]], skipped: list[Skipped]) -> Iterator[str]:
    for _, line in lines:
        if isinstance(line, Skipped):
            skipped.append(line)
            # Stands for the line that was left out, so that the reader's count stays right.
            yield "\n"
        else:
            yield line


def _lines(path: Path, file: BinaryIO, options: ReadingOptions) -> Iterator[tuple[int, str | Skipped]]:
    """Lines with their numbers from 1, each decoded by itself: archives come from many hands."""
    sample = file.read(_SAMPLE)
    if not sample.strip():
        raise InputError(str(path), "is empty")
    mark = marked(sample)
    wide = mark[0] if mark else utf16_without_mark(sample)
    file.seek(mark[1] if mark else 0)
    source: _Lines = _Recoded(file, wide) if wide and wide != "utf-8" else file
    if source is file and b"\0" in sample:
        raise InputError(str(path), "is not text")
    number = 0
    while line := source.readline(options.most_bytes + 1):
        number += 1
        if len(line) > options.most_bytes:
            _to_line_end(source, line, options.most_bytes)
            yield (
                number,
                Skipped(f"{path}:{number}", f"is larger than {options.limit}, the limit of one text"),
            )
            continue
        try:
            yield number, decode(line)
        except NotTextError as error:
            yield number, Skipped(f"{path}:{number}", str(error))


class _Lines(Protocol):
    def readline(self, limit: int, /) -> bytes: ...


class _Recoded:
    """A file as UTF-8: only there can lines be told apart by their bytes."""

    def __init__(self, file: BinaryIO, encoding: str) -> None:
        self._file = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="\n")

    def readline(self, limit: int, /) -> bytes:
        return self._file.readline(limit).encode("utf-8", errors="replace")


def _to_line_end(source: _Lines, line: bytes, limit: int) -> None:
    while line and not line.endswith(b"\n"):
        line = source.readline(limit)


def _parquet(path: Path) -> Iterator[Row | Skipped]:
    try:
        import pyarrow
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise MissingExtraError("pyarrow, which reads Parquet files,", "parquet") from None
    try:
        with ParquetFile(path) as file:
            number = 0
            for batch in file.iter_batches(batch_size=_PARQUET_ROWS):
                for fields in batch.to_pylist():
                    number += 1
                    yield Row(number, fields)
    except (pyarrow.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError(str(path), f"is not a Parquet file that can be read ({reason})") from None
