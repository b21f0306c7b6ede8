"""One number said of two different things: another whole, or another object that is counted."""

from __future__ import annotations

from zjkg.comparison.facts import Fact, Whole
from zjkg.comparison.kinship import Kinship, kinship, shared_modifiers
from zjkg.comparison.periods import Timing
from zjkg.comparison.units import COUNT, SHARE
from zjkg.errors import Bilingual
from zjkg.model import ConflictType

_ROUND = 5
_TELLING = 10
"""A smaller count is the same in two places too easily to say anything."""


def other_whole(a: Fact, b: Fact) -> tuple[ConflictType, Bilingual] | None:
    """The same share of one measure, once of one whole and once of another."""
    if a.dimension != SHARE or not _same_number(a, b) or a.subject != b.subject:
        return None
    if not _two_wholes(a.whole, b.whole) or a.when.timing(b.when) is not Timing.SAME:
        return None
    if a.modality is not b.modality or kinship(a, b) is Kinship.NONE:
        return None
    reason = Bilingual(
        f"both say {a.written} of {a.measure}, but of another whole ({a.whole.key}; {b.whole.key})",
        f"两处都说{a.measure}占{a.written}，但整体不同（{a.whole.key}；{b.whole.key}）",
    )
    return ConflictType.SCOPE, reason


def other_object(a: Fact, b: Fact) -> tuple[ConflictType, Bilingual] | None:
    """The same count, once of one kind of thing and once of another, that are narrowed alike.

    13 cross-border deals against use by overseas partners "in 13 companies". A round number meets
    another by chance, so there one must name beside its number what the other counts.
    """
    if a.dimension != COUNT or b.dimension != COUNT or not _same_number(a, b):
        return None
    if a.value < _TELLING or a.subject is None or a.subject != b.subject:
        return None
    mine, theirs = a.phrase.heads, b.phrase.heads
    if not mine or not theirs or mine & theirs or a.modality is not b.modality:
        return None
    named_beside = mine <= b.context.heads or theirs <= a.context.heads
    if not shared_modifiers(a, b) or not (named_beside or a.value % _ROUND):
        return None
    if a.when.timing(b.when) is Timing.DIFFERENT:
        return None
    reason = Bilingual(
        f"both say {a.value.normalize():f}, but one counts {a.measure} and the other {b.measure}",
        f"两处都说{a.value.normalize():f}，但一处计的是{a.measure}，另一处计的是{b.measure}",
    )
    return ConflictType.UNIT, reason


def _same_number(a: Fact, b: Fact) -> bool:
    return (
        a.ref.source != b.ref.source
        and a.value == b.value
        and a.comparator is b.comparator
        and a.unit == b.unit
    )


def _two_wholes(a: Whole, b: Whole) -> bool:
    """Whether both name a whole, and it is not the same: 全国 and 中国 are one scope."""
    return bool(a.things and b.things) and not a.things & b.things
