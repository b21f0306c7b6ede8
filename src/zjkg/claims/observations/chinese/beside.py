"""Readings of a measure that stands right or left of its Chinese value."""

from __future__ import annotations

import re

from zjkg.claims.observations.chinese import acts, lexicon
from zjkg.claims.observations.chinese.growth import result
from zjkg.claims.observations.chinese.phrases import Phrases
from zjkg.claims.observations.chinese.place import Place
from zjkg.claims.observations.measured import Measured
from zjkg.claims.observations.text import Text
from zjkg.model import EntityType, Span

_ATTRIBUTE = re.compile(
    r"(?:规模|占地(?:面积)?|面积|总?投资|注册资[本金]|投资额|金额|[市价产估]值|收入|营收)\Z"
)
_GIVES = re.compile(
    r"(?P<act>投资|注资|投|捐赠|捐款|拨付|拨款|补助|资助|奖励|支付|赔偿|贷款)(?:了|给)?[^，。；\d]{1,14}\Z"
)
_STAGE = re.compile(
    r"(?P<name>[两三四]期合计|首期|[一二三四]期|首批|首轮|首阶段|单[个家](?:[^，。；、\d]{0,4}?每年)?"
    r"(?:最高|累计|最多)?|同一[^，。；、\d]{1,4}?每年(?:最高|累计|最多)|平均每[^，。；、\d]{1,4}"
    r"|每[股手件台人](?:[^，。；、\d为达约]{0,4})?)(?:约|近|逾|共|为|超过?|达|不)*\Z"
)
_ANAPHORIC = re.compile(
    r"(?:这一|该|这个|此|上述)(?:数字|数据|数值|指标|金额|比例|比重|总数|数量)\Z"
)
_AMOUNT = "金额"
_PERSON = "个人"
_EQUIVALENT = re.compile(r"\s?[（(][^（()）]{2,24}[）)](?=[一-鿿A-Z])")  # 400万美元（约…）A轮融资
_ABBREVIATED = re.compile(r"\s?[（(][A-Za-z][A-Za-z0-9 /+-]{0,14}[）)]\Z")  # 客观缓解率（ORR）为
_CHANGES = re.compile(r"[增减升降扩缩提拉压跌涨][一-鿿]?[至到为]")
# 三期人数是对手的四倍, 租金只及本港三分之一
_MULTIPLE = re.compile(
    r"(?P<is>(?:已经?|将|只|仅|约|还|也|则)*(?:是|为|及|有|相当于|达到?)(?!了))"
    r"[^，。；：\d]{1,14}?(?:的|水平)?(?:约|近|将近|逾|不足|不到|超过|多于|[仅只])*\Z"
)
_OF = re.compile(r"(?:的|[只仅]及[^，。；]{1,10})(?:约|近|将近|逾|不足|不到|超过|[仅只])*\Z")
_LETTERS = re.compile(r"(?<![A-Za-z ])[A-Z][A-Z/+-]{1,9}\Z")
_DEAL = re.compile(r"(?:融资|募资|项目|交易|投资|贷款|出资|并购)\Z")
_INDICATOR = re.compile(r"指标(?:——|--|是|为|：|:|即|，即)(?P<name>[^，,。；、\d]{2,24})")
_NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千万亿][个家项种款]\Z")
_VALUE = re.compile(r"[十百千万亿]+(?:元|美元|港元)?\Z")
_THINGS = frozenset({EntityType.ORGANIZATION, EntityType.PRODUCT, EntityType.PROJECT})
_COLONS = frozenset({":", "："})
_MAXIMUM_CLAUSES = 6
_SHORTEST = 2
_HIGHEST = "最高"


