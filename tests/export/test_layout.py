from __future__ import annotations

import math
import random
from itertools import combinations

import pytest

from zjkg.export.layout import place
from zjkg.export.measures import Link
from zjkg.export.overlap import separate


def random_graph(size: int, edges: int) -> tuple[list[float], list[Link]]:
    source = random.Random(size)  # noqa: S311 - a shape, not a secret
    radii = [4 + 16 * source.random() ** 4 for _ in range(size)]
    links = [
        Link(source.randrange(size * 4 // 5), source.randrange(size * 4 // 5), 1.0, directed=True)
        for _ in range(edges)
    ]
    return radii, links


def overlaps(points: list[tuple[float, float]], radii: list[float]) -> int:
    return sum(
        math.dist(points[one], points[two]) < radii[one] + radii[two]
        for one, two in combinations(range(len(points)), 2)
    )


@pytest.mark.parametrize(("size", "edges"), [(1, 0), (2, 1), (5, 0), (60, 90), (400, 700)])
def test_no_node_sits_on_another(size: int, edges: int) -> None:
    radii, links = random_graph(max(size, 2), edges)
    points = place(radii, links, [0] * len(radii))
    assert overlaps(points, radii) == 0


def test_the_same_graph_is_drawn_alike() -> None:
    radii, links = random_graph(80, 150)
    assert place(radii, links, [0] * 80) == place(radii, links[::-1], [0] * 80)


def test_linked_nodes_are_nearer_than_others() -> None:
    ring = [Link(node, (node + 1) % 40, 1.0, directed=True) for node in range(40)]
    points = place([4.0] * 40, ring, [0] * 40)
    linked = [math.dist(points[link.source], points[link.target]) for link in ring]
    every = [math.dist(one, two) for one, two in combinations(points, 2)]
    assert sum(linked) / len(linked) < 0.5 * sum(every) / len(every)


def test_nodes_without_edges_do_not_stretch_the_drawing() -> None:
    radii, links = random_graph(200, 300)
    linked = {end for link in links for end in (link.source, link.target)}
    points = place(radii, links, [0] * 200)
    core = max(math.hypot(*points[node]) for node in linked)
    assert max(math.hypot(*point) for point in points) < 2 * core


def test_a_graph_too_large_for_forces_is_still_free_of_overlaps() -> None:
    radii = [4.0] * 20_001
    points = place(radii, [], [node % 3 for node in range(20_001)])
    assert len(set(points)) == 20_001
    assert overlaps(points[:300], radii) == 0


def test_coincident_circles_part() -> None:
    moved = separate([(0.0, 0.0)] * 6, [3.0] * 6, gap=1.0, passes=200)
    assert overlaps(moved, [3.0] * 6) == 0
