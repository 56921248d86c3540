"""Tables as Parquet, with a type for each column."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from claims.core.errors import MissingExtraError
from claims.exporting.tables import Cell, Table, Type

if TYPE_CHECKING:
    import pyarrow as pa


def parquet_bytes(table: Table) -> bytes:
    """A table as a Parquet file.

    Raises
    ------
    MissingExtraError
        If pyarrow is not installed.
    """
    need_parquet()
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = _types()
    schema = pa.schema([(name, types[kind]) for name, kind in table.columns.items()])
    rows = [{name: _fit(row[name]) for name in table.columns} for row in table.rows]
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema), stream)
    return stream.getvalue()


def need_parquet() -> None:
    """See that the library is there.

    Raises
    ------
    MissingExtraError
        If it is not installed.
    """
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("the library that writes Parquet", "parquet") from error


def _types() -> dict[Type, pa.DataType]:
    import pyarrow as pa

    return {
        Type.TEXT: pa.string(),
        Type.TEXTS: pa.list_(pa.string()),
        Type.WHOLE: pa.int64(),
        Type.NUMBER: pa.float64(),
        Type.TRUTH: pa.bool_(),
        Type.DAY: pa.date32(),
        Type.INSTANT: pa.timestamp("us", tz="UTC"),
    }


def _fit(cell: Cell) -> Cell | list[str]:
    if isinstance(cell, str):
        return _encodable(cell)
    return [_encodable(text) for text in cell] if isinstance(cell, tuple) else cell


def _encodable(text: str) -> str:
    """``text`` without halves of surrogate pairs, which UTF-8 cannot hold."""
    return text.encode("utf-8", "ignore").decode("utf-8")
