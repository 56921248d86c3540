"""Data classes as JSON and back, so that what is kept can be read by people and by later versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from claims.core.review import (
    Add,
    Assess,
    Change,
    Edit,
    Flag,
    Join,
    Judge,
    Merge,
    Move,
    Split,
    Support,
    Undo,
)

T = TypeVar("T")

_CHANGES: tuple[type[Change], ...] = (
    Judge,
    Flag,
    Move,
    Support,
    Assess,
    Edit,
    Merge,
    Split,
    Join,
    Add,
    Undo,
)
_TAG = "change"


def to_json(value: object) -> str:
    """A data class, or whatever JSON can hold, as JSON with its keys in order.

    Examples
    --------
    >>> to_json({"b": 1, "a": (2, 3)})
    '{"a":[2,3],"b":1}'
    """
    return msgspec.json.encode(value, order="sorted").decode()


def from_json(text: str, kind: type[T]) -> T:
    """The value of type ``kind`` that :func:`to_json` wrote."""
    return msgspec.json.decode(text, type=kind)


def plain(value: object) -> Any:
    """A data class as dictionaries, lists and strings."""
    return msgspec.to_builtins(value)


def typed(value: object, kind: type[T]) -> T:
    """What :func:`plain` gave, as a value of type ``kind``."""
    return msgspec.convert(value, kind)


def change_to_json(change: Change) -> str:
    """A change with its name.

    Examples
    --------
    >>> change_to_json(Flag(on=True))
    '{"change":"flag","on":true}'
    """
    return to_json({_TAG: type(change).__name__.lower(), **plain(change)})


def change_from_json(text: str) -> Change:
    """The change that :func:`change_to_json` wrote.

    Examples
    --------
    >>> change_from_json('{"change":"undo","entry":3}')
    Undo(entry=3)
    """
    given: dict[str, object] = from_json(text, dict)
    name = given.pop(_TAG)
    kind: type[Change] = next(k for k in _CHANGES if k.__name__.lower() == name)
    return typed(given, kind)


def is_keepable(text: str) -> bool:
    r"""Whether every database takes a text: they refuse NUL and halves of surrogate pairs.

    Examples
    --------
    >>> is_keepable("Łódź"), is_keepable("a\0b"), is_keepable("\ud800")
    (True, False, False)
    """
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text)


def texts(value: object) -> Iterator[str]:
    """All strings in what :func:`plain` gave."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


def fields(text: str) -> Mapping[str, object]:
    """A JSON object."""
    found: dict[str, object] = from_json(text, dict)
    return found
