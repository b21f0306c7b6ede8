"""Names inside 《》 and names of foreign make inside Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.vocabulary import NOT_NAMES, POLICY_HEADS

_MIN_TITLE = 4
_TITLE = re.compile(r"《([^《》\n]{2,60})》")
_POLICY_END = re.compile(
    "(?:[一二三四五六七八九十百]条|"
    + "|".join(map(re.escape, POLICY_HEADS))
    + r")(?:[（(][^（）()]{1,20}[）)])?$"
)
_REPORT_END = re.compile(r"(?:报告|蓝皮书|白皮书|年鉴|[年季月]报)(?:[（(][^（）()]{1,20}[）)])?$")
_OUTLET_END = re.compile(r"(?:(?<![年季月快])报|周刊|杂志|晚报|早报|新闻)$")
_INDEX_END = re.compile(r"指数(?:[（(][^（）()]{1,20}[）)])?$")
_ISSUED = re.compile(
    r"(?:局|委|会|部|厅|署|政府|处|办公室)"
    r"(?:联合|正式)?(?:发布|印发|公布|出台|推出)了?$"
)
_ISSUED_WITHIN = 16
_AT_PLACE = re.compile(r"[A-Za-z][A-Za-z0-9.&+-]{1,20}@[\u4e00-\u9fff]{2,4}")
_CAMEL = re.compile(r"(?<![A-Za-z0-9])[A-Z][a-z]+[A-Z][A-Za-z]+(?![A-Za-z0-9])")
_PARK_LIKE = re.compile(r"(?:BAY|Bay|Park|PARK|Valley|Island|Port|Hub|Town)$")


def propose(passage: Passage) -> Iterator[Candidate]:
    """Titles of documents, and foreign names that no Chinese word could be."""
    start, end = passage.span.start, passage.span.end
    for match in _TITLE.finditer(passage.text, start, end):
        title = match.group(1)
        before = max(start, match.start() - _ISSUED_WITHIN)
        issued = _ISSUED.search(passage.text, before, match.start())
        policy = len(title) > _MIN_TITLE and _POLICY_END.search(title)
        if policy or (issued and title.endswith("书")):
            yield Candidate(Span(*match.span(1)), EntityType.POLICY, "pattern:title")
        elif _REPORT_END.search(title):
            yield Candidate(Span(*match.span(1)), EntityType.PROJECT, "pattern:title")
        elif _OUTLET_END.search(title):
            yield Candidate(Span(*match.span(1)), EntityType.ORGANIZATION, "pattern:title")
        elif _INDEX_END.search(title):
            yield Candidate(Span(*match.span(1)), EntityType.INDEX, "pattern:title")
    for match in _AT_PLACE.finditer(passage.text, start, end):
        yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, "pattern:foreign")
    for match in _CAMEL.finditer(passage.text, start, end):
        if match.group() in NOT_NAMES:
            continue
        park = _PARK_LIKE.search(match.group())
        yield Candidate(
            Span(*match.span()),
            EntityType.PARK if park else EntityType.ORGANIZATION,
            "pattern:foreign" if park else "pattern:camel",
        )
