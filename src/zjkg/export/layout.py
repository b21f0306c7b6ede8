"""Positions of nodes: a seeded force layout of each connected part, then parts side by side."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from graph_layout import ForceAtlas2Layout

from zjkg.export.field import settle
from zjkg.export.links import Ints, Links, Pairs
from zjkg.export.overlap import separate, separate_many
from zjkg.partition import Partition

Position = tuple[float, float]

_SEED = 20
_SMALL = 2_000  # nodes; beyond, forces are summed over a grid
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_GAP = 4.0
_ROOM = 6.0  # area of the drawing over the area of all nodes
_DIGITS = 2
_PASSES = 200


def place(radii: Sequence[float], links: Links, groups: Sequence[int]) -> list[Position]:
    """A position for every node; the same input gives the same positions.

    Connected parts are laid out alone and ringed around the largest: forces between parts would
    only drive them apart, until the drawing is mostly empty.

    Args:
        radii: The radius of each node, in the units of the positions.
        links: Links between nodes, by index; heavier links pull harder.
        groups: The community of each node; large parts begin as a spiral ordered by community.

    Returns:
        Positions around the origin, rounded to hundredths.
    """
    positions = _parts_side_by_side(radii, Pairs.of(links), groups)
    return [(round(x, _DIGITS) + 0.0, round(y, _DIGITS) + 0.0) for x, y in positions]


def _parts_side_by_side(
    radii: Sequence[float], pulls: Pairs, groups: Sequence[int]
) -> list[Position]:
    parts, part_of = _parts(len(radii), pulls)
    order = np.argsort(part_of[pulls.first], kind="stable")
    begins = np.searchsorted(part_of[pulls.first][order], np.arange(len(parts) + 1))
    drawn = [
        _draw_part(part, radii, pulls.among(order[begins[number] : begins[number + 1]]), groups)
        for number, part in enumerate(parts)
    ]
    reaches = [
        max(math.hypot(x, y) + radii[node] for node, (x, y) in zip(part, points, strict=True))
        for part, points in zip(parts, drawn, strict=True)
    ]
    positions: list[Position] = [(0.0, 0.0)] * len(radii)
    for part, points, (left, top) in zip(parts, drawn, _ring(reaches), strict=True):
        for node, (x, y) in zip(part, points, strict=True):
            positions[node] = (x + left, y + top)
    return positions


def _parts(size: int, pulls: Pairs) -> tuple[list[list[int]], Ints]:
    """The connected parts in the order of their first nodes, and the number of each node's."""
    partition = Partition(range(size))
    for one, other in zip(pulls.first.tolist(), pulls.second.tolist(), strict=True):
        partition.join(one, other)
    parts = partition.groups()
    part_of = np.empty(size, dtype=np.int64)
    for number, part in enumerate(parts):
        part_of[part] = number
    return parts, part_of


def _draw_part(
    part: Sequence[int], radii: Sequence[float], pulls: Pairs, groups: Sequence[int]
) -> list[Position]:
    """Positions of the nodes of one connected part around the origin."""
    if len(part) == 1:
        return [(0.0, 0.0)]
    own = [radii[node] for node in part]
    # The nodes of a part are sorted, so their places in it are those in the sorted list.
    inner = Pairs(
        np.searchsorted(part, pulls.first), np.searchsorted(part, pulls.second), pulls.weight
    )
    if len(part) <= _SMALL:
        moved = _spread(_forces(own, inner), own)
        return _centred(separate(moved, own, gap=_GAP, passes=_PASSES))
    moved = _spread(_field(own, inner, [groups[node] for node in part]), own)
    return _centred(separate_many(moved, own, gap=_GAP))


def _field(radii: Sequence[float], pulls: Pairs, groups: Sequence[int]) -> list[Position]:
    """The forces of a large part, from a spiral on which communities are together."""
    side = math.sqrt(_ROOM * sum((2 * radius + _GAP) ** 2 for radius in radii))
    points = np.zeros((len(radii), 2))
    order = sorted(range(len(radii)), key=lambda node: (groups[node], -radii[node], node))
    for rank, node in enumerate(order):
        angle, distance = rank * _GOLDEN_ANGLE, side / 2 * math.sqrt(rank / len(radii))
        points[node] = distance * math.cos(angle), distance * math.sin(angle)
    settled = settle(points, pulls.ends, np.log1p(pulls.weight), side)
    return [(float(x), float(y)) for x, y in settled]


def _forces(radii: Sequence[float], pulls: Pairs) -> list[Position]:
    side = 20 * math.sqrt(len(radii) + 1)
    layout = ForceAtlas2Layout(
        nodes=[{"width": 2 * radius, "height": 2 * radius} for radius in radii],
        links=[
            # The logarithm keeps one pair named together everywhere from collapsing the drawing.
            {"source": source, "target": target, "weight": math.log1p(pull)}
            for (source, target), pull in zip(
                pulls.ends.tolist(), pulls.weight.tolist(), strict=True
            )
        ],
        size=(side, side),
        random_seed=_SEED,
        iterations=300,
        scaling=10.0,
    )
    layout.run()
    return [(node.x, node.y) for node in layout.nodes]


def _spread(positions: list[Position], radii: Sequence[float]) -> list[Position]:
    """Enlarge the drawing until it has room for its nodes."""
    xs, ys = zip(*positions, strict=True)
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    need = _ROOM * sum((2 * radius + _GAP) ** 2 for radius in radii)
    factor = max(1.0, math.sqrt(need / max(width, height, 1.0) ** 2))
    return [(x * factor, y * factor) for x, y in positions]


def _centred(positions: list[Position]) -> list[Position]:
    xs, ys = zip(*positions, strict=True)
    left, top = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    return [(x - left, y - top) for x, y in positions]


def _ring(reaches: Sequence[float]) -> list[Position]:
    """Centres of circles with these radii: the largest in the middle, the others in rings."""
    centres: list[Position] = [(0.0, 0.0)] * len(reaches)
    order = sorted(range(len(reaches)), key=lambda number: (-reaches[number], number))
    inner = reaches[order[0]] if order else 0.0
    thickness = angle = 0.0
    for number in order[1:]:
        reach = reaches[number] + _GAP
        if not thickness or angle + _angle(reach, inner + thickness) > 2 * math.pi:
            inner += 2 * thickness
            thickness, angle = reach, 0.0  # the order is by size: this is the widest of its ring
        turn = _angle(reach, inner + thickness)
        middle, distance = angle + turn / 2, inner + thickness
        centres[number] = (distance * math.cos(middle), distance * math.sin(middle))
        angle += turn
    return centres


def _angle(reach: float, distance: float) -> float:
    """The angle that a circle takes, seen from the origin."""
    return 2 * math.asin(min(1.0, reach / distance))
