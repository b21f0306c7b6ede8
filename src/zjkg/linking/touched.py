"""Which entities may be other things than before, since articles came or went.

An entity is touched where it belongs to a group of tied entities that lost a member, or whose
members are tied otherwise than before. What holds of the others stays as it is noted; so does what
holds in a group that won or lost a member of which nothing else hangs, see ``attaching``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import msgspec

from zjkg.linking.changes import Changes, named_alike
from zjkg.linking.components import Pair
from zjkg.linking.noted import NotedProfiles
from zjkg.linking.register import Register
from zjkg.model import Judgement, LocalKey


@dataclass(frozen=True, slots=True)
class Touched:
    """Entities in order of publication with their places, and the pairs of them that are tied.

    ``groups`` are the numbers of the groups that they made before, ``former`` what was decided in
    these, 0 where the article of either entity is gone, ``things`` the numbers of the things that
    entities of articles were which are gone.
    """

    order: Mapping[LocalKey, int]
    ties: Iterable[Pair]
    judged: Mapping[Pair, Judgement]
    groups: frozenset[int]
    former: Mapping[Pair, int]
    things: frozenset[int]


def from_scratch(register: Register, come: Mapping[str, NotedProfiles]) -> Touched:
    """Put articles into a register that has none: all ties are those of what came."""
    marks, entries = register.replace((), come)
    judged = register.judged()
    ties = chain(
        _ties(register, marks),
        (pair for mark in sorted(entries) for pair in register.namesakes.listed(mark)),
        judged,
    )
    members = {key for source in come for key in register.article(source).profiles}
    order = {key: place for place, key in enumerate(register.in_order(members))}
    return Touched(order, ties, judged, frozenset(), {}, frozenset())


def touched(register: Register, gone: set[str], changes: Changes) -> Touched:
    """Whom the changes touch, now that the articles are replaced in the register."""
    ends = {end for pair in chain(changes.fresh, changes.withdrawn) for end in pair}
    standings = chain(changes.left.values(), map(register.standing, ends))
    groups = {each.group for each in standings} - {0}
    members = ends | changes.come
    former: dict[Pair, int] = {}
    for group in sorted(groups):
        verdicts = register.groups.verdicts(group)
        members.update(k for k in register.groups.members(group) if k.source not in gone)
        former |= verdicts
    order = {key: place for place, key in enumerate(register.in_order(members))}
    staying = {pair for pair in former if not gone.intersection(each.source for each in pair)}
    return Touched(
        order,
        chain(staying - changes.withdrawn, changes.fresh),
        changes.judged,
        frozenset(groups),
        {pair: verdict if pair in staying else 0 for pair, verdict in former.items()},
        frozenset(each.thing for each in changes.left.values()),
    )


def _ties(register: Register, marks: set[int]) -> Iterator[Pair]:
    """The pairs that are tied by a mark; marks that the same entities share tie the same pairs."""
    looked: set[bytes] = set()
    for mark in sorted(marks):
        members = register.namesakes.members(mark)
        sharing = _print_of(members)
        if len(members) > 1 and sharing not in looked:
            looked.add(sharing)
            yield from named_alike(register, set(register.namesakes.pairs(mark)))


def _print_of(members: list[LocalKey]) -> bytes:
    """Equal for the same entities alone."""
    return hashlib.blake2b(msgspec.msgpack.encode(members), digest_size=16).digest()
