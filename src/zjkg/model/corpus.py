"""What holds over all articles: who is who, and what the sources disagree on."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from zjkg.errors import Bilingual
from zjkg.model.terms import ConflictType, EntityType, LanguageTag


@dataclass(frozen=True, slots=True, order=True)
class LocalKey:
    """An entity of one article, addressed from outside."""

    source: str
    key: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two local entities that are (or were refused to be) one thing, with the evidence."""

    first: LocalKey
    second: LocalKey
    same: bool
    evidence: tuple[str, ...]
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Resolved:
    """One real thing over all articles. ``iri`` comes from the authority or its first name."""

    iri: str
    type: EntityType
    members: tuple[LocalKey, ...]
    names: tuple[tuple[str, LanguageTag], ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is who over all articles."""

    entities: tuple[Resolved, ...]
    iris: dict[LocalKey, str] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """The observation at ``index`` in the claims of article ``source``."""

    source: str
    index: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be right, the kind of disagreement, and the reasoning."""

    type: ConflictType
    first: ClaimRef
    second: ClaimRef
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class ArithmeticCheck:
    """A sum, share or growth recomputed from claims, and whether the stated number fits."""

    kind: str
    inputs: tuple[ClaimRef, ...]
    stated: Decimal
    computed: Decimal
    fits: bool
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the articles agree and disagree on."""

    contradictions: tuple[Contradiction, ...] = ()
    checks: tuple[ArithmeticCheck, ...] = ()
