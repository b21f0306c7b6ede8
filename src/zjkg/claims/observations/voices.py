"""Who speaks where in an article, and for whom: what 我们 and 公司 stand for in their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from zjkg.model import Predicate, Relation, Role, Span


@dataclass(frozen=True, slots=True)
class Voices:
    """The quoted stretches of an article in text order, each with the key of who says it.

    ``employers`` are the organizations of people, by the key of the person; ``sites`` what
    organizations run, by the key of the organization.
    """

    spans: tuple[tuple[Span, str], ...] = ()
    employers: dict[str, str] = field(default_factory=dict)
    sites: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        spans: Iterable[tuple[Span, str]],
        roles: Iterable[Role],
        relations: Iterable[Relation] = (),
    ) -> Voices:
        """The voices of an article with these posts of people and these relations."""
        employers: dict[str, str] = {}
        for role in roles:
            if role.organization is not None:
                employers.setdefault(role.person, role.organization)
        sites: dict[str, str] = {}
        for relation in relations:
            if relation.predicate is Predicate.OPERATES:
                sites.setdefault(relation.subject, relation.object)
        return cls(tuple(sorted(spans)), employers, sites)
