"""Pairs of claims that cannot both be right, with the kind of disagreement and the reasoning.

Candidates are grouped by key, so cost grows with the sizes of the groups and not with all pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from zjkg.comparison.facts import Fact
from zjkg.errors import Bilingual
from zjkg.model import Comparator, ConflictType, Contradiction

_SIGNIFICANT_DIGITS = 3
_Key = tuple[str, ...]


def contradictions(facts: Iterable[Fact]) -> list[Contradiction]:
    """All contradictions among the facts, each pair once, in a stable order."""
    everything = [fact for fact in facts if not fact.restates]
    found: dict[tuple[str, ...], Contradiction] = {}
    for key, judge in ((_digits_key, _transposed), (_level_key, _apart), (_count_key, _weakened)):
        for first, second in _pairs(everything, key):
            contradiction = judge(first, second)
            if contradiction:
                pair = tuple(f"{ref.source}#{ref.index}" for ref in (first.ref, second.ref))
                found.setdefault(pair, contradiction)
    return sorted(found.values(), key=lambda each: (each.first, each.second))


def _pairs(facts: list[Fact], key: Callable[[Fact], _Key | None]) -> Iterator[tuple[Fact, Fact]]:
    groups: dict[_Key, list[Fact]] = {}
    for fact in facts:
        mark = key(fact)
        if mark:
            groups.setdefault(mark, []).append(fact)
    for group in groups.values():
        yield from combinations(sorted(group, key=lambda fact: fact.ref), 2)


def _time(fact: Fact) -> str:
    return f"{fact.start}/{fact.end}"


def _digits(fact: Fact) -> str:
    return str(fact.value.normalize()).replace(".", "").split("E")[0].rstrip("0")


def _digits_key(fact: Fact) -> _Key | None:
    digits = _digits(fact)
    if len(digits) < _SIGNIFICANT_DIGITS or not (fact.start or fact.end):
        return None
    return ("".join(sorted(digits)), str(fact.value.adjusted()), fact.unit, _time(fact))


def _level_key(fact: Fact) -> _Key | None:
    if not fact.subject or not (fact.start or fact.end):
        return None
    return (fact.subject, fact.unit, _time(fact), fact.modality, fact.scope)


def _count_key(fact: Fact) -> _Key | None:
    return (str(fact.value), fact.unit, fact.comparator, fact.modality)


def _same_subject(a: Fact, b: Fact) -> bool:
    """One subject, or words of which one holds the other (张江, 张江生物医药企业)."""
    if a.subject and a.subject == b.subject:
        return True
    short, long = sorted((a.subject_key, b.subject_key), key=len)
    return bool(short) and short in long


def _transposed(a: Fact, b: Fact) -> Contradiction | None:
    if a.value == b.value or a.modality is not b.modality or a.scope != b.scope:
        return None
    related = a.measure.agrees(b.measure) or bool(a.modifiers & b.modifiers)
    if not (_same_subject(a, b) and related):
        return None
    reason = Bilingual(
        f"{a.written} and {b.written}: the same digits in another order, for the same measure "
        f"({a.measure_words}; {b.measure_words}) in the same period ({_time(a)})",
        f"{a.written} 与 {b.written}：数字相同而次序不同，指标相同"
        f"（{a.measure_words}；{b.measure_words}），时期相同（{_time(a)}）",
    )
    return Contradiction(ConflictType.DIGIT_TRANSPOSITION, a.ref, b.ref, reason)


def _apart(a: Fact, b: Fact) -> Contradiction | None:
    """Two values of one measure whose ranges do not meet."""
    if a.measure.whole != b.measure.whole or not a.measure.whole or a.qualifier != b.qualifier:
        return None
    if a.modifiers != b.modifiers:
        return None
    if _meet(a, b):
        return None
    bounded = {Comparator.EQUAL, Comparator.ABOUT}
    kind = (
        ConflictType.VALUE
        if a.comparator in bounded and b.comparator in bounded
        else ConflictType.BOUND
    )
    reason = Bilingual(
        f"{a.written} and {b.written} exclude each other for {a.measure_words} ({_time(a)})",
        f"就{a.measure_words}（{_time(a)}）而言，{a.written} 与 {b.written} 不能同时成立",
    )
    return Contradiction(kind, a.ref, b.ref, reason)


def _meet(a: Fact, b: Fact) -> bool:
    a_starts_before_b_ends = a.low is None or b.high is None or a.low <= b.high
    b_starts_before_a_ends = b.low is None or a.high is None or b.low <= a.high
    return a_starts_before_b_ends and b_starts_before_a_ends


def _weakened(a: Fact, b: Fact) -> Contradiction | None:
    """The same number of the same things, once as done and once as done or merely intended."""
    if bool(a.qualifier) == bool(b.qualifier):
        return None
    if not (_same_base(a, b) and a.measure.agrees(b.measure)):
        return None
    weak = a if a.qualifier else b
    reason = Bilingual(
        f"both say {a.written}, but one only as “{weak.qualifier}”",
        f"两处都说{a.written}，但一处仅为“{weak.qualifier}”",
    )
    return Contradiction(ConflictType.MODALITY, a.ref, b.ref, reason)


def _same_base(a: Fact, b: Fact) -> bool:
    """The same whole of which both are parts, written alike up to words left out."""
    if not a.scope or not b.scope:
        return False
    short, long = sorted((a.scope, b.scope), key=len)
    characters = iter(long)
    return all(character in characters for character in short)
