"""Who stands in an English text without having values: outlets, stock markets, cited sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from zjkg.claims.observations.english.sources import is_source
from zjkg.claims.observations.text import Text
from zjkg.model import BlockKind, EntityType, Span

_MARKET: Final = re.compile(
    r"\b(?:Stock Exchange|Exchanges?|Main Board|Nasdaq|NASDAQ|KOSDAQ|Kosdaq|STAR Market|ChiNext"
    r"|NYSE|Euronext)\b"
)


class Bystanders:
    """Those of one article; ``is_authority`` tells a body of government."""

    def __init__(self, text: Text, is_authority: Callable[[str], bool]) -> None:
        named = [item for item in text.named if item.type is EntityType.ORGANIZATION]
        cited = [item for item in text.named if is_source(text.key, item.span)]
        self._sources = {item.entity for item in cited}
        self._cited = [
            item.span
            for item in cited
            if item.type is EntityType.ORGANIZATION and not is_authority(item.entity)
        ]
        bylines = [
            sentence.span
            for sentence in text.article.sentences
            if text.article.blocks[sentence.block].kind is BlockKind.BYLINE
        ]
        self._aside = {
            item.entity
            for item in named
            if _MARKET.search(item.span.of(text.key))
            or any(line.covers(item.span) for line in bylines)
        }

    def holds(self, entity: str) -> bool:
        """Whether an entity is a stock market or the outlet itself, of which no value is."""
        return entity in self._aside

    def is_source(self, entity: str) -> bool:
        """Whether the text cites an entity for its figures: according to X, data from X."""
        return entity in self._sources

    def cited_in(self, sentence: Span) -> bool:
        """Whether a sentence cites somebody for its figures who is no authority."""
        return any(sentence.covers(span) for span in self._cited)
