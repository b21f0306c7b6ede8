"""Which entities are known to be one thing, while the decisions are still being made."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zjkg.linking.profiles import Profile
from zjkg.model import LocalKey


class Things:
    """For each entity the number of the thing that it is known to be; equal for one thing.

    ``number`` tells it; without it nothing is known.
    """

    def __init__(self, number: Callable[[LocalKey], int] | None = None) -> None:
        self._number = number
        self._around: dict[str, frozenset[int]] = {}

    def of(self, keys: Iterable[LocalKey]) -> set[int]:
        """The things that the entities are, as far as it is known."""
        return set(map(self._number, keys)) if self._number is not None else set()

    def around(self, profile: Profile) -> frozenset[int]:
        """The things that its article speaks of, apart from places and people, itself included."""
        source = profile.key.source
        known = self._around.get(source)
        if known is None:
            known = self._around[source] = frozenset(self.of(profile.neighbours))
        return known


NOTHING_KNOWN = Things()
