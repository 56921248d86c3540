"""Which group of claims of a new run is which of the runs before: the one it shares most claims with."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.core.spans import Spans, jaccard

Sides = Sequence[Collection[str]]

ALIKE = 0.5
"""Share of its characters that two cuts of one claim have in common, at least."""


@dataclass(frozen=True)
class Placed:
    """Where a claim's words and those for its source stand in the raw text of an article."""

    claim: str
    article: str
    words: Spans
    speaker: Spans


def same_groups(new: Sequence[Collection[str]], old: Mapping[str, Collection[str]]) -> list[str | None]:
    """For each new group the key of the old one with which it shares most, each given once.

    Examples
    --------
    >>> same_groups([["a"], ["b", "c"]], {"x": ["a", "b", "c"], "y": ["z"]})
    [None, 'x']
    """
    overlaps = _overlaps(new, old)
    return _given_once(len(new), ((len(own) / len(union), n, key) for n, key, own, union in overlaps))


def same_disputes(
    new: Sequence[tuple[Hashable, Sides]], old: Mapping[str, tuple[Hashable, Sides]]
) -> list[str | None]:
    """For each new disagreement the key of the old one that it is, each given once.

    Two claims that stood against each other must do so again: what was decided about one
    contradiction must not pass to another with which it only shares an account.

    Parameters
    ----------
    new, old
        Kind and sides; of those that share as much, one of the same kind is preferred.
    """
    opposed = {key: _opposed(sides) for key, (_, sides) in old.items()}
    pairs = [_opposed(sides) for _, sides in new]
    scores = (
        (len(own) / len(union) + (new[n][0] == old[key][0]), n, key)
        for n, key, own, union in _overlaps(pairs, opposed)
    )
    return _given_once(len(new), scores)


def same_places(new: Sequence[Placed], old: Mapping[str, Placed]) -> list[str | None]:
    """For each new claim the key of the old one that has nearly the same words, each given once."""
    by_article: dict[str, list[tuple[str, Placed]]] = defaultdict(list)
    for key, placed in old.items():
        by_article[placed.article].append((key, placed))
    scores = (
        (score, n, key)
        for n, one in enumerate(new)
        for key, other in by_article.get(one.article, ())
        if jaccard(one.speaker, other.speaker) >= ALIKE
        and (score := jaccard(one.words, other.words)) >= ALIKE
    )
    return _given_once(len(new), scores)


def _opposed(sides: Sides) -> set[frozenset[str]]:
    return {frozenset({a, b}) for one, other in combinations(sides, 2) for a in one for b in other}


def _overlaps(
    new: Sequence[Collection[Hashable]], old: Mapping[str, Collection[Hashable]]
) -> Iterable[tuple[int, str, set[Hashable], set[Hashable]]]:
    """Pairs of a new and an old group with what they share and what they hold together."""
    holders: dict[Hashable, list[str]] = defaultdict(list)
    for key, members in old.items():
        for member in set(members):
            holders[member].append(key)
    for n, members in enumerate(new):
        own = set(members)
        touched = Counter(key for member in own for key in holders.get(member, ()))
        for key in touched:
            yield n, key, own & set(old[key]), own | set(old[key])


def _given_once(count: int, scores: Iterable[tuple[float, int, str]]) -> list[str | None]:
    found: list[str | None] = [None] * count
    taken: set[str] = set()
    for _, n, key in sorted(scores, key=lambda s: (-s[0], s[1], s[2])):
        if found[n] is None and key not in taken:
            found[n] = key
            taken.add(key)
    return found
