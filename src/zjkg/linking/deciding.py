"""Decides on the pairs of one group of tied entities, in three rounds.

What names tell comes first, then what the articles of two entities have in common besides, and
last people, since employers are evidence about them. Between rounds whoever runs them tells which
entities are known to be one thing, of all groups: two articles of one group have neighbours in
others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zjkg.errors import Bilingual
from zjkg.linking.authority import AuthorityEntry
from zjkg.linking.clusters import Clusters
from zjkg.linking.components import Component, Pair
from zjkg.linking.evidence import agreement, enough, strength
from zjkg.linking.obstacles import obstacle
from zjkg.linking.profiles import Profile, is_person
from zjkg.linking.things import NOTHING_KNOWN, Things
from zjkg.model import Judgement, LocalKey, Merge

_AGREED = Bilingual("the evidence agrees", "证据一致")
TOO_LITTLE = Bilingual("the evidence is too little for a merge", "证据不足，不予合并")


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rounds; profiles, known entries and judgements need only be those of the group."""

    profiles: Mapping[LocalKey, Profile]
    known: Mapping[LocalKey, AuthorityEntry]
    judged: Mapping[Pair, Judgement]

    def by_names(self, component: Component) -> Clusters:
        """Things that are no people, joined by what their names and the authority tell."""
        members = {key: self.profiles[key] for key in component.members}
        clusters = Clusters(members, self.known)
        self._join(clusters, self._of(component, persons=False), NOTHING_KNOWN)
        return clusters

    def by_company(
        self, component: Component, things: Things, begun: Clusters | None = None
    ) -> Clusters:
        """The same, joined also by the things that their articles have in common.

        ``begun`` is what the round before came to, where it is at hand; it is gone on with.
        """
        clusters = self.by_names(component) if begun is None else begun
        others = self._of(component, persons=False)
        self._join(clusters, [pair for pair in others if not clusters.is_joined(pair)], things)
        return clusters

    def with_people(
        self,
        component: Component,
        things: Things,
        employers: Things,
        begun: Clusters | None = None,
    ) -> Clusters:
        """The same with people, joined by what is known of their employers after all that."""
        clusters = self.by_company(component, things) if begun is None else begun
        clusters.learn(employers)
        self._join(clusters, self._of(component, persons=True), employers)
        return clusters

    def _of(self, component: Component, *, persons: bool) -> list[Pair]:
        """The pairs whose first is a person, or is not."""
        return [pair for pair in component.pairs if is_person(self.profiles[pair[0]]) is persons]

    def _join(self, clusters: Clusters, compared: Sequence[Pair], things: Things) -> None:
        """Decide on each pair; the surest are joined first."""
        found = [self._decision(clusters, pair, things) for pair in compared]
        found = [merge for merge in found if merge.evidence]
        found.sort(key=lambda merge: (-strength(merge.evidence), merge.first, merge.second))
        for merge in found:
            clusters.apply(merge)

    def _decision(self, clusters: Clusters, pair: Pair, things: Things) -> Merge:
        """Same or not, by a person's judgement, else the authority, else the evidence."""
        first, second = pair
        judgement = self.judged.get(pair)
        if judgement is not None:
            reason = Bilingual(
                f"{judgement.who}, {judgement.when}: {judgement.why}",
                f"{judgement.who}，{judgement.when}：{judgement.why}",
            )
            return Merge(first, second, same=judgement.same, evidence=("judgement",), reason=reason)
        a, b = self.profiles[first], self.profiles[second]
        kinds = agreement(a, b, things)
        if clusters.listed_as_one(first, second):
            listed = tuple(sorted({*kinds, "authority", "type"}))
            return Merge(first, second, same=True, evidence=listed, reason=_AGREED)
        against = obstacle(a, b, things)
        if against is not None:
            return Merge(first, second, same=False, evidence=kinds, reason=against)
        if enough(kinds, a, b):
            return Merge(first, second, same=True, evidence=kinds, reason=_AGREED)
        return Merge(first, second, same=False, evidence=kinds, reason=TOO_LITTLE)
