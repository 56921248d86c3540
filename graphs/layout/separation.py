"""Pushing boxes apart until none covers another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from graphs.layout.stress import Points

PASSES = 60
ROUNDS = 8
TOUCHING = 1e-6


def separated(points: Points, boxes: NDArray[np.float64], gap: float) -> Points:
    """Centres near ``points`` at which boxes do not cover each other.

    Each pair that overlaps is moved apart, half of the way by each, along the axis on which less is
    needed, over and over. Memory is the square of the number of boxes.

    Parameters
    ----------
    boxes
        Width and height of each.
    gap
        Room to be left between two.

    Examples
    --------
    >>> import numpy as np
    >>> found = separated(np.array([[0.0, 0.0], [1.0, 0.0]]), np.full((2, 2), 4.0), 1.0)
    >>> round(float(found[1, 0] - found[0, 0]), 3)
    5.0
    """
    centres = points.copy()
    for _ in range(PASSES):
        pairs = _near(centres, boxes, gap)
        need = (boxes[pairs[0]] + boxes[pairs[1]]) / 2 + gap
        if not _push(centres, pairs, need):
            break
    return centres


def _near(
    centres: Points, boxes: NDArray[np.float64], gap: float
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Pairs of boxes that cover each other, or may come to do so soon."""
    reach = boxes / 2 + gap
    close = np.ones((len(centres), len(centres)), dtype=bool)
    for axis in (0, 1):
        place, wide = centres[:, axis], reach[:, axis]
        close &= np.abs(place[:, None] - place) < wide[:, None] + wide
    first, second = np.nonzero(np.triu(close, 1))
    return first, second


def _push(
    centres: Points, pairs: tuple[NDArray[np.intp], NDArray[np.intp]], need: NDArray[np.float64]
) -> bool:
    """Move ``centres``, some rounds long; whether any of ``pairs`` overlapped at first."""
    first, second = pairs
    for round_ in range(ROUNDS):
        between = centres[second] - centres[first]
        lack = need - np.abs(between)
        over = np.flatnonzero((lack > TOUCHING).all(1))
        if not len(over):
            return round_ > 0
        axis = lack[over].argmin(1)
        way = np.where(between[over, axis] < 0, -1.0, 1.0)
        step = way * lack[over, axis] / 2
        np.add.at(centres, (first[over], axis), -step)
        np.add.at(centres, (second[over], axis), step)
    return True
