"""Each fact once per article: a repetition, as in the headline, is noted with what it repeats."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from zjkg.claims.observations.text import Text
from zjkg.errors import Bilingual
from zjkg.model import BlockKind, Comparator, Dropped, Observation, Quantity, Span

_REPEATED = Bilingual("the article states this fact elsewhere", "文章另有一处陈述同一事实")
_BOUNDS = {
    Comparator.MORE: 1,
    Comparator.AT_LEAST: 1,
    Comparator.LESS: -1,
    Comparator.AT_MOST: -1,
}
_HEADLINE_MARGIN = Decimal("1.25")  # 逾400亿 in a headline stands for 461亿, not for 900亿
_FEW = 2
_POINTING = re.compile(r"(?:上述|以上|前述|这)(?:的)?\Z|\b(?:[Tt]hese|[Tt]hose)\s\Z")
_POINTING_REACH = 8
_NAMED_GROWTH = re.compile(r"的(?:增速|增幅|增长|涨幅|降幅|占比|比重)")
_MEASURED = frozenset(
    {
        "%",
        "ratio",
        "score",
        "times",
        "百分点",
        "m2",
        "km2",
        "ha",
        "mu",
        "坪",
        "acres",
        "square feet",
    }
)
_CURRENCY = 3  # letters of an ISO 4217 code
_COUNTED = "counted"


def without_repetitions(
    text: Text, quantities: tuple[Quantity, ...], found: tuple[Observation, ...]
) -> tuple[tuple[Observation, ...], tuple[Dropped, ...]]:
    """The observations without those that state again what another one states.

    The first statement of a fact in running text is kept, and knows the sentences of the others;
    headlines and headings yield to it. Values that differ are never repetitions, except a
    headline's bound that the value fulfils.
    """
    order = sorted(found, key=lambda item: (_is_heading(text, quantities, item), item.quantity))
    kept: list[Observation] = []
    by_unit: dict[str, list[Observation]] = {}
    dropped: list[Dropped] = []
    restated: dict[int, set[Span]] = {}
    for item in order:
        alike = by_unit.setdefault(_kind(quantities[item.quantity].unit), [])
        first = _first(text, item, [o for o in alike if _repeats(text, quantities, item, o)])
        if first is None:
            kept.append(item)
            alike.append(item)
            continue
        span = quantities[item.quantity].span
        dropped.append(Dropped("claims", "observation:repeated", span, _REPEATED))
        same = quantities[item.quantity].value == quantities[first.quantity].value
        if same and not _same_sentence(item, first):  # 逾400亿 is less than what 461亿 says
            restated.setdefault(first.quantity, set()).add(item.evidence.sentence)
    known = (_restated(item, restated.get(item.quantity, set())) for item in kept)
    unique = sorted(known, key=lambda item: item.quantity)
    return tuple(unique), tuple(sorted(dropped, key=lambda item: item.span))


def _first(text: Text, item: Observation, stated: list[Observation]) -> Observation | None:
    """The statement that one repeats: of those with its value the first that is called so.

    Of two that are a third, a headline on new drugs repeats the one on new drugs.
    """
    called = (each for each in stated if _same_measure(text, item.measure, each.measure))
    return next(called, next(iter(stated), None))


def _restated(item: Observation, sentences: set[Span]) -> Observation:
    return replace(item, restated=tuple(sorted(sentences))) if sentences else item


def _kind(unit: str) -> str:
    """Units in which one fact can be told: a count keeps its fact when its noun changes."""
    return unit if unit in _MEASURED or (len(unit) == _CURRENCY and unit.isupper()) else _COUNTED


def _is_heading(text: Text, quantities: tuple[Quantity, ...], item: Observation) -> bool:
    sentence = text.article.sentences[text.sentence_of(quantities[item.quantity].span)]
    kind = text.article.blocks[sentence.block].kind
    return kind in (BlockKind.TITLE, BlockKind.HEADING)


def _repeats(
    text: Text, quantities: tuple[Quantity, ...], item: Observation, other: Observation
) -> bool:
    first, second = quantities[item.quantity], quantities[other.quantity]
    heading = _is_heading(text, quantities, item)
    if heading and first.value == second.value and first.value_max == second.value_max:
        return _same_time(first, second)  # a headline puts the fact in other words
    if first.unit == second.unit and _is_anaphoric(text, first, second):
        return True
    if first.unit != second.unit or item.modality is not other.modality:
        return False
    if not _same_value(first, second, heading=heading):
        return False
    return (
        _compatible(first, second)
        and _same_time(first, second)
        and _same_words(text, first.share_of, second.share_of, unknown_fits=heading)
        and (item.subject == other.subject or heading or _same_sentence(item, other) is False)
        and _same_measure(
            text, item.measure, other.measure, loose=heading or first.share_of is not None
        )
    )


def _is_anaphoric(text: Text, first: Quantity, second: Quantity) -> bool:
    """Whether words point back to the same number: 上述14项, “9.7%的增速”."""
    if first.value != second.value or second.span > first.span:
        return False
    low, end = max(0, first.span.start - _POINTING_REACH), first.span.end
    return bool(
        _POINTING.search(text.key, low, first.span.start) or _NAMED_GROWTH.match(text.key, end)
    )


def _same_sentence(item: Observation, other: Observation) -> bool:
    return item.evidence.sentence == other.evidence.sentence


def _same_value(first: Quantity, second: Quantity, *, heading: bool) -> bool:
    if first.value == second.value and first.value_max == second.value_max:
        return True
    bound = _BOUNDS.get(first.comparator)
    if not heading or bound is None or not first.value or not second.value:
        return False
    margin = second.value / first.value if bound > 0 else first.value / second.value
    return 1 < margin < _HEADLINE_MARGIN


def _compatible(first: Quantity, second: Quantity) -> bool:
    """Whether the comparators can describe one value: equal, or one is vaguer in a headline."""
    if first.value != second.value:
        return True
    return first.comparator is second.comparator


def _same_time(first: Quantity, second: Quantity) -> bool:
    if first.period is None or second.period is None:
        return True
    ends = (first.period.end or first.period.start, second.period.end or second.period.start)
    return ends[0] == ends[1]


def _same_words(text: Text, first: Span | None, second: Span | None, *, unknown_fits: bool) -> bool:
    if first is None or second is None:
        return first is second or unknown_fits
    return first.of(text.key) == second.of(text.key)


def _same_measure(
    text: Text, first: Span | None, second: Span | None, *, loose: bool = False
) -> bool:
    """Whether one measure's words are among the other's, as 交易金额 among 跨境许可交易金额."""
    if first is None or second is None:
        return loose
    short, long = sorted((first.of(text.key), second.of(text.key)), key=len)
    if short in long:
        return True
    if not loose:
        return False
    shared = sum(char in long for char in short)
    return shared >= _FEW
