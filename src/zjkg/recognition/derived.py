"""Names that follow from other names of the article: phases of a park, short forms, repeats."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from zjkg.model import EntityType, Span
from zjkg.recognition.familiar import short_firms
from zjkg.recognition.passage import Candidate
from zjkg.recognition.vocabulary import NOT_NAMES, PARK_HEADS, head_type
from zjkg.recognition.weights import weight

_PHASE = re.compile(
    r"(?:第?[一二三四五六七八九十\d]{1,2}期(?:[A-Z\d一二三四东西南北]{1,2}区)?|[A-Z]\d?区|"
    r"[A-Z\d]{1,3}(?:号楼|栋|座))"
)
_WEAK = frozenset({"pattern:weak-brand", "frame:class-noun"})
_YEAR = re.compile(r"^(?:19|20)\d\d年?|(?:19|20)\d\d$")
_SURE = 0.5
_TWICE = 2
_TOO_COMMON = frozenset(
    "园区 产业园 科技园 高新区 开发区 示范区 基地 产业园区 工业园区 工业园 科技园区 创新园 保税区 "
    "自贸区 "
    "经开区 产业基地 创业园 软件园 园 城 谷 港 岛 湾 小镇 生物医药产业园 生物医药园 "
    "高新技术产业开发区 "
    "经济技术开发区 生物医药产业基地 国家级 综合保税区 科学园区 科学工业园区".split()
)


def derived(text: str, known: Sequence[Candidate], places: frozenset[str]) -> Iterator[Candidate]:
    """Phases and buildings of parks, parks without their place, weak evidence seen twice."""
    yield from _phases(text, known)
    yield from _short_parks(text, known, places)
    yield from _inner_parks(text, known)
    yield from _events_without_year(text, known)
    yield from _repeated(text, known)
    yield from short_firms(text, known)


def _phases(text: str, known: Sequence[Candidate]) -> Iterator[Candidate]:
    for candidate in known:
        sure = candidate.type is EntityType.PARK and weight(candidate) >= _SURE
        if sure and (match := _PHASE.match(text, candidate.span.end)):
            span = Span(candidate.span.start, match.end())
            yield Candidate(span, EntityType.PARK, "pattern:phase")


def _inner_parks(text: str, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """生物城孵化园 inside 某某国际生物城: a part called by the last word of the whole."""
    parks = {c.span.of(text) for c in known if c.type is EntityType.PARK and weight(c) >= _SURE}
    heads = {
        head
        for head in PARK_HEADS
        if len(head) > _TWICE and any(park.endswith(head) for park in parks)
    }
    for head in sorted(heads):
        for match in re.finditer(rf"{re.escape(head)}(?:{_INNER})", text):
            yield Candidate(Span(*match.span()), EntityType.PARK, "pattern:building")


_INNER = (
    "孵化园|加速园|创新园|中试园|研创园|智造园|加速器|孵化器|创新中心|孵化中心|产业园|制造园|"
    "[东西南北]区|第?[一二三四五六七八九十]期"
)


def _short_parks(
    text: str, known: Sequence[Candidate], places: frozenset[str]
) -> Iterator[Candidate]:
    """张江药谷 is also 药谷 where the article says so."""
    shorts: set[str] = set()
    for candidate in known:
        if candidate.type is not EntityType.PARK or weight(candidate) < _SURE:
            continue
        name = candidate.span.of(text)
        for size in (4, 3, 2):
            rest = name[size:]
            usable = len(rest) > 1 and rest not in _TOO_COMMON and rest not in NOT_NAMES
            if name[:size] in places and usable and _park(name, rest):
                shorts.add(rest)
                break
    for short in sorted(shorts):
        for match in re.finditer(re.escape(short), text):
            span = Span(*match.span())
            yield Candidate(span, EntityType.PARK, "pattern:short-form")
            if phase := _PHASE.match(text, span.end):
                yield Candidate(Span(span.start, phase.end()), EntityType.PARK, "pattern:phase")


def _events_without_year(text: str, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """EXPOMED 2024 is also EXPOMED."""
    names = {c.span.of(text) for c in known if c.type is EntityType.EVENT and weight(c) >= _SURE}
    shorts = {_YEAR.sub("", name).strip() for name in names} - names
    for short in sorted(short for short in shorts if len(short) > _TWICE):
        for match in re.finditer(re.escape(short), text):
            yield Candidate(Span(*match.span()), EntityType.EVENT, "pattern:short-form")


def _park(name: str, rest: str) -> bool:
    return head_type(name) is EntityType.PARK and (
        len(rest) == _TWICE or head_type(rest) is EntityType.PARK
    )


def _repeated(text: str, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Evidence too weak for one place is enough where the article repeats the words."""
    spans: dict[tuple[str, EntityType], set[Span]] = defaultdict(set)
    for candidate in known:
        if candidate.kind in _WEAK:
            spans[candidate.span.of(text), candidate.type].add(candidate.span)
    for (_, kind), found in sorted(spans.items()):
        if len(found) >= _TWICE:
            for span in sorted(found):
                yield Candidate(span, kind, "pattern:repeated")
