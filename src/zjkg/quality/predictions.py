"""What the extraction says about an article, as words: the shape in which gold is written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zjkg.model import (
    ArticleRecord,
    Comparator,
    EntityType,
    Modality,
    Observation,
    Predicate,
    Quotation,
    Relation,
    Role,
    Span,
)

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PredictedMention:
    """A named thing at one place, with the kinds of evidence for it."""

    surface: str
    type: EntityType
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PredictedEntity:
    """A thing with all its names in the article."""

    names: Names
    type: EntityType
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class PredictedRole:
    """A person and an organization (or none) by their names, and the post."""

    person: Names
    organization: Names | None
    post: str
    rule: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class PredictedQuantity:
    """A claimed quantity; ``number_rule`` read the number, ``rule`` found subject and measure."""

    value: Decimal
    unit: str
    value_max: Decimal | None = None
    comparator: Comparator = Comparator.EQUAL
    period_start: str | None = None
    period_end: str | None = None
    modality: Modality = Modality.ACTUAL
    share_of: str | None = None
    subject: Names | None = None
    measure: str | None = None
    rule: str = ""
    number_rule: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class PredictedRelation:
    """A relation between two things by their names."""

    subject: Names
    predicate: Predicate
    object: Names
    rule: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class PredictedQuotation:
    """Direct speech, its parts joined by one space."""

    speaker: Names | None
    text: str
    rule: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Prediction:
    """All that is compared with the gold of one article; ``sentences`` are those of its text."""

    entities: tuple[PredictedEntity, ...] = ()
    roles: tuple[PredictedRole, ...] = ()
    quantities: tuple[PredictedQuantity, ...] = ()
    relations: tuple[PredictedRelation, ...] = ()
    quotations: tuple[PredictedQuotation, ...] = ()
    mentions: tuple[PredictedMention, ...] = ()
    sentences: tuple[str, ...] = ()


def prediction(record: ArticleRecord) -> Prediction:
    """The record of an article in words."""
    return _Wording(record).prediction()


class _Wording:
    """Turns keys, indexes and spans of one record into words."""

    def __init__(self, record: ArticleRecord) -> None:
        self._record = record
        self._text = record.article.text
        self._names = {e.key: tuple(n.text for n in e.names) for e in record.entities}

    def prediction(self) -> Prediction:
        record, said = self._record, self._record.claims
        return Prediction(
            entities=self._entities(),
            roles=tuple(self._role(each) for each in said.roles),
            quantities=tuple(self._quantity(each) for each in said.observations),
            relations=tuple(self._relation(each) for each in said.relations),
            quotations=tuple(self._quotation(each) for each in said.quotations),
            mentions=tuple(
                PredictedMention(each.span.of(self._text), each.type, each.evidence)
                for each in record.recognition.mentions
            ),
            sentences=tuple(each.span.of(self._text) for each in record.article.sentences),
        )

    def _entities(self) -> tuple[PredictedEntity, ...]:
        return tuple(
            PredictedEntity(
                self._names[each.key], each.type, self._sentence_around(each.names[0].span)
            )
            for each in self._record.entities
        )

    def _role(self, role: Role) -> PredictedRole:
        return PredictedRole(
            self._names[role.person],
            self._named(role.organization),
            role.post.of(self._text),
            role.rule,
            role.evidence.sentence.of(self._text),
        )

    def _quantity(self, observation: Observation) -> PredictedQuantity:
        quantity = self._record.measurement.quantities[observation.quantity]
        period = quantity.period
        words = self._words(observation.subject_words)
        return PredictedQuantity(
            value=quantity.value,
            value_max=quantity.value_max,
            unit=quantity.unit,
            comparator=quantity.comparator,
            period_start=period.start if period else None,
            period_end=period.end if period else None,
            modality=observation.modality,
            share_of=self._words(quantity.share_of),
            subject=self._named(observation.subject) or ((words,) if words else None),
            measure=self._words(observation.measure),
            rule=observation.rule,
            number_rule=quantity.rule,
            sentence=observation.evidence.sentence.of(self._text),
        )

    def _relation(self, relation: Relation) -> PredictedRelation:
        return PredictedRelation(
            self._names[relation.subject],
            relation.predicate,
            self._names[relation.object],
            relation.rule,
            relation.evidence.sentence.of(self._text),
        )

    def _quotation(self, quotation: Quotation) -> PredictedQuotation:
        return PredictedQuotation(
            self._named(quotation.speaker),
            " ".join(part.of(self._text) for part in quotation.parts),
            quotation.rule,
            quotation.evidence.sentence.of(self._text),
        )

    def _named(self, key: str | None) -> Names | None:
        return None if key is None else self._names[key]

    def _words(self, span: Span | None) -> str | None:
        return None if span is None else span.of(self._text)

    def _sentence_around(self, span: Span) -> str:
        for sentence in self._record.article.sentences:
            if sentence.span.overlaps(span):
                return sentence.span.of(self._text)
        return ""
