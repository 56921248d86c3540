"""``claims evaluate``: how good the models are on labelled data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Measurable(StrEnum):
    """What can be measured."""

    ATTRIBUTION = "attribution"


def evaluate(
    what: Annotated[Measurable, typer.Argument(metavar="WHAT", help="attribution.")],
    data: Annotated[
        Path,
        typer.Argument(
            metavar="DATA",
            help="A PolNeAR file, e.g. dev.jsonl, or labels by article id together with --articles.",
        ),
    ],
    articles: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The texts that the labels belong to.")
    ] = None,
    held_out: Annotated[
        bool | None,
        typer.Option(
            "--held-out/--seen",
            help="Only the third of the labelled articles that is never trained on, or only the rest.",
        ),
    ] = None,
    attribution_model: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="A model to use in place of the embedded one.")
    ] = None,
) -> None:
    """Measure what the program finds against labels.

    Prints precision, recall and F1 for each role (exact spans and characters)
    and for whole relations, with 95 % bootstrap intervals over articles, and
    recall by manner.

    Example: claims evaluate attribution polnear/dev.jsonl
    """
    from claims.cli.progress import ProgressBar
    from claims.training.attribution_evaluation import evaluate_files

    del what  # the only choice so far
    with ProgressBar() as progress:
        figures = evaluate_files(data, articles, held_out, attribution_model, progress)
    typer.echo("\n".join(figures.lines()))
