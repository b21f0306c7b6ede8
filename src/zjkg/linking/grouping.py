"""Decides on the touched groups of tied entities, and on those that this touches in turn.

What two articles have in common counts as evidence: where a round finds an entity to be another
thing than before, the groups of all entities of its article are decided again in the next one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from zjkg.linking.clusters import Clusters
from zjkg.linking.components import Component, Components, Pair
from zjkg.linking.deciding import Rounds
from zjkg.linking.decisions import Decisions, verdict_of
from zjkg.linking.register import GROUP, JOINED, NAMED, THING, Register
from zjkg.linking.things import Things
from zjkg.linking.touched import Touched
from zjkg.model import LocalKey

_PAIRS_AT_HAND = 1 << 18
"""Of so many pairs what a round decided stays in memory for the next; of others it is done anew."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Things with their members in order of publication, by number, and those that are no more."""

    things: dict[int, list[LocalKey]]
    gone: set[int]


class Grouping:
    """The decision on all pairs that are touched."""

    def __init__(self, register: Register, found: Touched, decisions: Decisions) -> None:
        self._register, self._found, self._decisions = register, found, decisions
        self._components = Components(found.order, found.ties)
        self._touched = frozenset(found.groups)  # by their numbers of before
        self._others: list[int] = []
        self._begun: dict[
            int, tuple[Rounds, Clusters]
        ] = {}  # memory must not grow with the corpus: the first
        self._left = _PAIRS_AT_HAND

    def things(self) -> Regrouped:
        """Note the groups and what each entity belongs to; the things that may be others now."""
        self._regroup()
        named = _Numbers(self._register, NAMED)
        for number, component in enumerate(self._all()):
            rounds = self._rounds(component)
            clusters = rounds.by_names(component)
            named.give(clusters.groups())
            self._left -= len(component.pairs)
            if self._left >= 0:
                self._begun[number] = rounds, clusters
        named.give([key] for key in self._components.alone())
        self._touch_others(named.moved)
        by_names = Things(lambda key: self._register.number_of(key, NAMED))
        joined = _Numbers(self._register, JOINED)
        for number, component in enumerate(self._all()):
            rounds, begun = self._begun.get(number) or (self._rounds(component), None)
            clusters = rounds.by_company(component, by_names, begun)
            joined.give(clusters.groups())
        joined.give([key] for key in self._components.alone())
        self._touch_others(joined.moved)
        employers = Things(lambda key: self._register.number_of(key, JOINED))
        return self._last_round(by_names, employers)

    def _last_round(self, by_names: Things, employers: Things) -> Regrouped:
        things = _Numbers(self._register, THING)
        former = set(self._found.things)
        found: dict[int, list[LocalKey]] = {}
        before = dict(self._found.former)
        for number, component in enumerate(self._all()):
            if number >= self._own:
                before |= self._register.groups.verdicts(self._others[number - self._own])
            rounds, begun = self._begun.pop(number, None) or (self._rounds(component), None)
            clusters = rounds.with_people(component, by_names, employers, begun)
            former.update(self._register.number_of(key, THING) for key in component.members)
            found |= things.give(clusters.groups())
            self._decide(component, clusters, before)
        self._decisions.withdraw(before)
        alone = list(self._components.alone())
        former.update(self._register.number_of(key, THING) for key in alone)
        found |= things.give([key] for key in alone)
        changed = things.changed | self._found.things
        others = {number: group for number, group in found.items() if number in changed}
        return Regrouped(others, former - found.keys() - {0})

    def _decide(self, component: Component, clusters: Clusters, before: dict[Pair, int]) -> None:
        """Note what was decided otherwise than before; what is left there is no more."""
        verdicts: dict[Pair, int] = {}
        for merge in clusters.merges():
            pair = merge.first, merge.second
            verdicts[pair] = verdict_of(merge)
            former = before.pop(pair, None)
            if former != verdicts[pair]:
                self._decisions.withdraw([pair])
                self._decisions.add(clusters.called(merge))
        group = self._register.number_of(component.members[0], GROUP)
        self._register.groups.put(group, component, verdicts, is_plain=clusters.is_plain)

    def _regroup(self) -> None:
        """Give the touched groups, as they are now, their numbers."""
        numbers = _Numbers(self._register, GROUP)
        self._own = 0
        for component in self._components:
            self._own += 1
            numbers.give([list(component.members)])
        for key in self._components.alone():
            self._register.put(key, GROUP, 0)
        self._now = numbers.given
        for number in self._touched - numbers.given:
            self._register.groups.drop(number)

    def _all(self) -> Iterator[Component]:
        """The touched groups; looking at them again gives the same, and those touched since."""
        return chain(self._components, map(self._register.group, self._others))

    def _touch_others(self, moved: Iterable[str]) -> None:
        standings = (each for source in moved for each in self._register.standings(source).values())
        found = {standing.group for standing in standings}
        self._others += sorted(found - self._now - {0}.union(self._others))

    def _rounds(self, component: Component) -> Rounds:
        profiles = {key: self._register.profile(key) for key in component.members}
        known = self._register.listing.entries(profiles.values())
        return Rounds(profiles, known, self._found.judged)


class _Numbers:
    """Gives sets of entities numbers: where it can be those that most of each had before.

    ``moved`` are the articles of entities that were something else before, ``changed`` the numbers
    of sets that won or lost an entity.
    """

    def __init__(self, register: Register, what: int) -> None:
        self._register, self._what = register, what
        self.given: set[int] = set()
        self.moved: set[str] = set()
        self.changed: set[int] = set()

    def give(self, groups: Iterable[Sequence[LocalKey]]) -> dict[int, list[LocalKey]]:
        """Give numbers; the sets by them."""
        found: dict[int, list[LocalKey]] = {}
        for group in sorted(groups, key=len, reverse=True):
            before = [self._register.number_of(key, self._what) for key in group]
            number = self._number(before)
            self.given.add(number)
            found[number] = list(group)
            for key, former in zip(group, before, strict=True):
                if former != number:
                    self._register.put(key, self._what, number)
                    self.changed |= {former, number}
                    if former:
                        self.moved.add(key.source)
        return found

    def _number(self, before: Iterable[int]) -> int:
        usual = Counter(before).most_common()
        kept = (number for number, _ in usual if number and number not in self.given)
        return next(kept, 0) or self._register.new_number()
