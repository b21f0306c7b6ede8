"""One-to-one pairs of gold rows and predicted rows."""

from __future__ import annotations

from collections.abc import Mapping

Preference = tuple[int, ...]
"""How well a pair fits; the larger tuple wins."""


def pair(edges: Mapping[tuple[int, int], Preference]) -> dict[int, int]:
    """A largest set of pairs in which no row stands twice, as gold index to predicted index.

    The best-liked pairs are taken first (on equal preference the earlier rows); then rows left
    over get a partner wherever others can move to one of their other partners.
    """
    partners: dict[int, list[int]] = {}
    pairs: dict[int, int] = {}
    taken: dict[int, int] = {}
    for gold, predicted in sorted(edges, key=lambda edge: (_descending(edges[edge]), edge)):
        partners.setdefault(gold, []).append(predicted)
        if gold not in pairs and predicted not in taken:
            pairs[gold], taken[predicted] = predicted, gold
    for gold in sorted(partners):
        if gold not in pairs:
            _augment(gold, partners, taken, set())
    return {gold: predicted for predicted, gold in sorted(taken.items(), key=lambda x: x[1])}


def _descending(preference: Preference) -> Preference:
    return tuple(-each for each in preference)


def _augment(
    gold: int, partners: dict[int, list[int]], taken: dict[int, int], visited: set[int]
) -> bool:
    for predicted in partners[gold]:
        if predicted in visited:
            continue
        visited.add(predicted)
        if predicted not in taken or _augment(taken[predicted], partners, taken, visited):
            taken[predicted] = gold
            return True
    return False
