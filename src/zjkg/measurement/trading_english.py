"""Whether an English value is one of a day of trading: where shares opened, rose to, closed."""

from __future__ import annotations

import datetime as dt
import re

from zjkg.measurement.attachment import Tree
from zjkg.measurement.dated import Dated
from zjkg.measurement.time_expressions import Known
from zjkg.measurement.told_earlier import Told
from zjkg.measurement.units import CODES
from zjkg.model import Period, Span

# rose 6% in early trading, up 5.4% by the midday break: of the day of the report
_SESSION = re.compile(
    r"\b(?:in (?:early|late|morning|midday|afternoon|premarket|pre-market|after-hours|extended)"
    r" (?:trading|trade|deals)|by (?:the )?(?:midday(?: break)?|lunch(?: break)?|close)"
    r"|at the (?:open|close)(?: of trading)?|(?:ended|closed|finished) (?:the (?:day|session)|at)"
    r"|in (?:[A-Z][a-z]+ ){1,2}trad(?:e|ing))\b"
)
_SHARES = re.compile(r"\b(?:[Ss]hares?|[Ss]take|[Ss]tock|[Ii]t|[Tt]hey)\b")
# the price that they were sold for, and what a clause on it says, is of another day
_OFFERED = re.compile(r"\bprices? of [A-Z]{0,3}[$€£¥]?\Z|\b(?:that|which) [a-z]+ [^,;.]*\Z")
_STOCK = frozenset({"share", "stock"})
_GAUGE = frozenset({"index"})
_MOVED = frozenset(
    {"open", "close", "end", "finish", "trade", "touch", "hit", "rise", "fall", "climb", "gain"}
    | {"lose", "drop", "slip", "slide", "sink", "jump", "surge", "soar", "plunge", "tumble", "dip"}
    | {"ease", "edge", "advance", "decline", "retreat", "add", "shed", "rally"}
)
_EXCHANGED = re.compile(r"[^.;]{0,40}? changed hands\b")
_TURNOVER = re.compile(r"\bchanged hands\b[^.;]{0,40}\Z")
_NEAR = 3  # blocks after which a session is no longer gone on with
_DAY = len("2020-01-01")
_FRESH = dt.timedelta(days=4)  # a session before the day of the report


def traded(
    dated: Dated, quantity: Span, unit: str, told: Known, last: Told | None
) -> Period | None:
    """The day of trading that a value without a time is of: that told of last, else of the report.

    What shares did in the past tense was in the session that the news is of.
    """
    if told.published is None:
        return None
    if not (_is_of_session(dated, quantity, unit) or _is_move(dated, quantity, unit, last)):
        return None
    published = told.published.isoformat()
    if last is not None and last.blocks <= _NEAR and _is_recent(last.period, told.published):
        return Period(last.period.start, last.period.end, None, published)
    return Period(published, published, None, published)


def _is_recent(period: Period, published: dt.date) -> bool:
    """Whether a period is a day shortly before the publication, or that day."""
    if period.end is None or not _is_day(period):
        return False
    ago = published - dt.date.fromisoformat(period.end)
    return dt.timedelta(0) <= ago <= _FRESH


def _is_of_session(dated: Dated, quantity: Span, unit: str) -> bool:
    """Whether a session is named beside the value."""
    key, start = dated.key, dated.sentence.start
    if unit not in CODES or _OFFERED.search(key, start, quantity.start):
        return False
    session = _SESSION.search(key, start, dated.sentence.end)
    return session is not None and bool(_SHARES.search(key, start, quantity.start))


def _is_move(dated: Dated, quantity: Span, unit: str, last: Told | None) -> bool:
    """Whether the value is told of shares that moved, or of their index beside them."""
    key, start = dated.key, dated.sentence.start
    tree = Tree(dated.tokens)
    if not tree.is_parsed or tree.tense(quantity.end - 1) != "past":
        return False
    if _EXCHANGED.match(key, quantity.end) or _TURNOVER.search(key, start, quantity.start):
        return True
    if unit not in CODES or _OFFERED.search(key, start, quantity.start):
        return False
    verb = tree.verb(quantity.end - 1)
    above = [] if verb is None else tree.chain(verb)
    moved = [word for word in above if tree.lemma(word) in _MOVED]
    actors = {tree.lemma(each) for word in moved for each in tree.subjects(word)}
    session = last is not None and _is_day(last.period)
    return bool(actors & _STOCK) or bool(session and actors & _GAUGE)


def _is_day(period: Period) -> bool:
    """Whether a period is a single day."""
    return period.end is not None and len(period.end) == _DAY and period.start == period.end
