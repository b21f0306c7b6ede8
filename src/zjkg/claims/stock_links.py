"""Security links that machines set on words: accepted or rejected, with the reason."""

from __future__ import annotations

import re

from zjkg.claims.frames.names import keys_of_mentions
from zjkg.errors import Bilingual
from zjkg.model import Article, Entity, EntityType, Link, Mention, Recognition, Span, StockLink

_COMPOUND = re.compile(
    "工业|产业|器械|园区|科技城|科技园|产品|行业|领域|市场|百强|集聚区|基地|城市|大学|事业|体系|服务|技术|设备|人才"
    "|工業|產業|園區|產品|行業|領域|市場|百強|事業|體系|服務|技術|設備"
)


def judge_links(
    article: Article, recognition: Recognition, entities: tuple[Entity, ...]
) -> tuple[StockLink, ...]:
    """A judgement for every link that names a security; other links are none of ours."""
    if not any(link.code for link in article.links):
        return ()
    judge = _Judge(article, recognition, entities)
    return tuple(judge.judge(index, link) for index, link in enumerate(article.links) if link.code)


class _Judge:
    """Knows where the names of one article stand."""

    def __init__(
        self, article: Article, recognition: Recognition, entities: tuple[Entity, ...]
    ) -> None:
        self.text = article.text
        self.mentions = recognition.mentions
        self.tokens = sorted({token.span for row in recognition.tokens for token in row})
        self.owners = keys_of_mentions(entities)
        self.by_span = {
            mention.span: index
            for index, mention in enumerate(recognition.mentions)
            if index in self.owners
        }
        self.by_name = {
            name.text: entity.key
            for entity in reversed(entities)
            if entity.type is EntityType.ORGANIZATION
            for name in entity.names
        }

    def judge(self, index: int, link: Link) -> StockLink:
        """Accept a link whose words are, whole, the name of an organization."""
        anchor = link.span.of(self.text)
        longer = self._longer_name(link.span)
        if longer is not None:
            return self._rejected(index, anchor, longer.span.of(self.text), name=True)
        words = self._longer_words(link.span)
        if words is not None:
            return self._rejected(index, anchor, words, name=False)
        entity = self._organization(link.span, anchor)
        if entity is None:
            reason = Bilingual(
                f"“{anchor}” is not the name of an organization here",
                f"“{anchor}”在此处不是机构名称",
            )
            return StockLink(index, None, accepted=False, reason=reason)
        reason = Bilingual(
            f"“{anchor}” is, whole, the name of an organization here",
            f"“{anchor}”在此处整体就是机构名称",
        )
        return StockLink(index, entity, accepted=True, reason=reason)

    def _organization(self, span: Span, anchor: str) -> str | None:
        found = self.by_span.get(span)
        if found is not None:
            entity = self.owners[found]
            return entity.key if entity.type is EntityType.ORGANIZATION else None
        return self.by_name.get(anchor)

    def _longer_name(self, span: Span) -> Mention | None:
        """The longest name of the article that the anchor is only a part of."""
        longer = [
            mention
            for mention in self.mentions
            if mention.span.overlaps(span) and not span.covers(mention.span)
        ]
        return max(longer, key=lambda mention: mention.span.end - mention.span.start, default=None)

    def _longer_words(self, span: Span) -> str | None:
        """The words around an anchor that is only a piece of them."""
        compound = _COMPOUND.match(self.text, span.end)
        if compound is not None:
            return self.text[span.start : compound.end()]
        for token in self.tokens:
            crosses = token.start < span.start < token.end or token.start < span.end < token.end
            if token.overlaps(span) and crosses:
                start, end = min(token.start, span.start), max(token.end, span.end)
                return self.text[start:end]
        return None

    def _rejected(self, index: int, anchor: str, whole: str, *, name: bool) -> StockLink:
        kind_en, kind_zh = ("the longer name", "更长的名称") if name else ("the words", "词语")
        reason = Bilingual(
            f"“{anchor}” is only a fragment of {kind_en} “{whole}”",
            f"“{anchor}”只是{kind_zh}“{whole}”的一部分",
        )
        return StockLink(index, None, accepted=False, reason=reason)
