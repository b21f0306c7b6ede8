"""One value said of two different times."""

from __future__ import annotations

from zjkg.comparison.blocks import significant
from zjkg.comparison.facts import Fact
from zjkg.comparison.kinship import Kinship, kinship
from zjkg.comparison.periods import Timing
from zjkg.comparison.units import SHARE
from zjkg.errors import Bilingual
from zjkg.model import ConflictType, Modality

_FEWEST_DIGITS = 3


def other_time(a: Fact, b: Fact) -> tuple[ConflictType, Bilingual] | None:
    """A value of three digits or more that two articles give to stretches of other years.

    A state as of a date may stay the same, and so may a share; a sum over a year, or an index,
    that is the same to the last digit is one value with two dates.
    """
    if a.ref.source == b.ref.source or a.subject is None or a.subject != b.subject:
        return None
    if not (a.is_exact and b.is_exact and a.value == b.value) or a.dimension == SHARE:
        return None
    if len(significant(a)) < _FEWEST_DIGITS or a.modality is not b.modality:
        return None
    if a.modality is not Modality.ACTUAL or not _stretches(a, b):
        return None
    if a.when.timing(b.when) is not Timing.DIFFERENT or kinship(a, b) is not Kinship.SAME:
        return None
    times = f"{a.when.first}–{a.when.last}", f"{b.when.first}–{b.when.last}"
    reason = Bilingual(
        f"{a.written} is given for {times[0]} and for {times[1]}",
        f"{a.written}一处属于{times[0]}，另一处属于{times[1]}",
    )
    return ConflictType.TIME, reason


def _stretches(a: Fact, b: Fact) -> bool:
    """Two stretches of one length that do not overlap."""
    if not (a.when.first and a.when.last and b.when.first and b.when.last):
        return False
    apart = a.when.last < b.when.first or b.when.last < a.when.first
    return apart and a.when.days == b.when.days
