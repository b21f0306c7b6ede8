"""Facts about one index in text order: values, growth, bases, years of data, edition, release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.indexes.places import Place, index_at, index_labels
from zjkg.claims.indexes.statements import bases, data_years
from zjkg.claims.indexes.years import Year, called_editions, edition_years, release_year
from zjkg.model import Measurement, Modality, Observation, Quantity, Span

_GREW: Final = re.compile(
    r"(?:增长|增加|增幅|涨幅|升幅|降幅|跌幅|提高|提升|上升|上涨|攀升|成长|下降|下跌|下滑|回落|降低|减少|升|涨|增"
    r"|降|跌)(?:了|至今|达|为|约|近|超过?|幅度?|率)*\Z"
    r"|\b(?:up|down|rose|risen|rising|grew|growing|growth of|increased?|increasing|fell|falling"
    r"|gain(?:ed|ing)?|improv(?:ed|ing)|climb(?:ed|ing)|dropped|declined|lost"
    r"|an? (?:increase|rise|gain|drop|fall) of)"
    r"(?: by| about| around| nearly| more than| over)*\s\Z",
    re.IGNORECASE,
)
_TOTAL: Final = re.compile(
    r"得分|总分|评分|分值|指数|综合|数值|\b(?:index|scores?|reading|edition|overall|value)\b",
    re.IGNORECASE,
)
_SCORE: Final = "score"
_RATES: Final = frozenset({"%", "百分点"})
_LEAD = 24


class Kind(Enum):
    """What a fact says of an index."""

    VALUE = "value"
    GROWTH = "growth"
    BASE = "base"
    DATA = "data"
    CALLED = "called"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that one sentence says of an index; which fields are set depends on the kind."""

    kind: Kind
    index: str
    sentence: Span
    focus: Span
    year: str | None = None
    value: Decimal | None = None
    observation: int = -1


def facts_of(
    reading: Reading,
    places: dict[Span, tuple[Place, ...]],
    measurement: Measurement,
    observed: tuple[Observation, ...],
    published: date | None,
) -> tuple[Fact, ...]:
    """All facts about indexes, in text order."""
    finder = _Finder.of(reading, measurement, observed, published)
    found: list[Fact] = []
    last: str | None = None
    for frame in reading.sentences:
        span = frame.sentence.span
        here = places.get(span, ())
        index = here[0].index if here else finder.subject(span)
        if index is None:
            # A base says by itself that it is one, of the index spoken of before.
            found.extend(finder.carried(span, last))
            continue
        last = index_at(here, span.end) or index
        based = tuple(finder.bases(span, here, index))
        found.extend((*based, *finder.said(span, here, index), *finder.measured(span, here, based)))
    return tuple(sorted(found, key=lambda fact: (fact.focus, fact.kind.value)))


@dataclass(frozen=True, slots=True)
class _Finder:
    """What is known of an article while the facts of its sentences are found."""

    reading: Reading
    measurement: Measurement
    observed: tuple[Observation, ...]
    published: date | None
    indexes: frozenset[str]
    numbers: dict[Span, list[int]]
    """The observations of each sentence."""

    @classmethod
    def of(
        cls,
        reading: Reading,
        measurement: Measurement,
        observed: tuple[Observation, ...],
        published: date | None,
    ) -> _Finder:
        numbers: dict[Span, list[int]] = {}
        for number, item in enumerate(observed):
            numbers.setdefault(item.evidence.sentence, []).append(number)
        indexes = frozenset(index_labels(reading))
        return cls(reading, measurement, observed, published, indexes, numbers)

    def subject(self, span: Span) -> str | None:
        """The index whose values a sentence states without a word for it."""
        subjects = (self.observed[number].subject for number in self.numbers.get(span, ()))
        return next((subject for subject in subjects if subject in self.indexes), None)

    def carried(self, span: Span, last: str | None) -> tuple[Fact, ...]:
        """What a sentence that states a base says of the index spoken of before."""
        based = tuple(self.bases(span, (), last))
        return (*based, *self.said(span, (), last)) if based and last is not None else ()

    def bases(self, span: Span, places: tuple[Place, ...], index: str | None) -> Iterator[Fact]:
        """The bases that a sentence states."""
        for base in bases(self.reading.key, span):
            owner = index_at(places, base.span.start) or index
            if owner is not None:
                yield Fact(Kind.BASE, owner, span, base.span, base.year, base.value)

    def said(self, span: Span, places: tuple[Place, ...], index: str) -> Iterator[Fact]:
        """The years of data, of editions and of release that a sentence states."""

        def owner(offset: int) -> str:
            return index_at(places, offset) or index

        for data in data_years(self.reading.key, span):
            yield Fact(Kind.DATA, owner(data.span.start), span, data.span, data.year)
        called: dict[Span, tuple[str, Year]] = {}
        for place in places:
            year = edition_years(self.reading, place) if place.named else None
            if year is not None:
                called[year.span] = (place.index, year)
        if places:
            for year in called_editions(self.reading, span):
                called.setdefault(year.span, (owner(year.span.end), year))
        for name, year in called.values():
            yield Fact(Kind.CALLED, name, span, year.span, year.year)
        if any(place.named for place in places):
            released = release_year(self.reading, span, self.published)
            if released is not None:
                end = released.span.end
                yield Fact(Kind.RELEASED, owner(end), span, released.span, released.year)

    def measured(
        self, span: Span, places: tuple[Place, ...], based: tuple[Fact, ...]
    ) -> Iterator[Fact]:
        """The values and the growth of an index that are observations, without those of a base."""
        for number in self.numbers.get(span, ()):
            item = self.observed[number]
            quantity = self.measurement.quantities[item.quantity]
            named = item.subject if item.subject in self.indexes else None
            owner = _owner(named, places, quantity.span.start)
            kind = self._kind(item, quantity, named=named is not None)
            if owner is None or kind is None or _overlaps(based, quantity.span):
                continue
            when = None if quantity.period is None else quantity.period.expression
            dated = when is None or not _overlaps(based, when)
            year = _data_year(quantity) if dated else None
            yield Fact(kind, owner, span, quantity.span, year, None, number)

    def _kind(self, item: Observation, quantity: Quantity, *, named: bool) -> Kind | None:
        if item.modality is not Modality.ACTUAL:
            return None
        key, start = self.reading.key, item.evidence.sentence.start
        lead = key[max(start, quantity.span.start - _LEAD) : quantity.number.start]
        total = item.measure is None or _TOTAL.search(item.measure.of(key)) is not None
        if not total and not named:
            return None
        if _GREW.search(lead) is not None or item.rule.endswith(":growth"):
            return Kind.GROWTH if quantity.unit in (_RATES | {_SCORE}) else None
        return Kind.VALUE if quantity.unit == _SCORE and total else None


def _owner(subject: str | None, places: tuple[Place, ...], offset: int) -> str | None:
    """Whose value it is: the subject, unless only another index is named before the number."""
    named = [place.index for place in places if place.named and place.span.start <= offset]
    if subject is not None and (subject in named or not named):
        return subject
    return named[-1] if named else index_at(places, offset)


def _overlaps(based: tuple[Fact, ...], span: Span) -> bool:
    return any(base.focus.overlaps(span) for base in based)


def _data_year(quantity: Quantity) -> str | None:
    """The one year that a value is about; a stretch of years or a bare end gives none."""
    period = quantity.period
    if period is None or period.start is None or period.end is None:
        return None
    years = {period.start[:4], period.end[:4]}
    return years.pop() if len(years) == 1 else None
