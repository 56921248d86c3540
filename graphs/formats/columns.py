"""Attribute values of any graph as plain text with one type a column."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

# What XML 1.0 cannot hold: control characters, halves of surrogate pairs, two non-characters.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INTEGER, _LONG = 2**31, 2**63


class ColumnType(StrEnum):
    """Types of a column, by their names in GEXF and GraphML."""

    BOOLEAN = "boolean"
    INTEGER = "integer"
    LONG = "long"
    DOUBLE = "double"
    STRING = "string"


def fit(text: str) -> str:
    r"""``text`` without characters that no XML file can hold.

    Examples
    --------
    >>> fit("a\x00b\ud800c")
    'abc'
    """
    return _UNFIT.sub("", text)


def plain(value: Any) -> str | int | float | bool | None:
    """A value as one of Python's own simple ones.

    Scalars of numpy become numbers, dates their ISO 8601 text, lists their members joined by
    semicolons, mappings JSON; None stays None.

    Examples
    --------
    >>> from datetime import date
    >>> plain(date(2020, 7, 14)), plain(["a", 1])
    ('2020-07-14', 'a; 1')
    """
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _bounded(value)
    if isinstance(value, str):
        return fit(str(value))
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        inner = value.item()
        return fit(str(value)) if type(inner) is type(value) else plain(inner)
    if isinstance(value, Mapping):
        return fit(_as_json(value))
    if isinstance(value, list | tuple | set | frozenset):
        members = sorted(map(str, value)) if isinstance(value, set | frozenset) else map(str, value)
        return fit("; ".join(members))
    return fit(str(value))


def _bounded(value: int | float) -> int | float | str:
    """A number, or the text of an integer that no column can hold."""
    if isinstance(value, float) or abs(value) < _LONG:
        return value
    return hex(value)


def _as_json(value: Mapping[Any, Any]) -> str:
    named = {str(key): inner for key, inner in value.items()}
    try:
        return json.dumps(named, ensure_ascii=False, default=str, sort_keys=True)
    except (TypeError, ValueError):  # other keys further in, or a circle
        return str(value)


def column_types(rows: Iterable[Mapping[str, Any]]) -> dict[str, ColumnType]:
    """The narrowest type that holds all values of each name.

    Examples
    --------
    >>> found = column_types([{"n": 1, "s": "a"}, {"n": 2.5, "s": True}])
    >>> found["n"].value, found["s"].value
    ('double', 'string')
    """
    found: dict[str, ColumnType] = {}
    for row in rows:
        for name, value in row.items():
            simple = plain(value)
            if simple is not None:
                own = _type_of(simple)
                found[name] = _wider(found[name], own) if name in found else own
    return found


def written(value: Any, kind: ColumnType) -> str | None:
    """``value`` as text of a column of type ``kind``; None where there is none."""
    simple = plain(value)
    if simple is None:
        return None
    if isinstance(simple, bool):
        return "true" if simple else "false"
    if kind is ColumnType.DOUBLE:
        return repr(float(simple))
    return fit(str(simple))


def _type_of(value: str | int | float | bool) -> ColumnType:
    if isinstance(value, bool):
        return ColumnType.BOOLEAN
    if isinstance(value, int):
        return ColumnType.INTEGER if abs(value) < _INTEGER else ColumnType.LONG
    if isinstance(value, float) and math.isfinite(value):
        return ColumnType.DOUBLE
    return ColumnType.STRING


def _wider(a: ColumnType, b: ColumnType) -> ColumnType:
    if a is b:
        return a
    pair = {a, b}
    if pair == {ColumnType.INTEGER, ColumnType.LONG}:
        return ColumnType.LONG
    if pair == {ColumnType.INTEGER, ColumnType.DOUBLE}:
        return ColumnType.DOUBLE
    return ColumnType.STRING
