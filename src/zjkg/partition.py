"""Union-find whose result depends on the pairs joined, never on the order of joining."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Partition(Generic[Item]):
    """Disjoint sets of items; the smallest position in the given order represents its set."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._parent = {item: item for item in items}
        self._order = {item: position for position, item in enumerate(self._parent)}

    def find(self, item: Item) -> Item:
        """The representative of the item's set."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, first: Item, second: Item) -> None:
        """Make one set of the two sets."""
        a, b = self.find(first), self.find(second)
        if self._order[b] < self._order[a]:
            a, b = b, a
        self._parent[b] = a

    def groups(self) -> list[list[Item]]:
        """The sets in the order of their first items; items in the given order."""
        found: dict[Item, list[Item]] = {}
        for item in self._order:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
