"""What is counted or measured: the shortest noun phrase that says it, as a span of the text."""

from __future__ import annotations

import re

from zjkg.claims.observation_measures_english import EnglishMeasures
from zjkg.claims.observation_phrases import RATIOS, Measured, Phrases, index_name
from zjkg.claims.observation_text import Text, clause_at, is_english
from zjkg.model import Quantity, Sentence, Span

_LINK = re.compile(
    r"(?:已经|已|也|均|都|就|仅|只|约|近|为|是|达到|达|高达|升至|增至|增长到|增长至|扩大到|扩大至|提升至|提升到|降至"
    r""
    r"|提高到|提高至|增加到|上升到|上升至|下降到|下降至|提升到|由|从|(?:19|20)\d{2}年底?|超过|超|突破|逾|共|合计|总计|共计|分别|将|要|会|可|占|的|有|不|低于|数据|实现|在|[：:“”（(])+\Z"
)
_GROWTH = re.compile(
    r"(?P<compared>同比|环比|比上年|较上年|年均|比[^，,。；]{1,10}|较[^，,。；]{1,10})?(?:实际|名义|复合|累计)?"
    r"(?P<verb>增长率?|成长率?|增幅|增速|下降|上升|提升|提高|减少|降低|增加|下滑|回落|上涨)(?:了|为|达到?|至|率|约|近|超过?|逾)*\Z"
)
_ANAPHORIC = re.compile(
    r"(?:这一|该|这个|此|上述)(?:数字|数据|数值|指标|金额|比例|比重|总数|数量)\Z"
)
_INDICATOR = re.compile(r"指标(?:——|--|是|为|：|:|即|，即)(?P<name>[^，,。；、\d]{2,24})")
_SHARE_WORD = re.compile(r"的(?:比重|比例|份额)\Z")
_OBJECT = re.compile(
    r"(?:设立|建设|设有|开设|建立|成立|布局|建成|组建|开发|研发|建有)了?(?P<name>[^，,。；、（(]{2,20})"
)
_MAXIMUM_CLAUSES = 6
_CURRENCY = re.compile(r"[A-Z]{3}")


class MeasureFinder:
    """Finds measures in text order and remembers the last one, for values that lean on it."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._phrases = Phrases(text)
        self._english = EnglishMeasures(text)
        self._last: Span | None = None
        self._growing: Span | None = None
        self._counted: list[Quantity] = []

    def measure(self, index: int, sentence: Sentence, quantity: Quantity) -> Measured:
        """The measure of the next quantity; ``index`` is that of its sentence."""
        english = is_english(sentence)
        found = (
            self._english.measure(index, sentence, quantity, self._last)
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
            name = index_name(self._text, sentence, sentence.span.end)
            return None if name is None else Measured(name, "index-name")
        if self._last is not None and clause.covers(self._last) and self._same_unit(quantity):
            return Measured(self._last, "carried-noun")
        return None

    def _same_unit(self, quantity: Quantity) -> bool:
        return bool(self._counted) and self._counted[-1].unit == quantity.unit

    def _ratio_of(self, quantity: Quantity) -> bool:
        """Whether a share leans on the amount named before it: 占全国27%."""
        share = quantity.share_of
        if quantity.unit not in RATIOS:
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
        return self._phrases.ending(index, Span(start, end))

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
        phrase = self._phrases.ending(index, share)
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
            phrase = self._phrases.ending(index, clause)
            if phrase is None or any(w.tag == "m" and w.span.end == phrase.start for w in words):
                continue
            return Measured(phrase, "earlier-noun")
        if self._last is not None and self._in_block(sentence):
            return Measured(self._last, "carried-noun")
        return Measured(None, "no-noun")
