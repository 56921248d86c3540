"""Pairs of claims that the program found in news and a person judged, as the entailment model's lessons.

What people write for a purpose is worded with care; what a program cuts out of news is not, and two
such statements seem to clash far oftener than they do. The pairs hold offsets and labels only: their
words are found by running the program on the articles again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims.core.article import Article
from claims.core.attribution import Commitment
from claims.core.claim import Claim
from claims.core.errors import DataError
from claims.core.relation import Label
from claims.core.spans import Span, Spans
from claims.stance.hearing import plainly
from claims.training.conflict_data import NOTHING


@dataclass(frozen=True)
class Said:
    """A claim as the program found it: where it stands in the raw text, and how its source stands to it."""

    article: str
    spans: Spans
    commitment: Commitment


@dataclass(frozen=True)
class JudgedPair:
    """Two claims, mostly of one article, and whether they contradict, differ, or have nothing at stake."""

    a: Said
    b: Said
    label: str

    @property
    def articles(self) -> frozenset[str]:
        """The one or two articles that the claims stand in."""
        return frozenset({self.a.article, self.b.article})


def read_judged(path: Path) -> list[JudgedPair]:
    """Read JSON lines with article, a and b (each spans and commitment) and label.

    A claim of another article than the line's names it.

    Raises
    ------
    DataError
        If a line is not of that form.
    """
    found = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            label = row["label"] if row["label"] == NOTHING else Label(row["label"]).value
            a, b = (_said(row[side], row["article"]) for side in ("a", "b"))
            found.append(JudgedPair(a, b, label))
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(f"{path}, line {number}: is no judged pair ({error})") from error
    return found


def _said(row: Mapping[str, Any], article: object) -> Said:
    spans = tuple(Span(int(start), int(end)) for start, end in row["spans"])
    return Said(str(row.get("article", article)), spans, Commitment(row["said"]))


def worded(
    pairs: Iterable[JudgedPair], claims: Iterable[Claim], articles: Mapping[str, Article]
) -> list[tuple[str, str, str]]:
    """The statements and the label of each pair whose claims are among ``claims``.

    A pair is left out where the program no longer finds one of its claims in just these words.
    """
    by_place: dict[Said, Claim] = {}
    for claim in claims:
        by_place.setdefault(said(claim, articles), claim)
    found = []
    for pair in pairs:
        a, b = by_place.get(pair.a), by_place.get(pair.b)
        if a is not None and b is not None:
            found.append((plainly(a), plainly(b), pair.label))
    return found


def said(claim: Claim, articles: Mapping[str, Article]) -> Said:
    """Where a claim stands, and how its source stands to it."""
    return Said(claim.article, articles[claim.article].raw_spans(claim.spans), claim.commitment)


def articles_of(pairs: Iterable[JudgedPair]) -> frozenset[str]:
    """The articles that the claims of ``pairs`` stand in."""
    return frozenset().union(*(pair.articles for pair in pairs))
