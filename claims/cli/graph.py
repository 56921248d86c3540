"""``claims graph``: the claim graph as a file, for Gephi, Cytoscape, Neo4j or the eye."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.cli.failures import UNUSABLE
from claims.cli.inputs import Inputs, Paths, has_failed, name_left_out, report_of, with_inputs
from claims.core.errors import FormatError
from graphs.options import View


@with_inputs
def graph(
    paths: Paths,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write it; the ending says how: .gexf (Gephi), .graphml, .json (Cytoscape), .svg "
            "or .png (a picture), none for a folder of CSV files (Neo4j).",
        ),
    ],
    view: Annotated[
        View,
        typer.Option(
            help="claims: articles, sources, claims, events and disagreements; sources: who contradicts "
            "and who corroborates whom, and how often."
        ),
    ] = View.CLAIMS,
    *,
    inputs: Inputs,
) -> None:
    """Write who says what, and where accounts part, as a graph.

    The file opens with labels, colours, sizes and positions in place, and in
    Gephi with a timeline. The same articles always give the same picture.

    Example: claims graph archive.jsonl -o claims.gexf
    """
    from graphs.draw import draw
    from graphs.formats.files import ready

    try:
        ready(output)
    except FormatError as error:
        raise typer.BadParameter(str(error), param_hint="'--output'") from error
    found = report_of(paths, inputs)
    draw(found, output, view)
    name_left_out(found.skipped, len(found.articles))
    if has_failed(found):
        raise typer.Exit(UNUSABLE)
