"""A picture of a graph as PNG, drawn from its SVG."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

import networkx as nx

from claims.core.errors import MissingExtraError
from graphs.formats.svg import write_svg

LONGEST_SIDE = 4000
"""Pixels; what is larger is scaled down to it."""

ZOOM = 2.0
"""Pixels a unit of the layout, where that is not too large."""


def write_png(graph: nx.Graph, path: Path | BinaryIO, title: str = "") -> None:
    """Draw a graph as :func:`graphs.formats.svg.write_svg` does, in pixels.

    Raises
    ------
    MissingExtraError
        Without the library of the extra "png".
    """
    try:
        import resvg_py
    except ImportError as error:
        raise MissingExtraError("the library that draws PNG pictures", "png") from error
    drawn = io.BytesIO()
    size = write_svg(graph, drawn, title)
    pixels = max(1, int(min(ZOOM * max(size), LONGEST_SIDE)))
    wide = size[0] >= size[1]
    image = bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawn.getvalue().decode(),
            width=pixels if wide else None,
            height=None if wide else pixels,
        )
    )
    if isinstance(path, Path):
        path.write_bytes(image)
    else:
        path.write(image)
