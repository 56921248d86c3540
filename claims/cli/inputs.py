"""What the commands that read articles have in common: their options, and the report made of them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.progress import ProgressBar
from claims.reporting.sanitise import plain

if TYPE_CHECKING:
    from claims.core.report import Report

ARCHIVES = "Archives (.jsonl, .csv, .parquet)"

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Text, HTML or Markdown files, web addresses, folders, archives of articles "
        "(.jsonl, .csv, .parquet), or - for standard input.",
    ),
]
Date = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="When texts that carry no date were published, e.g. --date 2024-05-07; it tells what "
        '"on Tuesday" means.',
    ),
]
AttributionModel = Annotated[
    str | None,
    typer.Option(
        metavar="NAME_OR_FOLDER",
        help="A token classifier with labels for cue, source and content in place of the embedded "
        "one: a folder, or a name on the Hugging Face hub, e.g. --attribution-model new-attribution.",
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(min=0.1, metavar="SECONDS", help="How long to wait for a web address, e.g. --timeout 60."),
]
TextColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Column with the text, e.g. --text-column body.", rich_help_panel=ARCHIVES
    ),
]
TitleColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Column with the title, e.g. --title-column headline.", rich_help_panel=ARCHIVES
    ),
]
OutletColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Column with the outlet, e.g. --outlet-column publisher.",
        rich_help_panel=ARCHIVES,
    ),
]
UrlColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Column with the web address, e.g. --url-column link.", rich_help_panel=ARCHIVES
    ),
]
DateColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Column with the date, e.g. --date-column published.", rich_help_panel=ARCHIVES
    ),
]
IdColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Column with a unique id, e.g. --id-column uuid.", rich_help_panel=ARCHIVES
    ),
]


@dataclass(frozen=True)
class Columns:
    """Names of an archive's columns, None for those that people commonly use."""

    text_column: str | None = None
    title_column: str | None = None
    outlet_column: str | None = None
    url_column: str | None = None
    date_column: str | None = None
    id_column: str | None = None


@dataclass(frozen=True)
class Reading:
    """How the inputs are to be read."""

    date: datetime | None = None
    timeout: float | None = None
    columns: Columns = Columns()


def report_of(paths: Sequence[str], reading: Reading, attribution_model: str | None) -> Report:
    """The report on ``paths``, with a bar on a terminal while it is being made."""
    import claims
    from claims.reading.options import ReadingOptions

    given: dict[str, Any] = {**asdict(reading.columns), "timeout": reading.timeout}
    models = claims.ModelChoice(attribution=attribution_model) if attribution_model else None
    with ProgressBar() as progress:
        return claims.report(
            *paths,
            reading=ReadingOptions(**{name: value for name, value in given.items() if value is not None}),
            published=reading.date.date() if reading.date else None,
            progress=progress,
            models=models,
        )


def name_left_out(found: Report) -> None:
    """Say on standard error which inputs were left out, and why."""
    if found.skipped:
        from claims.reporting.words import left_out

        print(f"{left_out(found)}:", file=sys.stderr)
        for skipped in found.skipped:
            print(f"  {plain(skipped.where)}: {plain(skipped.why)}", file=sys.stderr)


def has_failed(found: Report) -> bool:
    """Whether nothing could be read, or not what the person named."""
    return not found.articles or any(skipped.named for skipped in found.skipped)
