"""One number said with more and with less strength: as done, or as done or merely intended."""

from __future__ import annotations

from zjkg.comparison.facts import Fact
from zjkg.comparison.kinship import Kinship, kinship
from zjkg.comparison.periods import Timing
from zjkg.errors import Bilingual
from zjkg.model import ConflictType, Modality

_TELLING = 1000
"""A smaller number is planned and reached in two matters too easily to say anything."""


def weakened(a: Fact, b: Fact) -> tuple[ConflictType, Bilingual] | None:
    """The same number of the same, but one article does not say that it is so.

    A plan that comes out after the deed contradicts it; a deed after a plan fulfils it.
    """
    if a.ref.source == b.ref.source or a.value != b.value or a.comparator is not b.comparator:
        return None
    if not _one_whole(a, b) or kinship(a, b) is Kinship.NONE:
        return None
    if bool(a.qualifier) != bool(b.qualifier) and a.modality is b.modality:
        return _hedged(a, b)
    return _still_planned(a, b)


def _hedged(a: Fact, b: Fact) -> tuple[ConflictType, Bilingual] | None:
    one_base = bool(a.whole.key and b.whole.key)
    if not one_base and a.when.timing(b.when) is Timing.DIFFERENT:
        return None
    weak = a if a.qualifier else b
    reason = Bilingual(
        f"both say {a.written}, but one only as “{weak.qualifier}”",
        f"两处都说{a.written}，但一处仅为“{weak.qualifier}”",
    )
    return ConflictType.MODALITY, reason


def _still_planned(a: Fact, b: Fact) -> tuple[ConflictType, Bilingual] | None:
    if a.subject is None or a.subject != b.subject or a.value < _TELLING:
        return None
    if {a.modality, b.modality} not in (
        {Modality.ACTUAL, Modality.TARGET},
        {Modality.ACTUAL, Modality.FORECAST},
    ):
        return None
    done, planned = (a, b) if a.modality is Modality.ACTUAL else (b, a)
    told, later = done.when.published, planned.when.published
    if told is None or later is None or later <= told:
        return None
    reason = Bilingual(
        f"{done.written} is told as a fact on {told}, and on {later} still as a plan",
        f"{told} 已作为事实报道的{done.written}，{later} 仍被说成计划",
    )
    return ConflictType.MODALITY, reason


def _one_whole(a: Fact, b: Fact) -> bool:
    """The same whole of which both are parts, written alike up to words left out.

    Without a whole on both sides the subject has to be one.
    """
    if not a.whole.key or not b.whole.key:
        return a.subject is not None and a.subject == b.subject
    short, long = sorted((a.whole.key, b.whole.key), key=len)
    characters = iter(long)
    return all(character in characters for character in short)
