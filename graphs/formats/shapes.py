"""The marks of a picture: a shape for each kind of node, a line for each kind of edge."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CIRCLE = "circle"

_SHAPES: Mapping[str, str] = MappingProxyType(
    {
        "article": "M-.38 -.5H.38V.5H-.38Z",
        "source": "M-.5 -.5H.5V.5H-.5Z",
        "event": "M0 -.58L.56 .42H-.56Z",
        "disagreement": "M0 -.64L.64 0L0 .64L-.64 0Z",
    }
)
_DASHES: Mapping[str, str] = MappingProxyType(
    {"differs": "6 3", "updates": "10 3 2 3", "repeats": "2 2", "relayed": "2 2", "about": "1 3"}
)
RELATIONS = ("contradicts", "differs", "updates", "corroborates", "repeats")


def outline(kind: str) -> str:
    """The path of a node of diameter 1 about the origin, or :data:`CIRCLE`.

    Examples
    --------
    >>> outline("claim")
    'circle'
    """
    return _SHAPES.get(kind, CIRCLE)


def dashes(kind: str) -> str | None:
    """The dashes of an edge, None for a whole line, so that colour is not its only mark."""
    return _DASHES.get(kind)
