"""The quantities of an article: candidates of each sentence, filtered, dated, linked."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from zoneinfo import ZoneInfo

from zjkg.measurement import carried_english, chinese, currency, english, hedges, shares
from zjkg.measurement.bases import starts_change
from zjkg.measurement.candidates import Candidate, Earlier, drop
from zjkg.measurement.carry import Carry
from zjkg.measurement.counting import counted_noun, measured_unit
from zjkg.measurement.dated import Dated, dating, named_dates, of_total
from zjkg.measurement.dating_chinese import chinese_period
from zjkg.measurement.dating_english import english_period
from zjkg.measurement.elision import counted_unit, elided_noun, elided_unit
from zjkg.measurement.exclusions import Exclusion, exclusions
from zjkg.measurement.holdings import firm_held
from zjkg.measurement.keys import matching_key
from zjkg.measurement.periods import names_year_before, time_expressions, told_by
from zjkg.measurement.publication import anchoring_day
from zjkg.measurement.rejections import rejected
from zjkg.measurement.shares_english import ToldBefore, counted_words, english_share_of, money_told
from zjkg.measurement.time_expressions import TimeExpression
from zjkg.measurement.told_earlier import (
    Told,
    goes_on,
    is_ahead,
    is_level_told,
    is_of_the_day,
    is_planned,
    is_within,
    passed_on,
    told_before,
)
from zjkg.measurement.wholes import Around, whole_told
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

_RISES_TO = re.compile(r" to ")  # from 120 to 180 staff
_REMEMBERED = 12  # quantities before one that may be a part of theirs
_LONGEST_NAME = 200  # characters
_SPOKEN_REACH = 5000  # characters back in which the firm may stand whose shares are told
_SILENT = frozenset({"name", "idiom", "indefinite"})  # words, not numbers that were rejected
_WHOLES = frozenset({EntityType.PLACE, EntityType.PARK})


@dataclass(frozen=True, slots=True)
class _Source:
    """What every sentence is read with; the names are those in it, or near it."""

    article: Article
    key: str
    names: tuple[Span, ...]
    places: tuple[Span, ...]
    organizations: tuple[Span, ...]
    published: dt.date | None
    currency: str

    def near(self, sentence: Span) -> _Source:
        """The same for a sentence alone: its names, and the organizations shortly before too."""
        spoken = Span(max(0, sentence.start - _SPOKEN_REACH), sentence.end)
        names, places = (_overlapping(each, sentence) for each in (self.names, self.places))
        firms = _overlapping(self.organizations, spoken)
        return replace(self, names=names, places=places, organizations=firms)


def _overlapping(names: tuple[Span, ...], stretch: Span) -> tuple[Span, ...]:
    """The names that overlap a stretch, of names in text order and of bounded length."""
    low = bisect_left(names, stretch.start - _LONGEST_NAME, key=lambda name: name.start)
    high = bisect_left(names, stretch.end, key=lambda name: name.start)
    return tuple(name for name in names[low:high] if name.overlaps(stretch))


def quantities_of(article: Article, recognition: Recognition, zone: ZoneInfo) -> Measurement:
    """All quantities of an article in text order, and the numbers that are none, with reasons."""
    key = matching_key(article.text)
    mentions = sorted(recognition.mentions, key=lambda mention: mention.span)
    source = _Source(
        article,
        key,
        tuple(mention.span for mention in mentions),
        tuple(m.span for m in mentions if m.type in _WHOLES),
        tuple(m.span for m in mentions if m.type is EntityType.ORGANIZATION),
        anchoring_day(article, key, zone),
        currency.local_currency(key, traditional=article.language is LanguageTag.HANT),
    )
    quantities: list[Quantity] = []
    dropped: list[Dropped] = []
    dates: list[Period] = []
    carry = Carry(-1, None, None)
    for index, sentence in enumerate(article.sentences):
        tokens = recognition.tokens[index] if index < len(recognition.tokens) else ()
        found, rejected, named, carry = _sentence(source, sentence, tokens, carry)
        quantities.extend(found)
        dropped.extend(rejected)
        dates.extend(named)
    linked = currency.linked(source.key, tuple(quantities))
    return Measurement(linked, tuple(dropped), tuple(dates))


def _sentence(
    source: _Source, sentence: Sentence, tokens: tuple[Token, ...], carry: Carry
) -> tuple[list[Quantity], list[Dropped], tuple[Period, ...], Carry]:
    key, span = source.key, sentence.span
    source = source.near(span)
    names = source.names
    excluded = exclusions(key, span, names)
    is_english = sentence.language is LanguageTag.EN
    scanned = (
        english.scan(key, span, tokens)
        if is_english
        else chinese.scan(key, source.article.text, span)
    )
    if not is_english:
        scanned = currency.localized(key, scanned, source.currency)
    scanned = currency.inherited(key, scanned, source.currency)
    unread = _unread(scanned, excluded)
    same_block = carry.block == sentence.block
    noun: str | None = None
    if is_english:
        scanned, noun = _with_elided_nouns(key, span, scanned, carry.noun if same_block else None)
    kept, dropped = _filtered(source, scanned, excluded, tokens, is_english=is_english)
    barred = (*names, *(item.span for item in excluded if item.rule == "edition-year"))
    told = replace(carry.told, published=source.published)
    named = time_expressions(key, span, told, barred)
    expressions = tuple(item for item in named if not item.origin)
    before = replace(carry, told=told, share=carry.share if same_block else None)
    quantities = _completed(source, sentence, kept, (expressions, tokens), before)
    left = _left(
        source.key,
        sentence,
        carried_english.without_asides(quantities, tokens),
        carry,
        same_block=same_block,
    )
    after = told_by(key, told, named)
    day_in = carry.day_in if after.day is told.day else sentence.block
    left = replace(left, told=after, day_in=day_in, noun=noun)
    return quantities, [*dropped, *unread], named_dates(named), left


def _with_elided_nouns(
    key: str, sentence: Span, scanned: tuple[Candidate, ...], named: str | None
) -> tuple[tuple[Candidate, ...], str | None]:
    """The candidates, those without a unit with the noun counted before; the noun counted last."""
    result: list[Candidate] = []
    for candidate, later in zip_longest(scanned, scanned[1:]):
        noun = counted_unit(candidate)
        if candidate.unit is None:
            ahead = later if later and _RISES_TO.fullmatch(_gap(key, candidate, later)) else None
            noun = counted_unit(ahead) if ahead else None
            noun = noun or elided_noun(key, sentence, candidate, named)
            noun = noun or elided_unit(key, candidate, result[-1] if result else None)
        result.append(candidate if noun is None else replace(candidate, unit=noun))
        named = noun or named
    return tuple(result), named


def _gap(key: str, first: Candidate, second: Candidate) -> str:
    return key[first.span.end : second.span.start]


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
    key: str, sentence: Sentence, quantities: list[Quantity], carry: Carry, *, same_block: bool
) -> Carry:
    share = quantities[-1].share_of if quantities else (carry.share if same_block else None)
    is_english = sentence.language is LanguageTag.EN
    done = [
        item
        for item in reversed(quantities)
        if not is_planned(key, sentence.span, item.span)
        and not (is_english and carried_english.is_base(key, item))
    ]
    periods = [item.period for item in done if item.period is not None]
    stated = bool(periods)
    main = (
        item for item in periods if not (names_year_before(key, item) or is_within(item, periods))
    )
    period = next(main, periods[0] if stated else carry.period)
    told_in = sentence.block if stated else carry.told_in
    counts = [found for each in quantities if (found := counted_words(each)) is not None]
    amount = counts[-1] if counts else (carry.amount if same_block else None)
    both = (each for each in periods if each.start is not None and each.end is not None)
    stretch = next(both, carry.stretch if same_block else None)
    money = carry.money if same_block else None
    if is_english:
        money = money_told(key, sentence.span, quantities, money)
    return Carry(
        sentence.block,
        period,
        share,
        told_in=told_in,
        amount=amount,
        stretch=stretch,
        money=money,
        before=(*carry.before, *quantities)[-_REMEMBERED:],
    )


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
        rejection = rejected(candidate, source.key, source.names)
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


def _completed(
    source: _Source,
    sentence: Sentence,
    kept: list[Candidate],
    context: tuple[tuple[TimeExpression, ...], tuple[Token, ...]],
    carry: Carry,
) -> list[Quantity]:
    expressions, tokens = context
    quantities: list[Quantity] = []
    earlier: tuple[Earlier, ...] = ()
    is_english = sentence.language is LanguageTag.EN
    dated = dating(source.key, sentence.span, expressions, tokens)
    period_of = english_period if is_english else chinese_period
    before: Period | None = None
    passed: tuple[tuple[str, Period], ...] = ()  # what has the time of an earlier sentence
    for found in kept:
        candidate, share = _with_whole(source, sentence, found, (earlier, tokens), carry)
        earlier = (*earlier, Earlier(candidate, share))
        named = period_of(dated, candidate.span, candidate.unit or "", before)
        if named is None or not names_year_before(source.key, named):
            before = named  # over the same period: not that of the number compared with
        starts = not is_english and starts_change(source.key, candidate.span)
        told = None if starts else _period_told_before(source, sentence, (candidate, dated), carry)
        if named is not None and is_english:
            named = carried_english.of_flow(
                dated, candidate, named, carry.stretch_before(sentence.block)
            )
        period = named or told
        if period is None and passed and not starts and goes_on(dated, candidate, passed):
            period = passed[-1][1]
        passed = passed_on(passed, candidate, named, None if is_english else period)
        if period is None and is_english:
            period = carried_english.of_whole(dated, candidate, share, (*carry.before, *quantities))
        if is_english and period is not None and quantities and period == quantities[-1].period:
            last = quantities[-1]
            base = carried_english.before_change(
                source.key, last, candidate.span, candidate.unit or ""
            )
            period = base or period
        quantities.append(_quantity(candidate, share, period))
    return quantities


def _with_whole(
    source: _Source,
    sentence: Sentence,
    candidate: Candidate,
    context: tuple[tuple[Earlier, ...], tuple[Token, ...]],
    carry: Carry,
) -> tuple[Candidate, Span | None]:
    """The candidate and the whole that it is a part of; with the hedge that stands before that."""
    earlier, tokens = context
    key, span = source.key, sentence.span
    if candidate.unit in ("%", "ratio"):
        firm = firm_held(key, candidate, span, source.organizations)
        if firm is not None:
            return candidate, firm
    if sentence.language is LanguageTag.EN:
        left = ToldBefore(carry.share, carry.amount, carry.money)
        whole = english_share_of(key, candidate, span, earlier, left)
        return candidate, whole
    share = shares.share_of(key, candidate, span, earlier[-1] if earlier else None, source.places)
    if share is None:
        share = whole_told(key, candidate, Around(span, tokens, source.organizations), earlier)
    return _hedged_share(key, candidate, share), share


def _period_told_before(
    source: _Source, sentence: Sentence, spoken: tuple[Candidate, Dated], carry: Carry
) -> Period | None:
    """The period that an earlier sentence gave, where this one goes on speaking of that time."""
    candidate, dated = spoken
    key, span, unit = source.key, candidate.span, candidate.unit or ""
    if sentence.language is LanguageTag.EN:
        period, blocks = carry.period, sentence.block - carry.told_in
        ahead = period is None or is_ahead(period, source.published)
        before = None if period is None or ahead else Told(period, blocks)
        found = carried_english.english_told_before(dated, candidate, carry.told, before)
        stretch = carry.stretch_before(sentence.block)
        if found is None and stretch is not None and not is_ahead(stretch, source.published):
            found = carried_english.told_on(dated, span, unit, Told(stretch, 0))
        return found
    told = carry.told.day
    if told is not None and is_of_the_day(dated, span, unit, sentence.block - carry.day_in):
        anchor = source.published.isoformat() if source.published else None
        day = Period(told.start, told.end, None, anchor)
        return of_total(key, sentence.span, span, day)
    if carry.period is None or is_ahead(carry.period, source.published):
        return None
    last = Told(carry.period, sentence.block - carry.told_in)
    if told_before(key, sentence.span, span, unit, last):
        return carry.period
    same_block = carry.block == sentence.block
    stretch = carry.stretch if same_block else None
    if stretch is not None and told_before(key, sentence.span, span, unit, Told(stretch, 0)):
        return stretch
    level = same_block and carry.told_in == sentence.block
    level = level and is_level_told(key, sentence.span, span, unit, last)
    return carry.period if level else None


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
