"""Measures an entailment model on labelled pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

import numpy as np

from claims.models import folder_of
from claims.stance.classifier import Classifier
from claims.stance.entailment import Entailment
from claims.training.calibration import expected_calibration_error, reliability
from claims.training.stance_data import read_pairs
from claims.training.stance_pairs import LABELS, Pair

CONTRADICTION = LABELS.index("contradiction")
ROUNDS = 1000


@dataclass(frozen=True)
class StanceFigures:
    """How the answers compare with the labels.

    Attributes
    ----------
    chances
        (pairs, 3) probabilities in the order of ``LABELS``.
    labels
        (pairs,) numbers of the true labels.
    seconds
        That the answers took.
    """

    chances: np.ndarray
    labels: np.ndarray
    seconds: float

    @property
    def accuracy(self) -> float:
        """Percent of pairs whose likeliest label is right."""
        return float(100 * (self._given == self.labels).mean())

    @property
    def macro_f1(self) -> float:
        """Mean of the labels' F1, in percent."""
        return float(np.mean([self.scores(i)[2] for i in range(len(LABELS))]))

    @property
    def auc(self) -> float:
        """Area under the ROC curve of the probability of a contradiction (by ranks)."""
        return area(self.chances[:, CONTRADICTION], self.labels == CONTRADICTION)

    def scores(self, label: int) -> tuple[float, float, float]:
        """Precision, recall and F1 of a label, in percent."""
        given, wanted = self._given == label, self.labels == label
        right = int((given & wanted).sum())
        precision = 100 * right / max(1, int(given.sum()))
        recall = 100 * right / max(1, int(wanted.sum()))
        return precision, recall, 200 * right / max(1, int(given.sum() + wanted.sum()))

    def interval(self, seed: int = 13) -> tuple[float, float]:
        """95 % bootstrap interval of the accuracy."""
        hits = self._given == self.labels
        drawn = np.random.default_rng(seed).integers(0, len(hits), (ROUNDS, len(hits)))
        low, high = np.percentile(100 * hits[drawn].mean(1), [2.5, 97.5])
        return float(low), float(high)

    def lines(self) -> list[str]:
        """The figures as people read them."""
        low, high = self.interval()
        rows = [
            f"pairs              {len(self.labels)}, {len(self.labels) / self.seconds:.0f} a second",
            f"accuracy           {self.accuracy:.1f}  [{low:.1f}, {high:.1f}]",
            f"macro F1           {self.macro_f1:.1f}",
            f"contradiction AUC  {self.auc:.3f}",
            f"{'':19}{'precision':>9}{'recall':>8}{'F1':>7}",
        ]
        for number, label in enumerate(LABELS):
            precision, recall, f1 = self.scores(number)
            rows.append(f"{label:19}{precision:9.1f}{recall:8.1f}{f1:7.1f}")
        sure, right = self.chances.max(1).tolist(), (self._given == self.labels).tolist()
        rows.append("probability         pairs  mean  right")
        rows += [
            f"{b.low:.1f} to {b.high:.1f}      {b.count:11} {b.mean:5.2f}  {b.right:.2f}"
            for b in reliability(sure, right)
        ]
        return [*rows, f"expected calibration error {expected_calibration_error(sure, right):.3f}"]

    @property
    def _given(self) -> np.ndarray:
        given: np.ndarray = self.chances.argmax(1)
        return given


def evaluate(pairs: Sequence[Pair], model: Classifier) -> StanceFigures:
    """Ask ``model`` about ``pairs``."""
    start = perf_counter()
    answers: list[Entailment] = model.probabilities([(p.premise, p.hypothesis) for p in pairs])
    seconds = perf_counter() - start
    labels = np.array([LABELS.index(p.label) for p in pairs])
    return StanceFigures(np.array(answers), labels, seconds)


def logits_of(model: Classifier, pairs: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray]:
    """Log probabilities (pairs, labels) before any temperature, and the numbers of the labels."""
    plain = replace(model, temperature=1.0)
    answers = plain.probabilities([(p.premise, p.hypothesis) for p in pairs])
    return np.log(np.maximum(answers, 1e-9)), np.array([LABELS.index(p.label) for p in pairs])


def evaluate_file(data: Path, model: str | Path | None) -> StanceFigures:
    """Measure a model, the embedded one if None, on a file of pairs."""
    pairs = [pair for pair, _ in read_pairs(data)]
    return evaluate(pairs, Classifier.load(model or folder_of("stance")))


def area(scores: np.ndarray, positive: np.ndarray) -> float:
    """Area under the ROC curve: how often a positive scores higher than a negative (ties half).

    Examples
    --------
    >>> area(np.array([0.9, 0.2, 0.4]), np.array([True, False, True]))
    1.0
    """
    values, inverse = np.unique(scores, return_inverse=True)
    counts = np.bincount(inverse, minlength=len(values))
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    good, bad = int(positive.sum()), int((~positive).sum())
    if not good or not bad:
        return 0.5
    return float((ranks[positive].sum() - good * (good + 1) / 2) / (good * bad))
