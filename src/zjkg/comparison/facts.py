"""Observations of many articles as comparable facts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from zjkg.comparison.bounds import Bounds
from zjkg.comparison.measures import MeasureScheme, Phrase
from zjkg.comparison.periods import When
from zjkg.comparison.units import SHARE, Unit, Units
from zjkg.folding import match_key, simplified
from zjkg.model import (
    ArticleRecord,
    ClaimRef,
    Comparator,
    Identity,
    LocalKey,
    Modality,
    Quantity,
    Span,
)

# 较一年前多11间, 增加3家, "up by 12": what follows is added to a level, not a level itself.
_ADDED = re.compile(
    r"(?:多|少|增加|增长|增長|提高|提升|下降|减少|減少|净增|淨增|上升|增|減|减)了?\s*$|"
    r"\b(?:by|up|down|another|additional|extra|(?:increase|rise|gain|drop|fall) of)\s*$",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"年前|此前|之前|早前|[当當]初|原来|原來|\b(?:ago|earlier|previous(?:ly)?|before)\b"
)
_FROM = re.compile(r"(?:[从從由自]|\b[Ff]rom)\s*$")
_CLAUSE_END = re.compile(r"[，；;。]|[,.](?![0-9])")


_REACH = 24
"""How many characters before a number may say that it is added."""


class Sort(Enum):
    """What a number is: a level or a share, a rate of change, or an amount that is added."""

    LEVEL = auto()
    RATE = auto()
    DIFFERENCE = auto()


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole of which a value is a part: its words, and the things and scopes they name."""

    key: str = ""
    things: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fact:
    """One observation with everything that comparison looks at.

    ``subject`` and ``things`` (all that its sentence names) are IRIs. ``value`` and ``bounds`` are
    in the base ``unit``; ``stored`` is the value in ``noun``, the unit that the graph holds (mu,
    companies). ``context`` is what the words from the start of the sentence to the end of the
    clause speak of besides ``phrase``, the measure itself. ``written`` is the number with its
    hedge and unit, as the article writes it.
    """

    ref: ClaimRef
    subject: str | None
    things: frozenset[str]
    measure: str
    phrase: Phrase
    context: Phrase
    value: Decimal
    bounds: Bounds
    comparator: Comparator
    unit: str
    dimension: str
    noun: str
    stored: Decimal
    when: When
    modality: Modality
    qualifier: str
    whole: Whole
    speaker: str | None
    sentence: Span
    span: Span
    restates: bool
    written: str
    sort: Sort

    @property
    def is_exact(self) -> bool:
        """Whether the words give the number itself and no bound."""
        return self.comparator is Comparator.EQUAL


def facts(
    records: Iterable[ArticleRecord], identity: Identity, scheme: MeasureScheme, units: Units
) -> Iterator[Fact]:
    """Every observation of the records, in their order."""
    for record in records:
        reader = _Reader(record, identity, scheme, units)
        for index in range(len(record.claims.observations)):
            yield reader.fact(index)


