"""The shapes of English time expressions. The first shape that fits wins."""

from __future__ import annotations

import re

from zjkg.measurement import numerals
from zjkg.measurement import time_resolution as resolve
from zjkg.measurement import time_stretches as stretches
from zjkg.measurement.time_shapes import ENGLISH_PARTS, YEAR, Shape, by, shape, whole

_COUNT = rf"(?:{numerals.ENGLISH_WORD}|\d{{1,2}}|several|few)"
_NAMES = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN|FEB|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)"
)
_MONTH = rf"(?P<name>{_NAMES})"
_TO = r"\s?(?:-|–|—| to | and | through )\s?"
_FIRST_MONTHS = rf"(?:first|opening) (?P<nm>{_COUNT}) months"
_FISCAL = r"(?:fiscal |financial |full )?"
_TODAY = r"\bToday,? (?=(?:it|the|they|he|she|we|more|over|some|about|its|our)\b)"

SHAPES: tuple[Shape, ...] = (
    Shape(re.compile(_TODAY), resolve.now, is_now=True),
    whole(
        rf"\b(?:[Bb]etween|[Ff]rom)\s(?P<y1>{YEAR})\s(?:and|to|through|until)\s(?P<y2>{YEAR})(?!\d)",
        resolve.year_range,
    ),
    whole(
        rf"(?<![\d.,$€£¥A-Za-z-])(?P<y>{YEAR})[-–/](?P<y2>\d{{2}})(?!\d|[-–/])",
        stretches.straddling_year,
    ),
    whole(
        rf"\b(?P<n>{_COUNT}) months (?:to|ended|ending|through)(?: in| on)? (?:the end of )?"
        rf"(?:\d{{1,2}} )?(?P<m>{_NAMES})(?: \d{{1,2}}(?!\d))?(?:,?\s(?P<y>{YEAR}))?(?![\da-z])",
        stretches.months_to,
    ),
    whole(
        rf"\b(?P<m>{_NAMES})\s(?P<d>\d{{1,2}}){_TO}(?:(?P<m2>{_NAMES})\s)?(?P<d2>\d{{1,2}})(?!\d)"
        rf"(?:,?\s(?P<y>{YEAR}))?(?![\da-z])",
        stretches.days_of_month,
    ),
    whole(
        rf"\b(?:[Bb]etween|[Ff]rom) (?P<m>{_NAMES}) (?P<y>{YEAR}){_TO}(?P<m2>{_NAMES})"
        rf" (?P<y2>{YEAR})(?!\d)",
        stretches.months_of_years,
    ),
    whole(
        rf"\b(?:[Bb]etween |[Ff]rom )?(?P<m>{_NAMES}){_TO}(?P<m2>{_NAMES})(?:,?\s(?P<y>{YEAR}))?"
        r"(?![\da-z]|\s\d)",
        stretches.month_range,
    ),
    shape(
        rf"\b(?:the )?(?:{_FIRST_MONTHS}|(?P<part>{ENGLISH_PARTS})) (?:of )?"
        rf"(?P<y>{YEAR})(?!\d)",
        resolve.absolute,
    ),
    shape(
        rf"\b(?:the )?(?:{_FIRST_MONTHS}|(?P<part>{ENGLISH_PARTS}))(?: of)?"
        r" (?P<rel>this year|last year|next year)",
        resolve.relative_year,
    ),
    shape(
        rf"\b{_MONTH}(?:,? of)? (?P<rel>this year|last year|next year)\b",
        stretches.month_of_relative_year,
    ),
    shape(
        rf"\bthe same (?:period|quarter|months|half|time) (?:of|in) (?P<y>{YEAR})(?!\d)",
        stretches.same_period_of_year,
    ),
    shape(
        r"\bthe same (?:period|quarter|month|time)(?: of| in)?"
        r" (?:last year|a year earlier|the (?:previous|prior) year)\b",
        stretches.year_before,
    ),
    shape(r"(?<=[Ss]ince )(?:the )?(?:start|beginning) of (?:the|this) year\b", resolve.this_year),
    shape(r"\b(?P<rel>[Tt]his year|[Ll]ast year|[Nn]ext year)\b", resolve.relative_year),
    shape(r"\b(?P<rel>[Tt]oday|[Yy]esterday|[Tt]omorrow)\b(?!['’]s)", resolve.relative_day),
    shape(
        r"\b(?:[Oo]n |[Ll]ast |[Tt]his )?(?P<w>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
        resolve.english_weekday,
    ),
    shape(r"\b(?P<rel>[Tt]his month|[Ll]ast month)\b", resolve.relative_month),
    shape(r"\b[Nn]ext month\b", stretches.next_month),
    shape(r"\b(?P<rel>[Ll]ast quarter|[Tt]his quarter)\b", stretches.neighbouring_quarter),
    by(
        r"\b(?:[Bb]y|[Aa]t|[Bb]efore) (?:the )?(?:year-end|end of (?:the|this) year"
        r"|year['’]s end)\b",
        resolve.year_end,
    ),
    by(r"\b(?:[Bb]y|[Aa]t) mid-?year\b", stretches.middle_of_year),
    shape(
        r"\b(?:[Ff]or|[Oo]ver|[Dd]uring) the full year\b(?! (?:to|ended|ending|before)\b)",
        resolve.whole_year,
    ),
    shape(
        r"\b(?P<rel>the following year|(?:in|over|during|for) (?:the|that|the same) (?:full )?year)"
        r"\b(?![- ](?:to|ended|ending|before|earlier|ago)\b)",
        stretches.neighbouring_year,
    ),
    by(
        rf"\b(?:over|in|within|during|for) the (?:next|coming) (?P<n>{_COUNT})"
        rf"(?: (?:to|or) (?P<n2>{_COUNT}))? years",
        resolve.coming_years,
    ),
    shape(
        r"\b(?:(?:[Aa]|one) year (?:earlier|before)|the (?:previous|prior|preceding) year"
        r"|the year (?:before|earlier)|the year-(?:earlier|ago) [a-z]+)(?:['’]s)?\b",
        stretches.year_before,
    ),
    shape(
        r"\b(?:[Oo]ver|[Ii]n|[Dd]uring) the same (?:period|quarter|months?|half|span|stretch)\b"
        r"(?! (?:last|of|in|a|the|one)\b)",
        stretches.same_period,
    ),
    shape(rf"\b(?P<n>[Aa]|(?i:{_COUNT})) years? later\b", stretches.years_later),
    by(r"\b(?P<n>[Aa]|[Oo]ne) year ago\b", stretches.year_ago),
    by(rf"\b(?P<n>[Aa]|(?i:{_COUNT})) years? (?:ago|earlier|before)\b", resolve.years_ago),
    by(rf"\b(?P<n>[Aa]|(?i:{_COUNT})) decades? ago\b", stretches.decades_ago),
    whole(
        rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or)? ?the (?:past|last)"
        rf" (?:(?P<n>{_COUNT}) years|year(?! to))",
        stretches.recent_years,
    ),
    whole(
        r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or)? ?the (?:past|last) decade\b",
        stretches.recent_decade,
    ),
    whole(
        rf"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or)? ?the (?:past|last) (?P<n>{_COUNT}) months",
        stretches.recent_months,
    ),
    shape(
        rf"\b(?:the )?{_FISCAL}year (?:to|ended|ending)(?: in| on)? (?:\d{{1,2}} )?{_MONTH}"
        rf"(?: \d{{1,2}}(?!\d))?(?:,?\s(?P<y>{YEAR}))?(?![\da-z])",
        resolve.year_to_month,
    ),
    shape(
        r"\bthe (?:[Rr]eporting [Pp]eriod|Period"
        r"|period(?! (?:of|from|between|to|ended|in|when)\b))",
        stretches.reported,
    ),
    shape(r"\b[Yy]ear[- ]to[- ]date\b", resolve.this_year),
    shape(r"\b[Ss]ince then\b", stretches.since_then),
    shape(r"\b[Ff]ull-year\b", resolve.whole_year),
    by(rf"\b[Ww]ithin (?P<n>{_COUNT}) years\b", resolve.within_years),
    shape(
        rf"(?<!年)(?:{_FIRST_MONTHS}|(?P<part>{ENGLISH_PARTS}))(?: of(?: the year)?)?(?! of \d)",
        resolve.of_known_year,
    ),
    shape(rf"\b[Nn]ext {_MONTH}(?![\da-z])", stretches.next_named_month),
    shape(
        rf"\b(?:(?P<d0>\d{{1,2}}) )?{_MONTH}(?:\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?"
        rf"(?:,?\s(?P<y>{YEAR}))?(?![\da-z])",
        resolve.english_month,
    ),
    shape(rf"\b(?:FY|fiscal )(?P<y>{YEAR})(?!\d)", resolve.absolute),
    shape(
        rf"(?:(?<![\d.,$€£¥A-Za-z-])|(?<=\bmid-)|(?<=\bend-)|(?<=\blate-)|(?<=\bearly-))(?P<y>{YEAR})"
        r"(?![\d%,.]*\d|[%一-鿿]|\s(?:yuan|percent|million|billion|[A-Z][a-z]+\s[A-Z]))",
        resolve.absolute,
    ),
)
_NOW = (
    r"\b(?:[Cc]urrently|[Ss]o far(?! this year| in \d)|[Tt]o date|[Aa]t present|[Pp]resently|[Nn]ow"
    r"|[Aa]t the moment|[Aa]s of (?:now|today|press time))\b"
)
NOW: tuple[Shape, ...] = (Shape(re.compile(_NOW), resolve.now, is_now=True),)
