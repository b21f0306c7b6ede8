"""What a Chinese clause without a subject goes on about."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from zjkg.claims.frames.names import Slot
from zjkg.claims.milestones.chinese.nouns import Phrase, Theme, built_theme, leading_theme
from zjkg.claims.milestones.chinese.passage import Passage, Sighting
from zjkg.claims.milestones.chinese.units import Clause
from zjkg.claims.milestones.chinese.verbs import BUILDING, FACILITY, HEADS
from zjkg.model import EntityType, MilestoneKind, Span

_OPENING_ENDS: Final = frozenset({"以来", "后", "以后", "之后", "至今", "起"})
_BACK: Final = 12
"""How many clauses back a subject may stand."""


class Carrying:
    """Carries subjects from clause to clause of one sentence."""

    def __init__(self, passage: Passage) -> None:
        self._at = passage
        self._last: tuple[int, Theme] | None = None

    def remember(self, clause: int, theme: Theme) -> None:
        """What the last milestone of the sentence was about."""
        self._last = clause, theme

    def is_facility(self, slot: Slot) -> bool:
        """Whether a name is that of something built, and not of a firm."""
        name = self._at.labels.get(slot.key, "")
        return slot.type is not EntityType.ORGANIZATION or FACILITY.search(name) is not None

    def themes(self, seen: Sighting, thing: Span | None) -> list[Theme]:
        """A subject of a clause before; of the sentence before where this one names none."""
        host = self._at.parts[seen.clause].host
        if host is not None:
            return [Theme(host, thing, "aside")]
        if seen.kind in BUILDING and (same := self._same(seen, thing)):
            return same
        earlier = [
            clause
            for clause in reversed(self._at.parts[max(0, seen.clause - _BACK) : seen.clause])
            if clause.host is None
        ]
        for clause in earlier:
            found = leading_theme(clause.units)
            if found is not None and found.slots:
                return self._continued(seen, thing, found)
            if seen.kind in BUILDING and found is not None and thing is None:
                thing = self._fitting(seen, found.thing)
        if any(unit.slot is not None for clause in earlier for unit in clause.units):
            return []
        return self._outside(seen, thing)

    def _same(self, seen: Sighting, thing: Span | None) -> list[Theme]:
        """What was built before: of the last milestone, or of a clause that says who builds it."""
        if thing is None and self._last is not None and seen.clause - self._last[0] <= 1:
            theme = self._last[1]
            return [Theme(theme.slot, theme.thing, "carried")]
        built = self._built(seen)
        if built is None:
            return []
        return [Theme(slot, thing or self._part(seen), "built") for slot in built.slots]

    def _outside(self, seen: Sighting, thing: Span | None) -> list[Theme]:
        """The subject of the clause behind, or what the sentence before is about."""
        following = self._following(seen)
        if following is not None:
            return [Theme(slot, thing or following.thing, "following") for slot in following.slots]
        return [] if self._at.topic is None else [Theme(self._at.topic, thing, "topic")]

    def _fitting(self, seen: Sighting, thing: Span | None) -> Span | None:
        words = "" if thing is None else thing.of(self._at.key)
        return thing if HEADS[seen.kind].search(words) else None

    def _before(self, seen: Sighting) -> tuple[Clause, ...]:
        """The two clauses before, the nearer first."""
        return self._at.parts[max(0, seen.clause - 2) : seen.clause][::-1]

    def _part(self, seen: Sighting) -> Span | None:
        """The thing that the clause before begins with: 首期厂房约1万平方米，2021年交付."""
        before = self._at.parts[seen.clause - 1] if seen.clause else None
        found = leading_theme(before.units) if before is not None else None
        return None if found is None or found.slots else self._fitting(seen, found.thing)

    def _built(self, seen: Sighting) -> Phrase | None:
        """The name of what a clause shortly before says that somebody builds."""
        for clause in self._before(seen):
            found = built_theme(clause.units)
            if found is not None and found.slots and found.thing is None:
                return found
        return None

    def _continued(self, seen: Sighting, thing: Span | None, found: Phrase) -> list[Theme]:
        """What is told of the subject of a clause before: of its part, or of what it builds."""
        own = found.thing
        if seen.kind not in BUILDING:
            fits = seen.kind is not MilestoneKind.APPROVED or own is None
            return [Theme(slot, thing, "carried") for slot in found.slots] if fits else []
        for clause in self._before(seen):
            built = built_theme(clause.units) if thing is None and own is None else None
            own = own if built is None else self._fitting(seen, built.thing)
        slots = found.slots
        if thing is None and own is None and seen.kind is MilestoneKind.OPENED:
            slots = tuple(slot for slot in slots if self.is_facility(slot))
        return [Theme(slot, thing or own, "carried") for slot in slots]

    def _following(self, seen: Sighting) -> Phrase | None:
        """The subject of the clause behind one of time: 自2015年启用以来，某园已有……."""
        last = self._at.parts[seen.clause].units[-1].words
        if last not in _OPENING_ENDS or seen.clause + 1 >= len(self._at.parts):
            return None
        found = leading_theme(self._at.parts[seen.clause + 1].units)
        if found is None or not found.slots:
            return None
        return replace(found, thing=self._fitting(seen, found.thing))
