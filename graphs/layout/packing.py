"""Packing boxes side by side, those that belong together near each other."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from graphs.layout.stress import Points

_ALONG = 6
_AT_ONCE = 256


def packed(boxes: NDArray[np.float64], links: Mapping[tuple[int, int], float]) -> Points:
    """Centres at which no two boxes overlap.

    The boxes are placed in the order given. Each touches one that is there already, at the free spot
    nearest to the centre of those that it is linked to, else nearest to the origin.

    Parameters
    ----------
    boxes
        Width and height of each.
    links
        Strength of the link of two boxes, by their numbers.

    Examples
    --------
    >>> packed(np.array([[2.0, 2.0], [4.0, 2.0]]), {}).tolist()
    [[0.0, 0.0], [0.0, -2.0]]
    """
    centres = np.zeros((len(boxes), 2))
    linked = _linked(len(boxes), links)
    for number in range(1, len(boxes)):
        there = centres[:number]
        target = _target(there, linked[number], number)
        apart = (boxes[:number] + boxes[number]) / 2
        centres[number] = _free_spot(there, apart, target)
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


def _free_spot(there: Points, apart: NDArray[np.float64], target: NDArray[np.float64]) -> NDArray[np.float64]:
    """The spot nearest to ``target`` that is ``apart`` from each centre along one axis at least."""
    spots = (there[:, None] + apart[:, None] * _rim()).reshape(-1, 2)
    order = np.argsort(((spots - target) ** 2).sum(1), kind="stable")
    for start in range(0, len(order), _AT_ONCE):
        tried = spots[order[start : start + _AT_ONCE]]
        across = np.abs(tried[:, None, 0] - there[:, 0]) < apart[:, 0] * (1 - 1e-9)
        upright = np.abs(tried[:, None, 1] - there[:, 1]) < apart[:, 1] * (1 - 1e-9)
        free = ~(across & upright).any(1)
        if free.any():
            found: NDArray[np.float64] = tried[free.argmax()]
            return found
    # Never reached: beside the outermost box a spot that touches it is free.
    return np.array([(np.abs(there[:, 0]) + apart[:, 0]).max(), 0.0])


def _rim() -> Points:
    """Points on the rim of a square from -1 to 1, the corners and the middles of its sides too."""
    along = np.linspace(-1, 1, 2 * (_ALONG // 2) + 1)
    ends = np.ones_like(along)
    sides = [(along, -ends), (along, ends), (-ends, along), (ends, along)]
    return np.concatenate([np.stack(side, axis=1) for side in sides])
