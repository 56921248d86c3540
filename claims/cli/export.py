"""``claims export``: what was found and decided, in the formats of other programs."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.failures import UNUSABLE
from claims.cli.inputs import Inputs, has_failed, name_left_out, options_of_inputs, report_of, with_inputs
from claims.core.errors import FormatError
from claims.core.relation import Kind
from claims.core.review import Filter, State, Verdict
from claims.core.storefile import is_store
from claims.exporting.options import Format, Imprint
from claims.reporting.sanitise import plain

if TYPE_CHECKING:
    from claims.exporting.findings import Findings

FILTERS = "Which disagreements of the store"
PUBLISHING = "Who publishes reviews (claimreview)"

_ALL = frozenset({"paths", "format", "output"})
_OF_STORE = frozenset(
    {"store", "source", "party", "kind", "place", "state", "verdict", "flagged", "since", "until"}
)
_OF_REVIEWS = frozenset({"publisher", "publisher_url", "url_base"})


@with_inputs
def export(
    context: typer.Context,
    format: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="claimreview: fact checks for search engines; annotations: Web Annotations of the W3C; csv, "
            "parquet: a folder of tables, or the disagreements in one file; gexf: the graph for Gephi.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE_OR_FOLDER", help="Where to write it, e.g. -o reviews.jsonld."
        ),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH", help="A store, or articles to read as for claims report."),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(metavar="STORE", help="The store to export from: a file or the address of a database."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only with an account of this source.", rich_help_panel=FILTERS),
    ] = None,
    party: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Only with an account of this party, e.g. --party Russia.",
            rich_help_panel=FILTERS,
        ),
    ] = None,
    kind: Annotated[
        Kind | None, typer.Option(help="Only on this, e.g. --kind count.", rich_help_panel=FILTERS)
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only at this place.", rich_help_panel=FILTERS)
    ] = None,
    state: Annotated[
        State | None,
        typer.Option(
            help="Only with the review as far as this, e.g. --state published.", rich_help_panel=FILTERS
        ),
    ] = None,
    verdict: Annotated[
        Verdict | None, typer.Option(help="Only those confirmed, or rejected.", rich_help_panel=FILTERS)
    ] = None,
    flagged: Annotated[
        bool | None,
        typer.Option(
            "--flagged/--not-flagged", help="Only those to be looked at again.", rich_help_panel=FILTERS
        ),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="Only those published on this day or later.",
            rich_help_panel=FILTERS,
        ),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="Only those published on this day or before.",
            rich_help_panel=FILTERS,
        ),
    ] = None,
    publisher: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help='The organisation that reviewed, e.g. --publisher "The Desk".',
            rich_help_panel=PUBLISHING,
        ),
    ] = None,
    publisher_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Its web address.", rich_help_panel=PUBLISHING)
    ] = None,
    url_base: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Where the pages of the reviews are; the key of a disagreement is put behind it, "
            "e.g. --url-base https://desk.example/checks/.",
            rich_help_panel=PUBLISHING,
        ),
    ] = None,
    *,
    inputs: Inputs,
) -> None:
    """Write what was found, and what people decided, for other programs.

    From a store, or from articles as they are. Reviews are written only of
    disagreements that people reviewed, confirmed and settled; the rating is
    theirs, never the program's.

    Example: claims export --store newsroom.db --format csv -o tables
    """
    from claims.cli.options import refuse_others
    from claims.exporting.findings import undecided
    from claims.exporting.writing import ready, write

    if store is None and paths and is_store(paths[0]):
        store, paths = paths[0], paths[1:]
    if bool(store) == bool(paths):
        raise typer.BadParameter("name either articles or a store (--store)")
    if format is Format.CLAIMREVIEW and not store:
        raise typer.BadParameter("claimreview needs --store: nothing of a fresh report was reviewed")
    own = _OF_REVIEWS if format is Format.CLAIMREVIEW else frozenset()
    refuse_others(context, format, _ALL | own | (_OF_STORE if store else options_of_inputs()))
    imprint = _imprint(publisher, publisher_url, url_base) if own else None
    try:
        ready(format, output)
    except FormatError as error:
        raise typer.BadParameter(str(error), param_hint="'--output'") from error
    if store:
        days = [day.date() if day else None for day in (since, until)]
        wanted = Filter(source, party, kind, place, state, verdict, flagged, *days)
        _warn(write(_stored(store, wanted), format, output, imprint))
        return
    found = report_of(paths or (), inputs)
    write(undecided(found), format, output)
    name_left_out(found.skipped, len(found.articles))
    if has_failed(found):
        raise typer.Exit(UNUSABLE)


def _stored(store: str, wanted: Filter) -> Findings:
    from claims.exporting.findings import stored
    from claims.store import Store

    with Store.open(store, create=False) as opened:
        return stored(opened, wanted)


def _imprint(publisher: str | None, url: str | None, base: str | None) -> Imprint:
    if publisher is None or base is None:
        raise typer.BadParameter("claimreview needs --publisher and --url-base")
    return Imprint(publisher, url, base)


def _warn(warnings: tuple[str, ...]) -> None:
    for warning in warnings:
        print(f"note: {plain(warning)}", file=sys.stderr)
