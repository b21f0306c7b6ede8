"""IRIs of things: the authority's, else that of the name; the thing first published has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zjkg.distributed.keyed import cogrouped, grouped, kept
from zjkg.linking import AuthorityEntry
from zjkg.model import EntityType, LanguageTag, LocalKey, Merge, Resolved

if TYPE_CHECKING:
    from pyspark import RDD

    from zjkg.distributed.ties import Place


@dataclass(frozen=True, slots=True)
class Group:
    """Entities that are one thing, and the IRIs that it may have.

    ``listed`` is that of the authority, ``plain`` that of its name, ``apart`` that of a namesake;
    ``head`` is the place of the first of them.
    """

    head: Place
    type: EntityType
    members: tuple[LocalKey, ...]
    names: tuple[tuple[str, LanguageTag], ...]
    listed: str | None
    plain: str
    apart: str

    def resolved(self, iri: str) -> Resolved:
        """The thing under its IRI."""
        return Resolved(iri, self.type, self.members, self.names)


@dataclass(frozen=True, slots=True)
class Settled:
    """The things of one group of tied entities, and what was decided on its pairs.

    ``mark`` is the head of the first; ``things`` come with their IRIs once they are named.
    """

    mark: Place
    groups: tuple[Group, ...]
    merges: tuple[Merge, ...]
    things: tuple[Resolved, ...] = ()


def named(
    found: RDD[Settled], authority: Sequence[AuthorityEntry], partitions: int
) -> RDD[Settled]:
    """Give every thing its IRI, in the order of publication where several would have one.

    Those that may have an IRI of the authority are decided on the driver: as many as it has
    entries, and few more.
    """
    listed = frozenset(entry.iri for entry in authority)
    found = kept(found)
    every = found.flatMap(lambda each: [(each.mark, group) for group in each.groups])
    rivals = every.values().filter(lambda group: group.listed is not None or group.plain in listed)
    given = given_iris(rivals.map(lambda g: (g.head, g.listed, g.plain, g.apart)).collect(), listed)
    by_name = every.filter(lambda pair: pair[1].head not in given).map(
        lambda pair: (pair[1].plain, (pair[1].head, pair[1].apart, pair[0]))
    )
    iris = grouped(by_name, partitions).flatMap(first_come)
    marked = found.map(lambda each: (each.mark, each))
    return cogrouped(partitions, marked, iris).flatMap(lambda each: _under(each[1], given))


def given_iris(
    rivals: Iterable[tuple[Place, str | None, str, str]], listed: frozenset[str]
) -> dict[Place, str]:
    """The IRIs of those that get one of the authority, and of namesakes of such an IRI."""
    taken: set[str] = set()
    given: dict[Place, str] = {}
    for head, entry, plain, apart in sorted(rivals):
        if entry is not None and entry not in taken:
            given[head] = entry
            taken.add(entry)
        elif plain in listed:
            given[head] = apart if plain in taken else plain
            taken.add(given[head])
    return given


def first_come(
    rivals: tuple[str, Iterable[tuple[Place, str, Place]]],
) -> Iterator[tuple[Place, tuple[Place, str]]]:
    """For things of one name their IRIs, each under the mark of its group."""
    plain, found = rivals
    for number, (head, apart, mark) in enumerate(sorted(found)):
        yield mark, (head, apart if number else plain)


def _under(
    joined: tuple[list[Settled], list[tuple[Place, str]]], given: Mapping[Place, str]
) -> Iterator[Settled]:
    found, iris = joined
    known = {**dict(iris), **given}
    for each in found:
        things = tuple(group.resolved(known[group.head]) for group in each.groups)
        yield Settled(each.mark, (), each.merges, things)
