"""The parts that pages are made of: typed, ready to be shown or sent as JSON."""

from __future__ import annotations

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """Anything on a page."""


class Link(Part, frozen=True, kw_only=True):
    """A thing by its label, the language of the label, and where its page is."""

    iri: str
    path: str
    label: str
    lang: str = ""
    type: str = ""


class Run(Part, frozen=True, kw_only=True):
    """A stretch of text; ``strong`` where it carries a claim."""

    text: str
    strong: bool = False


class ArticleLine(Part, frozen=True, kw_only=True):
    """An article in one line; ``published`` is the local date."""

    link: Link
    version: str
    source: str
    publisher: Link | None
    published: str | None
    lang: str


class ClaimCard(Part, frozen=True, kw_only=True):
    """A claim with its sentence, speaker, rule and article; offsets count code points.

    ``place`` is the sentence in its article. ``mentions``, ``articles`` and ``origins`` count what
    says the same; they are 0 where nothing else does.
    """

    link: Link
    kind: str
    kind_label: str
    summary: str
    quote: str
    runs: list[Run]
    start: int
    end: int
    place: str
    article: ArticleLine
    speaker: Link | None
    rule: str
    modality: str
    modality_label: str
    mentions: int
    articles: int
    origins: int
    conflicts: int


class Opposition(Part, frozen=True, kw_only=True):
    """Two claims that cannot both be right, the kind of disagreement and the reasoning."""

    link: Link
    type: str
    type_label: str
    reason: str
    first: ClaimCard
    second: ClaimCard


class Section(Part, frozen=True, kw_only=True):
    """Claims under a heading; ``total`` counts them before the limit."""

    title: str
    claims: list[ClaimCard]
    total: int
