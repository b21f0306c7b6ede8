"""Who of those a sentence names owns a value: the product its doses, the company its revenue."""

from __future__ import annotations

import re

from zjkg.claims.observations.discourse import Discourse
from zjkg.claims.observations.text import Text
from zjkg.model import EntityType, Quantity, Sentence, Span

_PRODUCT_UNITS = frozenset(
    "支 剂 劑 人份 例 宗 台 臺 套 人次 针 針 doses dose patients volunteers subjects participants"
    " implants".split()
)
_TRIAL = re.compile(
    r"入组|收案|植入|接种|装机|销往|受试|患者|存活率|缓解率|有效率|不良反应|副作用|中风比率"
    r"|保护率|单价|单支|售价|单台"
    r"|临床试验|\b(?:enrol\w*|efficacy|infections?|implanted|dosed|per test|trial|tested in)\b"
)
_SPREAD = re.compile(r"销往|覆盖|出口|进入|\bsells?\b|\bsold\b|\bavailable\b|\bused in\b")
_SPREAD_UNITS = frozenset("个 個 家 countries hospitals provinces markets".split())
_FIRM_UNITS = frozenset(
    "m2 ha mu km2 坪 平方呎 acres 人 名 people employees staff workers 坪".split()
)
_GRANT = re.compile(
    r"补助|资助|奖励|补贴|扶持|减免|最高支持|最高奖|再奖|\b(?:subsid|grants?\b|rewards?\b"
    r"|incentives?\b)"
)
_CURRENCY = re.compile(r"[A-Z]{3}")
_PRICE = re.compile(
    r"单[支台价剂盒个例次]|每[支台剂盒]|售价|价格|定价|\bper (?:test|dose|unit|kit)\b|\bprice"
)


class Owners:
    """Corrects the subject that grammar gives by what is measured."""

    def __init__(self, text: Text, discourse: Discourse) -> None:
        self._text = text
        self._discourse = discourse

    def owner(
        self, sentence: Sentence, clause: Span, quantity: Quantity, entity: str | None, rule: str
    ) -> str | None:
        """The subject of a value, which grammar says is ``entity``."""
        words = clause.of(self._text.key)
        before = Span(sentence.span.start, quantity.span.start)
        if quantity.unit == "score":
            return self._scored(sentence, entity, rule)
        if _GRANT.search(words) and rule not in ("subject:clause", "subject:reference"):
            policy = self._named(sentence.span, EntityType.POLICY) or (
                self._discourse.recent(EntityType.POLICY)
            )
            if policy is not None:
                return policy
        product = self._named(before, EntityType.PRODUCT)
        if self._is_product_value(words, quantity):
            last = product or self._topical_product()
            if last is not None and self._is_nearer(before, last, entity, rule):
                return last
        if entity is not None and self._discourse.type_of(entity) is EntityType.PRODUCT:
            return self._maker(words, quantity, entity)
        return entity

    def _scored(self, sentence: Sentence, entity: str | None, rule: str) -> str | None:
        if entity is not None and rule in (
            "subject:clause",
            "subject:local",
            "subject:reference",
            "subject:adjacent",
        ):
            return entity
        return (
            self._named(sentence.span, EntityType.INDEX)
            or self._discourse.last_named(EntityType.INDEX)
            or entity
        )

    def _is_product_value(self, words: str, quantity: Quantity) -> bool:
        if quantity.unit in _PRODUCT_UNITS or _TRIAL.search(words):
            return True
        return quantity.unit in _SPREAD_UNITS and _SPREAD.search(words) is not None

    def _is_nearer(self, before: Span, product: str, entity: str | None, rule: str) -> bool:
        """Whether the product is named behind what grammar says the clause speaks of."""
        order = [item.entity for item in self._text.names_in(before)]
        if product not in order:
            return rule not in ("subject:clause", "subject:reference")
        return entity not in order or order[::-1].index(product) <= order[::-1].index(entity)

    def _topical_product(self) -> str | None:
        topic = self._discourse.topic
        if topic is not None and self._discourse.type_of(topic) is EntityType.PRODUCT:
            return topic
        return None

    def _maker(self, words: str, quantity: Quantity, product: str) -> str:
        money = _CURRENCY.fullmatch(quantity.unit) is not None and not _PRICE.search(words)
        if money or quantity.unit in _FIRM_UNITS:
            return self._discourse.last_firm() or product
        return product

    def _named(self, span: Span, kind: EntityType) -> str | None:
        """The last thing of a type that is named in a stretch."""
        for item in reversed(self._text.names_in(span)):
            if item.type is kind:
                return item.entity
        return None
