"""``claims scan``: articles taken into a store."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli.failures import UNUSABLE
from claims.cli.inputs import Inputs, Paths, StoreOption, name_left_out, scan_of, with_inputs
from claims.core.running import Running, Way


@with_inputs
def scan(
    paths: Paths,
    store: StoreOption,
    workers: Annotated[
        int, typer.Option(min=1, metavar="N", help="How many processes read articles, e.g. --workers 4.")
    ] = 1,
    engine: Annotated[
        Way, typer.Option(help="Read on this machine, or with Ray on the machines of a cluster.")
    ] = Way.LOCAL,
    *,
    inputs: Inputs,
) -> None:
    """Take articles into a store, and compare them with all that it holds.

    Broken off at any moment, it goes on where it was when it is run again. An
    article that the store has already changes nothing. What people decided
    stays, also when other models find other things.

    Example: claims scan archive.jsonl --store newsroom.db
    """
    done = scan_of(paths, inputs, store, Running(engine, workers))
    from claims.reporting.scans import scan_in_words

    typer.echo(scan_in_words(done))
    name_left_out(done.skipped, done.added + done.known)
    if done.is_failure:
        raise typer.Exit(UNUSABLE)
