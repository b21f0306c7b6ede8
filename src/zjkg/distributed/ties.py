"""Which entities are compared at all, by the keys that they share: one group a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from zjkg import linking
from zjkg.distributed.keyed import grouped
from zjkg.linking import Listing, Profile
from zjkg.model import ArticleRecord, Judgement, LocalKey

if TYPE_CHECKING:
    from pyspark import RDD

Place = str
"""An entity's place in the order of publication; places sort as text."""
Tie = tuple[Place, Place]
_START = datetime.min.replace(tzinfo=UTC)
_ENTRY = "entry "


def placed(record: ArticleRecord) -> Iterator[tuple[Place, Profile]]:
    """The profiles of an article's entities with their places."""
    instant, source = linking.published(record.article)
    since = (instant - _START) // timedelta(microseconds=1)
    for number, profile in enumerate(linking.profiles_of(record)):
        yield f"{since:020d}\0{source}\0{number:08d}", profile


def ties(profiles: RDD[tuple[Place, Profile]], listing: Listing, partitions: int) -> RDD[Tie]:
    """The pairs that a name or an entry of the authority ties, some several times."""
    marked = profiles.flatMap(lambda each: _marked(each, listing))
    return grouped(marked, partitions).flatMap(_tied)


def judged(
    profiles: RDD[tuple[Place, Profile]], judgements: Sequence[Judgement]
) -> dict[tuple[LocalKey, LocalKey], tuple[Tie, Judgement]]:
    """The judged pairs with their places: as many as the judgements name entities."""
    if not judgements:
        return {}
    wanted = {
        address
        for row in judgements
        for addresses in linking.judged_names(row)
        for address in addresses
    }
    called = profiles.filter(lambda each: not wanted.isdisjoint(linking.addresses_of(each[1])))
    known = sorted(called.mapValues(_slim).collect(), key=lambda each: each[0])
    places = {profile.key: place for place, profile in known}
    rows = linking.judged_pairs(judgements, (profile for _, profile in known))
    return {pair: ((places[pair[0]], places[pair[1]]), row) for pair, row in rows.items()}


def _marked(
    each: tuple[Place, Profile], listing: Listing
) -> Iterator[tuple[str, tuple[Place, Profile]]]:
    """The entity under each of its keys; people and other things do not meet."""
    place, profile = each
    whose = "person" if linking.is_person(profile) else "thing"
    slim = _slim(profile)
    for mark in linking.keys_of(profile):
        yield f"{whose} {mark}", (place, slim)
    for entry in listing.entries([profile]).values():
        yield f"{_ENTRY}{whose} {entry.iri}", (place, slim)


def _slim(profile: Profile) -> Profile:
    """Without what plays no part in whether two are compared."""
    nothing: frozenset[LocalKey] = frozenset()
    return replace(
        profile, employers=nothing, neighbours=nothing, wholes=nothing, houses=frozenset()
    )


def _tied(block: tuple[str, Iterable[tuple[Place, Profile]]]) -> Iterator[Tie]:
    mark, members = block
    ordered = sorted(members, key=lambda each: each[0])
    places = {profile.key: place for place, profile in ordered}
    if mark.startswith(_ENTRY):
        yield from pairwise(places.values())
        return
    profiles = {profile.key: profile for _, profile in ordered}
    bearers = [(key, linking.bearers_of(profile)) for key, profile in profiles.items()]
    for first, second in linking.pairs_of_block(bearers):
        if linking.is_named_alike(profiles[first], profiles[second]):
            yield places[first], places[second]
