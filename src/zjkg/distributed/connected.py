"""Connected components by large and small stars: in few rounds, with no table on the driver.

Each round every node hangs its greater neighbours, then its lesser ones, on the least it sees. When
a round changes nothing, each node hangs on the least of its component (Kiveris and others,
"Connected Components in MapReduce and Beyond", 2014).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from zjkg.distributed.keyed import grouped, kept
from zjkg.partition import Partition

if TYPE_CHECKING:
    from pyspark import RDD

Edge = tuple[str, str]


def roots(edges: RDD[Edge], partitions: int) -> RDD[Edge]:
    """For each node of the edges the least one of its component; the least itself included."""
    stars = kept(edges.mapPartitions(forest))
    before = _print(stars)
    while True:
        again = kept(_small(_large(stars, partitions), partitions))
        now = _print(again)
        stars.unpersist()
        stars = again
        if now == before:
            break
        before = now
    least = stars.values().distinct(partitions).map(lambda node: (node, node))
    return stars.union(least)


def forest(edges: Iterable[Edge]) -> Iterator[Edge]:
    """What the edges of one task come to by themselves: each node with the least it hangs on."""
    known = list(edges)
    sets = Partition(sorted({node for edge in known for node in edge}))
    for first, second in known:
        sets.join(first, second)
    for members in sets.groups():
        for member in members[1:]:
            yield member, members[0]


def _large(edges: RDD[Edge], partitions: int) -> RDD[Edge]:
    both = edges.flatMap(lambda edge: (edge, (edge[1], edge[0])))

    def hung(star: tuple[str, Iterable[str]]) -> Iterator[Edge]:
        node, near = star[0], set(star[1])
        least = min(node, *near)
        return ((other, least) for other in sorted(near) if other > node)

    return grouped(both, partitions).flatMap(hung)


def _small(edges: RDD[Edge], partitions: int) -> RDD[Edge]:
    falling = edges.map(lambda edge: (max(edge), min(edge)))

    def hung(star: tuple[str, Iterable[str]]) -> Iterator[Edge]:
        near = {star[0], *star[1]}
        least = min(near)
        return ((other, least) for other in sorted(near) if other != least)

    return grouped(falling, partitions).flatMap(hung)


def _print(edges: RDD[Edge]) -> tuple[int, int]:
    """Tells a set of edges from another: how many there are, and the sum of their digests."""

    def add(known: tuple[int, int], edge: Edge) -> tuple[int, int]:
        mark = hashlib.blake2b("\n".join(edge).encode(), digest_size=8).digest()
        return known[0] + 1, known[1] + int.from_bytes(mark)

    found: tuple[int, int] = edges.aggregate((0, 0), add, lambda a, b: (a[0] + b[0], a[1] + b[1]))
    return found
