"""Links between nodes that are numbers: the edges of a graph as columns, a few bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Link:
    """An edge between nodes given by their index; an undirected link counts both ways."""

    source: int
    target: int
    weight: float
    directed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Links as columns, in their order."""

    source: Ints
    target: Ints
    weight: Floats
    directed: NDArray[np.bool_]

    @classmethod
    def of(cls, links: Iterable[Link]) -> Self:
        """The columns of links, which are read once."""
        source, target, weight, directed = array("q"), array("q"), array("d"), array("b")
        for link in links:
            source.append(link.source)
            target.append(link.target)
            weight.append(link.weight)
            directed.append(link.directed)
        return cls(
            np.array(source, dtype=np.int64),
            np.array(target, dtype=np.int64),
            np.array(weight, dtype=np.float64),
            np.array(directed, dtype=np.bool_),
        )

    def __len__(self) -> int:
        """How many links there are."""
        return len(self.source)


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Linked pairs without directions and loops, sorted, the lower node first.

    Parallel links are one pair; their weights are added.
    """

    first: Ints
    second: Ints
    weight: Floats

    @classmethod
    def of(cls, links: Links) -> Self:
        """The pairs of links."""
        apart = links.source != links.target
        source, target = links.source[apart], links.target[apart]
        size = int(max(source.max(), target.max())) + 1 if len(source) else 1
        joined = np.minimum(source, target) * size
        joined += np.maximum(source, target)
        del source, target
        known, which = np.unique(joined, return_inverse=True)
        del joined
        weight = sums(which, links.weight[apart], len(known))
        return cls(known // size, known % size, weight)

    @property
    def ends(self) -> Ints:
        """Both nodes, one row for each pair."""
        return np.column_stack((self.first, self.second))

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self.first)

    def among(self, chosen: Ints) -> Self:
        """Some of the pairs, by their places."""
        return type(self)(self.first[chosen], self.second[chosen], self.weight[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """What is linked to each node: those of node n, in their order, begin at ``first[n]``.

    In one of groups of nodes, a loop stands for the links inside a group, once.
    """

    first: Ints
    other: NDArray[np.int32]
    weight: Floats

    @classmethod
    def of(cls, size: int, pairs: Pairs) -> Self:
        """Both ways of the pairs between the nodes 0 to ``size`` - 1."""
        near = np.concatenate([pairs.second, pairs.first], dtype=np.int32)
        # The pairs are sorted: lower neighbours of a node come first, as this sort is stable.
        order = np.argsort(near, kind="stable")
        first = np.concatenate([[0], np.cumsum(np.bincount(near, minlength=size))])
        other = np.concatenate([pairs.first, pairs.second], dtype=np.int32)[order]
        return cls(first, other, np.concatenate([pairs.weight, pairs.weight])[order])

    def of_node(self, node: int) -> Iterable[tuple[int, float]]:
        """The nodes linked to a node, with the weights."""
        start, end = self.first[node], self.first[node + 1]
        return zip(self.other[start:end].tolist(), self.weight[start:end].tolist(), strict=True)

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self.first) - 1


def sums(which: Ints, values: Floats, size: int) -> Floats:
    """The values added up by what they are of, from 0 to ``size`` - 1."""
    return np.asarray(np.bincount(which, values, size), dtype=np.float64)