class _Reader:
    """Reads the observations of one article."""

    def __init__(
        self, record: ArticleRecord, identity: Identity, scheme: MeasureScheme, units: Units
    ) -> None:
        self._record, self._identity = record, identity
        self._scheme, self._units = scheme, units
        self._text = record.article.text
        # Of equal length, so that spans of the text are spans of it.
        self._simplified = simplified(self._text)
        published = record.article.published
        self._published: date | None = published.instant.date() if published else None
        mentions = record.recognition.mentions
        self._named = sorted(
            (mentions[index].span, self._iri(entity.key) or "")
            for entity in record.entities
            for index in entity.mentions
        )

    def fact(self, index: int) -> Fact:
        """The observation at an index."""
        claim = self._record.claims.observations[index]
        quantity = self._record.measurement.quantities[claim.quantity]
        unit = self._units.of(quantity.unit)
        sentence = claim.evidence.sentence
        clause = Span(sentence.start, self._clause_end(quantity.span.end, sentence))
        measure = self._scheme.phrase(self._unnamed(claim.measure), unit.dimension)
        context = self._scheme.phrase(self._unnamed(clause), unit.dimension)
        subject = self._named_by(claim.measure) or self._iri(claim.subject)
        whole = self._whole(quantity.share_of, clause.end, subject)
        return Fact(
            ref=ClaimRef(self._record.article.source, index),
            subject=subject,
            things=frozenset(iri for _, iri in self._names(sentence)),
            measure=self._words(claim.measure),
            phrase=measure,
            context=context,
            value=unit.to_base(quantity.value),
            bounds=Bounds.of(quantity, quantity.number.of(self._text), unit),
            comparator=quantity.comparator,
            unit=unit.base,
            dimension=unit.dimension,
            noun=quantity.unit,
            stored=quantity.value,
            when=self._when(quantity, clause),
            modality=claim.modality,
            qualifier=match_key(self._words(claim.qualifier)),
            whole=whole,
            speaker=self._iri(claim.speaker),
            sentence=sentence,
            span=quantity.span,
            restates=quantity.equivalent_to is not None,
            written=quantity.span.of(self._text),
            sort=self._sort(quantity, unit, whole, changes=measure.changes | context.changes),
        )

    def _when(self, quantity: Quantity, clause: Span) -> When:
        """The time of a value; one that lies back in time is no news of the day."""
        start, end = (
            (quantity.period.start, quantity.period.end) if quantity.period else (None,) * 2
        )
        back = _BACK.search(self._text, clause.start, clause.end) or _FROM.search(
            self._text, max(quantity.span.start - _REACH, clause.start), quantity.span.start
        )
        return When.of(start, end, None if back and not (start or end) else self._published)

    def _sort(
        self, quantity: Quantity, unit: Unit, whole: Whole, *, changes: frozenset[str]
    ) -> Sort:
        if unit.dimension == SHARE:
            return Sort.RATE if changes and not whole.key else Sort.LEVEL
        start = quantity.span.start
        added = _ADDED.search(self._text, max(start - _REACH, 0), start)
        return Sort.DIFFERENCE if added else Sort.LEVEL

    def _whole(self, words: Span | None, clause_end: int, subject: str | None) -> Whole:
        """The whole and what narrows it after it ("of the approvals given in Jiangsu")."""
        if words is None:
            return Whole()
        stretch = Span(words.start, max(words.end, clause_end))
        named = {iri for _, iri in self._names(stretch)} - {subject}
        scopes = self._scheme.phrase(words.of(self._simplified), SHARE).scopes
        return Whole(match_key(self._words(words)), frozenset(named | scopes))

    def _named_by(self, measure: Span | None) -> str | None:
        """What the measure is the name of: 坪山指数 is at 117, whoever publishes it."""
        named = list(self._names(measure)) if measure else []
        return named[0][1] if len(named) == 1 and named[0][0] == measure else None

    def _clause_end(self, position: int, sentence: Span) -> int:
        found = _CLAUSE_END.search(self._text, position, sentence.end)
        return found.start() if found else sentence.end

    def _names(self, stretch: Span) -> Iterator[tuple[Span, str]]:
        """What is named inside a stretch of text, with its IRI."""
        for span, iri in self._named[bisect_left(self._named, (Span(stretch.start, 0), "")) :]:
            if span.start >= stretch.end:
                return
            if span.end <= stretch.end:
                yield span, iri

    def _unnamed(self, stretch: Span | None) -> str:
        """The words of a stretch without the names in it, which are no words of a measure."""
        if stretch is None:
            return ""
        pieces: list[str] = []
        position = stretch.start
        for span, _ in self._names(stretch):
            pieces.append(self._simplified[position : max(span.start, position)])
            position = max(span.end, position)
        pieces.append(self._simplified[position : stretch.end])
        return " ; ".join(pieces)

    def _iri(self, key: str | None) -> str | None:
        return self._identity.iris.get(LocalKey(self._record.article.source, key)) if key else None

    def _words(self, span: Span | None) -> str:
        return span.of(self._text) if span else ""
