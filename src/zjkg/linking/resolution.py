"""Who is who, told article by article, as it is noted."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from functools import cache

from zjkg.linking.decisions import Decisions, NotedMerges, merges_of
from zjkg.linking.naming import Naming
from zjkg.linking.register import Register
from zjkg.model import ArticleMerges, EntityType, Identity, Judgement, LocalKey, Resolved


class Resolution:
    """What the entities of each article are.

    ``touched`` are the articles of which anything may be otherwise than the notes had it before:
    what an entity is called, the things that belong to the article, or what was decided there.
    """

    def __init__(
        self, register: Register, naming: Naming, sources: tuple[str, ...], touched: frozenset[str]
    ) -> None:
        self._register, self._naming = register, naming
        self.sources, self.touched = sources, touched
        self._called, self._home = cache(naming.called), cache(naming.home)
        self.iris: Mapping[LocalKey, str] = _Iris(register, self._called, sources)

    def named(self, source: str) -> list[tuple[str, str, EntityType]]:
        """The keys of an article's entities with the IRIs and types of the things that they are."""
        standings = self._register.standings(source)
        return sorted((key.key, *self._called(s.thing)) for key, s in standings.items())

    def things(self, source: str) -> list[Resolved]:
        """The things that belong to an article, which was published first, by their IRIs."""
        numbers = self._register.things(source)
        at_home = (self._naming.thing(n) for n in numbers if self._home(n) == source)
        return sorted(at_home, key=lambda thing: thing.iri)

    def merges(self, source: str) -> ArticleMerges | None:
        """The merges whose first member is of an article, None where there are none."""
        return merges_of(self._register.notes, source, self.iris)

    def unborne(self) -> tuple[tuple[Judgement, str], ...]:
        """The names in judgements that nothing bears; such a judgement says nothing."""
        return tuple(self._register.unborne())

    def identity(self) -> Identity:
        """All of it at once."""
        entities = self._naming.all_things(self.sources)
        iris = {member: thing.iri for thing in entities for member in thing.members}
        return Identity(entities, iris, NotedMerges(self._register.notes, self.sources))


def touched_articles(
    register: Register, naming: Naming, decisions: Decisions, come: Container[str]
) -> frozenset[str]:
    """The articles of which something is told otherwise than before, apart from those that came.

    What was decided on a pair tells the IRIs of both; it belongs to the article of the first. All
    that was decided on what came is new.
    """
    renamed = {key for key in register.rethought | naming.renamed if key.source not in come}
    groups = {register.standing(key).group for key in renamed} - {0}
    pairs = (pair for group in groups for pair in register.group(group).pairs)
    about = {first.source for first, second in pairs if first in renamed or second in renamed}
    found = {key.source for key in renamed} | about | naming.homes | decisions.articles
    return frozenset(found & register.articles_now)


class _Iris(Mapping[LocalKey, str]):
    """The IRI of each entity, looked up when it is asked for."""

    def __init__(
        self,
        register: Register,
        called: Callable[[int], tuple[str, EntityType]],
        sources: tuple[str, ...],
    ) -> None:
        self._register, self._called, self._sources = register, called, sources

    def __getitem__(self, key: LocalKey) -> str:
        if key.source not in self._register.articles_now:
            raise KeyError(key)
        return self._called(self._register.standing(key).thing)[0]

    def __iter__(self) -> Iterator[LocalKey]:
        for source in self._sources:
            yield from self._register.standings(source)

    def __len__(self) -> int:
        return sum(1 for _ in self)
