"""``claims train``: the embedded models, made anew from data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Trainable(StrEnum):
    """What can be trained."""

    ATTRIBUTION = "attribution"
    SYNTAX = "syntax"


def train(
    what: Annotated[Trainable, typer.Argument(metavar="WHAT", help="attribution or syntax.")],
    data: Annotated[
        list[Path],
        typer.Argument(
            metavar="DATA",
            help="attribution: a PolNeAR file, e.g. train.jsonl; syntax: files with texts "
            "(.jsonl with a text, premise or hypothesis field, gzipped or not).",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where to write the model, e.g. -o new.")
    ],
    labels: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Labels of every attribution by article id (needs --articles)."),
    ] = None,
    articles: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The texts that --labels belongs to.")
    ] = None,
    encoder: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="A syntax model whose encoder the tagger starts from."),
    ] = None,
    epochs: Annotated[int | None, typer.Option(min=1, help="Passes over the data, e.g. --epochs 4.")] = None,
    seed: Annotated[int, typer.Option(help="Seed of everything random.")] = 13,
) -> None:
    """Train a model of the package anew.

    A run that was cut off goes on where it was when it is started again with
    the same folder. Needs the libraries of the extra "train".

    Example: claims train attribution polnear/train.jsonl -o new-attribution
    """
    from claims.cli.progress import Steps
    from claims.training import run

    with Steps() as steps:
        if what is Trainable.SYNTAX:
            run.train_syntax(data, output, run.syntax_settings(epochs, seed), steps)
        else:
            chosen = run.AttributionData(tuple(data), labels, articles)
            run.train_attribution(chosen, output, run.attribution_settings(epochs, seed), steps, encoder)
    typer.echo(f"written to {output}")
