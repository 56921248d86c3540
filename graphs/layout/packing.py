"""Packing circles side by side, those that belong together near each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from graphs.layout.stress import Points

_ANGLES = 24
_AT_ONCE = 256


def packed(radii: Sequence[float], links: Mapping[tuple[int, int], float]) -> Points:
    """Centres at which no two circles overlap.

    The circles are placed in the order given. Each touches one that is there already, at the free
    spot nearest to the centre of those that it is linked to, else nearest to the origin.

    Parameters
    ----------
    links
        Strength of the link of two circles, by their numbers.

    Examples
    --------
    >>> packed([2.0, 1.0], {}).round(6).tolist()
    [[0.0, 0.0], [3.0, 0.0]]
    """
    sizes = np.asarray(radii, dtype=float)
    centres = np.zeros((len(sizes), 2))
    linked = _linked(len(sizes), links)
    for number in range(1, len(sizes)):
        there = centres[:number]
        target = _target(there, linked[number], number)
        centres[number] = _free_spot(there, sizes[:number], sizes[number], target)
    return centres


def _linked(count: int, links: Mapping[tuple[int, int], float]) -> list[dict[int, float]]:
    found: list[dict[int, float]] = [{} for _ in range(count)]
    for (one, other), strength in links.items():
        found[one][other] = found[other][one] = strength
    return found


def _target(there: Points, strengths: Mapping[int, float], number: int) -> NDArray[np.float64]:
    placed = {other: strength for other, strength in strengths.items() if other < number}
    if not placed:
        return np.zeros(2)
    weights = np.array(list(placed.values()))
    centre: NDArray[np.float64] = weights @ there[list(placed)] / weights.sum()
    return centre


def _free_spot(
    there: Points, sizes: NDArray[np.float64], size: float, target: NDArray[np.float64]
) -> NDArray[np.float64]:
    turns = np.linspace(0, 2 * np.pi, _ANGLES, endpoint=False)
    around = np.stack([np.cos(turns), np.sin(turns)], axis=1)
    spots = (there[:, None] + (sizes + size)[:, None, None] * around).reshape(-1, 2)
    order = np.argsort(((spots - target) ** 2).sum(1), kind="stable")
    for start in range(0, len(order), _AT_ONCE):
        tried = spots[order[start : start + _AT_ONCE]]
        apart = ((tried[:, None] - there[None]) ** 2).sum(2)
        free = (apart >= (sizes + size) ** 2 * (1 - 1e-9)).all(1)
        if free.any():
            found: NDArray[np.float64] = tried[free.argmax()]
            return found
    # Never reached: beyond the outermost circle a spot that touches it is free.
    return np.array([np.abs(there).max() + sizes.max() + size, 0.0])