class Beside:
    """Finds the nouns and verbs beside a value; each reading gives None where it does not fit."""

    def __init__(self, text: Text, phrases: Phrases) -> None:
        self._text = text
        self._phrases = phrases

    def right(self, place: Place) -> Measured | None:
        """The noun right of the unit: 83家企业, 2亿元B轮融资, 400亩用地."""
        key = self._text.key
        if place.is_share or (place.is_relative and key[place.end : place.end + 1] != "的"):
            return None
        clause = place.clause
        linked = lexicon.unlinked(key, clause.start, place.start)
        named = _ATTRIBUTE.search(key, clause.start, linked) is not None  # 总规模20亿元的基金
        if not place.is_count and (named or place.quantity.equivalent_to is not None):
            return None
        equivalent = _EQUIVALENT.match(key, place.end, clause.end) if place.is_money else None
        start = place.end if equivalent is None else equivalent.end()
        if _CHANGES.match(key, start, clause.end):  # 520人减至60人
            return None
        noun = self._phrases.beginning(place.index, start, clause.end, clauses=place.is_count)
        if noun is None or noun.end - noun.start < _SHORTEST:
            noun = place.quantity.counted if place.is_count else None
        if noun is None or noun.of(key) in lexicon.ABSTRACT:
            return None
        if noun.of(key) == _PERSON:  # 4个人
            noun = Span(noun.end - 1, noun.end)
        return Measured(noun, "right-noun")

    def multiplied(self, place: Place) -> Measured | None:
        """What is so many times as large as something else: 人数是对手的四倍."""
        if place.quantity.unit not in ("times", "ratio"):
            return None
        match = _MULTIPLE.search(place.lead)
        if match is None or (place.quantity.unit == "ratio" and not _OF.search(place.lead)):
            return None
        noun = self.noun(place, place.clause.start + match.start())
        return None if noun is None else Measured(noun, "left-noun")

    def staged(self, place: Place) -> Measured | None:
        """A stage, or one of many: 首批1.2万支, 单个项目最高补助300万元, 每股0.62元."""
        inner = acts.inner(self._text.key, place.start, place.quantity.number.start)
        if inner is not None:
            left = self.noun(place, place.start)
            adjoins = left is not None and left.end == place.start
            start = left.start if left is not None and adjoins else inner.start
            return Measured(Span(start, inner.end), "special-noun")
        match = _STAGE.search(place.lead)
        if match is None:
            return None
        stage = place.at(match, "name")
        highest = self._text.key.startswith(_HIGHEST, place.start)
        end = place.start + len(_HIGHEST) if highest else stage.end
        return Measured(Span(stage.start, end), "stage")

    def left(self, place: Place) -> Measured | None:
        """The noun left of the words that link it to the value: 从业人员逾8万人."""
        whole, end = place.quantity.share_of, place.start
        if whole is not None and place.clause.start <= whole.start < end:
            end = whole.start
        noun = self.noun(place, end)
        if noun is None:
            return None
        if noun.of(self._text.key) == _AMOUNT:  # 完成B轮融资，金额1.5亿元
            deal = self.earlier(place).span
            if deal is not None and _DEAL.search(self._text.key, deal.start, deal.end):
                return Measured(deal, "earlier-noun")
        return Measured(noun, "left-noun")

    def noun(self, place: Place, end: int) -> Span | None:
        """The noun phrase left of the words that link it to what stands at ``end``."""
        key, start = self._text.key, place.clause.start
        if place.before:
            start = min(end, max(start, place.before[-1].span.end))
        end = lexicon.unlinked(key, start, end)
        at = result(key[start:end])
        if at is not None:
            end = lexicon.unlinked(key, start, start + at)
        if (abbreviated := _ABBREVIATED.search(key, start, end)) is not None:
            end = abbreviated.start()
        anaphor = _ANAPHORIC.search(key, start, end)
        if anaphor is not None:
            return self._indicator(place, anaphor.start())
        found = self._phrases.ending(place.index, Span(start, end), counted=place.is_count)
        return None if found is None else self._with_letters(found, start)

    def _with_letters(self, noun: Span, start: int) -> Span:
        """A noun with the letters right before it that are no name: PET/CT数量."""
        letters = _LETTERS.search(self._text.key, start, noun.start)
        if letters is None or self._text.names_in(Span(letters.start(), noun.end)):
            return noun
        return Span(letters.start(), noun.end)

    def labelled(self, place: Place) -> Measured | None:
        """The phrase before a colon: 净利润：320万元."""
        key, start = self._text.key, place.clause.start
        if not place.number or lexicon.unlinked(key, start, place.start) > start:
            return None
        label = place.clauses[place.number - 1]
        if key[label.end : start].strip() not in _COLONS:
            return None
        phrase = self._phrases.ending(place.index, label)
        return None if phrase is None else Measured(phrase, "label")

    def acted(self, place: Place) -> Measured | None:
        """The verb before a value that no noun names: 植入46宗."""
        end = lexicon.unlinked(self._text.key, place.clause.start, place.start)
        verb = self._phrases.verb(place.index, Span(place.clause.start, end))
        given = _GIVES.search(place.lead) if verb is None and place.is_money else None
        if given is not None:  # 投资该公司5亿元
            verb = place.at(given, "act")
        return None if verb is None else Measured(verb, "left-verb")

    def called(self, place: Place) -> Measured | None:
        """A name right before a count: what bears it is counted (流感疫苗 may pass for a name)."""
        if not place.is_count or place.quantity.share_of is not None:
            return None
        end = lexicon.unlinked(self._text.key, place.clause.start, place.start)
        names = self._text.names_in(Span(place.clause.start, end))
        if not names or names[-1].span.end != end or names[-1].type not in _THINGS:
            return None
        return Measured(names[-1].span, "left-name")

    def earlier(self, place: Place) -> Measured:
        """The noun phrase that ends the nearest earlier clause of the sentence."""
        if place.quantity.share_of is not None:
            return Measured(self._whole(place, place.quantity.share_of), "base-noun")
        key, last = self._text.key, place.last
        for clause in reversed(place.clauses[: place.number][-_MAXIMUM_CLAUSES:]):
            if last is not None and clause.covers(last):
                return Measured(last, "carried-noun")
            value = _VALUE.search(key, clause.start, clause.end)  # 营收破百亿
            end = clause.end if value is None else value.start()
            end = lexicon.unlinked(key, clause.start, end)
            phrase = self._phrases.ending(place.index, Span(clause.start, end))
            if phrase is not None and not _NUMERAL.search(key, clause.start, phrase.start):
                return Measured(phrase, "earlier-noun")
            names = self._text.names_in(clause)
            if names and names[-1].span.end == end and names[-1].type is EntityType.PRODUCT:
                return Measured(names[-1].span, "earlier-noun")
        if last is not None and self.in_block(place):
            return Measured(last, "carried-noun")
        return Measured(None, "no-noun")

    def in_block(self, place: Place) -> bool:
        """Whether the measure before stands in the same paragraph."""
        block = self._text.article.blocks[place.sentence.block].span
        return place.last is not None and block.covers(place.last)

    def _whole(self, place: Place, whole: Span) -> Span:
        """What a part is counted of: 54项临床试验中的16项."""
        for each in reversed(place.before[-_MAXIMUM_CLAUSES:]):
            if each.counted is not None and each.counted.end == whole.end:
                return each.counted
        phrase = self._phrases.ending(place.index, whole)
        named = phrase is not None and phrase.end - phrase.start >= _SHORTEST
        return phrase if phrase is not None and named else whole

    def _indicator(self, place: Place, before: int) -> Span | None:
        """The name of the figure that 这一数字 stands for: 指标——X, else the phrase before."""
        start = place.sentence.span.start
        named = [
            Span(*each.span("name")) for each in _INDICATOR.finditer(self._text.key, start, before)
        ]
        return named[-1] if named else self.earlier(place).span
