"""Observations of many articles as comparable facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from zjkg.comparison.measures import MeasureScheme, Signature
from zjkg.folding import match_key
from zjkg.model import (
    ArticleRecord,
    ClaimRef,
    Comparator,
    Identity,
    LocalKey,
    Modality,
    Span,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One observation with everything that comparison looks at, resolved to IRIs and keys.

    ``modifiers`` are those of the measure phrase, or, where it is a bare head (交易金额), those
    that the sentence names before the number: 许可引进交易…，交易金额达 is not 对外许可.
    """

    ref: ClaimRef
    subject: str | None
    subject_key: str
    measure: Signature
    measure_words: str
    modifiers: frozenset[str]
    value: Decimal
    value_max: Decimal | None
    unit: str
    comparator: Comparator
    start: str | None
    end: str | None
    modality: Modality
    scope: str
    qualifier: str
    speaker: str | None
    sentence: Span
    restates: bool
    written: str

    @property
    def low(self) -> Decimal | None:
        """The least value that the words allow, None for no bound."""
        if self.comparator in (Comparator.LESS, Comparator.AT_MOST):
            return None
        return self.value - self.tolerance

    @property
    def high(self) -> Decimal | None:
        """The greatest value that the words allow, None for no bound."""
        if self.comparator in (Comparator.MORE, Comparator.AT_LEAST):
            return None
        return (self.value_max or self.value) + self.tolerance

    @property
    def tolerance(self) -> Decimal:
        """Half a unit of the last digit written, a tenth for "about", nothing for counts."""
        if self.comparator is Comparator.ABOUT:
            return abs(self.value) / 10
        exponent = self.value.normalize().as_tuple().exponent
        is_count = self.value == self.value.to_integral_value() and not _is_measured(self.unit)
        if is_count or not isinstance(exponent, int):
            return Decimal(0)
        return Decimal(1).scaleb(exponent) / 2


def facts(
    records: Iterable[ArticleRecord], identity: Identity, scheme: MeasureScheme
) -> Iterator[Fact]:
    """Every observation of the records, in their order."""
    for record in records:
        for index in range(len(record.claims.observations)):
            yield _fact(record, index, identity, scheme)


def _fact(record: ArticleRecord, index: int, identity: Identity, scheme: MeasureScheme) -> Fact:
    text, source = record.article.text, record.article.source
    claim = record.claims.observations[index]
    quantity = record.measurement.quantities[claim.quantity]
    period = quantity.period
    measure = _words(claim.measure, text)
    before = text[claim.evidence.sentence.start : quantity.span.start]

    def iri(key: str | None) -> str | None:
        return identity.iris.get(LocalKey(source, key)) if key else None

    return Fact(
        ref=ClaimRef(source, index),
        subject=iri(claim.subject),
        subject_key=match_key(_words(claim.subject_words, text)),
        measure=scheme.signature(measure),
        measure_words=measure,
        modifiers=scheme.modifiers(measure) or scheme.modifiers(before),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        comparator=quantity.comparator,
        start=period.start if period else None,
        end=period.end if period else None,
        modality=claim.modality,
        scope=match_key(_words(quantity.share_of, text)),
        qualifier=match_key(_words(claim.qualifier, text)),
        speaker=iri(claim.speaker),
        sentence=claim.evidence.sentence,
        restates=quantity.equivalent_to is not None,
        written=quantity.span.of(text),
    )


def _words(span: Span | None, text: str) -> str:
    return span.of(text) if span else ""


def _is_measured(unit: str) -> bool:
    """Whether the unit belongs to a continuous scale; a count is exact, a measurement rounded."""
    return unit.isascii() and (unit.isupper() or unit in _SCALES)


_SCALES = frozenset({"%", "ratio", "score", "times", "mu", "m2", "km2", "ha", "m"})
