"""Drawing a small graph so that distances on the page are those along its edges."""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import shortest_path

Points = NDArray[np.float64]

ROUNDS = 80
GOOD_ENOUGH = 1e-3


def stress_layout(graph: nx.Graph, lengths: NDArray[np.float64], seed: int) -> Points:
    """Positions that minimise stress: the squared relative errors of all distances.

    Parameters
    ----------
    graph
        Connected, not a multigraph; needs memory by the square of its nodes. ``room`` of an edge is
        what it needs for itself, such as for its label.
    lengths
        Room that each node needs (a radius); an edge is as long as those of its ends together, and
        its own.

    Notes
    -----
    Stress majorization of Gansner, Koren and North, "Graph drawing by stress majorization", Graph
    Drawing 2004, started from classical scaling (Torgerson 1952) with a little noise from ``seed``,
    which parts nodes that have the same neighbours.
    """
    if len(graph) == 1:
        return np.zeros((1, 2))
    wanted = _distances(graph, lengths)
    noise = np.random.default_rng(seed).normal(size=(len(graph), 2))
    start = _classical_scaling(wanted) + 0.1 * lengths.mean() * noise
    return _majorized(start, wanted)


def _distances(graph: nx.Graph, lengths: NDArray[np.float64]) -> NDArray[np.float64]:
    matrix = nx.to_scipy_sparse_array(graph, weight="room", format="coo", dtype=float)
    matrix.data += lengths[matrix.row] + lengths[matrix.col]
    found: NDArray[np.float64] = shortest_path(matrix.tocsr(), directed=False)
    return found


def _classical_scaling(distances: NDArray[np.float64]) -> Points:
    squares = distances**2
    centred = -0.5 * (
        squares - squares.mean(0) - squares.mean(1)[:, None] + squares.mean()
    )  # the Gram matrix of points with these distances
    values, vectors = np.linalg.eigh(centred)
    found = np.zeros((len(distances), 2))
    for axis, number in enumerate(np.argsort(values)[::-1][:2]):
        direction = vectors[:, number]
        # Which way an axis points is left open by the method; fix it, so that one seed is one picture.
        sign = np.sign(direction[np.argmax(np.abs(direction))])
        found[:, axis] = sign * direction * np.sqrt(max(values[number], 0.0))
    return found


def _majorized(points: Points, wanted: NDArray[np.float64]) -> Points:
    count = len(points)
    apart = wanted + np.eye(count)
    weights = apart**-2.0
    np.fill_diagonal(weights, 0.0)
    laplacian = np.diag(weights.sum(0)) - weights
    inverse = np.linalg.inv(laplacian + 1 / count) - 1 / count
    for _ in range(ROUNDS):
        drawn = np.hypot(*(axis[:, None] - axis for axis in points.T))
        pull = weights * wanted / np.maximum(drawn, 1e-9)
        moved: Points = inverse @ (pull.sum(1)[:, None] * points - pull @ points)
        change = np.abs(moved - points).max()
        points = moved
        if change < GOOD_ENOUGH * wanted.max():
            break
    return points
