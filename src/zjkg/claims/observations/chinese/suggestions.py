"""What the grammar suggests that a Chinese number measures, read from the clause around it.

The clause is ``[whose] [measure] [link] number [unit] [的] [noun] [act]``. The readings are tried
in order: values that lean on the one before, scores, growth, shares, then the noun right of the
unit, the one left of the links, what the counted things do, the verb, and last the measure of an
earlier value.
"""

from __future__ import annotations

import re

from zjkg.claims.observations.chinese import lexicon
from zjkg.claims.observations.chinese.beside import Beside
from zjkg.claims.observations.chinese.growth import growth, leans, rate, result, yearly_rate
from zjkg.claims.observations.chinese.parts import DOES, Parts
from zjkg.claims.observations.chinese.phrases import Phrases
from zjkg.claims.observations.chinese.place import Place
from zjkg.claims.observations.chinese.scores import scored
from zjkg.claims.observations.measured import RATIOS, Measured
from zjkg.claims.observations.text import Text
from zjkg.model import Quantity, Span

_RATE = "growth-rate"
_BASE = "compared-with"
PASSING = frozenset({_RATE, DOES, _BASE})
"""The rules of measures on which no later value leans: a change, what a part does, what
is compared with."""
WHOLE = frozenset({"base-noun", "score", "spent-on", _BASE})
"""The rules that read a construction whole; on annotated articles they are right more often than
what the weights would put in their place."""
_CHANGES = RATIOS | {"times", "百分点"}
_POINTS = "百分点"
_TOTAL = re.compile(r"[、，和及]?(?:合计|共计|总计|合共|共)(?:约|近|逾|达|超过?)*")
_JOINED = frozenset({"、", "以及", "，", "和", "与", "及", "至", "到"})
_DEALT = "分别"
_ALIKE = 3  # how many values back one of the same unit may lie
_REMEMBERED = 6


class Suggestions:
    """Reads the measures of Chinese sentences; must be asked in text order."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._phrases = Phrases(text)
        self._beside = Beside(text, self._phrases)
        self._parts = Parts(text, self._phrases)
        self._before: list[Quantity] = []
        self._rule = ""
        self._items: list[Span] = []
        self._remaining: list[Span] = []

    def measure(self, index: int, quantity: Quantity, last: Span | None) -> Measured:
        """What a quantity may measure; ``last`` is what the value before does, to lean on."""
        before = tuple(self._before[-_REMEMBERED:])
        place = Place.of(self._text, index, quantity, last, before)
        found = self._deal(place, self._found(place))
        self._before.append(quantity)
        self._rule = found.rule
        return found

    def _found(self, place: Place) -> Measured:
        return (
            self._beside.multiplied(place)
            or self._leaning(place)
            or self._scored(place)
            or self._grown(place)
            or self._parts.shared(place)
            or self._parts.paid(place)
            or self._parts.fraction(place)
            or self._beside.right(place)
            or self._beside.staged(place)
            or self._parts.nominalized(place)
            or self._beside.left(place)
            or self._beside.labelled(place)
            or self._parts.part(place)
            or self._beside.acted(place)
            or self._beside.called(place)
            or self._carried(place)
            or self._beside.earlier(place)
        )

    def _deal(self, place: Place, found: Measured) -> Measured:
        """The measure that falls to a value where several are dealt out: A、B分别为X和Y."""
        if self._remaining and self._between(place) in _JOINED:
            return Measured(self._remaining.pop(0), found.rule, is_whole=True)
        self._remaining = []
        if found.span is None or _DEALT not in place.lead:
            return found
        items = self._phrases.items(found.span)
        if not place.clause.covers(found.span):  # 同比分别增长3%和5%
            items = self._items if self._items[-1:] == [found.span] else []
        if len(items) <= 1:
            return found
        self._items, self._remaining = items, items[1:]
        return Measured(items[0], found.rule, is_whole=True)

    def _between(self, place: Place) -> str:
        """The words between a value and the one before."""
        if not place.before:
            return ""
        return self._text.key[place.before[-1].span.end : place.start]

    def _leaning(self, place: Place) -> Measured | None:
        """A value in another currency, the next of a list, or one to compare with."""
        if place.last is None:
            return None
        if place.quantity.equivalent_to is not None:
            return Measured(place.last, "carried-noun")
        if self._listed(place):
            return Measured(place.last, "growth" if self._rule == "growth" else "carried-noun")
        leaning = leans(place.lead, place.quantity) or self._results(place)
        if leaning and place.is_money and self._text.key.startswith("的", place.end):
            base = self._beside.right(place)  # 较45元的发行价: no later value leans on it
            return None if base is None else Measured(base.span, _BASE)
        if leaning and self._beside.in_block(place):
            return Measured(place.last, "carried-noun")
        return None

    def _listed(self, place: Place) -> bool:
        """Whether a value follows the one before: 增长17%和8%; 8宗、合计430亩."""
        between = self._between(place)
        alike = bool(place.before) and place.before[-1].unit == place.quantity.unit
        joined = alike and self._rule in ("growth", "left-verb") and between in _JOINED
        return joined or _TOTAL.fullmatch(between) is not None

    def _results(self, place: Place) -> bool:
        """Whether the words before a value only say what the one before became: 增至7家."""
        at = result(place.lead)
        alike = any(each.unit == place.quantity.unit for each in place.before[-_ALIKE:])
        if at is None or not alike:
            return False
        return at == 0 or place.clause.start + at == place.before[-1].span.end

    def _scored(self, place: Place) -> Measured | None:
        if place.quantity.unit != "score":
            return None
        return scored(self._text, place, self._beside.noun(place, place.start))

    def _grown(self, place: Place) -> Measured | None:
        """What grows: before the words of growth, else what the text spoke of before."""
        changes = place.quantity.unit in _CHANGES
        yearly = yearly_rate(place.lead) if changes else None
        if yearly is not None:
            start = place.clause.start
            return Measured(Span(start + yearly[0], start + yearly[1]), _RATE)
        noun = rate(place.lead) if changes else None
        if noun is not None:
            return self._rated(place, *noun)
        at = growth(place.lead, place.quantity)
        if at is None:
            return None
        grown = self._beside.noun(place, place.clause.start + at)
        if grown is not None and grown.of(self._text.key) not in lexicon.MARKET:
            return Measured(grown, "growth")
        if place.last is not None and place.sentence.span.covers(place.last):
            return Measured(place.last, "growth")
        return Measured(self._beside.earlier(place).span, "growth")

    def _rated(self, place: Place, start: int, end: int) -> Measured:
        """What 增速 or 增幅 is of: of points it is the rate itself, else what grows."""
        rate_of = Span(place.clause.start + start, place.clause.start + end)
        grown = self._beside.noun(place, rate_of.start)
        if place.quantity.unit == _POINTS:
            whole = rate_of if grown is None else Span(grown.start, rate_of.end)
            return Measured(whole, _RATE)
        if grown is not None or place.last is not None:
            return Measured(grown or place.last, "growth", is_whole=True)
        return Measured(rate_of, _RATE)

    def _carried(self, place: Place) -> Measured | None:
        """The measure of the value before, for a value that leans on it."""
        if place.last is None or not self._beside.in_block(place):
            return None
        alike = bool(place.before) and place.before[-1].unit == place.quantity.unit
        if place.is_share or (alike and place.sentence.span.covers(place.last)):
            return Measured(place.last, "carried-noun")
        return None
