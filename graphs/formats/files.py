"""A graph to a file: the ending says in which format."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import networkx as nx

from claims.core.errors import ClaimsError, FormatError, MissingExtraError


class Format(StrEnum):
    """Formats by the ending of a file; a folder has none."""

    GEXF = ".gexf"
    GRAPHML = ".graphml"
    CYTOSCAPE = ".json"
    SVG = ".svg"
    PNG = ".png"
    NEO4J = ""


def format_of(path: Path) -> Format:
    """The format that ``path`` asks for; a folder, or a name without an ending, is for Neo4j.

    Raises
    ------
    FormatError
        If no format has its ending.
    MissingExtraError
        If the format needs a library that is not installed.

    Examples
    --------
    >>> format_of(Path("graph.gexf")).name, format_of(Path("folder")).name
    ('GEXF', 'NEO4J')
    """
    ending = "" if path.is_dir() else path.suffix.lower()
    known = {format.value: format for format in Format}
    if ending not in known:
        endings = ", ".join(format.value for format in Format if format.value)
        raise FormatError(f"{path}: the ending must be one of {endings}, or none for a folder of CSV files")
    if known[ending] is Format.PNG:
        _need_png()
    return known[ending]


def ready(path: Path) -> None:
    """See before the work begins that a graph can be written to ``path``.

    Raises
    ------
    FormatError
        If no format has its ending.
    MissingExtraError
        If the format needs a library that is not installed.
    ClaimsError
        If the folder that it is to be in does not exist.
    """
    format_of(path)
    if not path.absolute().parent.is_dir():
        raise ClaimsError(f"{path}: the folder {path.parent} does not exist; make it first")


def write(graph: nx.Graph, path: Path, title: str = "") -> None:
    """Write a graph in the format that ``path`` asks for; see :func:`format_of`.

    A file appears, or is replaced, whole or not at all.

    Parameters
    ----------
    title
        What the graph is called, where the format has a place for it.

    Raises
    ------
    FormatError
        If no format has its ending.
    MissingExtraError
        If the format needs a library that is not installed.
    ClaimsError
        If the place cannot be written.
    """
    format = format_of(path)
    try:
        if format is Format.NEO4J:
            _folder(graph, path)
        else:
            _whole(path.resolve(), lambda draft: _writer(format)(graph, draft, title))
    except OSError as error:
        raise ClaimsError(f"{path}: cannot be written: {error.strerror or error}") from error


def _whole(path: Path, writing: Callable[[Path], object]) -> None:
    """Let a file be written beside its place, then put it there."""
    draft = path.with_name(f".{path.name}.draft")
    try:
        writing(draft)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _folder(graph: nx.Graph, path: Path) -> None:
    from graphs.formats.neo4j import write_neo4j

    write_neo4j(graph, path)


def _writer(format: Format) -> Callable[[nx.Graph, Path, str], object]:
    if format is Format.GEXF:
        from graphs.formats.gexf import write_gexf

        return write_gexf
    if format is Format.GRAPHML:
        from graphs.formats.graphml import write_graphml

        return write_graphml
    if format is Format.CYTOSCAPE:
        from graphs.formats.cytoscape import write_cytoscape

        return write_cytoscape
    if format is Format.SVG:
        from graphs.formats.svg import write_svg

        return write_svg
    from graphs.formats.png import write_png

    return write_png


def _need_png() -> None:
    try:
        import resvg_py  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("the library that draws PNG pictures", "png") from error
