"""Which date governs a verb in a Chinese sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from zjkg.claims.milestones.candidates import is_point
from zjkg.claims.milestones.chinese.passage import Passage, Sighting
from zjkg.claims.milestones.chinese.units import Unit
from zjkg.claims.milestones.chinese.verbs import (
    CEREMONY,
    NOT_A_POINT_AFTER,
    NOT_A_POINT_BEFORE,
    SAYING,
)
from zjkg.model import MilestoneKind, Period, Span

_FAR: Final = 30
"""How many characters a date may stand before its verb in one clause."""
_BETWEEN: Final = 4
"""How many verbs back a date may already belong to another."""
_PERFORMED: Final = frozenset(
    {MilestoneKind.FOUNDED, MilestoneKind.LAUNCHED, MilestoneKind.RELEASED, MilestoneKind.SIGNED}
)
"""What is done by announcing it."""
_ANNOUNCED: Final = re.compile("宣布|宣告")


class Dates:
    """Dates the verbs of one sentence."""

    def __init__(self, passage: Passage, seen: Sequence[Sighting]) -> None:
        self._at = passage
        self._seen = seen

    def of(self, number: int) -> Period | None:
        """The date that governs a verb: behind 于, before it, or at the head of a clause before."""
        seen = self._seen[number]
        clause = self._at.parts[seen.clause]
        behind = clause.after(seen.end)
        if (
            behind
            and behind[0].words in ("于", "在")
            and len(behind) > 1
            and behind[1].date is not None
        ):
            return self._point(behind[1], behind=True)
        inside = [unit for unit in clause.before(seen.start) if unit.date is not None]
        if not inside and CEREMONY.match(self._at.key, seen.end):
            inside = [unit for unit in behind if unit.date is not None][:1]
            return self._point(inside[0]) if inside else self._carried(seen)
        if not inside:
            return self._carried(seen)
        last = inside[-1]
        between = Span(last.span.end, seen.start).of(self._at.key)
        if len(between) > _FAR or self._is_report(seen, between) or self._is_other(number, last):
            return None
        return self._point(last)

    def _is_other(self, number: int, date: Unit) -> bool:
        """Whether a date is that of a verb in between that describes: 2015年成立的某公司上市."""
        start = self._seen[number].start
        return any(
            other.start >= date.span.end and "的" in self._at.key[other.end : start]
            for other in self._seen[max(0, number - _BETWEEN) : number]
        )

    def _is_report(self, seen: Sighting, between: str) -> bool:
        if seen.kind in _PERFORMED:
            between = _ANNOUNCED.sub("", between)
        return SAYING.search(between) is not None

    def _carried(self, seen: Sighting) -> Period | None:
        """The date at the head of the clause before, or of one before that is nothing else."""
        between = Span(self._at.parts[seen.clause].span.start, seen.start).of(self._at.key)
        if self._at.parts[seen.clause].host is not None or self._is_report(seen, between):
            return None
        for back in range(seen.clause - 1, max(-1, seen.clause - 3), -1):
            clause = self._at.parts[back]
            if clause.host is not None:
                continue
            dates = [unit for unit in clause.units if unit.date is not None]
            words = Span(clause.span.start, clause.span.end).of(self._at.key)
            if SAYING.search(words):
                return None
            if dates:
                first = clause.units[:3]
                heads = any(unit is dates[0] for unit in first) and len(dates) == 1
                described = "的" in {unit.words for unit in clause.units}
                return self._point(dates[0]) if heads and not described else None
        return None

    def _point(self, unit: Unit, *, behind: bool = False) -> Period | None:
        date = unit.date
        if date is None or not is_point(date):
            return None
        sentence = self._at.sentence
        before = self._at.key[max(sentence.start, unit.span.start - 4) : unit.span.start]
        after = self._at.key[unit.span.end : min(sentence.end, unit.span.end + 3)]
        if NOT_A_POINT_BEFORE.search(before):
            return None
        if not behind and NOT_A_POINT_AFTER.match(after):
            return None
        return date
