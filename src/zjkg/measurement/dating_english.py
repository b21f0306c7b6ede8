"""Which time expression dates an English quantity.

English adverbials stand at the head of the sentence or in the clause of the quantity; the parse
tells which verb or noun they hang on.
"""

from __future__ import annotations

import re
from dataclasses import replace

from zjkg.measurement.attachment import Tree, in_scope
from zjkg.measurement.clauses import holding
from zjkg.measurement.dated import Dated, last_of, of_total, period_from
from zjkg.measurement.english_cues import HAS_SINCE, INTENDED, NEW_VERB
from zjkg.measurement.time_expressions import Bearing, TimeExpression
from zjkg.measurement.units import AREAS, CODES, CURRENCY_CODES
from zjkg.model import Period, Span

_RELATIVE = re.compile(r"\b(?:which|who|whose|that|is|are|costs?|offers?|holds?|owns?)\b")
_JOINED = re.compile(
    r"\s?(?:\*\*)?(?:and|or|of which|up|down|to|with|from|an? increase|a rise|a fall|more than|over"
    r"|about|nearly|almost|some|roughly|an equivalent|bringing|accounting|including|at least"
    r"|of them)\b"
)
_SAID_SAME = re.compile(
    r"\b(?:in|over|during) (?:that|the|the same) (?:year|period|time|quarter|month)"
)
_PARTICIPLE = re.compile(  # “a drug licensed in 2022”: the year dates the licence alone
    r"(?:,|\b[A-Za-z]+|\A) ?(?:[Ff]ounded|licensed|issued|published|signed|founded|established"
    r"|cleared|approved"
    r"|acquired"
    r"|bought|opened|completed|built|granted|unveiled|developed|spun|listed|set up|launched|created"
    r"|incorporated|prequalified)\b[^,;]{0,60}\Z"
)
_AFTERWARDS = re.compile(
    r"\b(?:issued|published|signed|founded|established|licensed|cleared|approved|opened|built"
    r"|set up)"
    r"(?: (?:by|in|on|from|with|at)\b[^,]*)?\s?\Z|\b(?:that|after|since)\b"
)
# up from 35 a year earlier, to 170 from 80 five years ago
_COMPARED = re.compile(
    r"\b(?:from|against|versus|than|compared (?:with|to)|was|were"
    r"|(?:double|triple|twice|times) the)\s(?:[A-Za-z]+ )?"
    r"(?:[A-Z]{0,3}[$€£¥])?\Z"
)
# up from 38 organisations when it was launched in 2017
_WHEN = re.compile(
    r"(?: [a-z-]+){0,3} when (?:it|they|the [a-z]+) (?:was |were )?(?:first )?[a-z]+ (?:back )?in "
)
_RISEN = re.compile(r"\bfrom\s(?:[A-Za-z]+ )?\Z")
_RAISED = re.compile(r"(?: [a-z]+)? to (?:[a-z]+ ){0,3}[A-Z]{0,3}[$€£¥]?\d")
_TIMES = re.compile(r"(?:double|triple|quadruple|twice|times)\Z")
_BASE = re.compile(r"\b(?:from|against|versus|compared (?:with|to))\b[^,;]{0,24}\Z")
# a capacity of 900 litres, which is due to be completed in 2026
_DELIVERED = re.compile(
    r"[^,;.]{0,30},? (?:which|that) (?:is|are) (?:now )?(?:due|scheduled|slated|set|expected"
    r"|planned) (?:for completion|to be (?:completed|finished|ready)|to open|to start)"
    r" (?:in|by)\s(?:the end of )?"
)
# a plant that handles 60 million pens a year when it opens in 2023: so many from then on
_OPENING = re.compile(
    r"(?<!onstruction is )(?<!work is )"
    r"\b(?:(?:when|once) (?:it|they|the [a-z]+) (?:opens?|starts?|begins?|goes)"
    r"|(?:scheduled|due|set|expected|planned|slated) to (?:open|start|begin|come on stream))\b"
    r"[a-z ]{0,24}\Z"
)
_RATE = re.compile(r"[^,;.]{0,40}?\b(?:a|per|each|every) (?:year|month)\b|[^,;.]{0,40}\bannually\b")
# … across Cambridge, Massachusetts, in the third quarter
_OVER_PLACE = re.compile(
    r"[^,;.]{0,60}(?:, [A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?,? (?:in|on|at|by|during|over) (?:the )?"
)
# 50 suppliers of filters, resins and equipment by 2026
_LISTED = re.compile(
    r"[^,;.\d]{1,48}(?:, [a-z][a-z -]{0,30}){0,4},? and [a-z][A-Za-z -]{0,40} (?:in )?"
)
_COMPOUND = re.compile(r"\d-[a-z]")  # the 38-hectare park
_PEAK = re.compile(r" [a-z]+ of ")
_NEAR = 16  # characters between a number and the date that follows it
_OF_A_THING = re.compile(r"\b(?:on|for|of) an? (?:[a-z-]+ )?\Z")
_COSTS = re.compile(r"\bworth (?:[a-z]+ ){0,2}\Z")
_A_THING = re.compile(r"(?:\b(?:an?|the|its|their|another) |\()(?:[a-z-]+ )?\Z")
_WORTH = re.compile(
    r"\)?(?: \([^)]*\))? (?!(?:for|in|on|to|of|and|from|at|by|with|last|over|an?|this|per|or|as"
    r"|that|which|who|will|was|is|were|has|had|today|yesterday)\b)[A-Za-z]"
)
_OF_ANOTHER = re.compile(r"\b(?:from|against|versus) [^,;.]{0,20}\d[^,;.]{0,12}\Z")
_OF_NUMBER = re.compile(
    r"\d(?:%| per ?cent)?(?: (?:million|billion|[a-z-]+s?)){0,3}(?: (?:in|at|on|by))? \Z"
)
_RIGHT_AFTER = re.compile(r"(?:%| per ?cent)?(?: [a-z-]+){0,2}? (?:in |at |on |by )?")
_HAD = re.compile(
    r"\b(?:had|employed|numbered|housed|(?:was|were) home to)"
    r"(?: only| just| already| some| still)?\s\Z"
)
_ENDED = re.compile(r"\b(?:end|finish|clos)(?:ed|ing|e?s)? (?:the |its )?\Z")
_DONE = re.compile(r"(?: [a-z-]+){0,3} (?:[a-z]+ed|won|given)\b")

