"""Fits the combiner on what people decided, and writes its weights."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from claims.core.errors import DataError
from claims.models import folder_of
from claims.stance.classifier import Classifier
from claims.stance.combiner import Combiner
from claims.store import Store
from claims.training.combiner_run import fit_files, write_weights
from claims.training.desk_decisions import decided_pairs
from claims.training.recalibration import recalibrated


def learn(
    where: str, labels: Sequence[Path], articles: Path | None, models: Sequence[str | Path], out: Path
) -> list[str]:
    """Fit the combiner on the decisions in a store, and write its weights to ``out``.

    Parameters
    ----------
    where
        The store.
    labels, articles
        Files of labelled pairs and their texts, to which the decisions are added. Without them the
        weights of the package stay in proportion, and only its probabilities are brought into line.
    models
        Entailment models as :func:`~claims.training.combiner_run.fit_files` takes them; the first
        reads the pairs that people decided about.

    Returns
    -------
    list of str
        What was done, in words.

    Raises
    ------
    StoreError
        If there is no store.
    DataError
        If people have decided about too few disagreements.
    """
    with Store.open(where, create=False) as store:
        decided = decided_pairs(store, Classifier.load(models[0] if models else folder_of("stance")))
    if labels and articles is not None:
        if not decided.rows:
            raise DataError(f"{where}: nobody has decided about claims that the combiner weighs")
        return fit_files(labels, articles, models, out, decided.rows).lines()
    done = recalibrated(Combiner.load(), decided)
    write_weights(done.combiner, out)
    return done.lines()
