"""Overlapping circles are pushed apart, pair by pair, with a grid to find the pairs."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_MARGIN = 0.02  # beyond touching, or a pair would overlap again once rounded


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
