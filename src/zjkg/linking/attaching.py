"""Settles what an entity changes that comes to a group of tied entities, or leaves it, alone.

A name that everyone bears makes a group that grows with the corpus. To decide on all its pairs
again, as one article more speaks of it, would cost as much as the corpus is large. Where the group
is plain (``Clusters.is_plain``) that is not needed: each pair is decided by itself, so a pair that
stays is decided as before, as long as the sets of entities that are one thing stay connected. Here
those changes are settled of which that can be seen from the pairs beside; all others are left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from zjkg.linking.changes import Changes
from zjkg.linking.components import Component, Pair
from zjkg.linking.deciding import Rounds
from zjkg.linking.decisions import Decisions, verdict_of
from zjkg.linking.naming import Naming
from zjkg.linking.profiles import is_person
from zjkg.linking.register import GROUP, JOINED, NAMED, THING, Register, Standing
from zjkg.model import LocalKey, Merge
from zjkg.notes import Met
from zjkg.partition import Partition

_MOST = 64
"""Where more entities came or went, most groups won or lost several: all is decided again."""
_EARLIER = 32
"""So many entities published before are asked whether they have all names of one."""


@dataclass(slots=True)
class _Change:
    """What one group wins and loses."""

    come: set[LocalKey] = field(default_factory=set[LocalKey])
    left: set[LocalKey] = field(default_factory=set[LocalKey])
    fresh: set[Pair] = field(default_factory=set[Pair])
    withdrawn: set[Pair] = field(default_factory=set[Pair])
    parted: set[Pair] = field(default_factory=set[Pair])


class Attaching:
    """Takes out of changes what can be settled at once, and notes it."""

    def __init__(self, register: Register, decisions: Decisions, naming: Naming) -> None:
        self._register, self._decisions, self._naming = register, decisions, naming

    def settle(self, changes: Changes) -> None:
        """Settle what can be; the rest stays in the changes."""
        are_replaced = not {k.source for k in changes.come}.isdisjoint(
            k.source for k in changes.left
        )
        if are_replaced or len(changes.come) + len(changes.left) > _MOST:
            return
        for group, change in self._by_group(changes).items():
            if len(change.come) + len(change.left) != 1:
                continue
            if change.come:
                is_settled = self._won(group, change)
            else:
                [member] = change.left
                is_settled = self._lost(group, change, member, changes)
            if is_settled:
                changes.come -= change.come
                for key in change.left:
                    del changes.left[key]
                changes.fresh -= change.fresh
                changes.withdrawn -= change.withdrawn

    def _by_group(self, changes: Changes) -> dict[int, _Change]:
        """The changes of each plain group; none that concern another group too."""
        found: dict[int, _Change] = {}
        homes = self._homes(changes)
        mixed: set[int] = {0}
        for pair in changes.fresh | changes.withdrawn | changes.parted.keys():
            groups = {homes[key] for key in pair}
            if len(groups) > 1 or pair in changes.judged:
                mixed |= groups
        for key, group in homes.items():
            if key in changes.come:
                found.setdefault(group, _Change()).come.add(key)
        for key, standing in changes.left.items():
            found.setdefault(standing.group, _Change()).left.add(key)
        for pair in changes.fresh:
            found.setdefault(homes[pair[0]], _Change()).fresh.add(pair)
        for pair in changes.withdrawn:
            found.setdefault(homes[pair[0]], _Change()).withdrawn.add(pair)
        for pair in changes.parted:
            found.setdefault(homes[pair[0]], _Change()).parted.add(pair)
        plain = (group for group in found.keys() - mixed if self._register.groups.plain_size(group))
        return {group: found[group] for group in sorted(plain)}

    def _homes(self, changes: Changes) -> dict[LocalKey, int]:
        """The groups of all ends: of what came that of those it is tied to, 0 where of several."""
        ends = {end for pair in changes.fresh | changes.withdrawn for end in pair}
        homes = {key: each.group for key, each in changes.left.items()}
        for key in {*ends, *(end for pair in changes.parted for end in pair)} - homes.keys():
            homes[key] = self._register.standing(key).group
        for key in ends & changes.come:
            beside = {end for pair in changes.fresh if key in pair for end in pair} - {key}
            groups = {homes[end] for end in beside - changes.come}
            homes[key] = groups.pop() if len(groups) == 1 else 0
        return homes

    def _won(self, group: int, change: _Change) -> bool:
        [member] = change.come
        near = {end for pair in change.fresh for end in pair} - {member}
        ties = {pair for pair in change.fresh if member in pair}
        withdrawn = {p for p in change.withdrawn if self._decisions.former(p) is not None}
        if ties != change.fresh or not near.issuperset(end for p in withdrawn for end in p):
            return False
        merges = self._agreed([member, *near], ties)
        standing = self._common(near)
        if not merges or standing is None or not self._is_told(member, near, standing):
            return False
        for what in (GROUP, NAMED, JOINED, THING):
            self._register.put(member, what, standing[what])
        self._decisions.withdraw(withdrawn)
        self._note(group, member, merges, withdrawn, came=True)
        self._naming.change(standing.thing, member, came=True)
        return True

    def _lost(self, group: int, change: _Change, member: LocalKey, changes: Changes) -> bool:
        near = {end for pair in change.parted for end in pair} - {member}
        ties = {p for p in change.fresh if self._decisions.former(p) is None}
        standing = changes.left[member]
        is_small = self._register.groups.plain_size(group) <= 2  # noqa: PLR2004 - no group is left
        are_one = near and all(changes.parted[pair] for pair in change.parted)
        if is_small or not are_one or not near.issuperset(end for pair in ties for end in pair):
            return False
        if any(self._decisions.former(pair) is not None for pair in change.withdrawn):
            return False
        merges = self._agreed(near, ties) if ties else []
        if len(merges) != len(ties) or not self._are_connected(near, ties):
            return False
        if self._common(near) != standing or not self._is_told(member, near, standing):
            return False
        self._decisions.withdraw(pair for pair in change.parted if pair[0] != member)
        self._note(group, member, merges, change.parted, came=False)
        self._naming.change(standing.thing, member, came=False)
        return True

    def _are_connected(self, keys: Collection[LocalKey], ties: Iterable[Pair]) -> bool:
        """Whether the ties make one set of the entities, or what was decided on each and the next.

        Where few share a mark, each is compared with each.
        """
        partition = Partition(keys)
        beside = pairwise(self._register.in_order(keys))
        for first, second in (*ties, *(p for p in beside if self._decisions.former(p))):
            partition.join(first, second)
        return len(partition.groups()) == 1

    def _note(
        self,
        group: int,
        member: LocalKey,
        merges: Sequence[Merge],
        without: Iterable[Pair],
        *,
        came: bool,
    ) -> None:
        verdicts = {(each.first, each.second): verdict_of(each) for each in merges}
        self._register.groups.change(group, member, verdicts, without, came=came)
        for merge in merges:
            self._decisions.add(merge)

    def _agreed(self, members: Iterable[LocalKey], ties: Iterable[Pair]) -> list[Merge]:
        """What is decided on the ties by names alone; nothing unless all are one thing."""
        ordered = self._register.in_order(members)
        profiles = {key: self._register.profile(key) for key in ordered}
        if any(map(is_person, profiles.values())):
            return []
        known = self._register.listing.entries(profiles.values())
        places = {key: place for place, key in enumerate(ordered)}
        pairs = sorted(ties, key=lambda pair: (places[pair[0]], places[pair[1]]))
        clusters = Rounds(profiles, known, {}).by_names(Component(ordered, pairs))
        merges = list(clusters.merges())
        are_one = len(merges) == len(pairs) and all(merge.same for merge in merges)
        return [clusters.called(merge) for merge in merges] if are_one else []

    def _common(self, keys: Collection[LocalKey]) -> Standing | None:
        """What all of the entities belong to; None where that differs."""
        standings = set(map(self._register.standing, keys))
        return standings.pop() if len(standings) == 1 else None

    def _is_told(self, member: LocalKey, near: Iterable[LocalKey], standing: Standing) -> bool:
        """Whether one published earlier, of the same thing, has all names and the same entry.

        Then the thing has the same names, in the same order, with the member and without it, and
        the same first entity.
        """
        article = self._register.former(member.source) or self._register.article(member.source)
        profile = article.profiles[member]
        place = article.published, member.source, article.profiles.place(member)
        known = self._register.listing.entries([profile]).get(member)
        for key in dict.fromkeys([*near, *self._earlier(article.rows_of(member))]):
            other = self._register.profile(key)
            entry = self._register.listing.entries([other]).get(key)
            if (
                self._register.place(key) < place
                and self._register.standing(key).thing == standing.thing
                and set(profile.naming.tagged) <= set(other.naming.tagged)
                and (known is None or known == entry)
            ):
                return True
        return False

    def _earlier(self, rows: Mapping[int, Met]) -> Iterator[LocalKey]:
        if rows:
            mark = min(rows)
            yield from self._register.namesakes.earlier(mark, rows[mark], _EARLIER)