# … will open in 2026, and Levara leased 42,000 square feet
_PAST_CLAUSE = re.compile(
    r"(?:, (?:and|while|but)|;) (?:[A-Z][\w’' -]{1,70}?|it|they|the [a-z]+(?: [a-z]+)?)"
    r" (?:[a-z]+ed|has|have|had|was|were|sold|bought|made|took|grew|rose|fell|won)\b"
)
# $1 billion over 10 years: an amount that is spread over years to come has no period
_SPREAD = re.compile(
    r"[^,;.]{0,48}? over (?:the (?:next|coming) |a )?(?!the |past )[\w-]+[- ]years?\b"
)


def english_period(
    dated: Dated, quantity: Span, unit: str, previous: Period | None
) -> Period | None:
    """The period of an English quantity; ``previous`` is that of the quantity before it."""
    key = dated.key
    if unit in CURRENCY_CODES and _SPREAD.match(key, quantity.end, dated.sentence.end):
        return None
    tree = Tree(dated.tokens)
    usable = _that_can_date(dated, quantity, unit)
    clause = holding(dated.parts, quantity.start)
    compound = _COMPOUND.search(key, quantity.start, quantity.end) is not None
    if tree.is_parsed:
        usable = [
            item
            for item in usable
            if _scope(dated, tree, item, quantity) is not False
            and not _is_of_base(key, item, quantity)
            and not tree.is_presupposed(quantity.end - 1, item.span, compound=compound)
        ]
    usable = [
        item
        for item in usable
        if not _is_before_plan(key, item, quantity)
        and not _is_before_past(key, item, quantity)
        and not _is_of_aim(key, item, quantity)
    ]
    before = [item for item in usable if item.span.end <= quantity.start + 1]
    if HAS_SINCE.search(key, clause.start, quantity.start):
        return _since([item for item in dated.usable if item.span.end <= quantity.start])
    inside = [
        item
        for item in before
        if item.span.start >= clause.start
        and not _is_of_another_verb(dated, tree, item, quantity)
        and not _is_of_start(key, item, quantity)
    ]
    own = (
        _from_opening(dated, quantity)
        or _compared_with(key, usable, quantity, unit)
        or _own_date(dated, usable, quantity, inside)
    )
    if own is not None:
        return own
    if inside and (found := last_of(inside)):
        period = period_from(found)
        level = _is_level(dated, quantity, found, unit)
        return replace(period, start=None) if level else of_total(key, clause, quantity, period)
    return _later(dated, tree, quantity, unit, usable) or _earlier(
        dated, tree, quantity, before, previous
    )


