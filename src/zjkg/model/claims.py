"""What one article says: observations, roles, relations, milestones, quotations, judged links."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from zjkg.errors import Bilingual
from zjkg.model.article import Article, Span
from zjkg.model.extraction import Dropped, Entity, Measurement, Recognition
from zjkg.model.terms import Change, MilestoneKind, Modality, Part, Predicate, TradeDirection


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
    ``restated`` are the other sentences of the article that state the fact again, in text order.
    ``change`` tells that the value is by how much the measure rose or fell, None that it is a
    level.
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
    restated: tuple[Span, ...] = ()
    change: Change | None = None


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
class Milestone:
    """A dated turning point: a park opens, a firm is founded, a drug is approved.

    ``subject`` is the key of an entity of the article. ``thing`` are the words of what it happened
    to where that is a part or possession of the subject without a name (the *second plant* of a
    firm), None where it is the subject itself. ``start`` and ``end`` are ISO years, months or
    days; one year, month or day has both ends alike.
    """

    subject: str
    thing: Span | None
    kind: MilestoneKind
    start: str
    end: str
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
class IndexEdition:
    """One edition of an index, as the article presents it.

    ``report_year`` is the year by which the edition is called or in which it was published,
    ``data_year`` the year that its value is about; either is None where the article does not say.
    ``values`` and ``growth`` are indexes into ``Claims.observations``. ``evidence`` has one entry
    for each sentence that says something of the edition, that of its value first.
    """

    index: str
    report_year: str | None
    data_year: str | None
    base_year: str | None
    base_value: Decimal | None
    values: tuple[int, ...]
    growth: tuple[int, ...]
    speaker: str | None
    evidence: tuple[Evidence, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class DimensionScheme:
    """What an index is made of: its dimensions in the order of the text.

    ``title`` is what the text calls them together, with their number (五个力, five pillars).
    """

    index: str
    title: Span | None
    dimensions: tuple[Span, ...]
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class Participation:
    """A part that somebody plays in an alliance; ``part`` is its words, ``kinds`` what they say."""

    alliance: str
    participant: str
    part: Span
    kinds: tuple[Part, ...]
    modality: Modality
    speaker: str | None
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class LicenceTrade:
    """An observation that is about trade in licences, and which way the rights go.

    ``observation`` is an index into ``Claims.observations``; ``direction`` is None where the words
    name no direction. The focus of the evidence is the words that name the trade.
    """

    observation: int
    direction: TradeDirection | None
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that one article says; ``alliances`` are the keys of those organizations."""

    observations: tuple[Observation, ...] = ()
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    stock_links: tuple[StockLink, ...] = ()
    editions: tuple[IndexEdition, ...] = ()
    dimension_schemes: tuple[DimensionScheme, ...] = ()
    alliances: tuple[str, ...] = ()
    participations: tuple[Participation, ...] = ()
    licence_trades: tuple[LicenceTrade, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """All that is known from one article alone; a function of its bytes and of the rules."""

    article: Article
    recognition: Recognition
    measurement: Measurement
    entities: tuple[Entity, ...]
    claims: Claims
