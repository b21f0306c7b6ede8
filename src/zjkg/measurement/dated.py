"""What the dating of one sentence looks at, and the period that a time expression gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.measurement.clauses import clauses, holding
from zjkg.measurement.time_expressions import Bearing, TimeExpression
from zjkg.model import Period, Span, Token

# In such a clause a single day is that of the report, not that of the value.
_SAYING = re.compile(
    r"获悉|了解到|表示|透露|介绍|报道|电(?=[，,）)])|(?<=[日报网社])讯(?![】\]])|指出|宣布(?!设立|成立|启动)|印发|发布|公布|说(?!明)"
    r"|回应|[回答][复覆]|否认|证实|坦言|强调|承认|提醒"
    r"|\b(?:said|says|told|[Aa]nnounc(?:ed|ing)|[Ss]peaking|released|reported|according)\b"
)
_BACKGROUND = re.compile(  # fell on Tuesday after the firm said: the day is that of the fall
    r"\b(?:after|as|because|when|while)\b"
)
_DATELINE = re.compile(r"\)?\s*(?:[–—-]|:)\s|日?(?:专)?[电讯]")
_DATELINE_REACH = 40
# 今年《施政报告》, 今年4月印发的《若干政策》: the year of a document
_OF_DOCUMENT = re.compile(
    r"(?:度|的)?《|[^，,。；;]{0,14}(?:印发|发布|发表|披露|出炉|出版|出台|公布|颁布|制定|通过|修订|实施|施行|推出)的"
)
_TOTAL = re.compile(
    r"总数[增升扩]?[至到达为]|累计(?:入驻|落户|集聚|注册)[^，,。；;\d]{0,8}(?:达|增至|突破)"
    r"|(?:人数|家数)[^，,。；;\d]{0,3}(?:达|增至|来到|升至)"
    r"|bringing the (?:total|number)[^,;.]{0,40}\Z"
)
_SINCE_NEW_YEAR = re.compile(r"[比较]年初")


@dataclass(frozen=True, slots=True)
class Dated:
    """What the dating of one sentence looks at."""

    key: str
    sentence: Span
    parts: tuple[Span, ...]
    usable: tuple[TimeExpression, ...]
    tokens: tuple[Token, ...]


def dating(
    key: str, sentence: Span, expressions: tuple[TimeExpression, ...], tokens: tuple[Token, ...]
) -> Dated:
    """The clauses of a sentence, and those of its time expressions that can date a value."""
    parts = clauses(key, sentence)
    usable = tuple(
        item
        for item in expressions
        if not _dates_the_report(key, parts, item) and not _OF_DOCUMENT.match(key, item.span.end)
    )
    return Dated(key, sentence, parts, usable, tokens)


def period_from(item: TimeExpression) -> Period:
    """The period that an expression names, open where only one end is known."""
    stretch = item.stretch
    if stretch is None:
        return Period(None, None, item.span, None)
    start = None if item.bearing is Bearing.UNTIL else stretch.start
    end = None if item.bearing is Bearing.SINCE else stretch.end
    return Period(start, end, item.span, item.anchor)


def named_dates(expressions: tuple[TimeExpression, ...]) -> tuple[Period, ...]:
    """The resolved times that a sentence names, but for words that mean now."""
    return tuple(
        Period(item.stretch.start, item.stretch.end, item.core, item.anchor)
        for item in expressions
        if item.stretch is not None and not item.is_now
    )


def joined(since: TimeExpression, until: TimeExpression) -> Period | None:
    """From a time on up to another: 去年以来 in what is told as of June, 开园以来，已有."""
    if since.stretch is None or until.stretch is None:
        return None
    start, end = since.stretch.start, until.stretch.end
    if end < start[: len(end)]:
        return None
    return Period(start, end, since.span, since.anchor or until.anchor)


def last_of(items: list[TimeExpression]) -> TimeExpression | None:
    """The last expression, words like 已有 only where there is no date."""
    dates = [item for item in items if not item.weak]
    return dates[-1] if dates else items[-1] if items else None


def of_total(key: str, clause: Span, quantity: Span, period: Period) -> Period:
    """A total that a flow brings about (会员总数增至146家) is a level at the end of the stretch."""
    if is_total(key, clause, quantity) and period.end is not None:
        return Period(None, period.end, period.expression, period.anchor)
    if _SINCE_NEW_YEAR.search(key, clause.start, quantity.start) and period.end is not None:
        start = f"{period.end[:4]}-01" if len(period.end) > len("2020") else period.end
        return Period(start, period.end, period.expression, period.anchor)
    return period


def is_total(key: str, clause: Span, quantity: Span) -> bool:
    """Whether a quantity is the total that a flow brings about: 总数达4300家."""
    return _TOTAL.search(key, clause.start, quantity.start) is not None


def _dates_the_report(key: str, parts: tuple[Span, ...], item: TimeExpression) -> bool:
    if item.bearing is Bearing.SINCE:  # announced job cuts since Jan. 1
        return False
    near_head = item.span.start - parts[0].start < _DATELINE_REACH if parts else False
    if item.fine and near_head and _DATELINE.match(key, item.span.end):
        return True
    clause = holding(parts, item.span.start)
    end = clause.end
    if clause.end <= item.span.end + 1:  # the date is a clause of its own: 10月12日，记者获悉
        end = next((part.end for part in parts if part.start >= clause.end), end)
    said = _SAYING.search(key, clause.start, end + 1) if item.fine else None
    return said is not None and _BACKGROUND.search(key, item.span.end, said.start()) is None
