"""What is counted or measured: the shortest noun phrase that says it, as a span of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.claims.observation_text import Text, clause_at, is_english
from zjkg.model import Quantity, Sentence, Span, Token

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
_LINK = re.compile(
    r"(?:已经|已|也|均|都|就|仅|只|约|近|为|是|达到|达|高达|升至|增至|增长到|增长至|扩大到|扩大至|提升至|提升到|降至"
    r""
    r"|提高到|提高至|增加到|上升到|上升至|下降到|下降至|提升到|由|从|(?:19|20)\d{2}年底?|超过|超|突破|逾|共|合计|总计|共计|分别|将|要|会|可|占|的|有|不|低于|数据|实现|在|[：:“”（(])+\Z"
)
_GROWTH = re.compile(
    r"(?P<compared>同比|环比|比上年|较上年|年均|比[^，,。；]{1,10}|较[^，,。；]{1,10})?(?:实际|名义|复合|累计)?"
    r"(?P<verb>增长率?|成长率?|增幅|增速|下降|上升|提升|提高|减少|降低|增加|下滑|回落|上涨)(?:了|为|达到?|至|率|约|近|超过?|逾)*\Z"
)
_GROWTH_ENGLISH = re.compile(
    r"\b(?:up|down|rises?|rose|grows?|falls?|drops?|risen|rising|rise of"
    r"|grew|grown|growing|growth of|increase[ds]?(?: of| by)?"
    r"|increasing|jump(?:ed)?|surg(?:ed|ing)|climb(?:ed|ing)|fell|fallen|declin(?:ed|ing)"
    r"|decrease[ds]?(?: by| of)?|drop(?:ped)?|gain(?:ed)?)(?: by| of| an?)?\s\Z",
    re.IGNORECASE,
)
_ANAPHORIC = re.compile(
    r"(?:这一|该|这个|此|上述)(?:数字|数据|数值|指标|金额|比例|比重|总数|数量)\Z"
)
_INDICATOR = re.compile(r"指标(?:——|--|是|为|：|:|即|，即)(?P<name>[^，,。；、\d]{2,24})")
# 该公司员工: the reference is the subject, not part of the measure
_REFERENCE = re.compile(
    r"(?<=[该本家此述])(?:公司|集团|企业|联盟|园区|指数|基地|中心|平台|机构|医院)(?=[一-鿿]{2})"
)
_SHARE_WORD = re.compile(r"的(?:比重|比例|份额)\Z")
_OBJECT = re.compile(
    r"(?:设立|建设|设有|开设|建立|成立|布局|建成|组建|开发|研发|建有)了?(?P<name>[^，,。；、（(]{2,20})"
)
_EN_OBJECT = re.compile(
    r"\s(?:have|has|had|entered|hold|held|obtained|received|were|are)\s(?:an? |the )?"
    r"(?P<name>(?:(?!(?:in|of|with|from|for|to|by|at|on|that|which|who)\b)[\w'’%-]+ ?){1,8})"
)
_EN_WHOLE = re.compile(r"(?:total|['’]s|world|country|nation|city|market)$")
_EN_PRONOUN = re.compile(r"(?:and |but )?(?:It|They|This|That|These|it|they|which)\b")
_DETERMINERS = re.compile(r"(?:the |a |an |its |their |our |total number of )+", re.IGNORECASE)
_MAXIMUM_TOKENS = 14
_MAXIMUM_CLAUSES = 6
_ONE_WORD = frozenset({"占比", "在研", "营收", "产值", "市值"})  # the tagger may cut them in two
# Verbs by the tagger that are what is measured: 得分为110.3分, 投入占10%.
_NOMINAL_VERBS = re.compile(
    r"得分|投入|占比|收入|投资|产出|出口|进口|支出|营收|融资|研发|产能|销售|授权|许可|交易|利润"
)
_CURRENCY = re.compile(r"[A-Z]{3}")
_RATIOS = frozenset({"%", "ratio"})


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure of a quantity, and how it was found."""

    span: Span | None
    rule: str


