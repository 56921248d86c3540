"""How contested claims, and what they belong to, are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from claims.core.relation import Label, Relation
from claims.core.report import Report

SMALLEST, LARGEST = 8.0, 48.0
"""Diameters of nodes, in the units of the layout."""


@dataclass(frozen=True)
class Contention:
    """The relations that a set of claims has part in.

    Attributes
    ----------
    contested
        How many contradictions.
    differing
        How many differing accounts.
    corroborated
        How many corroborations.
    """

    contested: int
    differing: int
    corroborated: int

    @property
    def size(self) -> float:
        """A diameter whose growth in area is that of the contradictions, up to a largest.

        A differing account counts half.
        """
        return min(LARGEST, SMALLEST * sqrt(1 + self.contested + self.differing / 2))


class Contentions:
    """Which relations each claim of a report has part in."""

    def __init__(self, report: Report) -> None:
        self._of_claim: Mapping[str, tuple[Relation, ...]] = _by_claim(report.relations)

    def of(self, claims: Iterable[str]) -> Contention:
        """What a set of claims has part in; a relation between two of them counts once."""
        labels = [r.label for r in {r.id: r for r in self._relations(claims)}.values()]
        return Contention(
            labels.count(Label.CONTRADICTS), labels.count(Label.DIFFERS), labels.count(Label.CORROBORATES)
        )

    def _relations(self, claims: Iterable[str]) -> Iterator[Relation]:
        for claim in claims:
            yield from self._of_claim.get(claim, ())


def _by_claim(relations: Iterable[Relation]) -> dict[str, tuple[Relation, ...]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        for claim in dict.fromkeys((relation.a, relation.b)):
            found[claim].append(relation)
    return {claim: tuple(own) for claim, own in found.items()}
