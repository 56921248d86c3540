"""Pairs of claims that are worth a look, found without looking at all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.core.claim import Claim
from claims.stance.run import Run

# Rarest keys of a claim that it is filed under, and how far down a long list it looks: together
# they bound the pairs of a claim, so that the work grows with the number of claims only.
_KEYS = 8
_REACH = 40
# Within one article all pairs up to this many claims apart are worth a look.
_NEIGHBOURS = 40
_ENOUGH = 0.3


def candidates(claims: Sequence[Claim], run: Run) -> Iterator[tuple[Claim, Claim]]:
    """Pairs in the order of ``claims``, each once.

    Claims are filed under their rarest words and their places, in the order of the articles'
    dates; two claims are a pair where what they are filed under together is telling enough, or
    where they stand in one article.
    """
    order = sorted(range(len(claims)), key=lambda i: (str(run.published(claims[i]) or ""), i))
    files: dict[str, list[int]] = defaultdict(list)
    for index in order:
        for key in _keys(claims[index], run):
            files[key].append(index)
    tied: dict[tuple[int, int], float] = defaultdict(float)
    for key, filed in files.items():
        weight = run.weight(key)
        for position, first in enumerate(filed):
            for second in filed[position + 1 : position + 1 + _REACH]:
                tied[min(first, second), max(first, second)] += weight
    found = {pair for pair, weight in tied.items() if weight >= _ENOUGH}
    found.update(_neighbours(claims))
    for left, right in sorted(found):
        yield claims[left], claims[right]


def _keys(claim: Claim, run: Run) -> list[str]:
    words = sorted(run.words(claim), key=lambda word: (-run.weight(word), word))
    return [*words[:_KEYS], *run.place_keys(claim)[:2]]


def _neighbours(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    by_article: dict[str, list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        by_article[claim.article].append(index)
    for indices in by_article.values():
        for position, first in enumerate(indices):
            for second in indices[position + 1 : position + 1 + _NEIGHBOURS]:
                yield first, second
