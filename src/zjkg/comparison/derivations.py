"""Values that follow from an article's numbers and that no article states.

They are kept apart from what articles say: the level before "117, up 4.81 %", the whole of which
461亿 is 80 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from zjkg.comparison.arithmetic.passages import Passage, passages, plain
from zjkg.comparison.facts import Fact, Sort
from zjkg.comparison.units import SHARE
from zjkg.errors import Bilingual
from zjkg.model import Derivation, Modality

_FEWEST_DIGITS = 4
_DAYS_OF_A_YEAR = 365
_NUMBER = re.compile(r"[0-9]")
_FALLS = ("decline",)


def derivations(texts: Mapping[str, str], facts: Iterable[Fact]) -> list[Derivation]:
    """The derived values of all articles, by source and place."""
    return [
        derived
        for passage in passages(texts, facts)
        for derived in (*_former_levels(passage), *_wholes(passage))
    ]


def _former_levels(passage: Passage) -> Iterator[Derivation]:
    """What a level was before its growth: level / (1 + rate)."""
    for level, rate in _pairs(passage, Sort.RATE):
        if any(change.endswith(_FALLS) for change in rate.phrase.changes | rate.context.changes):
            continue  # whether a rate in words of falling is signed is left to the reader
        former = level.stored / (1 + rate.value)
        year = level.when.first.year - 1 if _is_year(level) and level.when.first else None
        value = _rounded(former, level.stored)
        yield Derivation(
            "former-level",
            (level.ref, rate.ref),
            value,
            level.noun,
            level.subject,
            Bilingual(
                f"{level.written} after a growth of {rate.written}: {plain(level.stored)} / "
                f"(1 + {plain(rate.value)}) = {plain(value)} before",
                f"增长{rate.written}后为{level.written}：{plain(level.stored)} ÷ "
                f"(1 + {plain(rate.value)}) = {plain(value)}，即此前的数值",
            ),
            str(year) if year else None,
            str(year) if year else None,
        )


def _wholes(passage: Passage) -> Iterator[Derivation]:
    """The whole of which a level is the stated share: level / share."""
    for level, share in _pairs(passage, Sort.LEVEL):
        if not share.whole.key or not share.value or _NUMBER.search(share.whole.key):
            continue  # a share of a number that is stated needs no computing
        value = _rounded(level.stored / share.value, level.stored)
        yield Derivation(
            "whole",
            (level.ref, share.ref),
            value,
            level.noun,
            None,
            Bilingual(
                f"{level.written} is {share.written} of {share.whole.key}: "
                f"{plain(level.stored)} / {plain(share.value)} = {plain(value)} in all",
                f"{level.written}占{share.whole.key}的{share.written}："
                f"{plain(level.stored)} ÷ {plain(share.value)} = {plain(value)}，即整体的数值",
            ),
            level.when.first.isoformat() if level.when.first else None,
            level.when.last.isoformat() if level.when.last else None,
        )


def _pairs(passage: Passage, sort: Sort) -> Iterator[tuple[Fact, Fact]]:
    """Each exact share or rate of the passage with the one level right before it.

    Both must be of one subject, and the level the last that the sentence names before.
    """
    for position, fact in enumerate(passage.facts):
        if fact.dimension != SHARE or fact.sort is not sort or not fact.is_exact:
            continue
        levels = [f for f in passage.facts[:position] if f.dimension != SHARE and not f.restates]
        belonging = [level for level in levels if _belongs(level, fact)]
        if belonging and belonging[-1] is levels[-1] and not _says_both(belonging, sort):
            yield levels[-1], fact


def _says_both(levels: list[Fact], sort: Sort) -> bool:
    """Whether the level before the growth is stated too, so that nothing need be derived."""
    return sort is Sort.RATE and len({level.value for level in levels}) > 1


def _belongs(level: Fact, share: Fact) -> bool:
    """Whether the share is said of the level: same subject, and no other measure is named."""
    if not level.is_exact or level.sort is not Sort.LEVEL or not level.value:
        return False
    if level.modality is not Modality.ACTUAL or level.subject != share.subject:
        return False
    same_words = share.measure == level.measure
    return same_words or not share.phrase.heads or share.phrase.heads == level.phrase.heads


def _is_year(fact: Fact) -> bool:
    return fact.when.first is not None and fact.when.days == _DAYS_OF_A_YEAR


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """Two significant digits more than the number it was computed from has."""
    digits = max(len(like.normalize().as_tuple().digits) + 2, _FEWEST_DIGITS)
    return round(value, digits - value.adjusted() - 1).normalize()
