"""Weights of features, fitted on annotated articles, and the sums that options get by them.

A feature is a value in a slot (``tag``, ``suffix`` …) of an option of some zone (left of the
value, carried over …), alone or within a context such as the kind of the value's unit. The
contexts are the same for all options of a value, so that the weights of a slot are added up once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import starmap

Key = tuple[str, str, str]  # zone, slot, context
PLAIN = ""
"""The context of the features that count always."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is seen of an option: one value for each slot of its zone, in the contexts."""

    zone: str
    contexts: tuple[str, ...]
    values: tuple[str, ...]


class Scales:
    """Adds up the weights of features; ``slots`` names the values of each zone in order."""

    def __init__(
        self, slots: Mapping[str, tuple[str, ...]], weights: dict[Key, dict[str, float]]
    ) -> None:
        self.slots = slots
        self._weights = weights
        self._tables: dict[tuple[str, tuple[str, ...]], tuple[dict[str, float], ...]] = {}

    def score(self, features: Features) -> float:
        """How much speaks for an option."""
        at = features.zone, features.contexts
        tables = self._tables.get(at)
        if tables is None:
            tables = self._tables[at] = tuple(
                self._table(features.zone, slot, features.contexts)
                for slot in self.slots[features.zone]
            )
        return sum(starmap(_weight, zip(tables, features.values, strict=True)))

    def _table(self, zone: str, slot: str, contexts: Iterable[str]) -> dict[str, float]:
        """The weights of a slot's values, all contexts added up."""
        table: dict[str, float] = {}
        for context in (PLAIN, *contexts):
            for value, weight in self._weights.get((zone, slot, context), {}).items():
                table[value] = table.get(value, 0.0) + weight
        return table


def _weight(table: dict[str, float], value: str) -> float:
    return table.get(value, 0.0)


@cache
def weights(package: str, name: str) -> dict[Key, dict[str, float]]:
    """The weights of a table: zone, slot, context, value, weight in each line."""
    text = resources.files(package).joinpath(name).read_text(encoding="utf-8")
    found: dict[Key, dict[str, float]] = {}
    for line in text.splitlines():
        zone, slot, context, value, weight = line.split("\t")
        found.setdefault((zone, slot, context), {})[value] = float(weight)
    return found
