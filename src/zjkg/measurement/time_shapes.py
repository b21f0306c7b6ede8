"""The shapes of time expressions, each with what resolves it. The first shape that fits wins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.measurement import calendar_dates, numerals
from zjkg.measurement import time_resolution as resolve
from zjkg.measurement.time_resolution import Resolver


@dataclass(frozen=True, slots=True)
class Shape:
    """A pattern and its resolver.

    ``is_now`` marks 目前 and the like, ``weak`` those of them that give way to a date (已有),
    ``by`` expressions of which only the end is known (未来三年, 年内).
    """

    pattern: re.Pattern[str]
    resolver: Resolver
    is_now: bool = False
    weak: bool = False
    by: bool = False


def _words(table: dict[str, int]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


_YEAR = r"(?:19|20)\d{2}"
_ZH_DIGITS = "〇○零一二三四五六七八九"
_PARTS = "(?i:" + "|".join(calendar_dates.PARTS_OF_YEAR).replace(" ", "[ -]") + ")"
_ZH_COUNT = r"[一二三四五六七八九十两几数]+|\d{1,2}"
_EN_COUNT = rf"{numerals.ENGLISH_WORD}|\d{{1,2}}|several|few"
_DASH = r"\s?(?:-|–|—|~|至|到)\s?"
_ZH_SHORT = r"[一二三四五六七八九十]{1,3}"
_MONTH_DAY = (
    rf"(?P<m>\d{{1,2}}|{_ZH_SHORT}(?=月))"
    rf"(?:月?{_DASH}(?P<m2>\d{{1,2}}|{_ZH_SHORT})月|月(?:份|[上中下]旬|(?P<d>\d{{1,2}}"
    rf"|{_ZH_SHORT})[日号])?)(?!龄)"
)
_FIRST_MONTHS = r"[前首头](?P<nm>\d{1,2}|[一二两三四五六七八九十]{1,2})个?月"
_INSIDE_YEAR = rf"(?:{_MONTH_DAY}|{_FIRST_MONTHS}|(?P<part>{_PARTS}))"
_EN_FIRST_MONTHS = rf"(?:first|opening) (?P<nm>{_EN_COUNT}) months"
_EN_MONTH = (
    r"(?P<name>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN|FEB|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)"
)
_RELATIVE_YEARS = _words(resolve.RELATIVE_YEAR).replace("后年", "后年(?![产营销收租均])")


def _shape(pattern: str, resolver: Resolver, *, by: bool = False) -> Shape:
    return Shape(re.compile(pattern), resolver, by=by)


SHAPES: tuple[Shape, ...] = (
    _shape(
        rf"(?P<y1>{_YEAR})年?{_DASH}(?P<y2>{_YEAR})(?:年(?:间|期间)?)?(?!\d)", resolve.year_range
    ),
    _shape(
        rf"\b(?:[Bb]etween|[Ff]rom)\s(?P<y1>{_YEAR})\s(?:and|to|through|until)\s(?P<y2>{_YEAR})"
        r"(?!\d)",
        resolve.year_range,
    ),
    _shape(
        rf"(?P<y>{_YEAR}|[{_ZH_DIGITS}]{{4}})年(?!级)(?:度|底|末|年底|间)?(?:的?{_INSIDE_YEAR})?",
        resolve.absolute,
    ),
    _shape(rf"(?:民国(?P<roc>\d{{2,3}})年(?:度|底|末)?{_INSIDE_YEAR}?)", resolve.republican),
    _shape(
        rf"(?<!\d)(?P<roc>1[01]\d)年(?=度|底|前|上|下|第|首|全|\d{{1,2}}月)(?:度|底|末)?{_INSIDE_YEAR}?",
        resolve.republican,
    ),
    _shape(
        rf"\b(?:the )?(?:{_EN_FIRST_MONTHS}|(?P<part>{_PARTS})) of"
        rf" (?:(?P<y>{_YEAR})(?!\d))",
        resolve.absolute,
    ),
    _shape(
        rf"\b(?:the )?(?:{_EN_FIRST_MONTHS}|(?P<part>{_PARTS})) of (?P<rel>this year|last year)",
        resolve.relative_year,
    ),
    _shape(r"(?<![\d一二两三四五六七八九十几数今本])年内(?!瓦)", resolve.whole_year, by=True),
    _shape(
        rf"(?P<rel>{_RELATIVE_YEARS})(?:底|末|初)?(?:的?{_INSIDE_YEAR})?", resolve.relative_year
    ),
    _shape(r"(?P<rel>[昨今前明])[（(]\d{1,2}日?[）)]日?", resolve.relative_day),
    _shape(rf"(?P<rel>{_words(resolve.RELATIVE_DAY)})", resolve.relative_day),
    _shape(
        r"(?P<which>[上本这])?个?(?:周|星期|礼拜)(?P<w>[一二三四五六日天])(?![期边])",
        resolve.weekday,
    ),
    _shape(
        r"\b(?:[Oo]n |[Ll]ast |[Tt]his )?(?P<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
        resolve.english_weekday,
    ),
    _shape(r"(?:同日|当天|当日|同一天)", resolve.same_day),
    _shape(r"(?P<rel>本月|这个月|上个月|上月|[Tt]his month|[Ll]ast month)", resolve.relative_month),
    _shape(
        rf"(?:未来|今后|接下来|往后)的?(?P<n>{_ZH_COUNT})(?:[至到-](?P<n2>{_ZH_COUNT}))?年(?:内|间|里)?",
        resolve.coming_years,
        by=True,
    ),
    _shape(
        rf"\b(?:over|in|within|during|for) the (?:next|coming) (?P<n>{_EN_COUNT})"
        rf"(?: (?:to|or) (?P<n2>{_EN_COUNT}))? years",
        resolve.coming_years,
        by=True,
    ),
    _shape(rf"(?P<n>{_ZH_COUNT})年(?:以|之)?前(?!后)", resolve.years_ago, by=True),
    _shape(
        rf"\b(?P<n>[Aa]|{_EN_COUNT}) years? (?:ago|earlier|before)\b", resolve.years_ago, by=True
    ),
    _shape(
        rf"(?:近|过去|最近|这)(?P<n>{_ZH_COUNT})年(?:来|间|里|内)?",
        resolve.recent_years,
    ),
    _shape(
        r"\b(?:in|over|during|for)? ?the (?:past|last) (?P<n>[a-z]+|\d{1,2}) years",
        resolve.recent_years,
    ),
    _shape(
        r"[“\"]?(?P<plan>十?[一二三四五六九]|十)五[”\"]?(?:规划)?(?:期间|时期)?(?P<late>末)?(?![家个])",
        resolve.plan,
    ),
    _shape(
        rf"\b(?:the )?(?:fiscal |financial |full )?year (?:to|ended|ending)(?: in)? {_EN_MONTH}"
        rf"(?: \d{{1,2}}(?!\d))?(?:,?\s(?P<y>{_YEAR}))?(?![\da-z])",
        resolve.year_to_month,
    ),
    _shape(r"(?<!年)全年(?![龄级])|\b[Ff]ull-year\b", resolve.whole_year),
    _shape(rf"\b[Ww]ithin (?P<n>{_EN_COUNT}) years\b", resolve.coming_years, by=True),
    _shape(
        rf"(?<!年){_FIRST_MONTHS}|(?<![\d.一二三四五六七八九十几数]){_MONTH_DAY}",
        resolve.of_known_year,
    ),
    _shape(
        r"[（(](?P<d>\d{1,2})[日号][）)]",
        resolve.day_of_month,
    ),
    _shape(
        r"(?<![月\d.、年])(?P<d>\d{1,2})日(?=[,，上下晚在举召从宣由公])",
        resolve.day_of_month,
    ),
    _shape(
        rf"(?<!年)(?:{_EN_FIRST_MONTHS}|(?P<part>{_PARTS}))(?: of(?: the year)?)?(?! of \d)",
        resolve.of_known_year,
    ),
    _shape(
        rf"\b(?:(?P<d0>\d{{1,2}}) )?{_EN_MONTH}(?:\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?"
        rf"(?:,?\s(?P<y>{_YEAR}))?(?![\da-z])",
        resolve.english_month,
    ),
    _shape(
        rf"(?<![\d.,$€£¥A-Za-z-])(?P<y>{_YEAR})(?![\d%,.]*\d|[%一-鿿]"
        r"|\s(?:yuan|percent|million|billion|[A-Z][a-z]+\s[A-Z]))",
        resolve.absolute,
    ),
)
_NOW = (
    r"(?:截至(?:本?公告披露日|公告日|本报告期末|发稿(?:时|日)?|今[天日]|目前)"
    r"|目前|迄今为止|迄今|至今|当前|眼下|如今|现今|当下|截至目前|现已|现在|现(?=有(?!产能|的|水平|规模|面积)|共|拥))"
)
_NOW_EN = (
    r"\b(?:[Cc]urrently|[Ss]o far|[Tt]o date|[Aa]t present|[Pp]resently|[Nn]ow"
    r"|[Aa]t the moment|[Aa]s of (?:now|today))\b"
)
_WEAK = r"(?:已有|现有(?!产能|的|水平|规模|面积)|已经有|已拥有)"
SHAPES += tuple(
    Shape(re.compile(words), resolve.now, is_now=True, weak=words is _WEAK)
    for words in (_NOW, _NOW_EN, _WEAK)
)
SHAPES += (_shape(r"(?:前一天|次日|前一年|上年同期|去年同期)", resolve.unresolved),)
