"""A force layout for large graphs: repulsion over a grid, so that a step costs what the grid costs.

The repulsion of all nodes at once is a convolution of how densely they stand with the force of one
node, done by Fourier transform; attraction is summed edge by edge. Both are vectors, no pairs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from zjkg.export.links import Floats, Ints

_GRID = 128  # cells a side; nearer than one cell nodes do not repel, later they are separated
_STEPS = 120
_GRAVITY = 0.1
Pulls = tuple[Ints, Ints, Floats]
"""Some edges: their one node, their other, and how hard each pulls."""

_FIRST_STEP = 0.06  # the farthest a node may move, as a share of the side; it shrinks to nothing


def settle(points: Floats, pulls: Callable[[], Iterable[Pulls]], side: float) -> Floats:
    """Positions under attraction along edges and repulsion between all nodes.

    Args:
        points: First positions, one row for each node; it is not changed.
        pulls: Gives all edges, some at a time; it is called for each step.
        side: The side of a square with room for all nodes; it sets the length of edges.

    Returns:
        New positions. The same input gives the same output; the cost of a step is linear in nodes
        and edges.
    """
    size = len(points)
    points = np.array(points.T, order="C")  # by axis: what follows goes along one or the other
    near = side / math.sqrt(size)  # at this distance one pull and one push are equal
    mass = np.ones(size)
    for first, second, _ in pulls():
        mass += np.bincount(first, minlength=size) + np.bincount(second, minlength=size)
    for step in range(_STEPS):
        force = _repulsion(points, np.sqrt(mass)) * near * near
        for some in pulls():
            _attract(force, points, some, near)
        force -= _GRAVITY * (points - points.mean(axis=1)[:, None]) * np.sqrt(mass)
        longest = _FIRST_STEP * side * (1.0 - step / _STEPS)
        length = np.maximum(np.hypot(*force), 1e-12)
        points += force * (np.minimum(length, longest) / length)
    return points.T


def _attract(force: Floats, points: Floats, pulls: Pulls, near: float) -> None:
    """Adds the pull of some edges to the force on their nodes."""
    first, second, strength = pulls
    along = points.take(second, axis=1) - points.take(first, axis=1)
    along *= strength * np.hypot(*along) / near
    for axis in (0, 1):
        force[axis] += np.bincount(first, along[axis], points.shape[1])
        force[axis] -= np.bincount(second, along[axis], points.shape[1])


def _repulsion(points: Floats, mass: Floats) -> Floats:
    """The push of all nodes on each: the sum of mass / distance, away from the others."""
    low = points.min(axis=1)
    cell = float((points.max(axis=1) - low).max()) / (_GRID - 2) or 1.0
    place = (points - low[:, None]) / cell
    corner = np.floor(place).astype(np.int64)
    share = place - corner
    corners = _corners(corner, share)
    density = np.zeros(_GRID * _GRID)
    for where, part in corners:
        density += np.bincount(where, mass * part, _GRID * _GRID)
    spectrum = np.fft.rfft2(density.reshape(_GRID, _GRID), s=(2 * _GRID, 2 * _GRID))
    force = np.zeros_like(points)
    for axis, kernel in enumerate(_KERNELS):
        field = np.fft.irfft2(spectrum * kernel, s=(2 * _GRID, 2 * _GRID))[:_GRID, :_GRID].ravel()
        for where, part in corners:
            force[axis] += field.take(where) * part
    return force / cell


def _corners(corner: Ints, share: Floats) -> list[tuple[Ints, Floats]]:
    """The four grid points around each node, with the part of it that each takes."""
    right, below = share
    where = corner[0] * _GRID + corner[1]
    return [
        (where, (1 - right) * (1 - below)),
        (where + _GRID, right * (1 - below)),
        (where + 1, (1 - right) * below),
        (where + _GRID + 1, right * below),
    ]


def _kernels() -> tuple[NDArray[np.complex128], NDArray[np.complex128]]:
    """The Fourier transforms of the force of one node, right and below, in units of cells."""
    away = np.arange(2 * _GRID, dtype=np.float64)
    away[_GRID:] -= 2 * _GRID
    right, below = np.meshgrid(away, away, indexing="ij")
    square = right * right + below * below + 0.25
    return np.fft.rfft2(right / square), np.fft.rfft2(below / square)


_KERNELS = _kernels()
