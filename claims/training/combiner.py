"""Fits the combiner of the stance stage on labelled conflicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from claims.core.article import Article
from claims.core.claim import Claim
from claims.core.relation import Label
from claims.core.source import Source
from claims.stance.combiner import Combiner, Regression
from claims.stance.context import Context
from claims.stance.entailment import EntailmentModel
from claims.stance.evidence import NAMES, Evidence, evidence
from claims.stance.fusion import compared, is_comparable, worth_asking
from claims.stance.gate import Answer
from claims.stance.hearing import UNHEARD, hear
from claims.stance.judging import judged
from claims.stance.run import Run
from claims.training.conflict_data import NOTHING, Conflicts
from claims.training.conflict_evaluation import ORDER

RIDGE = 20.0
"""Weight of the penalty on the squares of the (standardised) weights."""

ROUNDS = 30
_GRAVITY = (*map(str, ORDER), NOTHING)
"""Which label counts where claims stand for several labelled ones: the gravest."""

PARTING = (Label.CONTRADICTS, Label.DIFFERS)


@dataclass(frozen=True)
class Instance:
    """A labelled pair of claims with what speaks for and against its conflict."""

    evidence: Evidence
    label: str
    event: str


Fit = Callable[[Sequence[Instance], Sequence[str]], Regression]
"""Makes a regression of rows, of whether they have one of some labels."""


Told = Callable[[Claim, Claim], tuple[str, str] | None]
"""The label and the event of two claims, None where nobody labelled them."""


def instances(
    gold: Conflicts,
    claims: Sequence[Claim],
    sources: Mapping[str, Source],
    articles: Mapping[str, Article],
    origin: Mapping[str, frozenset[str]],
    model: EntailmentModel,
) -> list[Instance]:
    """The labelled pairs among ``claims`` that the gate lets through.

    Parameters
    ----------
    origin
        By claim, the labelled claims that it stands for.
    """
    labelled = {frozenset({p.a, p.b}): p for p in gold.pairs}

    def told(a: Claim, b: Claim) -> tuple[str, str] | None:
        named = {frozenset({x, y}) for x in origin.get(a.id, ()) for y in origin.get(b.id, ())}
        found = [labelled[ids] for ids in named & labelled.keys()]
        pair = min(found, key=lambda p: (_GRAVITY.index(p.label), p.a, p.b), default=None)
        return None if pair is None else (pair.label, gold.claims[pair.a].event)

    return instances_of(told, claims, sources, articles, model)


def instances_of(
    told: Told,
    claims: Sequence[Claim],
    sources: Mapping[str, Source],
    articles: Mapping[str, Article],
    model: EntailmentModel,
) -> list[Instance]:
    """The pairs among ``claims`` that the gate lets through and of which ``told`` knows the label."""
    run = Run(claims, sources, articles)
    pairs = [
        ((a, b, judgement), *labelled)
        for a, b, judgement in judged(claims, run)
        if is_comparable(a, b) and judgement.answer is Answer.SAME and (labelled := told(a, b)) is not None
    ]
    heard = hear(worth_asking([pair for pair, _, _ in pairs], run), model)
    found = []
    for (a, b, judgement), label, event in pairs:
        context = Context(run, judgement)
        figures = evidence(a, b, context, compared(a, b, context), heard.get((a.id, b.id), UNHEARD))
        found.append(Instance(figures, label, event))
    return found


def fitted(rows: Sequence[Instance], labels: Sequence[str], ridge: float = RIDGE) -> Regression:
    """A logistic regression of whether an instance has one of ``labels``.

    Found by Newton's method (iteratively reweighted least squares) on standardised figures.
    """
    figures = np.array([r.evidence.features() for r in rows])
    wanted = np.array([r.label in labels for r in rows], float)
    mean, spread = figures.mean(0), figures.std(0)
    spread[spread == 0] = 1.0
    inputs = np.column_stack([np.ones(len(rows)), (figures - mean) / spread])
    penalty = ridge * np.diag([0.0, *np.ones(figures.shape[1])])
    weights = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (chance - wanted) + penalty @ weights
        curve = (inputs * (chance * (1 - chance))[:, None]).T @ inputs + penalty
        weights -= np.linalg.solve(curve, slope)
    raw = weights[1:] / spread
    return Regression(
        float(weights[0] - raw @ mean), {n: float(w) for n, w in zip(NAMES, raw, strict=True) if w}
    )


def combined(rows: Sequence[Instance], flagged: float, doubted: float, shown: float) -> Combiner:
    """The combiner of ``rows``."""
    contradiction = fitted(rows, (Label.CONTRADICTS,))
    return Combiner(fitted(rows, PARTING), contradiction, flagged, doubted, shown)


def crossed(
    rows: Sequence[Instance], labels: Sequence[str], parts: int = 10, fit: Fit = fitted
) -> np.ndarray:
    """Probability of each row by a regression that has seen none of its event."""
    events = sorted({r.event for r in rows})
    place = {event: n % parts for n, event in enumerate(events)}
    chances = np.zeros(len(rows))
    for part in range(parts):
        rest = [r for r in rows if place[r.event] != part]
        own = [n for n, r in enumerate(rows) if place[r.event] == part]
        if own and rest:
            regression = fit(rest, labels)
            chances[own] = [regression.chance(rows[n].evidence) for n in own]
    return chances
