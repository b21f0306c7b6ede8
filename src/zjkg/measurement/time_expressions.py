"""What a time expression is, and what the article has told of times before a sentence."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from zjkg.measurement.calendar_dates import Stretch
from zjkg.model import Span


class Bearing(Enum):
    """How a stretch of time bears on a value."""

    WITHIN = "within"  # the value is about the whole stretch
    UNTIL = "until"  # as of, by: only the end is known
    SINCE = "since"  # only the start is known


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression: its words, its ends if they could be resolved, its anchor if it had one.

    ``weak`` marks 已有 and the like, which give way to a date; ``fine`` a single day, which may be
    that of the report instead of that of the value; ``attached`` an expression that dates only the
    number right after it (现在的85人); ``future`` one that lies after the publication, ``planned``
    one of a plan in an undated article (预计2026年建成), ``is_now`` the words for the day of
    publication itself, ``past`` one that ended before it. ``origin`` marks a time that dates no
    value: the base of a comparison, or when a thing came to be. ``core`` is the time without the
    words that make it bear on a value (2015年 of 自2015年以来), ``report`` the stretch of a report
    that it names.
    """

    span: Span
    bearing: Bearing
    stretch: Stretch | None
    anchor: str | None = None
    weak: bool = False
    fine: bool = False
    attached: bool = False
    future: bool = False
    planned: bool = False
    is_now: bool = False
    past: bool = False
    origin: bool = False
    core: Span | None = None
    report: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the article tells before a sentence.

    ``published`` is its day of publication, ``year`` the year named last, ``reported_year`` that of
    a date finer than a year or after 截至, which is the year an undated article reports on, ``day``
    the day or days named last, ``stretch`` the stretch of any kind, ``report`` that on which a
    firm reports (2021年度业绩), ``begun`` the kinds of beginning that are dated (成立于2012年).
    """

    published: dt.date | None
    year: int | None = None
    reported_year: int | None = None
    day: Stretch | None = None
    stretch: Stretch | None = None
    report: Stretch | None = None
    begun: tuple[tuple[str, Stretch], ...] = ()
