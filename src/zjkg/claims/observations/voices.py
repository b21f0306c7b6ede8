"""Who speaks where in an article, and for whom: what 我们 and 公司 stand for in their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from zjkg.model import Role, Span


@dataclass(frozen=True, slots=True)
class Voices:
    """The quoted stretches of an article in text order, each with the key of who says it.

    ``employers`` are the organizations of people, by the key of the person.
    """

    spans: tuple[tuple[Span, str], ...] = ()
    employers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, spans: Iterable[tuple[Span, str]], roles: Iterable[Role]) -> Voices:
        """The voices of an article in which these people hold these posts."""
        employers: dict[str, str] = {}
        for role in roles:
            if role.organization is not None:
                employers.setdefault(role.person, role.organization)
        return cls(tuple(sorted(spans)), employers)
