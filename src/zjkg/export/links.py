"""Links between nodes that are numbers; those of a large graph wait in files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from zjkg.export.ledger import AT_ONCE, Block, Keys, Ledger, ranges

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Link(NamedTuple):
    """An edge between nodes given by their index; an undirected link counts both ways.

    ``pull`` is the share of its weight with which it pulls in a drawing.
    """

    source: int
    target: int
    weight: float
    directed: bool
    pull: float = 1.0


class Links(Ledger):
    """Links in their order; a block has the columns of ``Link``."""

    def __init__(self, links: Iterable[Link] = ()) -> None:
        columns = [("source", "i4"), ("target", "i4"), ("weight", "f8"), ("directed", "?")]
        super().__init__([*columns, ("pull", "f8")], links)


class Pairs(Ledger):
    """Linked pairs without directions and loops, sorted.

    A block has the columns ``first`` and ``second``, the lower node first, ``weight`` and ``pull``.
    Parallel links are one pair; their weights are added, and how hard they pull.
    """

    def __init__(self, size: int, links: Links) -> None:
        """The pairs of links between the nodes 0 to ``size`` - 1."""
        super().__init__([("first", "i4"), ("second", "i4"), ("weight", "f8"), ("pull", "f8")])
        for block in links.by_key(_lower, size):
            ends = block["source"].astype(np.int64), block["target"].astype(np.int64)
            known, which = np.unique(
                np.minimum(*ends) * size + np.maximum(*ends), return_inverse=True
            )
            weight, count = block["weight"], len(known)
            pull = sums(which, weight * block["pull"], count)
            self.extend(known // size, known % size, sums(which, weight, count), pull)


def _lower(links: Block) -> Ints:
    """The lower node of each link, -1 for a loop."""
    source, target = links["source"], links["target"]
    return np.where(source == target, -1, np.minimum(source, target)).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Near:
    """What is linked to the nodes from ``low`` on: those of the first begin at ``first[0]``."""

    low: int
    first: Ints
    other: NDArray[np.int32]
    weight: Floats

    @property
    def nodes(self) -> Ints:
        """The node of each link."""
        return np.repeat(np.arange(self.low, self.low + len(self.first) - 1), np.diff(self.first))


class Neighbours:
    """What is linked to each node, in their order.

    In one of groups of nodes, a loop stands for the links inside a group, once.
    """

    def __init__(self, size: int, steps: Ledger) -> None:
        """Those of the nodes 0 to ``size`` - 1.

        Args:
            size: How many nodes there are.
            steps: The columns ``node``, ``other`` and ``weight``, in any order; what is there more
                than once is added up.
        """
        self._links = Ledger([("other", "i4"), ("weight", "f8")])
        counts = np.zeros(size, dtype=np.int64)
        # Finer than by node: one that stands for a group may have most of the links.
        parts = max(1, min(size, AT_ONCE // max(size, 1)))

        def key(some: Block) -> Keys:
            return (
                some["node"].astype(np.int64) * parts
                + some["other"].astype(np.int64) * parts // size
            )

        for block in steps.by_key(key, size * parts):
            nodes, others, weight = summed(size, block["node"], block["other"], block["weight"])
            self._links.extend(others, weight)
            counts += np.bincount(nodes, minlength=size)
        self._first = np.concatenate([[0], np.cumsum(counts)])

    @classmethod
    def of(cls, size: int, pairs: Pairs) -> Self:
        """Both ways of the pairs between the nodes 0 to ``size`` - 1."""
        steps = no_steps()
        for block in pairs.blocks():
            steps.extend(block["second"], block["first"], block["weight"])
            steps.extend(block["first"], block["second"], block["weight"])
        return cls(size, steps)

    def of_node(self, node: int) -> Iterable[tuple[int, float]]:
        """The nodes linked to a node, with the weights."""
        near: list[tuple[int, float]] = self._links.between(*self._first[node : node + 2]).tolist()
        return near

    def blocks(self) -> Iterator[Near]:
        """What is linked to all nodes, some nodes at a time."""
        for low, high in ranges(self._first[1:]):
            first = self._first[low : high + 1]
            links = self._links.between(int(first[0]), int(first[-1]))
            yield Near(low, first - first[0], links["other"], links["weight"])

    @property
    def links(self) -> int:
        """How many links there are, each way counted."""
        return len(self._links)

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self._first) - 1


def no_steps() -> Ledger:
    """Steps from a node to another, as ``Neighbours`` takes them; none yet."""
    return Ledger([("node", "i4"), ("other", "i4"), ("weight", "f8")])


def summed(size: int, nodes: Ints, others: Ints, weight: Floats) -> tuple[Ints, Ints, Floats]:
    """Steps between the nodes 0 to ``size`` - 1, sorted, each once with its weights added up."""
    known, which = np.unique(nodes.astype(np.int64) * size + others, return_inverse=True)
    return known // size, known % size, sums(which, weight, len(known))


def sums(which: Ints, values: Floats, size: int) -> Floats:
    """The values added up by what they are of, from 0 to ``size`` - 1."""
    return np.asarray(np.bincount(which, values, size), dtype=np.float64)
