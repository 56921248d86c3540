"""What the commands that read articles have in common: their options, and the report made of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli.progress import ProgressBar
from claims.core.errors import InputError
from claims.core.storefile import is_store
from claims.reporting.sanitise import plain

if TYPE_CHECKING:
    from claims.core.report import Report, Skipped
    from claims.core.running import Running
    from claims.pipeline import ModelChoice
    from claims.reading.options import ReadingOptions
    from claims.store.scan import Scanned

ARCHIVES = "Archives (.jsonl, .csv, .parquet)"

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Text, HTML or Markdown files, web addresses, folders, archives of articles "
        "(.jsonl, .csv, .parquet), or - for standard input; or a store by itself (newsroom.db).",
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
StanceModel = Annotated[
    str | None,
    typer.Option(
        metavar="NAME_OR_FOLDER",
        help="A sequence classifier with labels for entailment, neutral and contradiction in place of the "
        "embedded one: a folder, or a name on the Hugging Face hub.",
    ),
]
Combiner = Annotated[
    Path | None,
    typer.Option(
        "--combiner",
        metavar="FILE",
        help="Weights of the evidence in place of the package's, as claims train conflicts writes them, "
        "e.g. --combiner combiner.yaml.",
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


StoreOption = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="STORE",
        help="The store: a file, e.g. --store newsroom.db, or a PostgreSQL database, e.g. "
        "--store postgresql://desk@localhost/newsroom.",
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


@dataclass(frozen=True)
class Models:
    """Models in place of the embedded ones, None for those."""

    attribution: str | None = None
    stance: str | None = None
    combiner: Path | None = None


@dataclass(frozen=True)
class Inputs:
    """How the inputs of a command are to be read, and with which models."""

    reading: Reading = Reading()
    models: Models = Models()


def _inputs(
    date: Date = None,
    attribution_model: AttributionModel = None,
    stance_model: StanceModel = None,
    combiner: Combiner = None,
    timeout: Timeout = None,
    text_column: TextColumn = None,
    title_column: TitleColumn = None,
    outlet_column: OutletColumn = None,
    url_column: UrlColumn = None,
    date_column: DateColumn = None,
    id_column: IdColumn = None,
) -> Inputs:
    columns = Columns(text_column, title_column, outlet_column, url_column, date_column, id_column)
    return Inputs(Reading(date, timeout, columns), Models(attribution_model, stance_model, combiner))


def options_of_inputs() -> frozenset[str]:
    """Names of the options that make up ``inputs``."""
    return frozenset(signature(_inputs).parameters)


def with_inputs(command: Callable[..., None]) -> Callable[..., None]:
    """A command that takes ``inputs``, with the options that make them up in its place.

    Typer reads the options of a command off its signature, so that is what is changed.
    """
    own = signature(command, eval_str=True)
    options = signature(_inputs, eval_str=True).parameters
    kept = [p for p in own.parameters.values() if p.name != "inputs"]

    @wraps(command)
    def flat(**given: Any) -> None:
        chosen = {name: given.pop(name) for name in options}
        command(**given, inputs=_inputs(**chosen))

    parameters = [*kept, *options.values()]
    vars(flat)["__signature__"] = own.replace(parameters=parameters)
    flat.__annotations__ = {p.name: p.annotation for p in parameters}
    return flat


def report_of(paths: Sequence[str], inputs: Inputs) -> Report:
    """The report on ``paths``, with a bar on a terminal while it is being made.

    Of a store the report is read as it stands.
    """
    import claims

    if any(is_store(path) for path in paths):
        return _stored(paths)
    with ProgressBar() as progress:
        return claims.report(
            *paths,
            reading=_options(inputs.reading),
            published=_day(inputs.reading),
            progress=progress,
            models=_choice(inputs.models),
        )


def scan_of(paths: Sequence[str], inputs: Inputs, where: str, running: Running) -> Scanned:
    """What taking ``paths`` into the store at ``where`` did, with a bar on a terminal meanwhile."""
    from claims.pipeline import read
    from claims.store import Store
    from claims.store.engines.choice import engine_with
    from claims.store.runs import run_with
    from claims.store.scan import scan

    choice = _choice(inputs.models)
    engine = engine_with(choice, running)
    given = inputs.reading
    articles, skipped = read(*paths, reading=_options(given), published=_day(given))
    with Store.open(where) as store, ProgressBar() as progress:
        return scan(store, articles, engine, run_with(choice), skipped, progress)


def _choice(models: Models) -> ModelChoice:
    import claims

    return claims.ModelChoice(**asdict(models))


def _day(reading: Reading) -> date | None:
    return reading.date.date() if reading.date else None


def _options(reading: Reading) -> ReadingOptions:
    from claims.reading.options import ReadingOptions

    given: dict[str, Any] = {**asdict(reading.columns), "timeout": reading.timeout}
    return ReadingOptions(**{name: value for name, value in given.items() if value is not None})


def _stored(paths: Sequence[str]) -> Report:
    from claims.store import Store
    from claims.store.keys import with_short_ids

    if len(paths) > 1:
        raise InputError(paths[0], "a store is read by itself; take more articles into it with claims scan")
    with Store.open(paths[0], create=False) as store:
        return with_short_ids(store.report())


def name_left_out(skipped: Sequence[Skipped], used: int) -> None:
    """Say on standard error which inputs were left out, beside how many that were used, and why."""
    if skipped:
        from claims.reporting.words import share_left_out

        print(f"{share_left_out(len(skipped), used)}:", file=sys.stderr)
        for one in skipped:
            print(f"  {plain(one.where)}: {plain(one.why)}", file=sys.stderr)


def has_failed(found: Report) -> bool:
    """Whether nothing could be read, or not what the person named."""
    return not found.articles or any(skipped.named for skipped in found.skipped)
