"""What a page is asked for, and what comes back."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from zjkg.errors import MessageLanguage

HTML = "text/html"
JSON = "application/json"


class PageKind(StrEnum):
    """The pages; ``THING`` is that of any IRI of the data, those from ``NODE`` on are JSON."""

    HOME = "home"
    SEARCH = "search"
    THING = "thing"
    CONFLICTS = "conflicts"
    SOURCES = "sources"
    METRICS = "metrics"
    METRIC = "metric"
    EXPLORE = "explore"
    WORKBENCH = "workbench"
    NODE = "node"
    EDGES = "edges"
    JOINED = "joined"
    CATALOGUE = "catalogue"
    BOUND = "bound"


class PageRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One page, as one reader wants it.

    ``path`` and ``fields`` are those of the address; ``keeps_language`` says that the address
    names the language, so that the links of the page name it too. ``media_type`` is HTML, JSON or
    a type for triples. ``has_scripts`` says that the scripts of the pages were built.
    """

    kind: PageKind
    path: str = "/"
    fields: dict[str, str] = {}
    lang: MessageLanguage = "en"
    keeps_language: bool = False
    media_type: str = HTML
    has_scripts: bool = False


class PageAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A page as bytes; ``is_missing`` where the address leads to nothing that is known."""

    body: bytes
    is_missing: bool = False
    is_cut: bool = False
