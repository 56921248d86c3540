"""``claims train``: the embedded models, made anew from data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Trainable(StrEnum):
    """What can be trained."""

    ATTRIBUTION = "attribution"
    CONFLICTS = "conflicts"
    STANCE = "stance"
    SYNTAX = "syntax"


_ALL = frozenset({"what", "data", "output", "epochs", "seed"})
_USED = {
    Trainable.ATTRIBUTION: _ALL
    | {"labels", "more_labels", "articles", "base", "encoder", "teacher", "reach", "rate"},
    Trainable.CONFLICTS: frozenset({"what", "data", "output", "articles", "stance_model"}),
    Trainable.STANCE: _ALL | {"base", "conflicts", "share", "rate"},
    Trainable.SYNTAX: _ALL,
}


def train(
    context: typer.Context,
    what: Annotated[
        Trainable, typer.Argument(metavar="WHAT", help="attribution, conflicts, stance or syntax.")
    ],
    data: Annotated[
        list[Path],
        typer.Argument(
            metavar="DATA",
            help="attribution: a PolNeAR file, e.g. train.jsonl; conflicts: labelled claims and pairs, "
            "together with --articles; stance: pairs with premise, hypothesis "
            "and label (.jsonl, gzipped or not); syntax: files with texts (.jsonl with a text, premise or "
            "hypothesis field, gzipped or not).",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="Where to write the model, e.g. -o new; for conflicts the file of the weights.",
        ),
    ],
    labels: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Labels of every attribution by article id (needs --articles)."),
    ] = None,
    more_labels: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE", help="Labels of further articles, none of which is kept out of training."
        ),
    ] = None,
    articles: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The texts that --labels and --more-labels belong to.")
    ] = None,
    base: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Any encoder of transformers to train on, in place of the small MiniLM."
        ),
    ] = None,
    encoder: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="A syntax model whose encoder the tagger starts from."),
    ] = None,
    teacher: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FOLDER",
            help="A trained attribution model, larger than the new one, whose answers it learns too, "
            "also on the texts of --articles without labels; may be given several times.",
        ),
    ] = None,
    reach: Annotated[
        int | None,
        typer.Option(min=32, max=192, help="Pieces of text around a cue that the tagger reads, e.g. 64."),
    ] = None,
    conflicts: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Labelled conflicts, whose training events the entailment model learns from too.",
        ),
    ] = None,
    stance_model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME_OR_FOLDER", help="conflicts: the entailment model in place of the embedded one."
        ),
    ] = None,
    share: Annotated[
        float,
        typer.Option(min=0.0, max=1.0, help="Share of the pairs of DATA that an epoch has, e.g. 0.1."),
    ] = 1.0,
    rate: Annotated[float | None, typer.Option(help="Learning rate, e.g. --rate 5e-5.")] = None,
    epochs: Annotated[int | None, typer.Option(min=1, help="Passes over the data, e.g. --epochs 4.")] = None,
    seed: Annotated[int, typer.Option(help="Seed of everything random.")] = 13,
) -> None:
    """Train a model of the package anew.

    A run that was cut off goes on where it was when it is started again with
    the same folder. Needs the libraries of the extra "train".

    Example: claims train attribution polnear/train.jsonl -o new-attribution
    """
    from claims.cli.options import refuse_others
    from claims.cli.progress import Steps
    from claims.training import run
    from claims.training.combiner_run import fit_files
    from claims.training.stance_data import StanceData

    refuse_others(context, what, _USED[what])
    if what is Trainable.CONFLICTS:
        if articles is None:
            raise typer.BadParameter("conflicts need --articles, the file with the texts")
        typer.echo("\n".join(fit_files(data, articles, stance_model, output).lines()))
        typer.echo(f"written to {output}")
        return
    with Steps() as steps:
        if what is Trainable.SYNTAX:
            run.train_syntax(data, output, run.syntax_settings(epochs, seed), steps)
        elif what is Trainable.STANCE:
            pairs = StanceData(tuple(data), conflicts=tuple(conflicts or ()), share=share)
            run.train_stance(pairs, base, output, run.stance_schedule(epochs, seed, rate), steps)
        else:
            chosen = run.AttributionData(tuple(data), labels, articles, tuple(more_labels or ()))
            origin = run.Origin(base, encoder, tuple(teacher or ()))
            settings = run.attribution_settings(epochs, seed, rate, reach)
            run.train_attribution(chosen, origin, output, settings, steps)
    typer.echo(f"written to {output}")
