"""Runs the program on labelled conflicts, from the articles or from the labelled claims."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from claims.attribution.extractor import Extractor
from claims.attribution.tagger import Tagger
from claims.core.article import Article
from claims.core.errors import DataError
from claims.models import folder_of
from claims.pipeline import ModelChoice, Pipeline
from claims.reading import ReadingOptions, articles_from
from claims.sources import load_actors
from claims.stance import relate
from claims.stance.classifier import Classifier
from claims.syntax.parser import Parser
from claims.training.attribution_data import Part
from claims.training.baselines import Baseline, flagged
from claims.training.conflict_data import Conflicts, read_conflicts
from claims.training.conflict_evaluation import ConflictFigures, matches, measured
from claims.training.given_claims import given


def evaluate_files(
    data: Path, articles: Path, part: Part | None, *, extracted: bool, model: str | Path | None = None
) -> ConflictFigures:
    """Measure on the labels in ``data`` whose texts are in ``articles``.

    Parameters
    ----------
    extracted
        Whether the claims are those that the program finds in the articles, all of them read as one
        archive, or the labelled ones.
    model
        The entailment model, the embedded one if None.

    Raises
    ------
    DataError
        If a file is not of its form, or an article is missing.
    """
    gold = read_conflicts(data)
    gold = gold.part(part) if part else gold
    wanted = texts_of(gold, articles)
    return from_articles(gold, wanted, model) if extracted else from_claims(gold, wanted, model)


def evaluate_baseline(
    data: Path, part: Part | None, baseline: str, model: str | Path | None = None
) -> ConflictFigures:
    """Measure a simpler method on the labelled claims of ``data``; see ``claims.training.baselines``."""
    gold = read_conflicts(data)
    gold = gold.part(part) if part else gold
    chosen = Baseline(baseline)
    reader = Classifier.load(model or folder_of("stance")) if chosen is Baseline.ENTAILMENT else None
    found = flagged(chosen, list(gold.claims.values()), reader)
    return measured(gold, found, {id: frozenset({id}) for id in gold.claims})


def texts_of(gold: Conflicts, articles: Path) -> dict[str, Article]:
    """The articles of ``gold``, by id.

    Raises
    ------
    DataError
        If one is missing.
    """
    texts = {str(a.id): a for a in articles_from(str(articles), ReadingOptions()) if isinstance(a, Article)}
    if missing := [id for id in gold.articles() if id not in texts]:
        raise DataError(f"{articles}: has no article {missing[0]}")
    return {id: texts[id] for id in gold.articles()}


def from_articles(
    gold: Conflicts, articles: Mapping[str, Article], model: str | Path | None = None
) -> ConflictFigures:
    """Read the articles as one archive and compare what is found with the labels."""
    report = Pipeline(ModelChoice(stance=model)).report(list(articles.values()))
    read = {a.id: a for a in report.articles}
    return measured(
        gold, report.relations, matches(report.claims, read, gold.claims.values(), report.attributions)
    )


def from_claims(
    gold: Conflicts, articles: Mapping[str, Article], model: str | Path | None = None
) -> ConflictFigures:
    """Compare the labelled claims with each other."""
    parser, extractor = Parser(folder_of("syntax")), Extractor(Tagger.load(folder_of("attribution")))
    made = given(list(gold.claims.values()), articles, parser, extractor, load_actors())
    found = relate(made.claims, made.sources, articles, Classifier.load(model or folder_of("stance")))
    return measured(gold, found.relations, {id: frozenset({own}) for id, own in made.origin.items()})
