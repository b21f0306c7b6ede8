from __future__ import annotations

import math
import random
from itertools import combinations

import pytest

from zjkg.export.layout import place
from zjkg.export.links import Link, Links, Pairs
from zjkg.export.overlap import separate, separate_many


def random_graph(size: int, edges: int) -> tuple[list[float], list[Link]]:
    source = random.Random(size)  # noqa: S311 - a shape, not a secret
    radii = [4 + 16 * source.random() ** 4 for _ in range(size)]
    links = [
        Link(source.randrange(size * 4 // 5), source.randrange(size * 4 // 5), 1.0, directed=True)
        for _ in range(edges)
    ]
    return radii, links


def placed(radii: list[float], links: list[Link], groups: list[int]) -> list[tuple[float, float]]:
    return place(radii, Pairs(len(radii), Links(links)), groups)


def overlaps(points: list[tuple[float, float]], radii: list[float]) -> int:
    return sum(
        math.dist(points[one], points[two]) < radii[one] + radii[two]
        for one, two in combinations(range(len(points)), 2)
    )


@pytest.mark.parametrize(("size", "edges"), [(1, 0), (2, 1), (5, 0), (60, 90), (400, 700)])
def test_no_node_sits_on_another(size: int, edges: int) -> None:
    radii, links = random_graph(max(size, 2), edges)
    points = placed(radii, links, [0] * len(radii))
    assert overlaps(points, radii) == 0


def test_the_same_graph_is_drawn_alike() -> None:
    radii, links = random_graph(80, 150)
    assert placed(radii, links, [0] * 80) == placed(radii, links[::-1], [0] * 80)


def test_linked_nodes_are_nearer_than_others() -> None:
    ring = [Link(node, (node + 1) % 40, 1.0, directed=True) for node in range(40)]
    points = placed([4.0] * 40, ring, [0] * 40)
    linked = [math.dist(points[link.source], points[link.target]) for link in ring]
    every = [math.dist(one, two) for one, two in combinations(points, 2)]
    assert sum(linked) / len(linked) < 0.5 * sum(every) / len(every)


def test_nodes_without_edges_do_not_stretch_the_drawing() -> None:
    radii, links = random_graph(200, 300)
    linked = {end for link in links for end in (link.source, link.target)}
    points = placed(radii, links, [0] * 200)
    core = max(math.hypot(*points[node]) for node in linked)
    assert max(math.hypot(*point) for point in points) < 2 * core


def caves(count: int, size: int) -> list[Link]:
    """Groups in which all are linked, each to the next by one link."""
    inside = [
        Link(cave * size + one, cave * size + two, 1.0, directed=True)
        for cave in range(count)
        for one, two in combinations(range(size), 2)
    ]
    between = [
        Link(cave * size, (cave + 1) % count * size, 1.0, directed=True) for cave in range(count)
    ]
    return inside + between


def test_a_large_graph_is_drawn_by_forces_too_and_free_of_overlaps() -> None:
    count, size = 300, 10
    links, radii = caves(count, size), [4.0] * (count * size)
    groups = [node // size for node in range(count * size)]
    points = placed(radii, links, groups)
    assert points == placed(radii, links[::-1], groups)
    inside = sum(math.dist(points[link.source], points[link.target]) for link in links) / len(links)
    every = sum(math.dist(points[0], point) for point in points) / len(points)
    assert inside < 0.2 * every
    assert overlaps(points, radii) == 0


def test_groups_of_the_large_graph_are_found_by_forces_alone() -> None:
    """The first places are no help: every node begins far from its own."""
    count, size = 300, 10
    links = caves(count, size)
    points = placed([4.0] * (count * size), links, [node % 7 for node in range(count * size)])
    inside = sum(math.dist(points[link.source], points[link.target]) for link in links) / len(links)
    every = sum(math.dist(points[0], point) for point in points) / len(points)
    assert inside < 0.5 * every


def test_many_nodes_without_edges_are_free_of_overlaps() -> None:
    radii = [4.0] * 20_001
    points = placed(radii, [], [node % 3 for node in range(20_001)])
    assert len(set(points)) == 20_001
    assert overlaps(points[:300], radii) == 0


@pytest.mark.parametrize("spread", [0.0, 30.0, 300.0])
def test_many_circles_part_at_once(spread: float) -> None:
    source = random.Random(7)  # noqa: S311 - places, not secrets
    radii = [2 + 8 * source.random() ** 3 for _ in range(400)]
    begin = [(spread * source.random(), spread * source.random()) for _ in radii]
    assert overlaps(separate_many(begin, radii, gap=1.0), radii) == 0


def test_coincident_circles_part() -> None:
    moved = separate([(0.0, 0.0)] * 6, [3.0] * 6, gap=1.0, passes=200)
    assert overlaps(moved, [3.0] * 6) == 0
