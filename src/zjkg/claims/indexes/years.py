"""The year by which an edition of an index is called, and the year in which it came out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.indexes.places import Place
from zjkg.model import EntityType, Span

_YEAR = r"(?P<y>(?:19|20)\d\d)"
# 2022年 before a name is when, not which edition, unless a quotation mark or a release opens it.
_BEFORE: Final = re.compile(
    rf"(?<!\d){_YEAR}(?:年[版度](?:的)?|[版度](?:的)?)?\s?[“《「『\"]?\Z"
    rf"|(?:[“《「『]|(?:发布|公布|推出|揭晓)(?:了|的)?[“《「『]?){_YEAR.replace('y>', 'z>')}年\Z"
)
_INSIDE: Final = re.compile(
    rf"\A{_YEAR}(?:年[版度]|[版度]|\s|(?![年\d]))"
    rf"|[（(\s]?{_YEAR.replace('y>', 'z>')}(?:年[版度]?|[版度])?[）)]?\Z"
)
_AFTER: Final = re.compile(
    rf"\A[”》」』\"]?\s?[（(]{_YEAR}(?:年[版度]?|[版度]|\sedition)?[）)]"
    rf"|\A\s?{_YEAR.replace('y>', 'z>')}(?:年?版|(?!\d|[年.\-–—/%]|\s?[年（(]))"
)
_EDITION: Final = re.compile(
    rf"(?<!\d){_YEAR}年?版(?![权本图税式])"
    rf"|\b{_YEAR.replace('y>', 'z>')} (?:edition|index|report|reading)\b"
    rf"|\bedition (?:of|for) {_YEAR.replace('y>', 'w>')}\b",
    re.IGNORECASE,
)
_RELEASED: Final = re.compile(
    r"(?<![将拟待未])(?:首次|首度|正式|联合|对外|向全球|重磅|同步)*(?:发布|公布|推出|揭晓|出炉|亮相|问世)(?!会|厅|平台)"
    r"|\b(?:released|published|unveiled|launched|issued|debuted)\b",
    re.IGNORECASE,
)
_WILL: Final = re.compile(
    r"(?:将|拟|计划|即将|每年|定期|未)[^，。；]{0,8}\Z|\b(?:will|to|not|to be|be)\s(?:be\s)?\Z",
    re.IGNORECASE,
)
_MONTHS: Final = (
    "january february march april may june july august september october november december"
).split()
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = r"(?:初|底|末|\d{1,2}月(?:\d{1,2}日)?)?"
_WHEN: Final = re.compile(
    rf"(?<!\d)(?P<year>(?:19|20)\d\d)年{_DAY}"
    rf"|(?P<relative>(?:今年|去年|前年){_DAY}|今天|今日|昨天|昨日|前天"
    r"|this year|last year|today|yesterday)"
    r"|(?<!\d)(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?"
    rf"|\bon (?P<weekday>{'|'.join(_WEEKDAYS)})\b"
    rf"|\b(?:in|on) (?:\d{{1,2}} )?(?P<month>{'|'.join(_MONTHS)})"
    r"(?: \d{1,2})?(?:,? (?P<of>(?:19|20)\d\d))?\b"
    r"|\bin (?P<in>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_BACK: Final = {"今年": 0, "去年": 1, "前年": 2, "this year": 0, "last year": 1}
_DAYS: Final = {"昨天": 1, "昨日": 1, "前天": 2, "yesterday": 1, "今天": 0, "今日": 0, "today": 0}
_EVENT_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NEAR = 16
_REACH = 48
"""How far from a verb of release its time may stand, in characters of Chinese."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year and the words that give it; ``end`` is where the place that it belongs to starts."""

    year: str
    span: Span


def edition_years(reading: Reading, place: Place) -> Year | None:
    """The year in, before or behind the name of an index or of its report."""
    key, span = reading.key, place.span
    before = _BEFORE.search(key, max(0, span.start - _NEAR), span.start)
    inside = _INSIDE.search(span.of(key))
    after = _AFTER.match(key[span.end : span.end + _NEAR])
    for match, base in ((inside, span.start), (after, span.end), (before, 0)):
        if match is not None:
            return _year(match, base)
    return None


def called_editions(reading: Reading, sentence: Span) -> Iterator[Year]:
    """Years that are said to be editions: 2022版, the 2022 edition."""
    for match in _EDITION.finditer(reading.key, sentence.start, sentence.end):
        yield _year(match, 0)


def _year(match: re.Match[str], base: int) -> Year:
    group = next(name for name in ("y", "z", "w") if match.groupdict().get(name))
    start, end = match.span(group)
    return Year(match[group], Span(base + start, base + end))


def release_year(reading: Reading, sentence: Span, published: date | None) -> Year | None:
    """When the sentence says that an index came out; relative words count from publication."""
    key = reading.key
    for verb in _RELEASED.finditer(key, sentence.start, sentence.end):
        if _WILL.search(key, max(sentence.start, verb.start() - _NEAR), verb.start()):
            continue
        near = Span(
            max(sentence.start, verb.start() - _REACH), min(sentence.end, verb.end() + _REACH)
        )
        latin = verb[0].isascii()
        stretch = (verb.end(), near.end) if latin else (near.start, verb.start())
        times = list(_WHEN.finditer(key, *stretch))
        time = (times[0] if latin else times[-1]) if times else None
        resolved = None if time is None else _resolved(time, published)
        if time is not None and resolved is not None:
            return Year(resolved, Span(*time.span()))
        if time is None and (event := _event_year(reading, sentence)) is not None:
            return event
    return None


def _resolved(time: re.Match[str], published: date | None) -> str | None:
    stated = time["year"] or time["in"] or time["of"]
    if stated or published is None:
        return stated
    word = re.sub(r"(?<=年)[初底末\d月日]+\Z", "", time["relative"] or "").lower()
    if word in _BACK:
        return str(published.year - _BACK[word])
    if word in _DAYS:
        return str((published - timedelta(days=_DAYS[word])).year)
    if time["weekday"]:
        back = (published.weekday() - _WEEKDAYS.index(time["weekday"].lower())) % 7
        return str((published - timedelta(days=back)).year)
    month = _MONTHS.index(time["month"].lower()) + 1 if time["month"] else int(time["m"])
    day = int(time["d"]) if time["d"] else 1
    return str(published.year - ((month, day) > (published.month, published.day)))


def _event_year(reading: Reading, sentence: Span) -> Year | None:
    """The year in the name of the event at which something came out."""
    for slot in reading.slots.inside(sentence):
        match = _EVENT_YEAR.search(slot.span.of(reading.key))
        if slot.type is EntityType.EVENT and match is not None:
            start = slot.span.start
            return Year(match[0], Span(start + match.start(), start + match.end()))
    return None
