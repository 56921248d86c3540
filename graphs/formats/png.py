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
    zoom = min(ZOOM, LONGEST_SIDE / max(size))
    width, height = (max(1, round(zoom * side)) for side in size)
    image = bytes(resvg_py.svg_to_bytes(svg_string=drawn.getvalue().decode(), width=width, height=height))
    if isinstance(path, Path):
        path.write_bytes(image)
    else:
        path.write(image)