def _that_can_date(dated: Dated, quantity: Span, unit: str) -> list[TimeExpression]:
    """The expressions that can date a number in its unit.

    A day that something was done on does not date what it cost or how large it is (on Thursday
    opened a $320 million plant), nor does a month an area that only says which thing is meant.
    """
    key = dated.key
    low = max(dated.sentence.start, quantity.start - _NEAR)
    area = unit in AREAS
    told = area and _OF_A_THING.search(key, low, quantity.start)
    priced = unit in CURRENCY_CODES and _A_THING.search(key, low, quantity.start)
    priced = priced and _WORTH.match(key, quantity.end)
    priced = priced or _COSTS.search(key, max(low - _NEAR, 0), quantity.start)
    return [
        item
        for item in dated.usable
        if not (item.fine and (area or priced))
        and not _is_of_saying(key, item, quantity)
        and not (told and item.past and item.bearing is Bearing.WITHIN)
    ]


def _is_of_saying(key: str, item: TimeExpression, quantity: Span) -> bool:
    """Whether a time only tells when something was said: wrote in a note on Monday that …."""
    return item.span.end < quantity.start and key.startswith(" that ", item.span.end)


def _later(
    dated: Dated, tree: Tree, quantity: Span, unit: str, usable: list[TimeExpression]
) -> Period | None:
    """An adverbial after the number that still belongs to its clause, or tells its delivery."""
    clause = holding(dated.parts, quantity.start)
    for item in usable:
        if item.span.start >= quantity.end and _reaches(dated, tree, quantity, item, clause):
            period = period_from(item)
            at_day = item.fine and dated.key.endswith(" at ", quantity.end, item.span.start)
            return replace(period, start=None) if at_day else period  # cash at 30 June 2024
        if (
            item.future
            and unit not in CODES
            and _DELIVERED.fullmatch(dated.key, quantity.end, (item.core or item.span).start)
        ):
            return replace(period_from(item), start=None)
    return None


def _scope(dated: Dated, tree: Tree, item: TimeExpression, quantity: Span) -> bool | None:
    if _is_compared(dated.key, item, quantity):
        return True
    past = item.past and item.bearing is Bearing.WITHIN
    return in_scope(tree, item.span, quantity, past=past, ended=item.past)


def _since(before: list[TimeExpression]) -> Period | None:
    """It has since backed 22 start-ups: from the date that was named on."""
    dates = [item for item in before if item.stretch is not None and not item.is_now]
    if not dates or dates[-1].stretch is None:
        return None
    return Period(dates[-1].stretch.start, None, dates[-1].span, dates[-1].anchor)


