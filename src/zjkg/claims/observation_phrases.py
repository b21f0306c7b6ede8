"""Noun phrases around a number, and what the finders of measures share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.claims.observation_text import Text
from zjkg.model import EntityType, Sentence, Span, Token

RATIOS = frozenset({"%", "ratio"})
_NOUNS = ("n", "nz", "vn", "an", "j", "nw", "s", "f")
_INSIDE = (
    "n",
    "nz",
    "vn",
    "an",
    "a",
    "j",
    "nw",
    "b",
    "s",
    "f",
    "v",
    "vd",
    "c",
    "d",
    "ad",
    "q",
    "xc",
)
_STOP_VERBS = re.compile(
    r"(?:集聚|聚集|实现|拥有|新增|新引|引领|引培|引育|安排|达到?|包括|建设|打造|形成|设立|具有|进入|累计|完成|获得|拓展"
    r"|布局|吸引|引进|签署|分别|签订|共有|共|建成|有|使|让|把|将|为|是|占|超过?|突破|目前|其中|推动|带动|促进|增加|涉及|围绕"
    r"|覆盖|满足|发布|显示|表明|意味着|计划|力争|争取|预计|有望|拟|到|新|每年|还|也|已|已经|去年|今年|近|约|在|对标|助力"
    r"|以|从|由|对于?|其|该|这|这一|各|等|同比|环比|年均|相比|较|比|各类|研制|申报|生产|年|月|逾)\Z"
)
# 该公司员工: the reference is the subject, not part of the measure
_REFERENCE = re.compile(
    r"(?<=[该本家此述])(?:公司|集团|企业|联盟|园区|指数|基地|中心|平台|机构|医院)(?=[一-鿿]{2})"
)
_MAXIMUM_TOKENS = 14
_ONE_WORD = frozenset({"占比", "在研", "营收", "产值", "市值"})  # the tagger may cut them in two
# Verbs by the tagger that are what is measured: 得分为110.3分, 投入占10%.
_NOMINAL_VERBS = re.compile(
    r"得分|投入|占比|收入|投资|产出|出口|进口|支出|营收|融资|研发|产能|销售|授权|许可|交易|利润"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure of a quantity, and how it was found."""

    span: Span | None
    rule: str


class Phrases:
    """Finds the Chinese noun phrase that ends a stretch of text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def ending(self, index: int, span: Span) -> Span | None:
        """The longest run of nouns and their modifiers that ends a stretch of text."""
        words = self._clipped(index, span)
        if not words or words[-1].span.end < span.end - 1:
            return None
        barred = [item.span for item in self._text.names_in(span)]
        while (
            len(words) > 1 and words[-1].tag in ("v", "vd", "d", "ad") and self._verbal(words[-1])
        ):
            words.pop()  # 新药累计上市15款: what is counted stands before the verbs
        phrase: list[Token] = []
        for token in reversed(words[-_MAXIMUM_TOKENS:]):
            if not self._inside(token, phrase, barred):
                break
            phrase.append(token)
        if len(phrase) > 1 and self._text.key[phrase[-1].span.start - 1] == "等":
            phrase.pop()  # 专利等成果: the class noun belongs to the list before it
        phrase.reverse()
        found = trimmed(phrase, self._text.key)
        if found is not None and (head := _REFERENCE.match(self._text.key, found.start)):
            return Span(min(head.end(), found.end - 1), found.end)
        return found

    def _verbal(self, token: Token) -> bool:
        word = token.span.of(self._text.key)
        return _NOMINAL_VERBS.fullmatch(word) is None and word[0] != "为"

    def _clipped(self, index: int, span: Span) -> list[Token]:
        """The words of a stretch; one that straddles its end is cut there (数达 → 数)."""
        words: list[Token] = []
        for token in self._text.words(index, span):
            cut = Token(Span(token.span.start, min(token.span.end, span.end)), token.tag)
            if words and Span(words[-1].span.start, cut.span.end).of(self._text.key) in _ONE_WORD:
                cut = Token(Span(words.pop().span.start, cut.span.end), "vn")
            words.append(cut)
        return words

    def _inside(self, token: Token, phrase: list[Token], barred: list[Span]) -> bool:
        word = token.span.of(self._text.key)
        if not phrase and _NOMINAL_VERBS.fullmatch(word):
            return True
        if any(token.span.overlaps(name) for name in barred) or _STOP_VERBS.fullmatch(word):
            return bool(phrase) and self._joined(word, phrase[-1])
        if token.tag == "v" and word[0] == "为":
            return False
        if not phrase:
            return token.tag in _NOUNS
        if token.tag == "m":
            return word.endswith(("类", "级"))
        return token.tag in _INSIDE

    def _joined(self, word: str, following: Token) -> bool:
        """Whether a word that else ends a phrase belongs to the next: 累计总数."""
        after = following.span.of(self._text.key)
        return word == "累计" and after in ("总数", "总量", "总额", "产量", "数量", "金额")


def trimmed(phrase: list[Token], key: str) -> Span | None:
    """The phrase without leading connectives and verbs that begin no noun."""
    while phrase and phrase[0].tag in ("c", "d", "ad", "q", "f", "xc"):
        phrase = phrase[1:]
    nominal = any(
        token.tag in ("n", "nz", "vn", "nw", "an", "j")
        or _NOMINAL_VERBS.fullmatch(token.span.of(key))
        for token in phrase
    )
    if not nominal:
        return None
    return Span(phrase[0].span.start, phrase[-1].span.end)


def index_name(text: Text, sentence: Sentence, end: int) -> Span | None:
    """The first name of an index in a sentence, before an offset."""
    names = text.names_in(Span(sentence.span.start, end))
    return next((item.span for item in names if item.type is EntityType.INDEX), None)
