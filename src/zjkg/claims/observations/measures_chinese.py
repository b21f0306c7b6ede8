"""What a Chinese number measures, by the words left and right of it."""

from __future__ import annotations

import re

from zjkg.claims.observations.growth import growth, is_share_noun, leans, rate, result, share
from zjkg.claims.observations.phrases import RATIOS, Measured, Phrases, index_name
from zjkg.claims.observations.text import Text, clause_at
from zjkg.model import Quantity, Sentence, Span

_LINK = re.compile(
    r"(?:已经|已|也|均|都|就|仅|只|约|近|为|是|达到|达|高达|超过|超|突破|逾|共有|共|合计|总计"
    r"|共计|分别|将|要|会|可|占|的|有"
    r"|不|低于|高于|少于|到|足|数据|实现|在|首次|有望|可望|预计|预期|预估|力争|力拼|力求|争取|料"
    r"|眼下|目前|现有|现|尚余|尚有|尚|剩余|余下|余|至少"
    r"|至多|最多|最高|左右|大约|将近|接近|规划|再|又|还|则|却|更|(?<![产功性效智])能|届时|今年"
    r"|去年|明年|全年|前后|跨越|满|下|破"
    r"|由(?:目前|现在|现时|原来|当前|去年|\d年前|此前)的?|从(?:目前|现在|原来|当前|去年|原先"
    r"|[^，。；]{0,6}年)的?|[由从]|(?:19|20)\d{2}年底?"
    r"|(?:今年|去年|本年)?(?:[首前第][一二三四\d]+(?:个月|季度?)|[上下]半年|首季|末季)"
    r"|[：:“”（(])+\Z"
)
_ANAPHORIC = re.compile(
    r"(?:这一|该|这个|此|上述)(?:数字|数据|数值|指标|金额|比例|比重|总数|数量)\Z"
)
_INDICATOR = re.compile(r"指标(?:——|--|是|为|：|:|即|，即)(?P<name>[^，,。；、\d]{2,24})")
_BASE_PERIOD = re.compile(r"(?P<base>基期|基准期?|基点|基数)(?:为|（|\(|是|值为?)?\Z")
_SCORED = re.compile(
    r"[“「『](?P<item>[^”」』]{2,12})[”」』](?:一项|分项|维度|指标)?(?:得分|指数)?(?:最高|最低"
    r"|仅|只|达|得|为|，|有)*\Z"
)
_SCORE_NOUN = re.compile(r"综合得分|总得分|得分|评分|总分|分值|指数值")
_SPENT = re.compile(
    r"(?P<verb>(?:共同|合计|联合|累计|计划)?(?:投资|投入|斥资|出资|耗资|注资|再投|投下"
    r"|(?<![一-鿿])投))"
    r"(?:约|近|逾|超过?|不超过|不少于|总额|金额|达|新台币|人民币|港币|至少|了|共)*\Z"
)
_BUILT = re.compile(
    r"(?:元|币|法郎|美元|欧元)?(?:左右|以上|上下)?(?:[（(][^）)]{1,24}[）)])?[，]?(?:用于|用来"
    r"|以)?(?:在[^，。；]{1,24}?)?"
    r"(?P<act>建设|设立|兴建|打造|扩建|新建|建造|筹建|组建|建立|成立|兴办|建(?=厂))了?"
    r"(?P<name>[^，。；、（(]{1,24})"
)
_SIZED = re.compile(r"(?:总)?规模(?:约|近|逾|超过?|达|为|不低于|不少于)*\Z")
_SIZED_NAME = re.compile(r"的(?P<name>[^，。；、（(]{2,16})")
_DOES = re.compile(
    r"(?:以上|左右|上下|多|的企业|的)?(?:都|均|将|正在|正|已)?(?:为|是|来自于?|投向|流向|用于"
    r"|用作|属于|属)?"
    r"(?P<what>(?:从事|具有|拥有|专注|布局|集中|实现|获得)?[^，。；、“”（()）]{2,14})"
)
_SUBSET = re.compile(r"(?:\A|其中|当中|里|将有|，|有)(?:约|近|逾|超过?|不足|不到|至少|将|有)*\Z")
_OBJECT = re.compile(
    r"(?:设立|建设|设有|开设|建立|成立|布局|建成|组建|开发|研发"
    r"|建有)了?(?P<name>[^，,。；、（(]{2,20})"
)
_CLASS = re.compile(
    r"(?:\d+(?:\.\d+)?[十百千万亿]*(?:元|美元)?(?:级|以上|以下)|规模以上|[百千万亿]+级)\Z"
)
_STAGE = re.compile(
    r"(?:[两三四]期合计|首期|[一二三四]期|首批|首轮|首阶段"
    r"|单[个家][^，。；、\d]{0,4}?(?:每年)?(?:最高|累计|最多))(?:约|近|逾|共|为|超过?|达)*\Z"
)
_STAGE_NAME = re.compile(
    r"[两三四]期合计|首期|[一二三四]期|首批|首轮|首阶段"
    r"|单[个家][^，。；、\d]{0,4}?(?:每年)?(?:最高|累计|最多)"
)
_TOTAL = re.compile(r"[、，和及]?(?:合计|共计|总计|合共|共)(?:约|近|逾|达|超过?)*")
_GIVEN = re.compile(r"给予|最高|提供|享受|按[^，。；]{0,12}的?\Z|、\d")
_SUPPORT = re.compile(
    r"(?:、[^，。；、]{1,10}元)*(?:以内)?的?(?:一次性|资金|财政)?(?P<name>扶持|奖励|补贴|补助"
    r"|资助|支持|贴息)"
)
_INNER = re.compile(r"扶持|奖励|补贴|补助|资助|支持|融资|投资|罚款")
_HOLDING = re.compile(r"的?(?P<name>股权|股份|权益|股本)")
_ATTENDED = re.compile(r"(?P<name>参与|参加|参观|到访|到场|就诊|受益|出席)")
_ALIKE = 3  # how many values back one of the same unit may lie
_MAXIMUM_CLAUSES = 6
RATE = "growth-rate"
"""The rule of a measure that is itself a change; the next value leans on what changes."""
_CURRENCY = re.compile(r"[A-Z]{3}")
_JOINED = ("、", "和", "与", "及", "至", "到")


