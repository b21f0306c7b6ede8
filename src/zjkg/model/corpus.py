"""What holds over all articles: who is who, and what the sources disagree on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Protocol, runtime_checkable

import msgspec

from zjkg.errors import Bilingual
from zjkg.model.terms import ConflictType, EntityType, LanguageTag


class LocalKey(msgspec.Struct, frozen=True, order=True, gc=False):
    """An entity of one article, addressed from outside; a struct, as sets of them are large."""

    source: str
    key: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two names that a person declared to be of the same thing, or not; who, when and why.

    A name is written as people write it, or as ``source#name``: that of one article only.
    """

    first: str
    second: str
    same: bool
    who: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Two local entities that are (or were refused to be) one thing, with the evidence.

    ``called`` is what the one's article and the other's call them.
    """

    first: LocalKey
    second: LocalKey
    same: bool
    evidence: tuple[str, ...]
    reason: Bilingual
    called: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Resolved:
    """One real thing over all articles. ``iri`` comes from the authority or its first name."""

    iri: str
    type: EntityType
    members: tuple[LocalKey, ...]
    names: tuple[tuple[str, LanguageTag], ...]


@dataclass(frozen=True, slots=True)
class ArticleMerges:
    """The merges whose first member is of one article, made when they are looked at.

    ``digest`` is one of all that they tell and of the IRIs of their members; ``each`` gives one
    for each, in their order.
    """

    source: str
    digest: str
    merges: Sequence[Merge]
    each: Callable[[], Sequence[str]]


@runtime_checkable
class MergesByArticle(Protocol):
    """Merges that are known to be the same without a look at them."""

    def by_article(self, iris: Mapping[LocalKey, str]) -> Iterator[ArticleMerges]:
        """The merges of each article in the order of sources; those without are left out."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who is who over all articles."""

    entities: tuple[Resolved, ...]
    iris: Mapping[LocalKey, str] = field(default_factory=dict)
    merges: Sequence[Merge] = ()


class ClaimKind(StrEnum):
    """Which claims of an article a reference counts through."""

    OBSERVATION = "observation"
    ROLE = "role"
    RELATION = "relation"
    MILESTONE = "milestone"


class ClaimRef(msgspec.Struct, frozen=True, order=True, gc=False):
    """The claim at ``index`` among the claims of its kind in article ``source``."""

    source: str
    index: int
    kind: ClaimKind = ClaimKind.OBSERVATION


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
class Repost:
    """Two articles of which one repeats the other; ``share`` of the shorter one's clauses."""

    first: str
    second: str
    share: float


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Claims that say the same, and how many sources they go back to.

    ``origins`` groups the claims by origin: reposts, one outlet, one speaker and one release are
    one. Each group names the kinds of tie that hold it together.
    """

    claims: tuple[ClaimRef, ...]
    origins: tuple[Origin, ...]

    @property
    def articles(self) -> int:
        """How many articles make the claim."""
        return len({claim.source for claim in self.claims})


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims that go back to one source, with what ties them: repost, outlet, speaker, release."""

    claims: tuple[ClaimRef, ...]
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Derivation:
    """A value that no article states, computed from claims of one article.

    ``value`` is in ``unit``; ``start`` and ``end`` are the ISO period that it is about, where it
    is known. ``subject`` is the IRI of whose value it is.
    """

    kind: str
    inputs: tuple[ClaimRef, ...]
    value: Decimal
    unit: str
    subject: str | None
    reason: Bilingual
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the articles agree and disagree on, and what follows from their numbers.

    ``concepts`` are the terms of the measure scheme (IRIs) that each observation measures.
    """

    contradictions: tuple[Contradiction, ...] = ()
    checks: tuple[ArithmeticCheck, ...] = ()
    corroborations: tuple[Corroboration, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    reposts: tuple[Repost, ...] = ()
    concepts: tuple[tuple[ClaimRef, tuple[str, ...]], ...] = ()
