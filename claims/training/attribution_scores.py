"""Figures for attributions: spans by role, and whole relations."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims.core.spans import Spans, characters, jaccard

ROLES = ("source", "cue", "content")


@dataclass(frozen=True)
class Parts:
    """An attribution reduced to what is measured; ``manner`` is that of the labels, if any."""

    source: Spans
    cue: Spans
    content: Spans
    manner: str | None = None


@dataclass(frozen=True)
class Counts:
    """Right, found and wanted; additive."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Percent of what was found that is right."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Percent of what was wanted that was found."""
        return 100 * self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both, in percent."""
        both = self.found + self.wanted
        return 200 * self.right / both if both else 0.0


def exact_spans(found: Sequence[Parts], gold: Sequence[Parts], role: str) -> Counts:
    """Contiguous spans of a role that are the same to the character (CoNLL-style exact match)."""
    ours = {s for p in found for s in getattr(p, role)}
    theirs = {s for p in gold for s in getattr(p, role)}
    return Counts(len(ours & theirs), len(ours), len(theirs))


def overlapping_spans(found: Sequence[Parts], gold: Sequence[Parts], role: str) -> Counts:
    """Contiguous spans of a role that share at least a character, each counted once.

    As many as can be paired (Kuhn's algorithm for the largest matching); labelled spans may nest.
    """
    ours = sorted({s for p in found for s in getattr(p, role)})
    theirs = sorted({s for p in gold for s in getattr(p, role)})
    meet = [[j for j, other in enumerate(theirs) if other.overlaps(span)] for span in ours]
    partner: dict[int, int] = {}

    def pairs(i: int, tried: set[int]) -> bool:
        for j in meet[i]:
            if j not in tried:
                tried.add(j)
                if j not in partner or pairs(partner[j], tried):
                    partner[j] = i
                    return True
        return False

    return Counts(sum(pairs(i, set()) for i in range(len(ours))), len(ours), len(theirs))


def shared_characters(found: Sequence[Parts], gold: Sequence[Parts], role: str) -> Counts:
    """Characters that both give to a role."""
    ours = characters(s for p in found for s in getattr(p, role))
    theirs = characters(s for p in gold for s in getattr(p, role))
    return Counts(len(ours & theirs), len(ours), len(theirs))


def matched(found: Sequence[Parts], gold: Sequence[Parts]) -> list[tuple[int, int]]:
    """Pairs of one found and one gold attribution that are the same relation.

    The same means that the contents' Jaccard index is at least .5 and the sources overlap (or both
    are empty); each takes part once, the closest contents first.
    """
    close = sorted(
        (
            (-jaccard(f.content, g.content), i, j)
            for i, f in enumerate(found)
            for j, g in enumerate(gold)
            if _sources_meet(f, g) and jaccard(f.content, g.content) >= 0.5
        ),
    )
    ours: set[int] = set()
    theirs: set[int] = set()
    pairs = []
    for _, i, j in close:
        if i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
            pairs.append((i, j))
    return pairs


def relations(found: Sequence[Parts], gold: Sequence[Parts]) -> Counts:
    """Counts of :func:`matched`."""
    return Counts(len(matched(found, gold)), len(found), len(gold))


def interval(
    per_article: Sequence[Counts],
    figure: Callable[[Counts], float] = lambda c: c.f1,
    rounds: int = 1000,
    seed: int = 13,
) -> tuple[float, float]:
    """A 95 % bootstrap interval of a figure, drawing articles with replacement."""
    chance = random.Random(seed)
    figures = sorted(
        figure(sum(chance.choices(per_article, k=len(per_article)), Counts())) for _ in range(rounds)
    )
    return figures[int(0.025 * rounds)], figures[int(0.975 * rounds) - 1]


def _sources_meet(a: Parts, b: Parts) -> bool:
    if not a.source and not b.source:
        return True
    return any(x.overlaps(y) for x in a.source for y in b.source)
