"""Which time expression dates a quantity."""

from __future__ import annotations

import re

from zjkg.measurement.clauses import clauses, holding
from zjkg.measurement.periods import Bearing, TimeExpression
from zjkg.model import Period, Span

# In such a clause a single day is that of the report or event, not that of the value.
_REPORTING = re.compile(
    r"获悉|了解到|表示|透露|介绍|报道|电(?=[，,）)])|讯|宣布|举行|举办|召开|揭牌|印发|发布|启动|公布|说"
    r"|said|says|told|announced|released|reported|unveiled|held|according"
)
_SAME_TIME = re.compile(
    r"(?:与此同时|同期|其中|It\b|This\b|That\b|They\b|These\b|它|这|其(?!他|余|实))"
)


def dating(
    key: str, sentence: Span, expressions: tuple[TimeExpression, ...]
) -> tuple[tuple[Span, ...], tuple[TimeExpression, ...]]:
    """The clauses of a sentence, and those of its time expressions that can date a value."""
    parts = clauses(key, sentence)
    usable = tuple(item for item in expressions if not _dates_the_report(key, parts, item))
    return parts, usable


def period_of(
    key: str,
    quantity: Span,
    parts: tuple[Span, ...],
    usable: tuple[TimeExpression, ...],
) -> Period | None:
    """The period of a quantity: the last time expression before it in its sentence.

    Chinese adverbials stand before what they date and hold for the clauses that follow; English
    ones may follow in the same clause.
    """
    before = [item for item in usable if item.span.end <= quantity.start + 1]
    dates = [item for item in before if not item.weak]
    clause = holding(parts, quantity.start)
    inside = [item for item in dates if item.span.start >= clause.start]
    if inside:
        return _period(inside[-1])
    after = [
        item
        for item in usable
        if item.span.start >= quantity.end and _reaches(key, quantity, item, clause)
    ]
    if after:
        return _period(after[0])
    if dates:
        return _period(dates[-1])
    return _period(before[-1]) if before else None


def _reaches(key: str, quantity: Span, item: TimeExpression, clause: Span) -> bool:
    """Whether a later expression still belongs to the quantity's clause (or its brackets)."""
    if item.span.start >= clause.end:
        return False
    between = key[quantity.end : item.span.start]
    return between.isascii() or bool(re.fullmatch(r"\s?[（(]\s?", between))


def _dates_the_report(key: str, parts: tuple[Span, ...], item: TimeExpression) -> bool:
    clause = holding(parts, item.span.start)
    end = clause.end
    if clause.end <= item.span.end + 1:  # the date is a clause of its own: 10月12日，记者获悉
        end = next((part.end for part in parts if part.start >= clause.end), end)
    return item.fine and bool(_REPORTING.search(key, clause.start, end))


def _period(item: TimeExpression) -> Period:
    stretch = item.stretch
    if stretch is None:
        return Period(None, None, item.span, None)
    start = None if item.bearing is Bearing.UNTIL else stretch.start
    end = None if item.bearing is Bearing.SINCE else stretch.end
    return Period(start, end, item.span, item.anchor)


def continues(key: str, sentence: Span) -> bool:
    """Whether a sentence (与此同时, 其中, ``It``) speaks of the time of the one before it."""
    return _SAME_TIME.match(key, sentence.start, sentence.end) is not None
