"""What one article says: observations, roles, relations, quotations, judged links."""

from __future__ import annotations

from dataclasses import dataclass

from zjkg.errors import Bilingual
from zjkg.model.article import Article, Span
from zjkg.model.extraction import Dropped, Entity, Measurement, Recognition
from zjkg.model.terms import Modality, Predicate


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a claim stands: its sentence, and the words in it that carry the claim."""

    sentence: Span
    focus: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """A quantity claimed of a subject.

    ``subject`` is the key of an entity of the article, or None where the subject is no entity;
    ``subject_words`` are then its words, if the text has any. ``measure`` is the shortest noun
    phrase that says what is counted or measured. ``qualifier`` keeps words that weaken the claim
    (已建或拟建, 已设立或酝酿设立). ``speaker`` is the key of who said it, None for the article.
    """

    quantity: int
    subject: str | None
    subject_words: Span | None
    measure: Span | None
    modality: Modality
    qualifier: Span | None
    speaker: str | None
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class Role:
    """A person holds a post, at an organization where the text names one."""

    person: str
    organization: str | None
    post: Span
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the closed list between two entities of the article."""

    subject: str
    predicate: Predicate
    object: str
    modality: Modality
    speaker: str | None
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Direct speech. ``parts`` are the quoted stretches without quotation marks, in order."""

    speaker: str | None
    parts: tuple[Span, ...]
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class StockLink:
    """A judged security link: ``entity`` is set only where the link was accepted."""

    link: int
    entity: str | None
    accepted: bool
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that one article says."""

    observations: tuple[Observation, ...] = ()
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    stock_links: tuple[StockLink, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """All that is known from one article alone; a function of its bytes and of the rules."""

    article: Article
    recognition: Recognition
    measurement: Measurement
    entities: tuple[Entity, ...]
    claims: Claims
