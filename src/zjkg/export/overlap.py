"""Overlapping circles are pushed apart, pair by pair, with a grid to find the pairs."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_MARGIN = 0.02  # beyond touching, or a pair would overlap again once rounded
_MOST_PAIRS = 20_000_000
_SHARE = 0.6
_MANY, _WIDER = 0.05, 1.06  # where so many touch, all make room


def separate(
    positions: Sequence[tuple[float, float]], radii: Sequence[float], *, gap: float, passes: int
) -> list[tuple[float, float]]:
    """Move circles until none comes nearer to another than ``gap``, or the passes are used up.

    Cost per pass is linear in the number of circles where few of them overlap.
    """
    xs = [x for x, _ in positions]
    ys = [y for _, y in positions]
    cell = 2 * max(radii, default=1.0) + gap
    for _ in range(passes):
        if not _push_all(xs, ys, radii, cell, gap):
            break
    return list(zip(xs, ys, strict=True))


def _push_all(
    xs: list[float], ys: list[float], radii: Sequence[float], cell: float, gap: float
) -> bool:
    grid: dict[tuple[int, int], list[int]] = defaultdict(list)
    for node, (x, y) in enumerate(zip(xs, ys, strict=True)):
        grid[math.floor(x / cell), math.floor(y / cell)].append(node)
    moved = False
    for (column, row), here in grid.items():
        near = [
            other
            for right in (column - 1, column, column + 1)
            for below in (row - 1, row, row + 1)
            for other in grid.get((right, below), ())
        ]
        for node in here:
            for other in near:
                if other > node and _push(node, other, xs, ys, radii[node] + radii[other] + gap):
                    moved = True
    return moved


def _push(node: int, other: int, xs: list[float], ys: list[float], distance: float) -> bool:
    dx, dy = xs[other] - xs[node], ys[other] - ys[node]
    if dx * dx + dy * dy >= distance * distance:
        return False
    actual = math.hypot(dx, dy)
    if actual == 0:  # coincident circles part in a direction of their own
        dx, dy = math.cos(other * _GOLDEN_ANGLE), math.sin(other * _GOLDEN_ANGLE)
    shift = (distance - actual) / 2 + _MARGIN
    scale = shift / (actual or 1.0)
    xs[node] -= dx * scale
    ys[node] -= dy * scale
    xs[other] += dx * scale
    ys[other] += dy * scale
    return True


def separate_many(
    positions: Sequence[tuple[float, float]], radii: Sequence[float], *, gap: float
) -> list[tuple[float, float]]:
    """The same for very many circles, all pairs of a pass at once; a few may still touch.

    It stops when none comes nearer than ``gap``, or when it has looked at so many pairs that it
    would take more than seconds.
    """
    points = np.array(positions, dtype=np.float64).T.copy()  # by axis
    sizes = np.array(radii, dtype=np.float64)
    looked = 0
    while looked < _MOST_PAIRS:
        shift = np.zeros_like(points)
        for pairs in _near_pairs(points, 2 * float(sizes.max()) + gap):
            looked += len(pairs[0])
            shift += _pushes(points, sizes, pairs, gap)
        moved = float(shift.any(axis=0).mean())
        if not moved:
            break
        points += shift
        if moved > _MANY:
            points *= _WIDER
    xs, ys = points.tolist()
    return list(zip(xs, ys, strict=True))


def _pushes(points: Floats, radii: Floats, pairs: tuple[Ints, Ints], gap: float) -> Floats:
    """How far each circle is pushed by the pairs that are too near."""
    one, two = pairs
    away = points.take(two, axis=1) - points.take(one, axis=1)
    least = radii.take(one) + radii.take(two) + gap
    close = np.flatnonzero(away[0] * away[0] + away[1] * away[1] < least * least)
    one, two, least = one.take(close), two.take(close), least.take(close)
    away = away.take(close, axis=1)
    actual = np.hypot(*away)
    same = actual == 0.0
    turn = two[same] * _GOLDEN_ANGLE
    away[:, same], actual[same] = (np.cos(turn), np.sin(turn)), 1.0
    push = np.where(same, least, least - actual) / 2 + _MARGIN
    # Pushed from many sides at once, a circle would fly off.
    away *= _SHARE * push / actual
    size = len(radii)
    return np.stack([np.bincount(two, each, size) - np.bincount(one, each, size) for each in away])


def _near_pairs(points: Floats, cell: float) -> Iterator[tuple[Ints, Ints]]:
    """Pairs of points in one cell or in neighbouring ones, each pair once."""
    low = points.min(axis=1)[:, None]
    columns, rows = np.floor((points - low) / cell).astype(np.int64) + 1
    width = int(rows.max()) + 2
    keys = columns * width + rows
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    place = np.arange(len(keys))
    for offset in (0, 1, width - 1, width, width + 1):
        begin = place + 1 if offset == 0 else np.searchsorted(ordered, ordered + offset, "left")
        count = np.searchsorted(ordered, ordered + offset, "right") - begin
        one = np.repeat(place, count)
        two = np.arange(len(one)) + (begin - np.cumsum(count) + count)[one]
        yield order[one], order[two]
