"""What a provenance look-up gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from zjkg.errors import Bilingual

ONE_ORIGIN = Bilingual(
    "reposts, one outlet, one speaker or one release count as one",
    "转载、同一媒体、同一说话人或同一次发布只算一个",
)


class SearchedAs(StrEnum):
    """How the thing asked for was understood."""

    IRI = "iri"
    NAME = "name"
    NUMBER = "number"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Opposition:
    """A claim that contradicts an item: the kind, its sentence, its article, and the reasoning."""

    type: str
    claim: str
    sentence: str
    source: str
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often a claim is made: all its mentions, in how many articles, from how many origins.

    Reposts, one outlet, one speaker and one release are one origin.
    """

    mentions: int
    articles: int
    origins: int


@dataclass(frozen=True, slots=True)
class Restatement:
    """A sentence and its offsets in the stored text."""

    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ProvenanceItem:
    """One claim with its sentence, its speaker and its article.

    ``start`` and ``end`` are the sentence's offsets in the stored text, ``focus`` the spans in it
    that carry the claim. ``claim`` is None for a mention or a passage that no claim rests on.
    ``speaker`` is None where the article itself speaks. ``agreement`` is None where no other
    article makes the same claim. ``url`` is the article's address where its file gives one,
    ``authors`` are those whom it names as having written it, ``opening`` its first words where it
    has no title. ``is_web`` says that its file is a page of the web. ``restated`` are the other
    sentences of the article that state the fact again.
    """

    claim: str | None
    kind: str
    summary: Bilingual
    sentence: str
    start: int
    end: int
    focus: tuple[tuple[int, int], ...]
    speaker: str | None
    source: str
    title: str | None
    publisher: str | None
    published: str | None
    rule: str | None
    agreement: Agreement | None
    contradictions: tuple[Opposition, ...]
    url: str | None = None
    authors: tuple[str, ...] = ()
    opening: str = ""
    restated: tuple[Restatement, ...] = ()
    is_web: bool = False


@dataclass(frozen=True, slots=True)
class ProvenanceAnswer:
    """The items found for a thing, in a fixed order; ``total`` counts them before the limit.

    Without items, ``suggestions`` holds names that resemble the thing.
    """

    thing: str
    searched_as: tuple[SearchedAs, ...]
    items: tuple[ProvenanceItem, ...]
    total: int
    suggestions: tuple[str, ...] = ()