def _is_compared(key: str, item: TimeExpression, quantity: Span) -> bool:
    """Whether a number is the one compared with, right before its date: against 100 in 2011."""
    gap = key[quantity.end : item.span.start]
    if item.span.start < quantity.end or (len(gap) >= _NEAR and not _WHEN.fullmatch(gap)):
        return False
    return _COMPARED.search(key, max(0, quantity.start - 30), quantity.start) is not None


def _compared_with(
    key: str, usable: list[TimeExpression], quantity: Span, unit: str
) -> Period | None:
    """The period of a number compared with; a count (from 150 in 2020) is a level."""
    for item in usable:
        if item.past and _is_compared(key, item, quantity):
            period = period_from(item)
            stock = unit not in CODES and key[item.span.start].isdigit()
            if stock and _RISEN.search(key, max(0, quantity.start - 30), quantity.start):
                return Period(None, period.end, period.expression, period.anchor)
            return period
    return None


def _is_level(dated: Dated, quantity: Span, item: TimeExpression, unit: str) -> bool:
    """Whether a number is what there was at a time: in February we had two lines."""
    key, stretch = dated.key, item.stretch
    if item.bearing is not Bearing.WITHIN or stretch is None:
        return False
    low = max(dated.sentence.start, item.span.start - 20)
    if _ENDED.search(key, low, item.span.start) and key.startswith(" with ", item.span.end):
        return True
    if unit in CODES:
        return False
    has = _HAD.search(key, max(dated.sentence.start, quantity.start - 40), quantity.start)
    return has is not None and stretch.start == stretch.end and not _DONE.match(key, quantity.end)


def _own_date(
    dated: Dated, usable: list[TimeExpression], quantity: Span, inside: list[TimeExpression]
) -> Period | None:
    """The date right after a number, where the date before is that of another number.

    From 80 at the end of 2023 to 92 at the end of 2024; its 2021 peak of 55 dollars.
    """
    key = dated.key
    for item in dated.usable:
        if _PEAK.fullmatch(key, item.span.end, quantity.start):
            return period_from(item)
    last = inside[-1].span.start if inside else 0
    if not _OF_NUMBER.search(key, max(0, last - 40), last):
        return None
    after = next((item for item in usable if item.span.start >= quantity.end), None)
    if after is None or not _RIGHT_AFTER.fullmatch(key, quantity.end, after.span.start):
        return None
    return period_from(after)


def _from_opening(dated: Dated, quantity: Span) -> Period | None:
    """The period of what a plant will do a year: from its opening on."""
    key = dated.key
    if not _RATE.match(key, quantity.end):
        return None
    for item in dated.usable:
        if item.future and _OPENING.search(key, max(0, item.span.start - 60), item.span.start):
            return replace(period_from(replace(item, bearing=Bearing.SINCE)), end=None)
    return None


def _is_before_plan(key: str, item: TimeExpression, quantity: Span) -> bool:
    """Whether an adverbial of the past stands before a value that is only planned."""
    if not item.is_now and (item.bearing is not Bearing.WITHIN or not item.past):
        return False
    return INTENDED.search(key[item.span.end : quantity.start]) is not None


def _is_before_past(key: str, item: TimeExpression, quantity: Span) -> bool:
    """Whether a time to come stands before another clause, which tells what is past."""
    return item.future and _PAST_CLAUSE.search(key, item.span.end, quantity.start) is not None


def _is_of_base(key: str, item: TimeExpression, quantity: Span) -> bool:
    """Whether an expression dates only the number that this one is compared with."""
    if item.span.start < quantity.end:
        return False
    own = _COMPARED.search(key, max(0, quantity.start - 30), quantity.start)
    if item.past and key.startswith(" the", quantity.end):
        return _TIMES.search(key, quantity.start, quantity.end) is not None
    return own is None and _BASE.search(key, quantity.end, item.span.start) is not None


