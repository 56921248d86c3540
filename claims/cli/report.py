"""``claims report``: who says what, and where the accounts part."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.failures import UNUSABLE
from claims.cli.output import WIDTHS, Destination
from claims.cli.progress import ProgressBar
from claims.reporting.sanitise import plain

if TYPE_CHECKING:
    from claims.core.report import Report


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"


ARCHIVES = "Archives (.jsonl, .csv, .parquet)"


def report(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Text, HTML or Markdown files, web addresses, folders, archives of articles "
            "(.jsonl, .csv, .parquet), or - for standard input.",
        ),
    ],
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
    date: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="When texts that carry no date were published, e.g. --date 2024-05-07; it tells what "
            '"on Tuesday" means.',
        ),
    ] = None,
    attribution_model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME_OR_FOLDER",
            help="A token classifier with labels for cue, source and content in place of the embedded "
            "one: a folder, or a name on the Hugging Face hub, e.g. --attribution-model new-attribution.",
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            min=0.1, metavar="SECONDS", help="How long to wait for a web address, e.g. --timeout 60."
        ),
    ] = None,
    text_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Column with the text, e.g. --text-column body.", rich_help_panel=ARCHIVES
        ),
    ] = None,
    title_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Column with the title, e.g. --title-column headline.",
            rich_help_panel=ARCHIVES,
        ),
    ] = None,
    outlet_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Column with the outlet, e.g. --outlet-column publisher.",
            rich_help_panel=ARCHIVES,
        ),
    ] = None,
    url_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Column with the web address, e.g. --url-column link.",
            rich_help_panel=ARCHIVES,
        ),
    ] = None,
    date_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Column with the date, e.g. --date-column published.",
            rich_help_panel=ARCHIVES,
        ),
    ] = None,
    id_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Column with a unique id, e.g. --id-column uuid.", rich_help_panel=ARCHIVES
        ),
    ] = None,
) -> None:
    """Show who says what in news articles, and where their accounts part.

    Several articles are compared with each other. The report begins with the
    disagreements, goes on with what is corroborated, and ends with every claim
    by its source. It never says who is right.

    Example: claims report echo.txt post.html --format markdown -o report.md
    """
    import claims
    from claims.reading.options import ReadingOptions

    destination = Destination(output)
    given: dict[str, Any] = {
        "text_column": text_column,
        "title_column": title_column,
        "outlet_column": outlet_column,
        "url_column": url_column,
        "date_column": date_column,
        "id_column": id_column,
        "timeout": timeout,
    }
    reading = ReadingOptions(**{name: value for name, value in given.items() if value is not None})
    models = claims.ModelChoice(attribution=attribution_model) if attribution_model else None
    with ProgressBar() as progress:
        found = claims.report(
            *paths,
            reading=reading,
            published=date.date() if date else None,
            progress=progress,
            models=models,
        )
    destination.write(_rendered(found, format, width or destination.width, destination.colour))
    if not (destination.is_terminal and format is Format.TEXT):
        _name_left_out(found)
    if not found.articles or any(skipped.named for skipped in found.skipped):
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


def _name_left_out(found: Report) -> None:
    """The text report on a terminal says this itself."""
    if found.skipped:
        from claims.reporting.words import left_out

        print(f"{left_out(found)}:", file=sys.stderr)
        for skipped in found.skipped:
            print(f"  {plain(skipped.where)}: {plain(skipped.why)}", file=sys.stderr)
