"""An article as read: the stored text with its blocks and sentences, and what was removed.

Offsets are half-open and count Unicode code points of ``Article.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import msgspec

from zjkg.errors import Bilingual
from zjkg.model.terms import LanguageTag


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open range of code points of ``Article.text``.

    A struct, like what else is made for every word: several times cheaper to make and compare.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a line of the stored text is."""

    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the stored text; blocks are separated by one line feed."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside one block, without surrounding white space."""

    span: Span
    language: LanguageTag
    block: int


@dataclass(frozen=True, slots=True)
class Removal:
    """Text that was taken out of the article's text, kept so that it can be put back.

    ``position`` is the offset in ``Article.text`` before which it stood.
    """

    position: int
    text: str
    rule: str
    reason: Bilingual


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink of the source; evidence to be judged, never a fact by itself.

    ``exchange`` (``SSE``, ``SZSE``, ``BSE``, ``HKEX``) and ``code`` are set where the address
    or the markup names a security.
    """

    span: Span
    href: str
    exchange: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A person whom the article itself names as its reporter or editor.

    ``is_author`` where it names the person as one who wrote it, not as editor or photographer.
    """

    name: Span
    post: Span
    organization: Span | None
    is_author: bool = False


@dataclass(frozen=True, slots=True)
class Publication:
    """When the article was published: the instant with its zone, and the words that say it."""

    instant: datetime
    written: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read: what is stored, what was removed, and what its own metadata says.

    ``source`` is the file's name without extension, ``digest`` the SHA-256 of its bytes.
    ``publisher`` is a span of the stored text (metadata that a claim can rest on is stored as a
    by-line block). ``language`` is that of most of the text; each sentence has its own. ``url`` is
    the address that the file gives of itself.
    """

    source: str
    digest: str
    encoding: str
    media_type: str
    text: str
    language: LanguageTag
    title: Span | None
    publisher: Span | None
    published: Publication | None
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    removals: tuple[Removal, ...] = ()
    links: tuple[Link, ...] = ()
    credits: tuple[Credit, ...] = ()
    url: str | None = None
