"""Runs the program on labelled conflicts, from the articles or from the labelled claims."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from claims.attribution.extractor import Extractor
from claims.attribution.tagger import Tagger
from claims.core.article import Article
from claims.core.errors import DataError
from claims.models import folder_of
from claims.pipeline import Pipeline
from claims.reading import ReadingOptions, articles_from
from claims.sources import load_actors
from claims.stance import relate
from claims.syntax.parser import Parser
from claims.training.attribution_data import Part
from claims.training.conflict_data import Conflicts, read_conflicts
from claims.training.conflict_evaluation import ConflictFigures, matches, measured
from claims.training.given_claims import given


def evaluate_files(data: Path, articles: Path, part: Part | None, *, extracted: bool) -> ConflictFigures:
    """Measure on the labels in ``data`` whose texts are in ``articles``.

    Parameters
    ----------
    extracted
        Whether the claims are those that the program finds in the articles, all of them read as one
        archive, or the labelled ones.

    Raises
    ------
    DataError
        If a file is not of its form, or an article is missing.
    """
    gold = read_conflicts(data)
    gold = gold.part(part) if part else gold
    texts = {str(a.id): a for a in articles_from(str(articles), ReadingOptions()) if isinstance(a, Article)}
    if missing := [id for id in gold.articles() if id not in texts]:
        raise DataError(f"{articles}: has no article {missing[0]}")
    wanted = {id: texts[id] for id in gold.articles()}
    return from_articles(gold, wanted) if extracted else from_claims(gold, wanted)


def from_articles(gold: Conflicts, articles: Mapping[str, Article]) -> ConflictFigures:
    """Read the articles as one archive and compare what is found with the labels."""
    report = Pipeline().report(list(articles.values()))
    read = {a.id: a for a in report.articles}
    return measured(gold, report.relations, matches(report.claims, read, gold.claims.values()))


def from_claims(gold: Conflicts, articles: Mapping[str, Article]) -> ConflictFigures:
    """Compare the labelled claims with each other."""
    parser, extractor = Parser(folder_of("syntax")), Extractor(Tagger.load(folder_of("attribution")))
    made = given(list(gold.claims.values()), articles, parser, extractor, load_actors())
    found = relate(made.claims, made.sources, articles)
    return measured(gold, found.relations, {id: frozenset({own}) for id, own in made.origin.items()})
