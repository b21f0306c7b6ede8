"""Who is who, by groups of entities that evidence ties together: the rounds of ``linking.Rounds``.

A group is decided by one task. What other groups have found about the neighbours of its entities
comes to it between rounds by way of their articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zjkg import linking
from zjkg.distributed.connected import roots
from zjkg.distributed.extraction import decoded
from zjkg.distributed.keyed import cogrouped, kept
from zjkg.distributed.naming import Group, Settled, named
from zjkg.distributed.ties import Place, Tie, judged, placed, ties
from zjkg.ids import Minter
from zjkg.linking import Component, Listing, Profile, Rounds, Things
from zjkg.model import Judgement, LocalKey
from zjkg.pipeline import Knowledge

if TYPE_CHECKING:
    from pyspark import RDD

    from zjkg.linking.clusters import Clusters

Heads = tuple[tuple[LocalKey, Place], ...]
"""The entities of an article, each with the place of the first entity of its thing."""


@dataclass(frozen=True, slots=True)
class Member:
    """An entity, the group it is decided in (None where nothing ties it), what is known around it.

    ``heads`` has an entry for each round that is over: what its article's entities then were.
    """

    place: Place
    profile: Profile
    group: Place | None
    heads: tuple[Heads, ...] = ()


@dataclass(frozen=True, slots=True)
class Linking:
    """What every group is decided by."""

    listing: Listing
    judged: Mapping[tuple[LocalKey, LocalKey], Judgement]
    minter: Minter


Tied = tuple[list[Member], list[Tie]]
Decided = Callable[["Linking", list[Member], list[Tie]], "Clusters"]


def settled(
    records: RDD[tuple[str, bytes]], knowledge: Knowledge, minter: Minter, partitions: int
) -> RDD[Settled]:
    """All things with their IRIs and the merges behind them, group by group."""
    listing = Listing(knowledge.authority)
    profiles = kept(records.values().map(decoded).flatMap(placed))
    judgements = judged(profiles, knowledge.judgements)
    by = Linking(listing, {pair: row for pair, (_, row) in judgements.items()}, minter)
    apart = profiles.context.parallelize([tie for tie, _ in judgements.values()], 1)
    tied = kept(ties(profiles, listing, partitions).union(apart).distinct(partitions))
    groups = kept(roots(tied, partitions))
    members = kept(cogrouped(partitions, profiles, groups).flatMap(_member))
    inside = kept(
        cogrouped(partitions, tied.map(lambda tie: (tie[0], tie)), groups).flatMap(_inside)
    )
    for decide in (_by_names, _by_company):
        members = kept(_informed(members, inside, by, decide, partitions))
    alone = members.filter(lambda each: each.group is None).map(
        lambda each: _settled(by, [each], None)
    )
    together = _groups(members, inside, partitions).map(
        lambda each: _settled(by, each[0], _with_people(by, *each))
    )
    return named(alone.union(together), knowledge.authority, partitions)


def _member(joined: tuple[Place, tuple[list[Profile], list[Place]]]) -> Iterator[Member]:
    place, (profiles, groups) = joined
    for profile in profiles:
        yield Member(place, profile, groups[0] if groups else None)


def _inside(joined: tuple[Place, tuple[list[Tie], list[Place]]]) -> Iterator[tuple[Place, Tie]]:
    _, (found, groups) = joined
    for tie in found:
        yield groups[0], tie


def _informed(
    members: RDD[Member],
    inside: RDD[tuple[Place, Tie]],
    by: Linking,
    decide: Decided,
    partitions: int,
) -> RDD[Member]:
    """Every member with what a round has found about the entities of its article."""
    heads = _groups(members, inside, partitions).flatMap(
        lambda each: _heads(each[0], decide(by, *each))
    )
    by_article = members.map(lambda each: (each.profile.key.source, each))
    return cogrouped(partitions, by_article, heads).flatMap(_told)


def _groups(members: RDD[Member], inside: RDD[tuple[Place, Tie]], partitions: int) -> RDD[Tied]:
    """Each group's members in order of publication and the pairs that are tied, in order."""
    grouped = members.filter(lambda each: each.group is not None).map(
        lambda each: (each.group, each)
    )
    return cogrouped(partitions, grouped, inside).map(
        lambda each: (sorted(each[1][0], key=lambda member: member.place), sorted(each[1][1]))
    )


def _heads(
    members: Sequence[Member], clusters: Clusters
) -> Iterator[tuple[str, tuple[LocalKey, Place]]]:
    places = {member.profile.key: member.place for member in members}
    for key, head in clusters.heads():
        yield key.source, (key, places[head])


def _told(
    joined: tuple[str, tuple[list[Member], list[tuple[LocalKey, Place]]]],
) -> Iterator[Member]:
    _, (members, found) = joined
    alone = [(each.profile.key, each.place) for each in members if each.group is None]
    heads = tuple(sorted([*found, *alone]))
    for each in members:
        # Nobody asks an entity that is alone what is around it.
        yield each if each.group is None else replace(each, heads=(*each.heads, heads))


def _by_names(by: Linking, members: list[Member], tied: list[Tie]) -> Clusters:
    rounds, component = _rounds(by, members, tied)
    return rounds.by_names(component)


def _by_company(by: Linking, members: list[Member], tied: list[Tie]) -> Clusters:
    rounds, component = _rounds(by, members, tied)
    return rounds.by_company(component, _things(members, 0))


def _with_people(by: Linking, members: list[Member], tied: list[Tie]) -> Clusters:
    rounds, component = _rounds(by, members, tied)
    return rounds.with_people(component, _things(members, 0), _things(members, 1))


def _rounds(by: Linking, members: list[Member], tied: list[Tie]) -> tuple[Rounds, Component]:
    profiles = {member.profile.key: member.profile for member in members}
    keys = {member.place: member.profile.key for member in members}
    component = Component(tuple(profiles), [(keys[a], keys[b]) for a, b in tied])
    return Rounds(profiles, by.listing.entries(profiles.values()), by.judged), component


def _things(members: Iterable[Member], after: int) -> Things:
    """What a round has found about all entities of the articles of a group."""
    heads = {key: head for member in members for key, head in member.heads[after]}
    numbers = {head: number for number, head in enumerate(dict.fromkeys(heads.values()))}
    return Things(lambda key: numbers[heads[key]])


def _settled(by: Linking, members: list[Member], clusters: Clusters | None) -> Settled:
    """The things of a group, each with the IRIs that it may have."""
    profiles = {member.profile.key: member.profile for member in members}
    places = {member.profile.key: member.place for member in members}
    known = by.listing.entries(profiles.values())
    found = [list(profiles)] if clusters is None else clusters.groups()
    things = [
        Group(
            head=places[keys[0]],
            type=profiles[keys[0]].type,
            members=tuple(sorted(keys)),
            names=linking.all_names(keys, profiles, known),
            listed=linking.listed_iri(keys, known),
            plain=linking.named_iri(profiles[keys[0]], by.minter, is_namesake=False),
            apart=linking.named_iri(profiles[keys[0]], by.minter, is_namesake=True),
        )
        for keys in found
    ]
    merges = [
        replace(merge, called=(_name(profiles[merge.first]), _name(profiles[merge.second])))
        for merge in (clusters.merges() if clusters else ())
    ]
    return Settled(things[0].head, tuple(things), tuple(merges))


def _name(profile: Profile) -> str:
    return profile.written[0][0]