def _is_of_aim(key: str, item: TimeExpression, quantity: Span) -> bool:
    """Whether a time to come dates what a number is brought to: from 260 to 400 by 2030."""
    low = max(0, quantity.start - 30)
    return (
        item.future
        and item.span.start >= quantity.end
        and _RISEN.search(key, low, quantity.start) is not None
        and _RAISED.match(key, quantity.end) is not None
    )


def _is_of_start(key: str, item: TimeExpression, quantity: Span) -> bool:
    """Whether an expression dates the start of a change: from 120 in 2019 to 85."""
    start = _OF_ANOTHER.search(key, max(0, item.span.start - 30), item.span.start)
    return start is not None and key.startswith(" to ", item.span.end, quantity.start)


def _is_participle(dated: Dated, tree: Tree, item: TimeExpression, quantity: Span) -> bool:
    if tree.is_parsed and _scope(dated, tree, item, quantity):
        return False
    own = holding(dated.parts, item.span.start)
    return _PARTICIPLE.search(dated.key, own.start, item.span.start) is not None


def _is_of_another_verb(dated: Dated, tree: Tree, item: TimeExpression, quantity: Span) -> bool:
    """Whether an adverbial belongs to a participle, or to a verb before that of the quantity."""
    return _is_participle(dated, tree, item, quantity) or _turns(dated, tree, item, quantity)


def _turns(dated: Dated, tree: Tree, item: TimeExpression, quantity: Span) -> bool:
    """Whether another verb begins behind an adverbial, which does not date it.

    A time that still runs dates what has been: they gained 3% this year, while the index has lost.
    """
    if NEW_VERB.search(dated.key, item.span.end, quantity.start) is None:
        return False
    runs = not (item.past or item.future or item.is_now) and item.bearing is Bearing.WITHIN
    return not (runs and tree.is_parsed and tree.tense(quantity.end - 1) == "perfect")


def _earlier(
    dated: Dated,
    tree: Tree,
    quantity: Span,
    before: list[TimeExpression],
    previous: Period | None,
) -> Period | None:
    """An adverbial of an earlier clause that still holds, or the period of the number before."""
    key = dated.key
    clause = holding(dated.parts, quantity.start)
    for item in reversed(before):
        if _is_participle(dated, tree, item, quantity):
            continue
        if _OF_ANOTHER.search(key, max(0, item.span.start - 30), item.span.start):
            continue
        if (item.is_now or item.future) and key.find(";", item.span.end, quantity.start) >= 0:
            continue
        if item.bearing is Bearing.WITHIN and (
            _turns(dated, tree, item, quantity)
            or (
                _RELATIVE.search(key, clause.start, quantity.start)
                and tree.tense(quantity.end - 1) != "past"
            )
        ):
            continue
        return of_total(key, clause, quantity, period_from(item))
    if previous is None or previous.expression is None:
        return None
    if _SAID_SAME.search(key, quantity.end, dated.sentence.end):
        return previous
    if previous.expression.start < quantity.start:
        return None
    # the date of the number before stands after this one, too: 4 staff, or 8 percent, in 2016
    return previous if _JOINED.match(key, clause.start, quantity.end) else None


def _reaches(dated: Dated, tree: Tree, quantity: Span, item: TimeExpression, clause: Span) -> bool:
    """Whether a later expression still belongs to the quantity's clause (or its brackets)."""
    between = dated.key[quantity.end : item.span.start]
    listed = item.future and _LISTED.fullmatch(between) is not None
    direct = not _RELATIVE.search(between) and tree.is_parsed
    direct = direct and tree.attached_to(item.span) == tree.acts_in(quantity.end - 1)
    if item.span.start >= clause.end and not (listed or direct or _OVER_PLACE.fullmatch(between)):
        return False
    if tree.is_parsed and _scope(dated, tree, item, quantity):
        return not NEW_VERB.search(between)
    return not (NEW_VERB.search(between) or _AFTERWARDS.search(between))