class ChineseMeasures:
    """Finds the measures of Chinese sentences; must be asked in text order."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._phrases = Phrases(text)
        self._last: Span | None = None
        self._counted: list[Quantity] = []
        self._rule = ""

    def measure(
        self, index: int, sentence: Sentence, quantity: Quantity, last: Span | None
    ) -> Measured:
        """The measure of a quantity; ``last`` is that of the value before, to lean on."""
        self._last = last
        clauses = self._text.clauses(sentence)
        number = clause_at(clauses, quantity.span.start)
        clause = clauses[number]
        found = (
            self._leaning(clause, quantity)
            or self._scored(sentence, clause, quantity)
            or self._grown(index, sentence, clause, quantity)
            or self._shared(index, clause, quantity)
            or self._spent(index, clause, quantity)
            or self._named(index, clause, quantity)
            or self._carried(sentence, clause, quantity)
            or self._earlier(index, sentence, clauses[:number])
        )
        self._counted.append(quantity)
        self._rule = found.rule
        return found

    def _lead(self, clause: Span, quantity: Quantity) -> str:
        return self._text.key[clause.start : quantity.span.start]

    def _leaning(self, clause: Span, quantity: Quantity) -> Measured | None:
        """A value in another currency, the next of a list, or one to compare with."""
        if self._last is None:
            return None
        if quantity.equivalent_to is not None:
            return Measured(self._last, "carried-noun")
        if self._listed(quantity):
            return Measured(self._last, "growth" if self._rule == "growth" else "carried-noun")
        lead = self._lead(clause, quantity)
        if self._in_block(quantity) and (leans(lead, quantity) or self._results(clause, quantity)):
            return Measured(self._last, "carried-noun")
        return None

    def _listed(self, quantity: Quantity) -> bool:
        """Whether a value follows the one before: 分别增长17%和8%; 8宗、合计430亩."""
        if not self._counted:
            return False
        before = self._counted[-1]
        between = self._text.key[before.span.end : quantity.span.start]
        grown = before.unit == quantity.unit and self._rule == "growth"
        return (grown and between in _JOINED) or _TOTAL.fullmatch(between) is not None

    def _results(self, clause: Span, quantity: Quantity) -> bool:
        """Whether a clause or what follows a value only says what it became: 增至7家."""
        at = result(self._lead(clause, quantity))
        alike = any(each.unit == quantity.unit for each in self._counted[-_ALIKE:])
        if at is None or not alike:
            return False
        return at == 0 or clause.start + at == self._counted[-1].span.end

    def _scored(self, sentence: Sentence, clause: Span, quantity: Quantity) -> Measured | None:
        if quantity.unit != "score":
            return None
        key, start = self._text.key, sentence.span.start
        lead = key[start : quantity.span.start]
        for pattern, group in ((_BASE_PERIOD, "base"), (_SCORED, "item")):
            match = pattern.search(lead)
            if match is None:
                continue
            names = self._text.names_in(Span(start + match.start(group), start + match.end(group)))
            if not names:
                return Measured(Span(start + match.start(group), start + match.end(group)), "score")
        if growth(self._lead(clause, quantity), quantity) is not None:
            return None
        noun = _SCORE_NOUN.search(key, clause.start, clause.end) or _SCORE_NOUN.search(
            key, start, sentence.span.end
        )
        if noun is not None:
            return Measured(Span(*noun.span()), "score")
        name = index_name(self._text, sentence, sentence.span.end)
        return Measured(name, "index-name") if name is not None else None

    def _grown(
        self, index: int, sentence: Sentence, clause: Span, quantity: Quantity
    ) -> Measured | None:
        """What grows: before the words of growth, else what the text spoke of before."""
        lead = self._lead(clause, quantity)
        noun = rate(lead) if quantity.unit in ("%", "百分点") else None
        if noun is not None:
            if quantity.unit == "百分点" or self._last is None:
                return Measured(Span(clause.start + noun[0], clause.start + noun[1]), RATE)
            return Measured(self._last, "growth")
        at = growth(lead, quantity)
        if at is None:
            return None
        grown = self._left(index, clause.start, clause.start + at)
        if grown is None and self._last is not None and self._in_block(quantity):
            return Measured(self._last, "growth")
        if grown is None:
            clauses = self._text.clauses(sentence)
            return self._earlier(index, sentence, clauses[: clause_at(clauses, clause.start)])
        return Measured(grown, "growth")

    def _shared(self, index: int, clause: Span, quantity: Quantity) -> Measured | None:
        """What has the share: X占…的45%; 六成从事X; 近三分之一 after 其中."""
        if quantity.unit not in RATIOS:
            return None
        lead = self._lead(clause, quantity)
        at = share(lead, quantity)
        if at is not None:
            part = self._phrases.owned(index, Span(clause.start, clause.start + at))
            if part is not None:
                return Measured(part, "share-noun")
            return None if self._last is None else Measured(self._last, "carried-noun")
        if is_share_noun(lead):
            return None if self._last is None else Measured(self._last, "carried-noun")
        if _SUBSET.search(lead) and quantity.counted is None:
            does = _DOES.match(self._text.key, quantity.span.end, clause.end)
            if does is not None:
                return Measured(Span(*does.span("what")), "share-does")
        return None

    def _spent(self, index: int, clause: Span, quantity: Quantity) -> Measured | None:
        """What money is for: 投资2亿元建设X → X; 规模20亿元的X → X; else the verb."""
        if _CURRENCY.fullmatch(quantity.unit) is None:
            return None
        lead, key = self._lead(clause, quantity), self._text.key
        sentence = self._text.article.sentences[index].span
        if _SIZED.search(lead):
            sized = _SIZED_NAME.match(key, quantity.span.end, clause.end)
            return None if sized is None else Measured(Span(*sized.span("name")), "sized-noun")
        verb = _SPENT.search(lead)
        if verb is None:
            return None
        built = _BUILT.match(key, quantity.span.end, sentence.end)
        if built is not None:
            name = Span(*built.span("name"))
            if built["act"] == "建":
                name = Span(built.start("act"), name.end)
            return Measured(self._phrases.leading(index, name) or name, "spent-on")
        noun = self._phrases.ending(index, Span(clause.start, clause.start + verb.end("verb")))
        if noun is not None and noun.end == clause.start + verb.end("verb"):
            return Measured(noun, "left-noun")
        return Measured(Span(clause.start + verb.start(), clause.start + verb.end("verb")), "spent")

    def _named(self, index: int, clause: Span, quantity: Quantity) -> Measured | None:
        """The measure that the clause itself names."""
        money = _CURRENCY.fullmatch(quantity.unit) is not None
        if quantity.counted is not None and not money:
            return Measured(self._phrases.counted(quantity.counted), "right-noun")
        special = self._hedged(index, clause, quantity) or self._special(clause, quantity)
        if special is not None:
            return Measured(special, "special-noun")
        whole, end = quantity.share_of, quantity.span.start
        inside = whole is not None and clause.start <= whole.start
        if whole is not None and inside and whole.start < end:
            end = whole.start
        left = self._left(index, clause.start, end)
        if left is not None or quantity.counted is not None:
            rule = "right-noun" if left is None else "left-noun"
            return Measured(left or quantity.counted, rule)
        verb = self._phrases.verb(index, self._unlinked(clause.start, quantity.span.start))
        if verb is not None and whole is None:
            return Measured(verb, "left-verb")
        if whole is None or (inside and self._ratio_of(quantity)):
            return None
        base = self._base(index, clause, quantity)
        return None if base is None else Measured(base, "base-noun")

    def _hedged(self, index: int, clause: Span, quantity: Quantity) -> Span | None:
        """A noun between hedge and number: 单个项目最高补助300万元."""
        noun = _INNER.search(self._text.key, quantity.span.start, quantity.number.start)
        if noun is None:
            return None
        left = self._left(index, clause.start, quantity.span.start)
        adjoins = left is not None and left.end == quantity.span.start
        return Span(left.start if left and adjoins else noun.start(), noun.end())

    def _special(self, clause: Span, quantity: Quantity) -> Span | None:
        """三成股权; 近400人次参与; 首批1.2万支."""
        key = self._text.key
        if _GIVEN.search(key, clause.start, quantity.span.start):
            support = _SUPPORT.match(key, quantity.span.end, clause.end)
            if support is not None:
                return Span(*support.span("name"))
        right = _HOLDING if quantity.unit in RATIOS else _ATTENDED
        match = right.match(key, quantity.span.end, clause.end)
        if match is not None:
            return Span(*match.span("name"))
        stage = _STAGE.search(key, clause.start, quantity.span.start)
        name = None if stage is None else _STAGE_NAME.match(key, stage.start())
        return None if name is None else Span(*name.span())

    def _carried(self, sentence: Sentence, clause: Span, quantity: Quantity) -> Measured | None:
        """The measure of the value before, for a value that leans on it."""
        if self._last is None:
            return None
        if self._ratio_of(quantity) and self._in_block(quantity):
            return Measured(self._last, "carried-noun")
        same = bool(self._counted) and self._counted[-1].unit == quantity.unit
        near = clause.covers(self._last) or result(self._lead(clause, quantity)) is not None
        if same and near and sentence.span.covers(self._last):
            return Measured(self._last, "carried-noun")
        return None

    def _ratio_of(self, quantity: Quantity) -> bool:
        """Whether a share leans on the amount named before it: 占全国27%."""
        whole = quantity.share_of
        if quantity.unit not in RATIOS:
            return False
        if whole is None:
            return True
        before = self._text.key[max(0, whole.start - 3) : whole.start]
        return bool(re.search(r"[占在、和近]", before)) or whole.end >= quantity.span.start - 2

    def _in_block(self, quantity: Quantity) -> bool:
        sentence = self._text.article.sentences[self._text.sentence_of(quantity.span)]
        block = self._text.article.blocks[sentence.block].span
        return self._last is not None and block.covers(self._last)

    def _unlinked(self, start: int, end: int) -> Span:
        """A stretch without the copulas and hedges that end it."""
        link = _LINK.search(self._text.key, start, end)
        return Span(start, end if link is None else link.start())

    def _left(self, index: int, start: int, end: int) -> Span | None:
        """The noun phrase that ends where the copulas and hedges before ``end`` begin."""
        key = self._text.key
        stretch = self._unlinked(start, end)
        at = result(stretch.of(key))
        if at is not None:
            stretch = self._unlinked(start, start + at)
        anaphor = _ANAPHORIC.search(key, start, stretch.end)
        if anaphor is not None:
            return self._indicator(index, anaphor.start())
        found = self._phrases.ending(index, stretch)
        if found is None:
            return None
        size = _CLASS.search(key, stretch.start, found.start)
        return found if size is None else Span(size.start(), found.end)

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
        return self._earlier(index, sentence, clauses[: clause_at(clauses, before)]).span

    def _base(self, index: int, clause: Span, quantity: Quantity) -> Span | None:
        """What 9家 counts in X中的9家…设立Y: Y where it is named, else the noun of X."""
        made = _OBJECT.search(self._text.key, quantity.span.end, clause.end)
        if made is not None:
            name = Span(*made.span("name"))
            if not self._text.names_in(name):
                inner = _OBJECT.search(self._text.key, name.start, clause.end)
                return Span(*inner.span("name")) if inner is not None else name
        whole = quantity.share_of
        if whole is None:
            return None
        for each in reversed(self._counted[-_MAXIMUM_CLAUSES:]):
            if each.counted is not None and whole.covers(each.span):
                return each.counted  # 54项临床试验中, 16项…
        phrase = self._phrases.ending(index, whole)
        return whole if phrase is None or self._text.key[phrase.start] == "强" else phrase

    def _earlier(self, index: int, sentence: Sentence, clauses: tuple[Span, ...]) -> Measured:
        """The noun phrase that ends the nearest earlier clause of the sentence."""
        for clause in reversed(clauses[-_MAXIMUM_CLAUSES:]):
            if self._last is not None and clause.covers(self._last):
                return Measured(self._last, "carried-noun")
            words = self._text.words(index, clause)
            phrase = self._phrases.ending(index, clause)
            if phrase is None or any(w.tag == "m" and w.span.end == phrase.start for w in words):
                continue
            return Measured(phrase, "earlier-noun")
        block = self._text.article.blocks[sentence.block].span
        if self._last is not None and block.covers(self._last):
            return Measured(self._last, "carried-noun")
        return Measured(None, "no-noun")
