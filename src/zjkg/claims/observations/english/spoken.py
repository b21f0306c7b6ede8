"""What one sentence of an English text names, is about, and tells the values of."""

from __future__ import annotations

from dataclasses import dataclass, field

from zjkg.claims.observations.text import Named


@dataclass(slots=True)
class Spoken:
    """The things of one sentence in text order, those that it was about, owners of its values."""

    names: list[Named] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    values: list[str | None] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    block: int = -1

    def has_named(self, entity: str) -> bool:
        """Whether the sentence names an entity."""
        return entity in self.roles
