"""``claims evaluate``: how good the models are on labelled data."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Measurable(StrEnum):
    """What can be measured."""

    ATTRIBUTION = "attribution"
    CONFLICTS = "conflicts"
    PRONOUNS = "pronouns"
    STANCE = "stance"


_ALL = frozenset({"what", "data"})
_USED = {
    Measurable.ATTRIBUTION: _ALL | {"articles", "part", "attribution_model", "errors"},
    Measurable.CONFLICTS: _ALL | {"articles", "part", "given", "errors", "stance_model", "baseline"},
    Measurable.PRONOUNS: _ALL | {"articles"},
    Measurable.STANCE: _ALL | {"stance_model"},
}
_USED_OF_STORE = _ALL | {"errors"}


class Baseline(StrEnum):
    """Simpler methods, as ``claims.training.baselines`` has them."""

    ENTAILMENT = "entailment"
    NUMBERS = "numbers"
    NEGATION = "negation"


class Part(StrEnum):
    """Parts of the labelled articles, as ``claims.training.attribution_data`` has them."""

    HELD_OUT = "held-out"
    RESERVED = "reserved"
    TRAINING = "training"


def evaluate(
    context: typer.Context,
    what: Annotated[
        Measurable, typer.Argument(metavar="WHAT", help="attribution, stance, conflicts or pronouns.")
    ],
    data: Annotated[
        str,
        typer.Argument(
            metavar="DATA",
            help="attribution: a PolNeAR file, e.g. dev.jsonl, or labels by article id together with "
            "--articles; stance: pairs with premise, hypothesis and label (.jsonl, gzipped or not); "
            "conflicts: labelled claims and pairs, together with --articles, or a store with decisions; "
            "pronouns: what those that open a statement stand for, together with --articles.",
        ),
    ],
    articles: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The texts that the labels belong to.")
    ] = None,
    part: Annotated[
        Part | None,
        typer.Option(
            help="Only the articles that are held out, reserved for calibration, or trained on, "
            "e.g. --part held-out."
        ),
    ] = None,
    attribution_model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME_OR_FOLDER",
            help="A token classifier to use in place of the embedded one: a folder, or a name on the "
            "Hugging Face hub.",
        ),
    ] = None,
    stance_model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME_OR_FOLDER",
            help="stance, conflicts: the sequence classifier in place of the embedded one, with labels for "
            "entailment, neutral and contradiction: a folder, or a name on the Hugging Face hub.",
        ),
    ] = None,
    given: Annotated[
        bool,
        typer.Option(
            "--given", help="conflicts: compare the labelled claims instead of those found in the articles."
        ),
    ] = False,
    baseline: Annotated[
        Baseline | None,
        typer.Option(
            help="conflicts: measure a simpler method on the labelled claims in place of the program: the "
            "entailment model on every pair, like words with other numbers, or of which one is negated.",
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="Also print what went wrong, by class and with examples.")
    ] = False,
) -> None:
    """Measure what the program finds against labels.

    attribution: prints precision, recall and F1 for each role (spans that are the same to the
    character, spans that overlap, and single characters) and for whole
    relations, with 95 % bootstrap intervals over articles; recall by manner;
    and how far the probabilities can be trusted. Labels of every attribution
    also measure commitment and the resolution of sources.

    stance: prints accuracy, macro F1, precision and recall of each label, the
    area under the curve for contradictions, and the calibration error.

    conflicts: prints what was said of the labelled pairs, and how many
    contradictions were flagged across events. Of a store it prints how many
    of the program's suggestions people confirmed, how far the scores can be
    trusted, and how many disagreements people added.

    pronouns: prints how often a claim shows rightly whom its first word is for.

    Example: claims evaluate attribution polnear/dev.jsonl
    """
    from claims.cli.options import refuse_others
    from claims.core.storefile import is_store

    if what is Measurable.CONFLICTS and is_store(data):
        refuse_others(context, "conflicts of a store", _USED_OF_STORE)
        typer.echo("\n".join(_lines_of_store(data, errors)))
        return
    refuse_others(context, what, _USED[what])
    from claims.cli.progress import ProgressBar
    from claims.training.attribution_data import Part as LabelledPart
    from claims.training.attribution_evaluation import evaluate_files
    from claims.training.conflict_runs import evaluate_baseline
    from claims.training.conflict_runs import evaluate_files as evaluate_conflicts
    from claims.training.pronoun_evaluation import evaluate_file as evaluate_pronouns
    from claims.training.stance_evaluation import evaluate_file as evaluate_stance

    if what is Measurable.STANCE:
        typer.echo("\n".join(evaluate_stance(Path(data), stance_model).lines()))
        return
    if what is Measurable.PRONOUNS:
        if articles is None:
            raise typer.BadParameter("pronouns need --articles, the file with the texts")
        typer.echo("\n".join(evaluate_pronouns(Path(data), articles).lines()))
        return
    if what is Measurable.CONFLICTS:
        kept = LabelledPart(part) if part else None
        if baseline is not None:
            typer.echo("\n".join(evaluate_baseline(Path(data), kept, baseline, stance_model).lines()))
            return
        if articles is None:
            raise typer.BadParameter("conflicts need --articles, the file with the texts")
        conflicts = evaluate_conflicts(Path(data), articles, kept, extracted=not given, model=stance_model)
        typer.echo("\n".join([*conflicts.lines(), *(conflicts.error_lines() if errors else ())]))
        return
    with ProgressBar() as progress:
        figures = evaluate_files(
            Path(data), articles, LabelledPart(part) if part else None, attribution_model, progress
        )
    typer.echo("\n".join(figures.lines()))
    if errors:
        typer.echo("\nerrors (source | cue | content)\n" + "\n".join(figures.error_lines()))


def _lines_of_store(where: str, errors: bool) -> list[str]:
    from claims.store import Store
    from claims.training.desk_evaluation import evaluate_store

    with Store.open(where, create=False) as store:
        figures = evaluate_store(store)
    return [*figures.lines(), *(figures.error_lines() if errors else ())]
