"""What the Python API gives: typed records, each with its place in an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

Scalar = str | int | Decimal | bool


@dataclass(frozen=True, slots=True)
class Article:
    """A version of an article; dates are local, as published (ISO 8601)."""

    iri: str
    source: str
    headline: str | None
    published: str | None
    language: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A real thing: its type, all names that articles use, and the articles that mention it.

    ``labels`` are pairs of a name and its language tag; ``label`` is the longest.
    """

    iri: str
    type: str
    label: str
    labels: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of an article: ``text[start:end] == quote``, in Unicode code points."""

    source: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence of one article says.

    ``values`` holds everything that its node has, by the local name of the property, sorted;
    ``focus`` the words that carry the claim; ``speaker`` an entity, None where the article speaks.
    """

    iri: str
    kind: str
    evidence: Evidence
    focus: tuple[Evidence, ...]
    speaker: str | None
    rule: str | None
    values: Mapping[str, tuple[Scalar, ...]]

    def first(self, name: str) -> Scalar | None:
        """The first value of a property, or None."""
        return next(iter(self.values.get(name, ())), None)


@dataclass(frozen=True, slots=True)
class Observation(Claim):
    """A number with its hedge: whose, what, how much, when, and how sure.

    ``change`` is ``increase`` or ``decrease`` where ``value`` is by how much the measure rose or
    fell, and None where it is a level.
    """

    subject: str | None
    subject_label: str | None
    measure: str | None
    value: Decimal
    value_max: Decimal | None
    unit: str | None
    comparator: str
    modality: str
    change: str | None
    period_start: str | None
    period_end: str | None
    share_of: str | None


@dataclass(frozen=True, slots=True)
class Role(Claim):
    """A person's post in an organization; both are IRIs of entities."""

    person: str
    organization: str | None
    post: str


@dataclass(frozen=True, slots=True)
class Relation(Claim):
    """Two entities and what ties them; ``predicate`` is a local name such as ``partOf``."""

    subject: str
    predicate: str
    object: str
    modality: str


@dataclass(frozen=True, slots=True)
class Quotation(Claim):
    """Words in quotation marks, as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that cannot both be right, the type of disagreement and the reasoning."""

    type: str
    first: Claim
    second: Claim
    reason_en: str
    reason_zh: str


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Claims that say the same: how often, in how many articles, from how many origins."""

    claims: tuple[Claim, ...]
    mentions: int
    articles: int
    origins: int
