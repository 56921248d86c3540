"""Calibrates a tagger on labelled articles that it has not seen."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from claims.attribution.confidence import log_odds
from claims.attribution.extractor import Extractor
from claims.attribution.tagger import Tagger
from claims.syntax.parser import Parser
from claims.training.attribution_data import GoldArticle
from claims.training.attribution_evaluation import document_of, evaluate, outermost
from claims.training.attribution_scores import Parts, matched
from claims.training.calibration import fit_logistic
from claims.training.progress import Step


def calibrate(
    tagger: Tagger,
    articles: Sequence[GoldArticle],
    parser: Parser,
    report: Callable[[Step], None],
) -> dict[str, tuple[float, ...]]:
    """Weights of the calibration by scheme, from reserved ``articles``.

    Many articles are labelled in the scheme ``outermost`` and few in ``every``: the first give the
    weights of the features, the second only put the outcome on their own scale. What a flat tagger
    finds has no such features, so it is not calibrated.
    """
    if not tagger.conditioned:
        return {}
    plain = replace(tagger, weights={})
    many = [a for a in articles if not a.every]
    few = [a for a in articles if a.every]
    features, right = _readings(Extractor(plain, least=0.05), many, parser, report)
    if len(set(right)) < 2:
        return {}
    weights = tuple(float(w) for w in fit_logistic(np.array(features), right))
    scaled = Extractor(replace(tagger, weights={"every": weights}), least=0.05)
    judged = evaluate(few, parser, scaled).judged
    found = {"outermost": weights, "every": weights}
    if len({hit for _, hit in judged}) == 2:
        odds = np.array([[log_odds(p)] for p, _ in judged])
        slope, shift = fit_logistic(odds, [hit for _, hit in judged])
        *parts, intercept = weights
        found["every"] = (*(float(slope * w) for w in parts), float(slope * intercept + shift))
    return found


def keep(weights: dict[str, tuple[float, ...]], folder: Path) -> None:
    """Write the weights of the calibration into the configuration of the model in ``folder``."""
    path = folder / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    config["claims"]["confidence"] = {s: [round(w, 4) for w in own] for s, own in weights.items()}
    path.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _readings(
    extractor: Extractor, articles: Sequence[GoldArticle], parser: Parser, report: Callable[[Step], None]
) -> tuple[list[tuple[float, ...]], list[bool]]:
    features, right = [], []
    for number, gold in enumerate(articles, 1):
        readings = outermost(extractor.readings(document_of(gold, parser), scheme="outermost"))
        ours = [Parts(r.source, r.cue, r.content) for r in readings]
        theirs = [Parts(a.source, a.cue, a.content) for a in gold.attributions]
        hits = {i for i, _ in matched(ours, theirs)}
        for i, reading in enumerate(readings):
            if reading.evidence is not None:
                features.append(reading.evidence.features())
                right.append(i in hits)
        report(Step("calibrating", number, len(articles)))
    return features, right
