"""Departments: …大学生物技术学系, …医院心脏内科, …委员会南部园区管理局, …代表处科技组.

The name of a unit is common words; it is a name because its parent stands in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.agencies import AGENCY
from zjkg.recognition.candidates.runs import run_before
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.posts import POST
from zjkg.recognition.vocabulary import GENERIC

_PARENT = (
    "大学|学院|医院|分院|委员会|管委会|代表处|办事处|大使馆|领事馆|管理局|监督局|总局|"
    "海关|政府|有限公司|科学院|研究院|[^服]务?中心|协会|学会|商会|[^专全几每多该本农]家局|[\u4e00-\u9fff]{2}[局署厅委部]"
)
_UNIT = (
    "学系|学院|学部|研究所|研究中心|技术转移中心|临床试验中心|育成中心|[^关体]系|[^学骨]科|内科|外科|骨科|处|"
    "[^小重各]组|[^公上]司|专委会|专业委员会|办公室|[^诊教]室|分局|管理局|审评中心|服务中心|促进中心|事业部|研发部|研究部|市场部|公关部|"
    "产业局|发展局|创新局|[^门各]署"
)
_FIRST = re.compile(rf"(?:{_PARENT})(?![和与及])(?=[\u4e00-\u9fff]{{2,14}})")
_THIS_BODY = re.compile("(?:该|本|我)[局委厅署院校部](?![和与及])(?=[\u4e00-\u9fff]{2,14})")
_UNITS = re.compile(_UNIT)
_LONGEST = 15
_AFTER = re.compile(
    rf"(?:{POST})|[，。、；：,;:（(）)”」]|$|[的与和及在于将已也则昨今日对表发公主签宣展许网统获"
    r"认指合核透共有提支举]"
)
_NOUNS = frozenset({"n", "vn", "nz", "ORG", "LOC", "an", "nw", "c", "s", "f", "a", "j", "PER"})
_PREDICATES = frozenset({"v", "vd", "d", "ad", "t", "TIME", "p"})
_VERBS = frozenset(
    "注册 监督 管理 促进 推广 规划 发展 研究 检验 检查 审评 服务 合作 运营 投资 评价 交流 保护 "
    "技术 转移 转让 创新 招商 育成 生产 防治 预防 康复 护理 影像 放射".split()
)


def propose(passage: Passage) -> Iterator[Candidate]:
    """A parent and its unit in one name, where both ends can be seen; a unit of 该局 alone."""
    for first in _THIS_BODY.finditer(passage.text, passage.span.start, passage.span.end):
        if end := _end(passage, first.end()):
            yield Candidate(Span(first.end(), end), EntityType.ORGANIZATION, "pattern:unit")
    for first in _FIRST.finditer(passage.text, passage.span.start, passage.span.end):
        end = _end(passage, first.end())
        if end and (agency := _agency(passage, first.end())) is not None:
            yield Candidate(Span(agency, end), EntityType.ORGANIZATION, "pattern:unit")
            continue
        run = run_before(passage, first.end()) if end else None
        if run is not None and run.proper and run.start < first.end():
            abroad = passage.text.startswith("驻", run.start - 1) and run.start > passage.span.start
            span = Span(run.start - abroad, end)
            yield Candidate(span, EntityType.ORGANIZATION, "pattern:unit")


def _agency(passage: Passage, end: int) -> int | None:
    """Where the authority that everybody knows begins, if one ends here: 投资推广署|某组."""
    first = max(passage.span.start, end - _LONGEST)
    known = (m for m in AGENCY.finditer(passage.text, first, end) if m.end() == end)
    return next((match.start() for match in known), None)


def _end(passage: Passage, start: int) -> int:
    """Where the unit that begins at ``start`` ends; 0 where none does."""
    limit = min(passage.span.end, start + _LONGEST)
    for match in _UNITS.finditer(passage.text, start + 1, limit):
        after = _AFTER.match(passage.text, match.end(), passage.span.end) or _acts(
            passage, match.end()
        )
        han = all("\u4e00" <= char <= "\u9fff" for char in passage.text[start : match.end()])
        if after and han and _nominal(passage, start, match.end()):
            return match.end()
    return 0


def _acts(passage: Passage, end: int) -> bool:
    """Whether a word begins here that no name goes on with."""
    index = passage.token_from(end)
    begins = index < len(passage.tokens) and passage.tokens[index].span.start == end
    return begins and passage.tokens[index].tag in _PREDICATES


def _nominal(passage: Passage, start: int, end: int) -> bool:
    """Whether only nouns stand between the parent and the end of the unit."""
    first, last = passage.token_before(start + 1), passage.token_from(end)
    tokens = passage.tokens[first + (passage.tokens[first].span.start < start) : last]
    return all(
        token.tag in _NOUNS
        or token.span.of(passage.text) in GENERIC
        or token.span.of(passage.text) in _VERBS
        for token in tokens
    )