class MeasureFinder:
    """Finds measures in text order and remembers the last one, for values that lean on it."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._last: Span | None = None
        self._growing: Span | None = None
        self._counted: list[Quantity] = []

    def measure(self, index: int, sentence: Sentence, quantity: Quantity) -> Measured:
        """The measure of the next quantity; ``index`` is that of its sentence."""
        english = is_english(sentence)
        found = (
            self._english(index, sentence, quantity)
            if english
            else self._chinese(index, sentence, quantity)
        )
        self._counted.append(quantity)
        self._growing = found.span if found.rule == "growth" else None
        if found.span is not None and found.rule != "growth":
            self._last = found.span
        return found

    def _chinese(self, index: int, sentence: Sentence, quantity: Quantity) -> Measured:
        clauses = self._text.clauses(sentence)
        number = clause_at(clauses, quantity.span.start)
        if quantity.equivalent_to is not None and self._last is not None:
            return Measured(self._last, "carried-noun")
        if self._growing is not None and self._lists_on(quantity):
            return Measured(self._growing, "growth")
        return (
            self._named(index, clauses[number], quantity)
            or self._leaning(sentence, clauses[number], quantity)
            or self._earlier(index, sentence, clauses[:number])
        )

    def _lists_on(self, quantity: Quantity) -> bool:
        """Whether a value follows the one before in a list: 分别增长10.5%、8%."""
        before = self._counted[-1] if self._counted else None
        if before is None or before.unit != quantity.unit:
            return False
        return self._text.key[before.span.end : quantity.span.start] in ("、", "和", "与", "及")

    def _named(self, index: int, clause: Span, quantity: Quantity) -> Measured | None:
        """The measure that the clause itself names."""
        if (growth := self._growth(index, clause, quantity)) is not None:
            return Measured(growth, "growth")
        money = _CURRENCY.fullmatch(quantity.unit) is not None
        if quantity.counted is not None and not money:
            return Measured(quantity.counted, "right-noun")
        share, end = quantity.share_of, quantity.span.start
        inside = share is not None and clause.start <= share.start
        if share is not None and inside:
            end = min(end, share.start)
        left = self._left(index, clause.start, end)
        if left is not None or quantity.counted is not None:
            rule = "right-noun" if left is None else "left-noun"
            return Measured(left or quantity.counted, rule)
        if share is None or (inside and self._ratio_of(quantity)):
            return None
        base = self._base(index, clause, quantity)
        return None if base is None else Measured(base, "base-noun")

    def _leaning(self, sentence: Sentence, clause: Span, quantity: Quantity) -> Measured | None:
        """The measure of the value before, for a value that leans on it."""
        if self._ratio_of(quantity) and self._in_block(sentence):
            return Measured(self._last, "carried-noun")
        if quantity.unit == "score":
            name = self._index_name(sentence, sentence.span.end)
            return None if name is None else Measured(name, "index-name")
        if self._last is not None and clause.covers(self._last) and self._same_unit(quantity):
            return Measured(self._last, "carried-noun")
        return None

    def _same_unit(self, quantity: Quantity) -> bool:
        return bool(self._counted) and self._counted[-1].unit == quantity.unit

    def _ratio_of(self, quantity: Quantity) -> bool:
        """Whether a share leans on the amount named before it: 占全国27%."""
        share = quantity.share_of
        if quantity.unit not in _RATIOS:
            return False
        if share is None:
            return True
        before = self._text.key[max(0, share.start - 3) : share.start]
        return bool(re.search(r"[占在、和近]", before)) or share.end >= quantity.span.start - 2

    def _in_block(self, sentence: Sentence) -> bool:
        block = self._text.article.blocks[sentence.block].span
        return self._last is not None and block.covers(self._last)

    def _growth(self, index: int, clause: Span, quantity: Quantity) -> Span | None:
        key = self._text.key
        match = _GROWTH.search(key, clause.start, quantity.span.start)
        if match is None or quantity.unit not in ("%", "百分点", "times"):
            return None
        start = match.start("compared") if match["compared"] else match.start("verb")
        grown = self._left(index, clause.start, start)
        adjoining = grown is not None and not key[grown.end : start].strip()
        return Span(grown.start if grown and adjoining else start, match.end("verb"))

    def _left(self, index: int, start: int, end: int) -> Span | None:
        """The noun phrase that ends where the copulas and hedges before ``end`` begin."""
        key = self._text.key
        link = _LINK.search(key, start, end)
        if link is not None:
            end = link.start()
        share = _SHARE_WORD.search(key, start, end)
        if share is not None:
            return None
        anaphor = _ANAPHORIC.search(key, start, end)
        if anaphor is not None:
            return self._indicator(index, anaphor.start())
        return self._phrase(index, Span(start, end))

    def _phrase(self, index: int, span: Span) -> Span | None:
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
        found = _trimmed(phrase, self._text.key)
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

    def _indicator(self, index: int, before: int) -> Span | None:
        """The name of the figure that 这一数字 stands for: 指标——X, else the phrase before."""
        sentence = self._text.article.sentences[index]
        named = [
            Span(*match.span("name"))
            for match in _INDICATOR.finditer(self._text.key, sentence.span.start, before)
        ]
        if named:
            return named[-1]
        clauses = self._text.clauses(sentence)
        number = clause_at(clauses, before)
        return self._earlier(index, sentence, clauses[:number]).span

    def _base(self, index: int, clause: Span, quantity: Quantity) -> Span | None:
        """What 9家 counts in X中的9家…设立Y: Y where it is named, else the noun of X."""
        made = _OBJECT.search(self._text.key, quantity.span.end, clause.end)
        if made is not None:
            name = Span(*made.span("name"))
            if not self._text.names_in(name):
                inner = _OBJECT.search(self._text.key, name.start, clause.end)
                return Span(*inner.span("name")) if inner is not None else name
        share = quantity.share_of
        if share is None:
            return None
        inner_count = self._phrase_within(share)
        if inner_count is not None:
            return inner_count
        phrase = self._phrase(index, share)
        return share if phrase is None or self._text.key[phrase.start] == "强" else phrase

    def _phrase_within(self, share: Span) -> Span | None:
        """The noun that a quantity inside the whole already counts: 54项临床试验中."""
        for quantity in reversed(self._counted[-_MAXIMUM_CLAUSES:]):
            if quantity.counted is not None and share.covers(quantity.span):
                return quantity.counted
        return None

    def _earlier(self, index: int, sentence: Sentence, clauses: tuple[Span, ...]) -> Measured:
        """The noun phrase that ends the nearest earlier clause of the sentence."""
        for clause in reversed(clauses[-_MAXIMUM_CLAUSES:]):
            words = self._text.words(index, clause)
            phrase = self._phrase(index, clause)
            if phrase is None or any(w.tag == "m" and w.span.end == phrase.start for w in words):
                continue
            return Measured(phrase, "earlier-noun")
        if self._last is not None and self._in_block(sentence):
            return Measured(self._last, "carried-noun")
        return Measured(None, "no-noun")

    def _english(self, index: int, sentence: Sentence, quantity: Quantity) -> Measured:
        growth = self._english_growth(index, sentence, quantity)
        if growth is not None:
            return growth
        if quantity.counted is not None:
            return Measured(quantity.counted, "right-noun")
        clauses = self._text.clauses(sentence)
        share = self._english_share(quantity, clauses[clause_at(clauses, quantity.span.start)])
        if share is not None:
            return Measured(share, "share-noun")
        refers = _EN_PRONOUN.match(self._text.key, sentence.span.start)
        if self._last is not None and (refers or quantity.equivalent_to is not None):
            return Measured(self._last, "carried-noun")
        if quantity.unit == "score":
            return Measured(self._index_name(sentence, quantity.span.start), "index-name")
        start = quantity.span.start
        clause = clauses[clause_at(clauses, start)]
        noun = self._subject_noun(index, clause, start) or self._subject_noun(
            index, sentence.span, start
        )
        return Measured(noun or self._last, "subject-noun")

    def _english_growth(
        self, index: int, sentence: Sentence, quantity: Quantity
    ) -> Measured | None:
        start = quantity.span.start
        if quantity.unit not in ("%", "times", "百分点"):
            return None
        if _GROWTH_ENGLISH.search(self._text.key, sentence.span.start, start) is None:
            return None
        if self._last is not None and sentence.span.covers(self._last):
            return Measured(self._last, "growth")
        clauses = self._text.clauses(sentence)
        noun = self._subject_noun(
            index, clauses[clause_at(clauses, start)], start
        ) or self._subject_noun(index, sentence.span, start)
        return Measured(noun or self._last, "growth")

    def _english_share(self, quantity: Quantity, clause: Span) -> Span | None:
        share = quantity.share_of
        if share is None or quantity.unit not in _RATIOS:
            return None
        acts = _EN_OBJECT.match(self._text.key, quantity.span.end, clause.end)
        if acts is not None:
            return _stripped(self._text.key, Span(*acts.span("name")))
        if _EN_WHOLE.search(share.of(self._text.key)):
            return None
        lead = _DETERMINERS.match(self._text.key, share.start, share.end)
        return Span(lead.end() if lead else share.start, share.end)

    def _index_name(self, sentence: Sentence, end: int) -> Span | None:
        names = self._text.names_in(Span(sentence.span.start, end))
        return next((item.span for item in names if item.type == "Index"), None)

    def _subject_noun(self, index: int, within: Span, end: int) -> Span | None:
        """The first noun phrase of a stretch that is not a name."""
        phrase: list[Token] = []
        key = self._text.key
        names = [item.span for item in self._text.names_in(within)]
        for token in self._text.words(index, Span(within.start, end)):
            named = any(token.span.overlaps(name) for name in names)
            gerund = token.tag == "vn" and bool(phrase) and phrase[-1].tag == "n"
            if token.tag in ("n", "nz", "vn", "a", "an") and not named and not gerund:
                phrase.append(token)
            elif token.span.of(key) in ("'s", "’s", "'", "’"):
                phrase = []  # the company's net profit
            elif (found := _trimmed(phrase, key)) is not None:
                return found
            else:
                phrase = []
        return _trimmed(phrase, key)


def _trimmed(phrase: list[Token], key: str) -> Span | None:
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


def _stripped(key: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(key).rstrip()))
