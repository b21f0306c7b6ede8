"""Noun phrases around a number, and what the finders of measures share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.claims.observations.text import Text
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
    r"(?:集聚|聚集|实现|拥有|新增|新引|引领|引培|引育|安排|达到?|包括|建设|打造|形成|设立|具有"
    r"|进入|累计|完成|获得|拓展"
    r"|布局|吸引|引进|签署|分别|签订|共有|共|建成|有|使|让|把|将|为|是|占|超过?|突破|目前|其中"
    r"|推动|带动|促进|增加|涉及|围绕"
    r"|覆盖|满足|发布|显示|表明|意味着|计划|力争|争取|预计|有望|拟|到|新|每年|还|也|已|已经|去年"
    r"|今年|近|约|在|对标|助力"
    r"|以|从|由|对于?|其|该|这|这一|各|等|同比|环比|年均|相比|较|比|各类|研制|申报|生产|年|月|逾)\Z"
)
# 该公司员工: the reference is the subject, not part of the measure
_REFERENCE = re.compile(
    r"(?<=[该本家此述])(?:公司|集团|企业|联盟|园区|指数|基地|中心|平台|机构|医院)(?=[一-鿿]{2})"
)
# 园区企业营收: whose it is is the subject; 推介地块: the verb of the clause
_LEADING = re.compile(
    r"(?:园区|小镇|公司|集团|基地|全园|全城|本港|全[区市县港省台]|目前|现有|当前)(?:的)?(?:企业"
    r"|规上企业)?(?=[一-鿿A-Z]{2})"
    r"|(?:[^，]{0,6}?可?获得?(?=补助|资助|补贴|奖励))|(?:推介|可?容纳|新建|开展|举办|试点|推进"
    r"|发放|兑付|累计服务|共有|惠及|招聘|招收|带动|吸纳|持有|手持|现有|各类|众多"
    r"|国内外)(?=[一-鿿A-Z]{2})"
    r"|(?:生产基地|工厂|厂区)(?=设计|年产|日产|产能)"
    r"|(?:员工|人员|企业|其)中(?=[一-鿿]{2})|[^，]{2,10}?产业(?=全[市国球省区])"
)
_SHORT = 4
_PREFIX = re.compile(
    r"(?:累计|首期|首批|首阶段|(?<![\d届去今明])年度?|日|月|每[天日年月]|投后|投前|共同|总|协议"
    r"|单[支个台项]|(?:Pre-)?[A-H]\+?轮|天使轮|亩均|人均|净|毛"
    r"|[一二三四]期|最高|年均|意向|合同|披露|合并|每股|土地|平均|综合|实收|在建|规划|规模以上"
    r"|客观|主动|首年|现有"
    r"|(?<=[一-鿿])(?:企业|项目)最高)+\Z"
)
_EMBEDDED = frozenset({"近期", "远期", "中期", "早期", "长期", "后期", "自身"})
_ASIDE = re.compile(r"[A-Za-z一-鿿][A-Za-z 一-鿿-]{0,24}[（(][^）)]{1,16}[）)]\Z")
_MODIFIER = re.compile(r"[^，。；：、\d]{2,16}的\Z")
_STAGE = re.compile(
    r"(?:首期|[一二三四]期|首批|首轮|共同|单[个家](?:项目|企业)?(?:最高|每年累计))\Z"
)
_VERB_SIZE = 2
_EMPTY = frozenset(
    "园区 公司 集团 基地 小镇 累计 合计 总计 共计 其中 全年 占比 比重 比例 记者 数据 消息".split()
)
_AVERAGE = re.compile(r"(?<=[一-鿿]{2})(?:平均|人均|总数|合计)")
_VERBAL = frozenset({"占地", "持股", "占股", "装机", "收案", "入组", "净增"})
_VERB_TAGS = frozenset({"v", "vn", "vd"})
_NO_MEASURE = re.compile(
    r"(?:达|到|达到|突破|超过|超|实现|完成|有|为|是|占|至|将|增至|升至|提升|提高|增加|增长|扩大"
    r"|提出|拥有|集聚|聚集|汇聚|吸引"
    r"|引进|引入|新增|拟|计划|预计|共|包括|其中|显示|表示|介绍|指出|说|称|合计|总计|需|要|可"
    r"|可达|培育|形成|获批?|建成|设立|安排|降至|获得)\Z"
)
_MAXIMUM_TOKENS = 14
_ONE_WORD = frozenset({"占比", "在研", "营收", "产值", "市值"})  # the tagger may cut them in two
# Verbs by the tagger that are what is measured: 得分为110.3分, 投入占10%.
_NOMINAL_VERBS = re.compile(
    r"得分|补助|资助|补贴|奖励|投入|占比|收入|投资|产出|出口|进口|支出|营收|融资|研发|产能|销售"
    r"|授权|许可|交易|利润"
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
        if not words or words[-1].span.end < span.end - 1 or self._is_verbal(words[-1]):
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
        if found is None or found.of(self._text.key) in _EMPTY:
            return None
        if head := _REFERENCE.match(self._text.key, found.start):
            return Span(min(head.end(), found.end - 1), found.end)
        return self._modified(index, span, self._fitted(span.start, found))

    def _modified(self, index: int, span: Span, found: Span) -> Span:
        """A short noun with the clause that says which: 可供重建的厂地."""
        key = self._text.key
        aside = _ASIDE.search(key, span.start, found.start)
        if aside is not None and not self._text.names_in(Span(*aside.span())):
            return Span(aside.start(), found.end)
        match = _MODIFIER.search(key, span.start, found.start)
        if match is None or found.end - found.start > _SHORT:
            return found
        start = match.start()
        for item in self._text.names_in(Span(span.start, match.end())):
            if key[item.span.end] == "的" or item.span.start <= start:
                start = max(start, item.span.end + (key[item.span.end] == "的"))
        words = self._text.words(index, Span(start, match.end() - 1))
        says = any(word.tag == "v" for word in words) and words[-1].tag in ("v", "n", "vn")
        return Span(start, found.end) if says and start < match.end() - 2 else found

    def owned(self, index: int, span: Span) -> Span | None:
        """The phrase that ends a stretch, with the place that says which: 澳门企业."""
        found = self.ending(index, span)
        if found is None:
            return None
        names = self._text.names_in(span)
        place = next((item.span for item in names if item.span.end == found.start), None)
        short = place is not None and found.end - found.start <= _SHORT
        return Span(place.start, found.end) if short and place is not None else found

    def counted(self, span: Span) -> Span:
        """A noun right of a unit, without a verb that leads it."""
        average = _AVERAGE.search(self._text.key, span.start, span.end)
        kept = span if average is None else Span(span.start, average.start())
        return self._fitted(kept.start, kept)

    def leading(self, index: int, span: Span) -> Span | None:
        """The run of nouns that begins a stretch."""
        end = span.start
        for token in self._text.words(index, span):
            mark = token.tag == "w" and token.span.of(self._text.key) != "-"
            if token.span.start > end or mark or token.tag in ("p", "c", "u", "d", "r"):
                break
            end = min(token.span.end, span.end)
        return Span(span.start, end) if end > span.start + 1 else None

    def verb(self, index: int, span: Span) -> Span | None:
        """The verb that ends a stretch and says what is counted: 植入46宗, 占地50万平方米."""
        perfect = span.end > span.start and self._text.key[span.end - 1] == "了"
        span = Span(span.start, span.end - 1) if perfect else span
        words = self._clipped(index, span)
        if not words or words[-1].span.end < span.end:
            return None
        token = words[-1]
        if not perfect and token.span.end - token.span.start < _VERB_SIZE:
            token = Token(
                Span(max(span.start, token.span.end - _VERB_SIZE), token.span.end), token.tag
            )
        word = token.span.of(self._text.key)
        if token.tag not in _VERB_TAGS and word not in _VERBAL:
            return None
        if _NO_MEASURE.match(word) or not word.isalpha():
            return None
        stage = _STAGE.search(self._text.key, span.start, token.span.start)
        return token.span if stage is None else Span(stage.start(), token.span.end)

    def _fitted(self, start: int, span: Span) -> Span:
        """A phrase without what says whose it is, and with what says which: 累计投资."""
        key = self._text.key
        while (lead := _LEADING.match(key, span.start, span.end)) is not None:
            span = Span(lead.end(), span.end)
        if span.end - span.start <= _SHORT:
            prefix = _PREFIX.search(key, start, span.start)
            if prefix is not None:
                return Span(prefix.start(), span.end)
        return span

    def _is_verbal(self, token: Token) -> bool:
        return token.span.of(self._text.key) in _VERBAL

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
        if not phrase or (token.tag == "v" and word[0] == "为"):
            return token.tag in _NOUNS
        if token.tag == "m":
            return word.endswith(("类", "级"))
        return token.tag in _INSIDE or word in _EMBEDDED

    def _joined(self, word: str, following: Token) -> bool:
        """Whether a word that else ends a phrase belongs to the next: 累计总数."""
        after = following.span.of(self._text.key)
        if word == "生产":
            return after.startswith("总值")
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
