"""``claims train``: the embedded models, made anew from data."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claims.training.designs import Design


class Trainable(StrEnum):
    """What can be trained."""

    ATTRIBUTION = "attribution"
    CONFLICTS = "conflicts"
    ENCODER = "encoder"
    STANCE = "stance"
    SYNTAX = "syntax"


_ALL = frozenset({"what", "data", "output", "epochs", "seed"})
_USED = {
    Trainable.ATTRIBUTION: _ALL
    | {
        "labels",
        "more_labels",
        "articles",
        "base",
        "encoder",
        "teacher",
        "texts",
        "fold",
        "reach",
        "design",
        "rate",
        "average",
        "beside",
    },
    Trainable.CONFLICTS: frozenset(
        {"what", "data", "output", "articles", "more_articles", "judged", "stance_model", "from_store"}
    ),
    Trainable.ENCODER: frozenset({"what", "data", "output"}),
    Trainable.STANCE: _ALL
    | {
        "base",
        "teacher",
        "texts",
        "conflicts",
        "judged",
        "articles",
        "more_articles",
        "fold",
        "share",
        "rate",
        "scenes",
        "average",
    },
    Trainable.SYNTAX: _ALL,
}


def train(
    context: typer.Context,
    what: Annotated[
        Trainable, typer.Argument(metavar="WHAT", help="attribution, conflicts, encoder, stance or syntax.")
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
    data: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="DATA",
            help="attribution: a PolNeAR file, e.g. train.jsonl; conflicts: labelled claims and pairs, "
            "together with --articles; stance: pairs with premise, hypothesis "
            "and label (.jsonl, gzipped or not); encoder, syntax: files with texts (.jsonl with a text, "
            "premise or hypothesis field, gzipped or not). conflicts need none with --from-store.",
        ),
    ] = None,
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
        Path | None,
        typer.Option(metavar="FILE", help="The texts that --labels, --more-labels and --judged belong to."),
    ] = None,
    more_articles: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="conflicts, stance: further texts that --judged belong to."),
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
            help="attribution, stance: a trained model, larger than the new one, whose answers it learns "
            "too, also where there are no labels; may be given several times.",
        ),
    ] = None,
    texts: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="attribution, stance: articles without labels (.jsonl with id and text) for the teachers "
            "to answer.",
        ),
    ] = None,
    fold: Annotated[
        str | None,
        typer.Option(
            metavar="K/N",
            help="attribution, stance: leave out the K-th of N parts of the articles or events, e.g. 1/4, so "
            "that the model can answer for them later.",
        ),
    ] = None,
    reach: Annotated[
        int | None,
        typer.Option(min=32, max=192, help="Pieces of text around a cue that the tagger reads, e.g. 64."),
    ] = None,
    design: Annotated[
        Design,
        typer.Option(
            help="attribution: conditioned reads the text once for each cue; flat gives each word one tag "
            "for all attributions, flat-crf scores the order of these tags, too."
        ),
    ] = Design.CONDITIONED,
    conflicts: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="stance: labelled conflicts to learn from too, held-out events left out.",
        ),
    ] = None,
    judged: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="conflicts, stance: pairs that the program found and a person judged, to learn from too "
            "(needs --articles).",
        ),
    ] = None,
    stance_model: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME_OR_FOLDER",
            help="conflicts: the entailment model in place of the embedded one; several that were trained "
            "with --fold each answer for the events they left out.",
        ),
    ] = None,
    from_store: Annotated[
        str | None,
        typer.Option(
            metavar="STORE",
            help="conflicts: a store whose decisions are learnt from: together with DATA as further "
            "labelled pairs, without it to bring the probabilities of the package's weights into line.",
        ),
    ] = None,
    share: Annotated[
        float,
        typer.Option(min=0.0, max=1.0, help="Share of the pairs of DATA that an epoch has, e.g. 0.1."),
    ] = 1.0,
    scenes: Annotated[
        float,
        typer.Option(
            min=0.0, max=1.0, help="stance: share of the package's scenes that an epoch has, e.g. 0.5."
        ),
    ] = 1.0,
    average: Annotated[
        bool,
        typer.Option(
            "--average",
            help="attribution, stance: keep the mean of the weights of --base, a trained model, and the new.",
        ),
    ] = False,
    beside: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FOLDER",
            help="attribution, with --average: a further model trained from --base, for the mean; "
            "may be given several times.",
        ),
    ] = None,
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

    refuse_others(context, what, _USED[what])
    given = tuple(data or ())
    if not given and from_store is None:
        raise typer.BadParameter(f"{what} needs DATA to learn from")
    if what is Trainable.CONFLICTS:
        if from_store and bool(given) != bool(articles):
            raise typer.BadParameter("DATA and --articles go together")
        typer.echo(
            "\n".join(
                _fitted(
                    given,
                    (*([articles] if articles else []), *(more_articles or ())),
                    tuple(stance_model or ()),
                    tuple(judged or ()),
                    from_store,
                    output,
                )
            )
        )
        typer.echo(f"written to {output}")
        return
    from claims.cli.progress import Steps
    from claims.training import run
    from claims.training.folds import Fold
    from claims.training.news_pairs import NewsPairs
    from claims.training.stance_data import StanceData

    with Steps() as steps:
        if average and base is None:
            raise typer.BadParameter("--average needs the --base that the new weights are averaged with")
        if beside and not average:
            raise typer.BadParameter(
                "--beside names what else goes into the mean of --average, which is missing"
            )
        mean = (base, *(beside or ())) if average and base is not None else ()
        origin = run.Origin(base, encoder, tuple(teacher or ()), mean)
        if what is Trainable.ENCODER:
            run.make_encoder(given, output)
        elif what is Trainable.SYNTAX:
            run.train_syntax(given, output, run.syntax_settings(epochs, seed), steps)
        elif what is Trainable.STANCE:
            left_out = Fold.read(fold) if fold else None
            told = (*([articles] if articles else []), *(more_articles or ()))
            news = NewsPairs(tuple(conflicts or ()), tuple(judged or ()), told, left_out)
            pairs = StanceData(given, news=news, share=share, scenes=scenes, texts=tuple(texts or ()))
            run.train_stance(pairs, origin, output, run.stance_schedule(epochs, seed, rate), steps)
        else:
            chosen = run.AttributionData(
                given,
                labels,
                articles,
                tuple(more_labels or ()),
                tuple(texts or ()),
                Fold.read(fold) if fold else None,
            )
            settings = run.attribution_settings(epochs, seed, rate, reach, design)
            run.train_attribution(chosen, origin, output, settings, steps)
    typer.echo(f"written to {output}")


def _fitted(
    labels: tuple[Path, ...],
    articles: tuple[Path, ...],
    models: Sequence[str],
    judged: Sequence[Path],
    store: str | None,
    out: Path,
) -> list[str]:
    if store is not None:
        from claims.training.desk_training import learn

        return learn(store, labels, articles[0] if articles else None, models, out)
    if not articles:
        raise typer.BadParameter("conflicts need --articles, the file with the texts")
    from claims.training.combiner_run import fit_files

    return fit_files(labels, articles[0], models, out, judged=judged, more_articles=articles[1:]).lines()
