"""What the entailment model learns from: corpora of natural language inference, templates and scenes."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha1
from pathlib import Path

from claims.core.errors import DataError
from claims.training.files import open_text
from claims.training.news_pairs import NewsPairs
from claims.training.scenes import scene_leanings, scene_pairs
from claims.training.stance_pairs import LABELS, Pair, generate_pairs
from claims.training.stance_teachers import Leaning

ONE_SIDED: Mapping[str, float] = {"factor_news": 0.0, "cannot_wfc": 0.2}
"""Share that is kept of corpora whose pairs all have one label: they would teach their style."""

RESERVED_SHARE = 50
"""One pair in so many, by its premise, is kept out of training and serves to calibrate."""


@dataclass(frozen=True)
class StanceData:
    """Files of pairs, and how many more are generated for an epoch.

    Attributes
    ----------
    files
        JSON lines with premise, hypothesis, label and, where known, origin; gzipped or not.
    generated
        Pairs from templates, other ones in each epoch.
    turned
        Share of contradictions that are turned round: if one statement contradicts another, the
        other contradicts it.
    kept
        Share that is kept of some corpora, by name.
    news, copies
        Labelled pairs of real claims, and how often an epoch has them.
    share
        Share of the corpora and of the generated pairs that an epoch has, other ones in each.
    scenes
        Share of the pairs of the written scenes that an epoch has.
    texts
        Articles without labels whose sentences teachers are asked about.
    """

    files: tuple[Path, ...]
    generated: int = 40_000
    turned: float = 0.3
    kept: Mapping[str, float] = field(default_factory=lambda: dict(ONE_SIDED))
    news: NewsPairs = field(default_factory=NewsPairs)
    copies: int = 3
    share: float = 1.0
    scenes: float = 1.0
    texts: tuple[Path, ...] = ()

    def pairs(self, epoch: int, seed: int) -> list[Pair]:
        """The training pairs of an epoch."""
        chance = random.Random(seed * 1000 + epoch)
        found = []
        for pair, origin in self._labelled():
            if reserved(pair) or chance.random() >= self.share * self.kept.get(origin, 1.0):
                continue
            turn = pair.label == "contradiction" and chance.random() < self.turned
            found.append(Pair(pair.hypothesis, pair.premise, pair.label) if turn else pair)
        return found + list(generate_pairs(round(self.share * self.generated), seed * 1000 + epoch))

    def told(self, epoch: int, seed: int) -> list[Pair]:
        """The pairs of the scenes, for training without teachers."""
        if not self.scenes:
            return []
        chance = random.Random(seed * 1000 + epoch)
        return [p for p in scene_pairs(seed * 1000 + epoch) if chance.random() < self.scenes]

    def leanings(self, epoch: int, seed: int, news: Sequence[Leaning]) -> list[Leaning]:
        """The pairs of the scenes and those of real claims, ``news``, for training with teachers."""
        told = scene_leanings(seed * 1000 + epoch, self.scenes) if self.scenes else []
        return told + self.copies * list(news)

    def reserved(self) -> list[Pair]:
        """The pairs that are kept for calibration, those of one-sided corpora left out."""
        return [p for p, origin in self._labelled() if reserved(p) and origin not in self.kept]

    def _labelled(self) -> Iterator[tuple[Pair, str]]:
        for path in self.files:
            yield from read_pairs(path)


def read_pairs(path: Path) -> Iterator[tuple[Pair, str]]:
    """Pairs with their origins ("" where not told).

    Raises
    ------
    DataError
        If a line lacks a field or has another label.
    """
    with open_text(path) as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                pair = Pair(row["premise"], row["hypothesis"], row["label"])
            except (KeyError, ValueError, TypeError) as error:
                raise DataError(
                    f"{path}, line {number}: needs premise, hypothesis and label ({error})"
                ) from error
            if pair.label not in LABELS:
                raise DataError(f"{path}, line {number}: the label is {pair.label!r}, not one of {LABELS}")
            yield pair, str(row.get("origin", ""))


def reserved(pair: Pair) -> bool:
    """Whether ``pair`` is kept out of training."""
    return int(sha1(pair.premise.encode()).hexdigest(), 16) % RESERVED_SHARE == 0
