"""Positions of nodes: a seeded force layout of each connected part, then parts side by side."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import numpy as np
from graph_layout import ForceAtlas2Layout

from zjkg.export.field import Pulls, settle
from zjkg.export.ledger import Block, Keys, Ledger
from zjkg.export.links import Pairs
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


def place(radii: Sequence[float], pairs: Pairs, groups: Sequence[int]) -> list[Position]:
    """A position for every node; the same input gives the same positions.

    Connected parts are laid out alone and ringed around the largest: forces between parts would
    only drive them apart, until the drawing is mostly empty.

    Args:
        radii: The radius of each node, in the units of the positions.
        pairs: Linked nodes, by index; those that pull harder come nearer.
        groups: The community of each node; large parts begin as a spiral ordered by community.

    Returns:
        Positions around the origin, rounded to hundredths.
    """
    positions = _parts_side_by_side(radii, pairs, groups)
    return [(round(x, _DIGITS) + 0.0, round(y, _DIGITS) + 0.0) for x, y in positions]


def _parts_side_by_side(
    radii: Sequence[float], pairs: Pairs, groups: Sequence[int]
) -> list[Position]:
    parts = _parts(len(radii), pairs)
    inside = _inside(parts, len(radii), pairs)
    drawn = [
        _draw_part(part, radii, groups, pulls) for part, pulls in zip(parts, inside, strict=True)
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


def _parts(size: int, pairs: Pairs) -> list[list[int]]:
    """The connected parts in the order of their first nodes."""
    partition = Partition(range(size))
    for block in pairs.blocks():
        for one, other in zip(block["first"].tolist(), block["second"].tolist(), strict=True):
            partition.join(one, other)
    return partition.groups()


def _inside(
    parts: Sequence[Sequence[int]], size: int, pairs: Pairs
) -> list[Callable[[], Iterator[Pulls]]]:
    """What gives the pairs of each part, by the places of their nodes in it.

    The small parts are in one file, part by part; a large one has its own.
    """
    part_of, place = np.empty(size, dtype=np.int64), np.empty(size, dtype=np.int64)
    for number, part in enumerate(parts):
        part_of[part], place[part] = number, np.arange(len(part))
    is_large = np.array([len(part) > _SMALL for part in parts], dtype=np.bool_)

    def small(some: Block) -> Keys:
        own = part_of[some["first"]]
        return np.where(is_large[own], -1, own)

    together, counts = _no_pulls(), np.zeros(len(parts), dtype=np.int64)
    for block in pairs.by_key(small, len(parts)):
        own = part_of[block["first"]]
        counts += np.bincount(own, minlength=len(parts))
        _note(together, block[np.argsort(own, kind="stable")], place)
    ends = np.cumsum(counts)
    found = [
        partial(_pulls, together, *each)
        for each in zip((ends - counts).tolist(), ends.tolist(), strict=True)
    ]
    for number in np.flatnonzero(is_large).tolist():
        alone = _no_pulls()
        for block in pairs.blocks():
            _note(alone, block[part_of[block["first"]] == number], place)
        found[number] = partial(_pulls, alone, 0, len(alone))
    return list(found)


def _no_pulls() -> Ledger:
    return Ledger([("first", "i4"), ("second", "i4"), ("pull", "f8")])


def _note(pulls: Ledger, pairs: Block, place: Keys) -> None:
    pulls.extend(place[pairs["first"]], place[pairs["second"]], pairs["pull"])


def _pulls(pulls: Ledger, begin: int, end: int) -> Iterator[Pulls]:
    for block in pulls.blocks(begin, end):
        yield block["first"], block["second"], block["pull"]


def _draw_part(
    part: Sequence[int],
    radii: Sequence[float],
    groups: Sequence[int],
    pulls: Callable[[], Iterable[Pulls]],
) -> list[Position]:
    """Positions of the nodes of one connected part around the origin."""
    if len(part) == 1:
        return [(0.0, 0.0)]
    own = [radii[node] for node in part]
    if len(part) <= _SMALL:
        moved = _spread(_forces(own, pulls()), own)
        return _centred(separate(moved, own, gap=_GAP, passes=_PASSES))
    moved = _spread(_field(own, pulls, [groups[node] for node in part]), own)
    return _centred(separate_many(moved, own, gap=_GAP))


def _field(
    radii: Sequence[float], pulls: Callable[[], Iterable[Pulls]], groups: Sequence[int]
) -> list[Position]:
    """The forces of a large part, from a spiral on which communities are together."""
    side = math.sqrt(_ROOM * sum((2 * radius + _GAP) ** 2 for radius in radii))
    points = np.zeros((len(radii), 2))
    order = sorted(range(len(radii)), key=lambda node: (groups[node], -radii[node], node))
    for rank, node in enumerate(order):
        angle, distance = rank * _GOLDEN_ANGLE, side / 2 * math.sqrt(rank / len(radii))
        points[node] = distance * math.cos(angle), distance * math.sin(angle)

    def softened() -> Iterator[Pulls]:
        for first, second, pull in pulls():
            yield first, second, np.log1p(pull)

    return [(float(x), float(y)) for x, y in settle(points, softened, side)]


def _forces(radii: Sequence[float], pulls: Iterable[Pulls]) -> list[Position]:
    side = 20 * math.sqrt(len(radii) + 1)
    layout = ForceAtlas2Layout(
        nodes=[{"width": 2 * radius, "height": 2 * radius} for radius in radii],
        links=[
            # The logarithm keeps one pair named together everywhere from collapsing the drawing.
            {"source": source, "target": target, "weight": math.log1p(pull)}
            for some in pulls
            for source, target, pull in zip(*(each.tolist() for each in some), strict=True)
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
