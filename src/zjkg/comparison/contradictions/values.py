"""Two values of one measure: transposed digits, values and bounds that exclude each other."""

from __future__ import annotations

from zjkg.comparison.blocks import significant
from zjkg.comparison.facts import Fact
from zjkg.comparison.kinship import Kinship, kinship
from zjkg.comparison.periods import Timing
from zjkg.errors import Bilingual
from zjkg.model import Comparator, ConflictType

_FEWEST_DIGITS = 3
_FARTHEST = 10
"""Values farther apart than this factor are rather about two things than a contradiction."""


def transposed(a: Fact, b: Fact) -> tuple[ConflictType, Bilingual] | None:
    """The same digits but for two neighbours that changed places, said of the same.

    So rare by chance that the measures need only be related, the sentences may name the subject in
    another place, and a missing period is no hindrance.
    """
    if not (a.is_exact and b.is_exact and _one_swap(significant(a), significant(b))):
        return None
    if a.value.adjusted() != b.value.adjusted() or a.modality is not b.modality:
        return None
    if not _one_subject(a, b) or a.when.timing(b.when) is Timing.DIFFERENT:
        return None
    if _other_whole(a, b) or kinship(a, b) is Kinship.NONE:
        return None
    reason = Bilingual(
        f"{a.written} and {b.written}: two neighbouring digits changed places, for the same "
        f"measure ({a.measure}; {b.measure})",
        f"{a.written} 与 {b.written}：相邻两位数字互换，而指标相同（{a.measure}；{b.measure}）",
    )
    return ConflictType.DIGIT_TRANSPOSITION, reason


def other_value(a: Fact, b: Fact) -> tuple[ConflictType, Bilingual] | None:
    """Values of two articles whose bounds do not meet."""
    if a.ref.source == b.ref.source or not _about_one(a, b):
        return None
    if a.modality is not b.modality or a.qualifier != b.qualifier or _other_whole(a, b):
        return None
    if a.when.timing(b.when) not in (Timing.SAME, Timing.LIKELY) or not _near(a, b):
        return None
    if kinship(a, b) is not Kinship.SAME or a.bounds.meets(b.bounds):
        return None
    bounded = {a.comparator, b.comparator} - {Comparator.EQUAL, Comparator.ABOUT}
    reason = Bilingual(
        f"{a.written} and {b.written} exclude each other for the same measure "
        f"({a.measure}; {b.measure}) at the same time",
        f"同一指标（{a.measure}；{b.measure}）在同一时间不能既是{a.written}又是{b.written}",
    )
    return (ConflictType.BOUND if bounded else ConflictType.VALUE), reason


def _one_swap(first: str, second: str) -> bool:
    """Whether two digits beside each other changed places, and nothing else."""
    if len(first) != len(second) or len(first) < _FEWEST_DIGITS:
        return False
    places = [i for i, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(places) != len("ab") or places[1] != places[0] + 1:
        return False
    left, right = places
    return first[left] == second[right] and first[right] == second[left]


def _one_subject(a: Fact, b: Fact) -> bool:
    """One subject, or the one's subject named in the other's sentence."""
    if a.subject and a.subject == b.subject:
        return True
    return (a.subject is not None and a.subject in b.things) or (
        b.subject is not None and b.subject in a.things
    )


def _about_one(a: Fact, b: Fact) -> bool:
    """One subject, or a matter of both: the firm's and the drug's up-front payment."""
    if a.subject is None or b.subject is None:
        return False
    return a.subject == b.subject or (a.subject in b.things and b.subject in a.things)


def _other_whole(a: Fact, b: Fact) -> bool:
    return a.whole.key != b.whole.key and not (a.whole.things & b.whole.things)


def _near(a: Fact, b: Fact) -> bool:
    low, high = sorted((abs(a.value), abs(b.value)))
    return high <= low * _FARTHEST
