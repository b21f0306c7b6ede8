"""Facts that say the same in the same words are compared once, however many tell them.

What two facts come to depends on what they say. Where they stand counts only in that two of one
article contradict each other less, when they came out only by the order and, for values without a
time of their own, by the distance.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from zjkg.comparison.contradictions import contradiction
from zjkg.comparison.corroboration import agree
from zjkg.comparison.facts import Fact
from zjkg.comparison.origins import Said
from zjkg.comparison.packing import Telling, told_apart, told_by
from zjkg.comparison.periods import moved
from zjkg.model import ClaimRef, Contradiction
from zjkg.partition import Partition

_SOME_DAY = date(2000, 1, 1)
_NEXT_DAY, _AGES = timedelta(days=1), timedelta(days=36500)
_HERE, _ELSEWHERE = Telling(ClaimRef("a", 0)), Telling(ClaimRef("b", 0))
_Pair = tuple[Telling, Telling]


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """Facts that say the same, and where, when and by whom each is told, in order."""

    says: Fact
    tellings: Sequence[Telling]


def alike(facts: Iterable[Fact]) -> list[Facts]:
    """The facts by what they say."""
    found: dict[Fact, list[Telling]] = {}
    for fact in facts:
        says, told = told_apart(fact)
        found.setdefault(says, []).append(told)
    return [Facts(says, tellings) for says, tellings in found.items()]


def contradictions(
    a: Facts, b: Facts, counts: Callable[[Telling], bool] = lambda _: True
) -> Iterator[Contradiction]:
    """The contradictions between the facts of two, or among those of one.

    Only pairs are looked at of which either ``counts``.
    """
    if not _may_contradict(a.says, b.says, _NEXT_DAY):
        return
    are_dated = a.says.when.is_known and b.says.when.is_known
    anytime = are_dated or _may_contradict(a.says, b.says, _AGES)
    known = {told.ref: told_by(each.says, told) for each in {a, b} for told in each.tellings}
    for pair in _pairs(a, b, counts) if anytime else _near(a, b, counts):
        first, second = sorted(told.ref for told in pair)
        found = contradiction(known[first], known[second])
        if found is not None:
            yield found


def agreeing(kinds: Sequence[Facts]) -> list[list[Said]]:
    """The claims that say the same number of the same, in groups."""
    partition = Partition(range(len(kinds)))
    for a, b in combinations(range(len(kinds)), 2):
        if partition.find(a) != partition.find(b) and agree(kinds[a].says, kinds[b].says):
            partition.join(a, b)
    groups = ([kinds[place] for place in group] for group in partition.groups())
    found = ([told.said for each in group for told in each.tellings] for group in groups)
    return [group for group in found if len(group) > 1]


def _may_contradict(a: Fact, b: Fact, distance: timedelta) -> bool:
    """Whether facts of two articles may that came out so far apart.

    Which came out later counts where one of them tells of a plan.
    """
    if a.when.is_known or not b.when.is_known:
        staying, moving = a, b
    else:
        staying, moving = b, a
    day = staying.when.last or staying.when.first or _SOME_DAY
    later, earlier = moved(day, distance), moved(day, -distance)
    others = (later,) if a.modality is b.modality else (later, earlier)
    return any(
        contradiction(
            told_by(staying, _HERE._replace(published=day)),
            told_by(moving, _ELSEWHERE._replace(published=other)),
        )
        for other in others
    )


def _pairs(a: Facts, b: Facts, counts: Callable[[Telling], bool]) -> Iterator[_Pair]:
    those_that_count = [told for told in b.tellings if counts(told)]
    for one in a.tellings:
        for other in b.tellings if counts(one) else those_that_count:
            if a is not b or one.ref < other.ref:
                yield one, other


def _near(a: Facts, b: Facts, counts: Callable[[Telling], bool]) -> Iterator[_Pair]:
    """The pairs of which one has no time of its own and came out about the time of the other."""
    staying, moving = (b, a) if b.says.when.is_known else (a, b)
    every = _by_day(moving.tellings)
    those_that_count = _by_day(told for told in moving.tellings if counts(told))
    for one in staying.tellings:
        reach = replace(staying.says.when, published=one.published).news_days()
        if reach is None:
            continue
        days, tellings = every if counts(one) else those_that_count
        for other in tellings[bisect_left(days, reach[0]) : bisect_right(days, reach[1])]:
            if a is not b or one.ref < other.ref:
                yield one, other


def _by_day(tellings: Iterable[Telling]) -> tuple[list[date], list[Telling]]:
    dated = sorted((told.published, told.ref, told) for told in tellings if told.published)
    return [day for day, _, _ in dated], [told for _, _, told in dated]
