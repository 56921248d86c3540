"""Grouping with conflicts: who stands on one side."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)
Pair = tuple[Item, Item]


def components(items: Iterable[Item], pairs: Iterable[Pair[Item]]) -> list[list[Item]]:
    """Items connected by ``pairs``, each group and the groups in the order of ``items``.

    Examples
    --------
    >>> components("abcd", [("a", "c")])
    [['a', 'c'], ['b'], ['d']]
    """
    return sides(list(items), pairs, ())


def sides(
    items: Sequence[Item], agreed: Iterable[Pair[Item]], opposed: Iterable[Pair[Item]]
) -> list[list[Item]]:
    """Join items that agree, in the order of ``agreed``, unless that would join opposed ones.

    Examples
    --------
    >>> sides("abc", [("a", "b"), ("b", "c")], [("a", "c")])
    [['a', 'b'], ['c']]
    """
    group = {item: frozenset({item}) for item in items}
    foes: dict[Item, set[Item]] = {item: set() for item in items}
    for one, other in opposed:
        foes[one].add(other)
        foes[other].add(one)
    for one, other in agreed:
        left, right = group[one], group[other]
        if left is right or any(foes[item] & right for item in left):
            continue
        merged = left | right
        for item in merged:
            group[item] = merged
    ordered: dict[int, list[Item]] = {}
    for item in items:
        ordered.setdefault(id(group[item]), []).append(item)
    return list(ordered.values())
