"""What sentences say of an index besides its value: its base, the year of its data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from zjkg.model import Span
from zjkg.patterns import compiled

_Y = r"(?<!\d)(?P<y>(?:19|20)\d\d)"
_V = r"(?P<v>\d{1,5}(?:\.\d+)?)(?![\d.]*(?:年|月|日|家|项|个|亿|万|%))"
_BASE_NOUN = r"(?:基期|基准年?期?|基年|基点|基数)"
_ZH_GIVEN: Final = r"(?:数据|数值|水平)?"
_EN_SET: Final = r"\b(?:with|taking|using|setting)"
_BASE_PATTERNS: Final = (
    # 以2019年为基期100分；以2019年为基期，基期值为100
    (
        rf"以{_Y}年(?:度)?(?:的)?{_ZH_GIVEN}(?:作)?为{_BASE_NOUN}(?:年|值)?(?:[，,（(]?(?:基期|基准)?"
        rf"(?:数值|数|值)?(?:设|定|计)?(?:为|是|作|取|[（(=])?\s?{_V})?"
    ),
    # 以2019年为100
    rf"以{_Y}年(?:度)?(?:的)?{_ZH_GIVEN}(?:为|等于|[＝=]|作){_V}",
    # 基期为2019年（100分）
    (
        rf"{_BASE_NOUN}(?:年|值)?(?:为|是|设在|定在|定为|选为|选取)?{_Y}年(?:度)?"
        rf"(?:[，,（(]?(?:基期)?(?:数值|值)?(?:设|定)?(?:为|是|[＝=])?\s?{_V})?"
    ),
    rf"作为{_BASE_NOUN}的{_Y}年(?:为|是|设为|定为){_V}",
    rf"{_Y}年?\s?[＝=]\s?{_V}",
    rf"{_Y}年?(?:的)?(?:数据|水平)?(?:设为|定为|计为){_V}",
    # with 2019 as the base year (100); taking 2019 as 100
    (
        rf"{_EN_SET} {_Y}(?: data| levels?| values?| figures)? as (?:the|its|a) base(?:line)?"
        rf"(?: year| period)?(?:[^.;,\d]{{0,8}}[ (]{_V})?"
    ),
    rf"{_EN_SET} {_Y}(?: data| levels?| values?)? (?:as|at|to|set at|set to|equal to) {_V}",
    rf"\bbase(?:line)?(?: value| level| score)? of {_V}(?: points?)? (?:for|in|set in) {_Y}",
    (
        rf"\b(?:base|baseline) (?:year|period)(?: is| was| of|:| being)? {_Y}"
        rf"(?:[^.;]{{0,12}}?(?:=|at|to|of|equals) {_V})?"
    ),
    rf"\bbase(?:d)?(?: of| at)? {_V} (?:for|in) {_Y}",
)
_EN_FIGURES: Final = r"(?: the| its)?(?: data| figures| statistics)?"
_EN_USES: Final = r"\b(?:based on|uses?|using|covers?|covering|reflects?|reflecting|draws? on)"
_DATA_PATTERNS: Final = (
    (
        rf"(?:采用|使用|选用|基于|依据|根据|测算|反映|利用)(?:的是|了)?{_Y}年(?:度)?(?:的)?(?:全年)?"
        r"(?:数据|数值|情况)"
    ),
    rf"(?:数据|资料)(?:截至|截止到?|为|来自|取自|采自|对应|均为|期为|年份为){_Y}年",
    rf"数据年份?(?:为|是|：){_Y}",
    (
        rf"{_EN_USES}{_EN_FIGURES} (?:for|from|of|in) (?:the year )?"
        rf"{_Y}\b"
    ),
    rf"{_EN_USES} {_Y} (?:data|figures|statistics)\b",
    rf"\bdata year(?: is| of| was|:)? {_Y}\b",
)
_BASES: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _BASE_PATTERNS)
_DATA: Final = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _DATA_PATTERNS)
# "up from 100 in 2019" is a comparison, not a base.
_COMPARED: Final = compiled(
    r"\b(?:up|down|from|rose|fell|compared|than)\b[^.;,]{0,12}\Z|(?:高于|低于|比|较)[^，。；]{0,4}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Base:
    """The year on which an index rests and the value that it is given; the words that say so."""

    year: str
    value: Decimal | None
    span: Span


@dataclass(frozen=True, slots=True)
class DataYear:
    """The year from which the data of an index are."""

    year: str
    span: Span


def bases(key: str, sentence: Span) -> Iterator[Base]:
    """The statements of a base in a sentence, each stretch of words once, in text order."""
    taken: list[Span] = []
    found: list[Base] = []
    for pattern in _BASES:
        for match in pattern.finditer(key, sentence.start, sentence.end):
            span = Span(*match.span())
            compared = _COMPARED.search(key, max(sentence.start, span.start - 16), span.start)
            if compared or any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            found.append(Base(match["y"], Decimal(match["v"]) if match["v"] else None, span))
    yield from sorted(found, key=lambda base: base.span)


def data_years(key: str, sentence: Span) -> Iterator[DataYear]:
    """The statements of a year of data in a sentence, in text order."""
    based = [base.span for base in bases(key, sentence)]
    found = [
        DataYear(match["y"], Span(*match.span()))
        for pattern in _DATA
        for match in pattern.finditer(key, sentence.start, sentence.end)
        if not any(span.overlaps(Span(*match.span("y"))) for span in based)
    ]
    yield from sorted(found, key=lambda data: data.span)
