"""Fits the combiner on files of labelled conflicts and writes its weights, to be read by people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import yaml
from transformers import AutoConfig

from claims.attribution.extractor import Extractor
from claims.attribution.tagger import Tagger
from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.errors import DataError
from claims.core.relation import Label
from claims.models import folder_of
from claims.pipeline import ModelChoice, Pipeline
from claims.reading import ReadingOptions, articles_from
from claims.sources import load_actors
from claims.stance.classifier import Classifier
from claims.stance.combiner import Combiner, Regression
from claims.syntax.parser import Parser
from claims.training.attribution_data import Part
from claims.training.combiner import (
    PARTING,
    Fit,
    Instance,
    combined,
    crossed,
    fitted,
    instances,
    instances_of,
)
from claims.training.conflict_data import Conflicts, read_conflicts
from claims.training.conflict_evaluation import matches
from claims.training.conflict_runs import texts_of
from claims.training.folds import Fold
from claims.training.given_claims import given
from claims.training.judged_pairs import JudgedPair, articles_of, read_judged, said
from claims.training.stance_evaluation import area

SURE = 0.82
"""Share of flagged contradictions that a reader should call one, or a difference.

Labelled pairs are those that people set beside each other; of an archive's pairs fewer are right. Of the
pairs found in conflict news 0.9 flagged 84, 75 of them contradictions, by regressions that had not seen
the event, and a threshold of 0.4, about what 0.82 gives, 111 and 88 (script not kept). The freely worded
texts of ``tests/stance`` were in view when it was chosen.
"""

FEWEST = 100
"""Pairs from which a threshold can be read."""

FAIR = 0.55
"""The same for differences that only the evidence as a whole tells of."""

HEADER = (
    "# Weights of the figures of claims/stance/evidence.py, written by `claims train conflicts`.\n"
    "# flagged, doubted, shown: see claims/stance/combiner.py.\n"
)


@dataclass(frozen=True)
class Rows:
    """Labelled pairs that the gate lets through: of the claims as given, and as found in the articles."""

    given: list[Instance] = field(default_factory=list)
    found: list[Instance] = field(default_factory=list)

    def __add__(self, other: Rows) -> Rows:
        """Both, one after the other."""
        return Rows(self.given + other.given, self.found + other.found)

    def lines(self) -> list[str]:
        """How well regressions that have not seen an event tell its contradictions."""
        rows = [*self.given, *self.found]
        chances = crossed(rows, (Label.CONTRADICTS,))
        wanted = np.array([r.label == Label.CONTRADICTS for r in rows])
        cut = len(self.given)
        parts = (("claims given", slice(cut)), ("claims found", slice(cut, None)))
        return [
            f"{name}: {int(wanted[part].sum())} contradictions of {len(wanted[part])} pairs, "
            f"area under the curve across events {area(chances[part], wanted[part]):.2f}"
            for name, part in parts
        ]


def fit_files(
    labels: Sequence[Path],
    articles: Path,
    models: Sequence[str | Path],
    out: Path,
    decided: Sequence[Instance] = (),
    judged: Sequence[Path] = (),
    more_articles: Sequence[Path] = (),
) -> Rows:
    """Fit on all events of ``labels`` that are not held out, and write the weights to ``out``.

    The labelled claims as given and those found in the articles both count, and so do the pairs about
    which people ``decided`` and those that they ``judged`` (``claims.training.judged_pairs``). Thresholds
    are read off a cross-validation by event.

    Parameters
    ----------
    models
        The entailment model, the embedded one if there is none. A model that learned from the labels
        is surer of them than it will be of others: of several that were trained with a fold each,
        every one answers for the events that it left out.
    more_articles
        Further texts that the judged pairs belong to.

    Raises
    ------
    DataError
        If of several models not every one has a fold.
    """
    rows = Rows(found=list(decided))
    golds = [read_conflicts(path).without(Part.HELD_OUT) for path in labels]
    for gold in golds:
        texts = texts_of(gold, articles)
        for model, wanted in answering(models):
            own = gold.of(wanted)
            rows += rows_of(own, {id: texts[id] for id in own.articles()}, model)
    event_of = {c.article: c.event for gold in golds for c in gold.claims.values()}
    pairs = [pair for path in judged for pair in read_judged(path)]
    for model, wanted in answering(models):
        own_pairs = [p for p in pairs if wanted(event_of.get(p.a.article, p.a.article))]
        rows += Rows(found=rows_of_judged(own_pairs, event_of, (articles, *more_articles), model))
    every = [*rows.given, *rows.found]
    write_weights(combined(every, *thresholds(every, len(rows.given))), out)
    return rows


def answering(
    models: Sequence[str | Path],
) -> Iterator[tuple[str | Path | None, Callable[[str], bool]]]:
    """Each model with the events that it answers for."""
    if len(models) <= 1:
        yield (models[0] if models else None), lambda _: True
        return
    for model in models:
        own = getattr(AutoConfig.from_pretrained(str(model)), "claims", None) or {}
        if "fold" not in own:
            raise DataError(f"{model}: was not trained with --fold; of several models each must be")
        yield model, Fold.read(own["fold"]).holds


def write_weights(combiner: Combiner, out: Path) -> None:
    """Write a combiner as the file that :meth:`Combiner.load` reads."""
    out.write_text(HEADER + yaml.safe_dump(_plain(combiner), sort_keys=False), encoding="utf-8")


def rows_of(gold: Conflicts, articles: Mapping[str, Article], model: str | Path | None) -> Rows:
    """The labelled pairs of ``gold``."""
    reader = Classifier.load(model or folder_of("stance"))
    parser, extractor = Parser(folder_of("syntax")), Extractor(Tagger.load(folder_of("attribution")))
    made = given(list(gold.claims.values()), articles, parser, extractor, load_actors())
    own = {id: frozenset({origin}) for id, origin in made.origin.items()}
    rows = instances(gold, made.claims, made.sources, articles, own, reader)
    report = Pipeline(ModelChoice(stance=model)).report(list(articles.values()))
    read = {a.id: a for a in report.articles}
    told = matches(report.claims, read, gold.claims.values(), report.attributions)
    sources = {s.id: s for s in report.sources}
    return Rows(rows, instances(gold, report.claims, sources, read, told, reader))


def rows_of_judged(
    pairs: Sequence[JudgedPair],
    event_of: Mapping[str, str],
    articles: Sequence[Path],
    model: str | Path | None,
) -> list[Instance]:
    """The judged ``pairs`` that the gate lets through, the articles of a file read as one archive."""
    return [row for path in articles for row in _rows_of_file(pairs, event_of, path, model)]


def _rows_of_file(
    pairs: Sequence[JudgedPair], event_of: Mapping[str, str], articles: Path, model: str | Path | None
) -> list[Instance]:
    wanted = articles_of(pairs)
    if not wanted:
        return []
    texts = [a for a in articles_from(str(articles), ReadingOptions()) if isinstance(a, Article)]
    chosen = [a for a in texts if a.id in wanted]
    if not chosen:
        return []
    report = Pipeline(ModelChoice(stance=model)).report(chosen)
    read, sources = {a.id: a for a in report.articles}, {s.id: s for s in report.sources}
    pair_of = {frozenset({p.a, p.b}): p for p in pairs}

    def told(a: Claim, b: Claim) -> tuple[str, str] | None:
        pair = pair_of.get(frozenset({said(a, read), said(b, read)}))
        return None if pair is None else (pair.label, event_of.get(pair.a.article, pair.a.article))

    reader = Classifier.load(model or folder_of("stance"))
    return instances_of(told, report.claims, sources, read, reader)


def thresholds(rows: Sequence[Instance], first: int = 0, fit: Fit = fitted) -> tuple[float, float, float]:
    """From which probability on to flag, to keep what a comparator sees, and to show a difference.

    All ``rows`` are learned from; the thresholds are read off those from ``first`` on, the claims that
    were found in articles, since those are what people are shown, where there are enough of them.
    """
    first = first if len(rows) - first >= FEWEST else 0
    contradiction = crossed(rows, (Label.CONTRADICTS,), fit=fit)[first:]
    conflict = crossed(rows, PARTING, fit=fit)[first:]
    parts = np.array([r.label in PARTING for r in rows[first:]])
    seen = np.array([r.evidence.contradicts > 0 for r in rows[first:]])
    flagged = least_sure(contradiction, parts, SURE)
    doubted = min(flagged, least_sure(contradiction[seen], parts[seen], SURE))
    return flagged, doubted, least_sure(conflict, parts, FAIR)


def least_sure(chances: np.ndarray, right: np.ndarray, share: float) -> float:
    """The lowest probability from which on at least ``share`` are right (1 if there is none).

    Examples
    --------
    >>> least_sure(np.array([0.9, 0.8, 0.4, 0.3]), np.array([True, True, True, False]), 0.9)
    0.4
    """
    order = np.argsort(-chances)
    shares = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(shares >= share)
    return round(float(chances[order[good[-1]]]), 3) if len(good) else 1.0


def _plain(combiner: Combiner) -> dict[str, object]:
    def regression(part: Regression) -> dict[str, object]:
        weights = {name: round(weight, 3) for name, weight in part.weights.items()}
        return {"bias": round(part.bias, 3), "weights": weights}

    return {
        "conflict": regression(combiner.conflict),
        "contradiction": regression(combiner.contradiction),
        "flagged": combiner.flagged,
        "doubted": combiner.doubted,
        "shown": combiner.shown,
    }
