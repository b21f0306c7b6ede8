"""The quantities of an article: candidates of each sentence, filtered, dated, linked."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from zoneinfo import ZoneInfo

from zjkg.errors import Bilingual
from zjkg.measurement import chinese, currency, english, hedges, shares
from zjkg.measurement.candidates import Candidate, drop
from zjkg.measurement.counting import counted_noun, measured_unit
from zjkg.measurement.dating import continues, dating, period_of
from zjkg.measurement.exclusions import Exclusion, exclusions
from zjkg.measurement.keys import matching_key
from zjkg.measurement.periods import TimeExpression, time_expressions
from zjkg.measurement.units import DURATION_UNITS
from zjkg.model import (
    Article,
    Comparator,
    Dropped,
    EntityType,
    LanguageTag,
    Measurement,
    Period,
    Quantity,
    Recognition,
    Sentence,
    Span,
    Token,
)

_NO_UNIT = Bilingual("no unit and nothing counted stands with it", "没有单位,也没有所计之物")
_DURATION = Bilingual("how long something lasts, or how old it is", "时长或年龄")
_ONE = Bilingual("“one” as an article, not a count", "“一”只作不定指,并非计数")
_LISTED = Bilingual("it counts the names listed before it", "只是对前列名称的计数")
_LISTED_BEFORE = re.compile(r"[、和与及]\Z")
_SILENT = frozenset({"name", "idiom", "indefinite"})  # words, not numbers that were rejected
_TEMPORAL = frozenset(
    {
        "years",
        "hour",
        "minute",
        "day",
        "week",
        "year",
        "months",
        "month",
        "weeks",
        "days",
        "hours",
        "minutes",
    }
)
_WHOLES = frozenset({EntityType.PLACE, EntityType.PARK})


@dataclass(frozen=True, slots=True)
class _Source:
    """What every sentence is read with."""

    article: Article
    key: str
    names: tuple[Span, ...]
    places: tuple[Span, ...]
    published: dt.date | None


@dataclass(frozen=True, slots=True)
class _Carry:
    """What one sentence leaves to the next of the same block."""

    block: int
    period: Period | None
    share: Span | None


def quantities_of(article: Article, recognition: Recognition, zone: ZoneInfo) -> Measurement:
    """All quantities of an article in text order, and the numbers that are none, with reasons."""
    source = _Source(
        article,
        matching_key(article.text),
        tuple(mention.span for mention in recognition.mentions),
        tuple(m.span for m in recognition.mentions if m.type in _WHOLES),
        article.published.instant.astimezone(zone).date() if article.published else None,
    )
    quantities: list[Quantity] = []
    dropped: list[Dropped] = []
    carry = _Carry(-1, None, None)
    for index, sentence in enumerate(article.sentences):
        tokens = recognition.tokens[index] if index < len(recognition.tokens) else ()
        found, rejected, carry = _sentence(source, sentence, tokens, carry)
        quantities.extend(found)
        dropped.extend(rejected)
    return Measurement(currency.linked(source.key, tuple(quantities)), tuple(dropped))


def _sentence(
    source: _Source, sentence: Sentence, tokens: tuple[Token, ...], carry: _Carry
) -> tuple[list[Quantity], list[Dropped], _Carry]:
    key, span = source.key, sentence.span
    names = tuple(name for name in source.names if span.overlaps(name))
    excluded = exclusions(key, span, names)
    is_english = sentence.language is LanguageTag.EN
    scanned = (
        english.scan(key, span, tokens)
        if is_english
        else chinese.scan(key, source.article.text, span)
    )
    scanned = currency.inherited(key, scanned)
    unread = _unread(scanned, excluded)
    kept, dropped = _filtered(source, scanned, excluded, tokens, is_english=is_english)
    barred = (*names, *(item.span for item in excluded if item.rule == "edition-year"))
    expressions = time_expressions(key, span, source.published, barred)
    same_block = carry.block == sentence.block
    before = replace(
        carry,
        period=carry.period if continues(key, span) else None,
        share=carry.share if same_block else None,
    )
    quantities = _completed(source, sentence, kept, expressions, before)
    return (
        quantities,
        [*dropped, *unread],
        _left(sentence, quantities, carry, same_block=same_block),
    )


def _unread(scanned: tuple[Candidate, ...], excluded: tuple[Exclusion, ...]) -> list[Dropped]:
    """The excluded numbers that the grammar does not even read as numbers: 三大, 第三."""
    taken = [found.numeral.span for found in scanned]
    records: list[Dropped] = []
    for item in excluded:
        if item.rule in _SILENT or any(item.span.overlaps(span) for span in taken):
            continue
        taken.append(item.span)
        records.append(drop(item.rule, item.span, item.reason))
    return records


def _left(
    sentence: Sentence, quantities: list[Quantity], carry: _Carry, *, same_block: bool
) -> _Carry:
    share = quantities[-1].share_of if quantities else (carry.share if same_block else None)
    period = next(
        (item.period for item in reversed(quantities) if item.period is not None), carry.period
    )
    return _Carry(sentence.block, period, share)


def _filtered(
    source: _Source,
    scanned: tuple[Candidate, ...],
    excluded: tuple[Exclusion, ...],
    tokens: tuple[Token, ...],
    *,
    is_english: bool,
) -> tuple[list[Candidate], list[Dropped]]:
    kept: list[Candidate] = []
    dropped: list[Dropped] = []
    for found in scanned:
        reason = next((item for item in excluded if item.span.overlaps(found.numeral.span)), None)
        if reason is not None:
            dropped.append(drop(reason.rule, found.span, reason.reason))
            continue
        candidate = found if is_english else _counted(source, found, tokens)
        rejection = _rejection(source, candidate)
        if rejection is None:
            kept.append(candidate)
        else:
            dropped.append(drop(rejection[0], candidate.span, rejection[1]))
    return kept, dropped


def _counted(source: _Source, candidate: Candidate, tokens: tuple[Token, ...]) -> Candidate:
    """The candidate with the noun phrase right of its unit, and a unit if that gives one."""
    counted = counted_noun(source.key, candidate, tokens, source.names)
    unit = candidate.unit or measured_unit(source.key, source.article.text, candidate, counted)
    return replace(candidate, counted=counted, unit=unit)


def _rejection(source: _Source, candidate: Candidate) -> tuple[str, Bilingual] | None:
    if candidate.unit is None:
        return "no-unit", _NO_UNIT
    if candidate.unit in DURATION_UNITS or candidate.unit.lower() in _TEMPORAL:
        return "duration", _DURATION
    written = candidate.numeral.span.of(source.key).lower()
    if (
        written in ("one", "a", "an")
        or candidate.unit == "others"
        or (written == "一" and candidate.unit not in ("%", "times"))
    ):
        return "indefinite", _ONE
    if _counts_listed(source, candidate, written):
        return "listed", _LISTED
    return None


def _counts_listed(source: _Source, candidate: Candidate, written: str) -> bool:
    """甲、乙和丙三位院士: a Chinese numeral right after a list of names counts that list."""
    if written.isascii() or candidate.numeral.unit in ("%", "ratio"):
        return False
    before = next(
        (name for name in source.names if name.end == candidate.span.start),
        None,
    )
    if before is None:
        return False
    return bool(_LISTED_BEFORE.search(source.key, max(0, before.start - 1), before.start))


def _completed(
    source: _Source,
    sentence: Sentence,
    kept: list[Candidate],
    expressions: tuple[TimeExpression, ...],
    carry: _Carry,
) -> list[Quantity]:
    quantities: list[Quantity] = []
    previous: tuple[Candidate, Span | None] | None = None
    parts, usable = dating(source.key, sentence.span, expressions)
    for found in kept:
        candidate = found
        if sentence.language is LanguageTag.EN:
            share = shares.english_share_of(source.key, candidate, sentence.span, carry.share)
        else:
            share = shares.share_of(source.key, candidate, sentence.span, previous, source.places)
            candidate = _hedged_share(source.key, candidate, share)
        previous = candidate, share
        period = period_of(source.key, candidate.span, parts, usable)
        quantities.append(_quantity(candidate, share, period or carry.period))
    return quantities


def _hedged_share(key: str, candidate: Candidate, share: Span | None) -> Candidate:
    """The candidate with the hedge that stands before its whole: 近全国三分之一."""
    if share is None or candidate.comparator is not Comparator.EQUAL:
        return candidate
    if key[share.end : candidate.span.start] not in ("", "的"):
        return candidate
    hedge = hedges.before(key, share.start, chinese=True)
    if hedge is None:
        return candidate
    return replace(candidate, comparator=hedge[0], span=Span(hedge[1], candidate.span.end))


def _quantity(candidate: Candidate, share: Span | None, period: Period | None) -> Quantity:
    numeral = candidate.numeral
    return Quantity(
        span=candidate.span,
        number=numeral.span,
        value=_plain(numeral.value),
        value_max=None if numeral.value_max is None else _plain(numeral.value_max),
        unit=candidate.unit or "",
        comparator=candidate.comparator,
        period=period,
        share_of=share,
        counted=candidate.counted,
        rule=candidate.rule,
        ambiguity=candidate.ambiguity,
    )


def _plain(value: Decimal) -> Decimal:
    """The value without exponent and trailing zeros, so that equal values are written alike."""
    plain = value.normalize()
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain
