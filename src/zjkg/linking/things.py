"""Which entities are known to be one thing, while the decisions are still being made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from zjkg.linking.profiles import Profile
from zjkg.model import LocalKey


class Things:
    """For each entity the number of the thing that it is known to be.

    ``order`` gives each entity its place in the order of publication, ``heads`` the first entity
    of its thing by that place.
    """

    def __init__(self, order: Mapping[LocalKey, int], heads: Sequence[int]) -> None:
        self._order, self._heads = order, heads
        self._around: dict[str, frozenset[int]] = {}

    def of(self, keys: Iterable[LocalKey]) -> set[int]:
        """The things that the entities are; nothing is known of those without a number."""
        return {self._heads[self._order[key]] for key in keys} if self._heads else set()

    def around(self, profile: Profile) -> frozenset[int]:
        """The things that its article speaks of, apart from places and people, itself included."""
        source = profile.key.source
        known = self._around.get(source)
        if known is None:
            known = self._around[source] = frozenset(self.of(profile.neighbours))
        return known


NOTHING_KNOWN = Things({}, ())
