"""``claims report``: who says what, and where the accounts part."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.failures import UNUSABLE
from claims.cli.inputs import Inputs, Paths, has_failed, name_left_out, report_of, with_inputs
from claims.cli.output import WIDTHS, Destination

if TYPE_CHECKING:
    from claims.core.report import Report


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"


@with_inputs
def report(
    paths: Paths,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="How to write the report, e.g. --format html.")
    ] = Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to this file, e.g. -o report.html; else to the screen.",
        ),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(
            min=WIDTHS.start,
            max=WIDTHS.stop - 1,
            metavar="COLUMNS",
            help="Width of the text report, e.g. --width 100; else that of the terminal, or 80.",
        ),
    ] = None,
    *,
    inputs: Inputs,
) -> None:
    """Show who says what in news articles, and where their accounts part.

    Several articles are compared with each other. The report begins with the
    disagreements, goes on with what is corroborated, and ends with every claim
    by its source. It never says who is right.

    Example: claims report echo.txt post.html --format html -o report.html
    """
    destination = Destination(output)
    found = report_of(paths, inputs)
    destination.write(_rendered(found, format, width or destination.width, destination.colour))
    if not (destination.is_terminal and format is Format.TEXT):
        name_left_out(found.skipped, len(found.articles))
    if has_failed(found):
        raise typer.Exit(UNUSABLE)


def _rendered(found: Report, format: Format, width: int, colour: bool) -> str:
    match format:
        case Format.JSON:
            from claims.reporting.json_format import to_json

            return to_json(found)
        case Format.HTML:
            from claims.reporting.page import render_page

            return render_page(found)
        case Format.MARKDOWN:
            from claims.reporting.markdown import render_markdown

            return render_markdown(found)
        case Format.TEXT:
            from claims.reporting.text import render_text

            return render_text(found, width, colour)
