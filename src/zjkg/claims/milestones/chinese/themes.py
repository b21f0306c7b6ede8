"""What a verb of a Chinese sentence is said of: a name, or the thing of a name.

No parser of Chinese is at hand. A verb counts only where the words of its clause can all be
accounted for: adverbs, places and agents brought by prepositions, and one noun phrase that ends
in a name or that a name possesses.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from zjkg.claims.frames.names import Slot
from zjkg.claims.milestones.candidates import may_happen
from zjkg.claims.milestones.chinese.carrying import Carrying
from zjkg.claims.milestones.chinese.nouns import Theme, head_theme, object_theme, subject_theme
from zjkg.claims.milestones.chinese.passage import Passage, Sighting
from zjkg.claims.milestones.chinese.units import Unit
from zjkg.claims.milestones.chinese.verbs import (
    BOARD,
    CEREMONY,
    HEADS,
    SEVERAL,
    TRANSITIVE,
    TRIAL,
)
from zjkg.model import EntityType, MilestoneKind, Span

_ASPECT: Final = frozenset(
    {"了", "过", "的", "并", "和", "及", "、", "后", "以来", "至今", "时", "以后"}
)
_NOUN_AFTER: Final = re.compile(
    "公司|企业|率|许可|辅导|申请|委|文号|资金|者|价|后|前|仪式|典礼|大会|会"
    "|项目|产品|药品|日期|时间|条件|计划|周期"
)
_TO: Final = frozenset({"于", "在", "到"})
_OF_FACILITIES: Final = frozenset({MilestoneKind.CONSTRUCTION, MilestoneKind.COMPLETED})


class Themes:
    """Finds what the verbs of one sentence are said of."""

    def __init__(self, passage: Passage) -> None:
        self._at = passage
        self._carrying = Carrying(passage)

    def of(self, seen: Sighting) -> list[tuple[MilestoneKind, Theme]]:
        """What happened to what; the kind may depend on the thing (a drug 上市 is launched)."""
        found = [(kind, each) for kind, each in self._themes(seen) if self._fits(kind, each)]
        if found:
            self._carrying.remember(seen.clause, found[-1][1])
        return found

    def _themes(self, seen: Sighting) -> list[tuple[MilestoneKind, Theme]]:
        """What it happened to, with the kind that this makes it."""
        clause = self._at.parts[seen.clause]
        before, after = clause.before(seen.start), self._rest(seen, clause.after(seen.end))
        ceremony = CEREMONY.match(self._at.key, seen.end) is not None
        relative = bool(after) and after[0].words == "的"
        if relative:
            own = any(unit.date is not None for unit in clause.units)
            return self._described(seen, head_theme(after[1:], before)) if own else []
        if ceremony:
            after = ()
        if after and seen.kind is MilestoneKind.MOVED_IN:
            return self._moved(seen, before, after)
        if after and seen.kind is MilestoneKind.LISTED:
            return self._listed(seen, before, after)
        transitive = (
            seen.kind in TRANSITIVE or seen.word in TRANSITIVE or seen.word.startswith("获")
        )
        if after and after[0].words not in _ASPECT:
            if not transitive or _NOUN_AFTER.match(self._at.key, seen.end):
                return []
            return self._acted(seen, before, after)
        return [(self._kind(seen, each), each) for each in self._subjects(seen, before)]

    def _described(self, seen: Sighting, theme: Theme | None) -> list[tuple[MilestoneKind, Theme]]:
        """What 的 hangs a verb on; of 成立于2011年的某公司董事长 the company."""
        if theme is None:
            return []
        kind = self._kind(seen, theme)
        if theme.rule == "relative" and not HEADS[kind].search(self._of(theme.thing)):
            theme = replace(theme, thing=None)
        return [(kind, theme)]

    def _rest(self, seen: Sighting, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        """What follows a verb behind its particle and its date."""
        rest = units
        while rest and (rest[0].words in ("了", "过") or rest[0].is_quote):
            rest = rest[1:]
        while len(rest) > 1 and rest[0].words in ("于", "在"):
            dated = rest[1].date is not None
            if not dated and (seen.kind is MilestoneKind.MOVED_IN or rest[1].slot is None):
                break
            rest = rest[2:]
        if self._at.key[seen.end : seen.end + 1] == "后":
            return ()
        return rest

    def _subjects(self, seen: Sighting, before: tuple[Unit, ...]) -> list[Theme]:
        own = subject_theme(before)
        if own is None:
            return []
        if own.slots:
            return [self._named(seen, slot, own.thing) for slot in own.slots]
        return self._carrying.themes(seen, own.thing)

    def _named(self, seen: Sighting, slot: Slot, thing: Span | None) -> Theme:
        """Of a product the words behind its name only say what it is: “某通”血流导管."""
        if slot.type is EntityType.PRODUCT and seen.kind is MilestoneKind.APPROVED:
            between = Span(slot.span.end, thing.start if thing is not None else slot.span.end)
            thing = None if "的" not in between.of(self._at.key) else thing
        return Theme(slot, thing, "subject")

    def _acted(
        self, seen: Sighting, before: tuple[Unit, ...], after: tuple[Unit, ...]
    ) -> list[tuple[MilestoneKind, Theme]]:
        """The object of a verb: a name, or a thing of the one who acts."""
        found = object_theme(after)
        if found is None:
            return []
        thing, kind = found.thing, self._kind(seen, None)
        if thing is not None and (ends := TRIAL.search(thing.of(self._at.key))):
            kind = MilestoneKind.CONSTRUCTION if kind is MilestoneKind.LAUNCHED else kind
            kept = thing.start + ends.start()
            if kept == thing.start and not found.slots:
                return [(kind, each) for each in self._subjects(seen, before)]
            thing = Span(thing.start, kept) if kept > thing.start else None
        if found.slots:
            if kind is MilestoneKind.SIGNED:
                return [(kind, each) for each in self._subjects(seen, before) if not each.thing]
            return [(kind, Theme(slot, thing, "object")) for slot in found.slots]
        return [
            (kind, Theme(each.slot, thing, "part"))
            for each in self._subjects(seen, before)
            if each.thing is None
        ]

    def _moved(
        self, seen: Sighting, before: tuple[Unit, ...], after: tuple[Unit, ...]
    ) -> list[tuple[MilestoneKind, Theme]]:
        """Who moved to where; with 的 behind the place, who is named behind it."""
        at = 0
        while at < len(after) and (
            after[at].slot is not None
            or after[at].is_noun
            or after[at].is_quote
            or after[at].words in _TO
        ):
            at += 1
        if at < len(after) and after[at].words == "的":
            return self._described(seen, head_theme(after[at + 1 :], ()))
        site = after[1] if after[0].words in _TO and len(after) > 1 else after[0]
        if site.slot is None and site.words not in ("园区", "该园", "当地") and site.tag != "LOC":
            return []
        return [(seen.kind, each) for each in self._subjects(seen, before)]

    def _listed(
        self, seen: Sighting, before: tuple[Unit, ...], after: tuple[Unit, ...]
    ) -> list[tuple[MilestoneKind, Theme]]:
        words = "".join(unit.words for unit in after[:6])
        if seen.word in {"上市", "挂牌上市"}:
            if after[0].words not in _ASPECT:
                return []
        elif not BOARD.search(words):
            return []
        return [(self._kind(seen, each), each) for each in self._subjects(seen, before)]

    def _kind(self, seen: Sighting, theme: Theme | None) -> MilestoneKind:
        slot = theme.slot if theme is not None else None
        if (
            seen.kind is MilestoneKind.LISTED
            and slot is not None
            and slot.type is EntityType.PRODUCT
        ):
            return MilestoneKind.LAUNCHED
        if seen.word == "挂牌":
            near = self._at.key[max(0, seen.start - 8) : seen.end + 12]
            return MilestoneKind.LISTED if BOARD.search(near) else MilestoneKind.OPENED
        return seen.kind

    def _of(self, thing: Span | None) -> str:
        return "" if thing is None else thing.of(self._at.key)

    def _fits(self, kind: MilestoneKind, theme: Theme) -> bool:
        slot, thing = theme.slot, theme.thing
        if slot is None or not may_happen(kind, slot, thing):
            return False
        if thing is not None:
            words = thing.of(self._at.key)
            return bool(HEADS[kind].search(words)) and not SEVERAL.search(words)
        return kind not in _OF_FACILITIES or self._carrying.is_facility(slot)
