"""Firms whose brand is a coined word: 映海生物, 颐泽君基因, also where the tagger cuts it up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.patterns import compiled
from zjkg.recognition.lexicon import common_words, ordinary_words
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import longest_place_prefix
from zjkg.recognition.posts import POST
from zjkg.recognition.vocabulary import BRAND_HEADS, GENERIC, NOT_NAMES, row_of

_FURTHER = (
    "融资 国际 物流 新药 博药 企管 顾问 精机 机电 电脑 云端 机械 电机 实业 精工 生命 工业 同位素 "
    "视觉 再生医疗 质谱 药械 医工 装备 供应链 株式会社"
).split()
_TRADE = compiled(row_of((*BRAND_HEADS, *_FURTHER)))
_BRAND = re.compile(r"[\u4e00-\u9fff]{2,4}")
_OUTSIDE = frozenset({"w", "u", "p", "r", "m", "q", "f", "t", "TIME", "xc"})
"""Tags of words that no brand holds."""
_FUNCTION = frozenset({"c", "d", "ad", "v", "vd"})
"""Tags of words that a brand may hold (川和) but that more often stand before one."""
_WORDS = frozenset({"n", "v", "vn", "a", "d", "b", "t", "s", "f"})
_FIRM_AFTER = compiled(
    rf"(?:{POST})|领投|跟投|参投|投资[了，。]|旗下|签约|签署|宣布|公告|递表|总部|股价|上市|挂牌|收购|"
    r"完成[^，。]{0,6}融资|(?:的)?(?:创始人|创办人|子公司)|[去今]年|上半年|下半年|昨[天日]|近日|日前|带来|推出|展出|则"
)
_FIRM_BEFORE = re.compile(
    r"(?:由|企业|公司|药企|厂商|业者|厂|新创|初创|龙头|股东|旗下|子公司|投资方|保荐人为|[、及])$"
)
_CUE = 4
_DESCRIBED = re.compile(
    "(?:专攻|主攻|专做|专注|从事|开发|主营|主打|生产|经营|研发|位于|来自|[入进]驻|落户|总部[在设位])"
    "[^，。；、]{2,30}的$"
)
_DESCRIPTION = 40
_CLASS = compiled(  # a place and its trades: 滨江细胞与基因产业
    "(?:[与和及、][\u4e00-\u9fff]{2,4}?)?(?:产业|领域|行业|板块|集群)|企业|公司|药企|市场|园"
)
_NO_SIBLING = frozenset(["", *"，。、；：“「（(及与由被对向给,;:\n"])
_ACTED_ON = re.compile("融资|新药|物流|国际")
_OPENING_MARKS = ("“", "「", "『", "《", '"')
_MOST_TOKENS = 3
_HALF = 2


def propose(passage: Passage) -> Iterator[Candidate]:
    """Coined words with a trade behind them."""
    for match in _TRADE.finditer(passage.text, passage.span.start, passage.span.end):
        end = match.end()
        if (filled := _quoted(passage, match)) is not None:
            yield Candidate(filled, EntityType.ORGANIZATION, "pattern:quoted-head")
            continue
        after = _FIRM_AFTER.match(passage.text, end, passage.span.end)
        quoted = match[0] == "新药" and passage.text[end : end + 1] in _OPENING_MARKS
        if quoted or _CLASS.match(passage.text, end) or not (after or _at_edge(passage, end)):
            continue
        start = _brand_start(passage, match.start())
        if start is None:
            continue
        whole = passage.tokens[passage.token_from(start)].span.end >= match.start()
        before = passage.text[max(passage.span.start, start - _CUE) : start]
        described = _DESCRIBED.search(
            passage.text, max(passage.span.start, start - _DESCRIPTION), start
        )
        cued = after is not None or described or _FIRM_BEFORE.search(before)
        kind = "pattern:coined" if whole else "pattern:coined-parts"
        kind = "pattern:coined-firm" if cued else kind
        yield Candidate(Span(start, end), EntityType.ORGANIZATION, kind)


def _quoted(passage: Passage, trade: re.Match[str]) -> Span | None:
    """A coined word and its trade that fill quotation marks: 名为「某某科技」的公司."""
    whole = next((span for span in passage.quoted if span.end == trade.end()), None)
    if whole is None or passage.text[whole.start - 1] not in _OPENING_MARKS:
        return None
    return whole if _is_coined(passage.text[whole.start : trade.start()]) else None


def _at_edge(passage: Passage, end: int) -> bool:
    index = passage.token_before(end)
    return index >= 0 and passage.tokens[index].span.end == end


def _brand_start(passage: Passage, head: int) -> int | None:
    """Where the shortest stretch of words that can be a coined brand begins."""
    last = passage.token_before(head)
    for first in range(last, max(-1, last - _MOST_TOKENS), -1):
        start = passage.tokens[first].span.start
        opening = passage.text[start] == "和" and passage.text[start - 1 : start] in _NO_SIBLING
        if passage.tokens[first].tag in _OUTSIDE and not opening:
            return None
        brand = passage.text[start:head]
        if len(brand) >= _HALF:
            single = first == last
            word = passage.tokens[first].tag
            if opening:
                return start if _is_coined(brand) else None
            if single and word in _FUNCTION and _ACTED_ON.match(passage.text, head):
                return None  # 获批|新药, 拓宽|融资
            plain = single and word in _WORDS and brand in ordinary_words()
            fits = _is_coined(brand) and not plain and (single or word not in _FUNCTION)
            return start if fits else None
    return None


def _is_coined(brand: str) -> bool:
    if _BRAND.fullmatch(brand) is None or brand in GENERIC or brand in NOT_NAMES:
        return False
    if longest_place_prefix(brand):
        return False
    known = common_words()
    halves = (brand, brand[:_HALF], brand[-_HALF:])
    return not any(part in known or part in GENERIC for part in halves)
