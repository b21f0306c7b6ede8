"""Readings of Chinese shares, parts and purposes: what they are of, what they do or go to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zjkg.claims.observations.chinese import acts, lexicon
from zjkg.claims.observations.chinese.growth import is_share_noun, share
from zjkg.claims.observations.chinese.phrases import Phrases
from zjkg.claims.observations.chinese.place import Place
from zjkg.claims.observations.measured import Measured
from zjkg.claims.observations.text import Named, Text
from zjkg.model import EntityType, Span

DOES = "share-does"
"""The rule of a measure that is what a part does; no later value leans on it."""
_AMONG = re.compile(
    r"(?:\A|其中|当中|[里中]的?|将有|，|另|[共仅就已]?有)(?:[约近逾将仅有]|超过?|不[足到]|至少)*\Z"
)
_NOMINALIZED = re.compile(
    rf"(?:\A|真正|其中|目前|已)(?P<act>[^，。；\d真]{{2,12}})(?<!现有)的(?:{lexicon.HEDGES}|有|共|已|也|还){{0,6}}\Z"
)
_FROM = re.compile(r"来自|源自|出自|由|属于")
_FROM_HERE = re.compile(r"(?:来自于?|源自|出自)\Z")
_STATE = re.compile(r"[具与拥有可处属把]")  # 其中12人具博士学位 counts those who are so
_PEOPLE = frozenset({"人", "人次"})
_SHORTEST = 2


class Parts:
    """Finds the measures of parts; each reading gives None where it does not fit."""

    def __init__(self, text: Text, phrases: Phrases) -> None:
        self._text = text
        self._phrases = phrases

    def shared(self, place: Place) -> Measured | None:
        """What has the share: X占…的45%, or what was measured before where there is no X."""
        if not place.is_share:
            return None
        at = share(place.lead, place.quantity)
        if at is not None:
            start = place.clause.start
            end = lexicon.unlinked(self._text.key, start, start + at)
            part = self._phrases.owned(place.index, Span(start, end))
            names = self._text.names_in(Span(start, end)) if part is None else ()
            if names and names[-1].span.end == end and names[-1].type is EntityType.PRODUCT:
                part = names[-1].span
            if part is not None:
                return Measured(part, "share-noun")
            if (of_whole := self._of_whole(place, names, end)) is not None:
                return of_whole
        elif not is_share_noun(place.lead):
            return None
        return None if place.last is None else Measured(place.last, "carried-noun")

    def _of_whole(self, place: Place, names: Sequence[Named], end: int) -> Measured | None:
        """What a place has a share of, where the clause says it: 美国占营收五成."""
        whole = place.quantity.share_of
        placed = bool(names) and names[-1].span.end == end and names[-1].type is EntityType.PLACE
        if not placed or whole is None or not place.clause.covers(whole) or whole.start < end:
            return None
        noun = self._phrases.ending(place.index, whole, counted=False)
        return None if noun is None else Measured(noun, "share-noun")

    def paid(self, place: Place) -> Measured | None:
        """What money is for: 投资2亿元建设X → X; 以2亿元收购股权 → 股权; 最高2亿元资助 → 资助."""
        key, end = self._text.key, place.clause.end
        name = acts.given(place.lead, key, place.end, end)
        if name is None and place.is_money:
            name = acts.bought(place.lead, key, place.end, end)
        if name is None and place.is_share:
            name = acts.stake(key, place.end, end)
        if name is not None:
            return Measured(name, "special-noun")
        if not place.is_money or not acts.is_spent(place.lead):
            return None
        built = acts.built(key, place.end, place.sentence.span.end)
        if built is None:
            return None
        name, whole = built
        noun = None if whole else self._phrases.beginning(place.index, name.start, name.end)
        return Measured(noun or name, "spent-on")

    def fraction(self, place: Place) -> Measured | None:
        """What a share goes to, else the noun it is a share of: 七成订单来自X, 三分之二人手."""
        if not place.is_share or place.lead.endswith("率"):  # 国产化率低于10%的领域
            return None
        end = place.clause.end
        noun = self._phrases.beginning(place.index, place.end, end)
        if noun is not None and noun.end - noun.start < _SHORTEST:
            noun = None  # 由六成四升至九成
        act = acts.done(self._text.key, place.end if noun is None else noun.end, end)
        if act is not None and act.goal:
            of_whole = (
                place.lead.endswith("的") and self._verb(place, act.span.start) != act.span.start
            )
            return None if of_whole else self._goal(place, act.span)  # 交易的六成来自X
        return None if noun is None else Measured(noun, "right-noun")

    def nominalized(self, place: Place) -> Measured | None:
        """A clause that stands for what is counted: 真正(转让出去)的只有2项."""
        match = _NOMINALIZED.search(place.lead)
        if match is None or not (place.is_count or place.is_share):
            return None
        span = place.at(match, "act")
        words = self._text.words(place.index, span)
        if self._text.names_in(span) or not words or "v" not in (words[0].tag, words[-1].tag):
            return None
        return Measured(span, DOES)

    def part(self, place: Place) -> Measured | None:
        """What a part does: 六成(从事X), 其中4项处于(X), 超过20家(进驻).

        Parts that only come from somewhere (16项来自…) are measured as their whole is.
        """
        among = _AMONG.search(place.lead) or place.quantity.unit in _PEOPLE
        key, end = self._text.key, place.clause.end
        act = acts.done(key, place.end, end) if among and not place.is_relative else None
        if act is None or (place.is_count and _FROM.match(key, place.end, end)):
            return None
        if act.goal:
            return self._goal(place, act.span)
        if not (place.is_count or place.is_share):
            return None
        span = act.span
        whole = self._counted_whole(place) if place.is_count else None
        if whole is not None and _STATE.match(key, span.start) is None:
            return Measured(whole, "base-noun")
        names = self._text.names_in(span)
        if names and names[-1].span.end == span.end:  # 入驻张江
            span = Span(span.start, max(span.start + _SHORTEST, names[-1].span.start))
        return Measured(span, DOES)

    def _counted_whole(self, place: Place) -> Span | None:
        """What the whole counts, of which a value is a part: 员工31名，其中18人…."""
        whole = place.quantity.share_of
        for each in reversed(place.before):
            counted = each.counted
            if whole is not None and counted is not None and whole.covers(counted):
                return counted
        return None

    def _goal(self, place: Place, span: Span) -> Measured | None:
        """What a part goes to or is; with the verb where that is a mere name: 来自海外."""
        noun = self._phrases.beginning(place.index, span.start, span.end)
        names = self._text.names_in(span)
        if names and names[0].span.start == span.start:
            end = span.end if noun is None else max(noun.end, names[0].span.end)
            goal = Span(span.start, end)
        else:
            goal = noun or span
        if goal.end - goal.start <= _SHORTEST or (names and names[0].span == goal):
            goal = Span(min(goal.start, self._verb(place, goal.start)), goal.end)
        return Measured(goal, DOES)

    def _verb(self, place: Place, end: int) -> int:
        """Where 来自 right before ``end`` starts."""
        match = _FROM_HERE.search(self._text.key, place.end, end)
        return end if match is None else match.start()
