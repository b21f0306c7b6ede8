"""The first name of each entity of an article, and whose a name is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from zjkg.folding import simplified
from zjkg.model import Entity


class Labels(dict[str, str]):
    """The first name of each entity, made simplified, by the entity's key."""

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Labels:
        """The labels of the entities that have names."""
        return cls((each.key, simplified(each.names[0].text)) for each in entities if each.names)

    @cached_property
    def keys_of(self) -> dict[str, str]:
        """By name the key of its entity; the greatest, where several have that name."""
        return {name: key for key, name in sorted(self.items())}

    def longest_beginning(self, label: str, least: int) -> str | None:
        """The key of the longest other name that a label begins with, of ``least`` characters."""
        return next(
            (
                self.keys_of[label[:end]]
                for end in range(len(label) - 1, least - 1, -1)
                if label[:end] in self.keys_of
            ),
            None,
        )
