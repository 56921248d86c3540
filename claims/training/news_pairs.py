"""Pairs of claims of real news with a label, as lessons for the entailment model.

Corpora of inference take any two sentences for accounts of one thing; labelled pairs of real claims
say where they only tell of different things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.core.article import Article
from claims.core.errors import DataError
from claims.core.relation import Label
from claims.pipeline import Pipeline
from claims.reading import ReadingOptions, articles_from
from claims.training.attribution_data import Part
from claims.training.conflict_data import NOTHING, Conflicts, read_conflicts
from claims.training.folds import Fold
from claims.training.judged_pairs import JudgedPair, articles_of, read_judged, worded
from claims.training.stance_teachers import Leaning

AGAINST = {
    Label.CONTRADICTS: 0.95,
    Label.DIFFERS: 0.3,
    Label.UPDATES: 0.03,
    Label.CORROBORATES: 0.03,
    Label.REPEATS: 0.03,
    NOTHING: 0.04,
}
"""How probable a contradiction a label makes; people who label do err, and what differs is in doubt."""

ALIKE = 0.4
"""How probable it is that what corroborates or repeats another claim also follows from it, at least."""


@dataclass(frozen=True)
class NewsPairs:
    """Files of labelled pairs of real claims.

    Attributes
    ----------
    conflicts
        Labelled conflicts; those of held-out events are left out.
    judged
        Pairs that the program found and a person judged; see ``claims.training.judged_pairs``.
    articles
        The texts of the judged pairs.
    fold
        Events, and articles that belong to none, that are left out.
    """

    conflicts: tuple[Path, ...] = ()
    judged: tuple[Path, ...] = ()
    articles: tuple[Path, ...] = ()
    fold: Fold | None = None

    def files(self) -> list[Path]:
        """All the files."""
        return [*self.conflicts, *self.judged, *self.articles]

    def read(self) -> list[Leaning]:
        """The pairs in both directions.

        The judged ones are worded as the program of today finds their claims.

        Raises
        ------
        DataError
            If a file is not of its form, or judged pairs come without the articles.
        """
        if self.judged and not self.articles:
            raise DataError("judged pairs need --articles, the file with the texts")
        every = [read_conflicts(path) for path in self.conflicts]
        found = [pair for gold in every for pair in self._labelled(gold.without(Part.HELD_OUT))]
        event_of = {c.article: c.event for gold in every for c in gold.claims.values()}
        pairs = [p for path in self.judged for p in read_judged(path)]
        kept = [p for p in pairs if all(self._keeps(event_of.get(id, id)) for id in p.articles)]
        return found + [leaning for a, b, label in self._worded(kept) for leaning in _both_ways(a, b, label)]

    def _labelled(self, gold: Conflicts) -> Iterator[Leaning]:
        for pair in gold.pairs:
            a, b = gold.claims[pair.a], gold.claims[pair.b]
            if self._keeps(a.event):
                yield from _both_ways(a.statement, b.statement, pair.label)

    def _keeps(self, id: str) -> bool:
        return self.fold is None or not self.fold.holds(id)

    def _worded(self, pairs: list[JudgedPair]) -> list[tuple[str, str, str]]:
        wanted = articles_of(pairs)
        if not wanted:
            return []
        texts = (a for path in self.articles for a in articles_from(str(path), ReadingOptions()))
        chosen = [a for a in texts if isinstance(a, Article) and a.id in wanted]
        pipeline = Pipeline()
        understood = [u for group, _ in pipeline.understand_all(chosen) for u in group]
        return worded(pairs, pipeline.claims_of(understood), {a.id: a for a in chosen})


def _both_ways(a: str, b: str, label: str) -> Iterator[Leaning]:
    alike = ALIKE if label in (Label.CORROBORATES, Label.REPEATS) else 0.0
    yield Leaning(a, b, AGAINST[label], alike)
    yield Leaning(b, a, AGAINST[label], alike)
