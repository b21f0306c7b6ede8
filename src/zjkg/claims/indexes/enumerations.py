"""Enumerations that name the parts of something: by a number and a noun, or by a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from zjkg.model import Span

_NUMBERS: Final = {
    word: value
    for value, words in enumerate(
        (
            "", "", "两 二 2 two 双", "三 3 three", "四 4 four", "五 5 five", "六 6 six",
            "七 7 seven", "八 8 eight", "九 9 nine", "十 10 ten", "十一 11 eleven",
            "十二 12 twelve",
        )
    )
    for word in words.split()
}  # fmt: skip
_NUMBER: Final = "|".join(sorted(_NUMBERS, key=lambda word: -len(word)))
_ZH_NOUN: Final = (
    r"(?:一级|二级|核心|关键|重点|主要)?(?:维度|方面|指标|分项|分指数|子指数|板块|部分|领域|要素|环节|层面|面向|构面|模块"
    r"|支柱|系数|大类|能力|力|度|因子|层次|角度|视角|类)"
)
_ZH_COUNTED: Final = rf"(?P<n>{_NUMBER})(?:个|大|项|类|重|种|组)?(?:{_ZH_NOUN})"
_ZH_TAIL: Final = re.compile(
    rf"(?P<etc>等)?(?P<title>[“「『‘]?{_ZH_COUNTED}[”」』’]?)"
    rf"|(?P<open>等)(?:多个|多项|多|各个?|几个)?(?:{_ZH_NOUN})"
)
_ZH_COLON: Final = re.compile(
    rf"(?P<title>{_ZH_COUNTED})"
    r"(?:[，,]?(?:分别|包括|包含|涵盖|即|为|是|有|依次|主要)+[：:为是]?|[：:]|——|[（(])"
)
# A preposition opens a list only where a clause or its subject ends: 从自身进步 holds one item.
_ZH_OPENER: Final = re.compile(
    r"(?:.{0,24}?(?:指数|体系|主要|分别|均|则|也|并|其|它))?(?:由|从|自|以|对|按|在|就)"
    r"|.{0,40}?(?:聚焦于?|围绕|涵盖|覆盖|包括|包含|下设|分为|分成|涉及|选取|设置|设有|涵括|兼顾|考察|考量"
    r"|衡量|评价|评估|反映|关注|着眼于?|立足于?)(?:了|着)?"
)
_ZH_STOP: Final = "，。；：！？,;:\n（）()"
_ZH_MARK: Final = re.compile(r"、|(?<=[”」』])(?=[“「『])")
_ZH_JOIN: Final = re.compile(r"以及|和|与|及")
_ZH_QUOTES: Final = "“”「」『』‘’ "
_ZH_LONGEST = 14
_WINDOW = 120

_EN_NOUN: Final = (
    r"(?:dimensions?|areas|aspects|pillars|categories|indicators|factors|components|fields|forces"
    r"|fronts|metrics|criteria|sub-?ind(?:ices|exes)|themes|parts|measures|domains|perspectives|degrees)"
)
_EN_COUNT: Final = re.compile(
    rf"\b(?P<title>(?P<n>{_NUMBER}) (?:[a-z-]+ ){{0,2}}?{_EN_NOUN})"
    r"(?:\s?[:–—-]\s?|,? (?:including|namely|covering|which are|that is|such as|of)\s|, )",
    re.IGNORECASE,
)
_EN_VERB: Final = re.compile(
    r"\b(?:based on|consists of|comprises|comprising|made up of|composed of|built on"
    r"|calculated from|covers|covering|measures|tracks|assesses|evaluates|weighs|scores|gauges"
    r"|looks at|takes in|combines)(?: (?:its|their|the|a)(?: \w+)?"
    r" (?:ability|abilities|capacity|strengths?|performance|progress) (?:to|in|of))?\s",
    re.IGNORECASE,
)
_EN_END: Final = re.compile(r"[.;:()]| across\b|, (?:which|as well as|with|according to|said)\b|$")
_EN_MARK: Final = re.compile(", ")
_EN_LEAD: Final = re.compile(r"(?:and|the|its|their)\s", re.IGNORECASE)
_EN_WORDS = 6
_EN_FEWEST = 3
_EN_WINDOW = 400


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list of items; ``count`` is how many the text says, ``open_ended`` where it goes on."""

    words: Span
    items: tuple[Span, ...]
    title: Span | None
    count: int | None
    open_ended: bool
    rule: str

    @property
    def fits(self) -> bool:
        """Whether there are as many items as stated; a list that goes on may have fewer."""
        if self.count is None:
            return True
        return len(self.items) == self.count or (self.open_ended and len(self.items) < self.count)


def chinese_lists(key: str, sentence: Span) -> Iterator[Enumeration]:
    """A、B和C三个方面；三个方面：A、B、C；涵盖A、B、C等方面."""
    taken: list[Span] = []
    for match in _ZH_COLON.finditer(key, sentence.start, sentence.end):
        end = _stop_after(key, match.end(), sentence.end)
        found = _listed(key, Span(match.end(), end), match, "dimension-colon")
        if found is not None:
            taken.append(found.words)
            yield found
    for match in _ZH_TAIL.finditer(key, sentence.start, sentence.end):
        start = _stop_before(key, match.start(), sentence.start)
        stretch = Span(start, match.start())
        if any(stretch.overlaps(span) for span in taken):
            continue
        found = _listed(key, stretch, match, "dimension-count")
        if found is not None:
            taken.append(found.words)
            yield found


def _listed(key: str, stretch: Span, match: re.Match[str], rule: str) -> Enumeration | None:
    """The items of a stretch, split until their number is what the text says."""
    groups = match.groupdict()
    count = _NUMBERS[groups["n"].lower()] if groups.get("n") else None
    open_ended = bool(groups.get("etc") or groups.get("open"))
    if stretch.of(key).endswith("等"):
        stretch, open_ended = Span(stretch.start, stretch.end - 1), True
    before = rule == "dimension-count"
    items = _items(key, stretch, count, strip=before)
    if not items or any(item.end - item.start > _ZH_LONGEST for item in items):
        return None
    title = _trimmed(key, Span(*match.span("title"))) if groups.get("title") else None
    words = Span(items[0].start, match.end()) if before else Span(match.start(), items[-1].end)
    return Enumeration(words, items, title, count, open_ended, rule)


def _items(key: str, stretch: Span, count: int | None, *, strip: bool) -> tuple[Span, ...]:
    """The parts between 、; the last one is split at 和 unless the number says otherwise."""
    parts = list(_split(key, stretch, _ZH_MARK))
    if len(parts) < 2:  # noqa: PLR2004 - one part is no list
        return ()
    if strip:
        opener = _ZH_OPENER.match(key, parts[0].start, parts[0].end - 1)
        start = parts[0].start if opener is None else opener.end()
        owner = key.rfind("的", start, parts[0].end - 1)
        parts[0] = Span(max(start, owner + 1), parts[0].end)
    if count is None or len(parts) < count:
        last = parts.pop()
        joins = list(_ZH_JOIN.finditer(key, last.start + 1, last.end - 1))
        if joins:
            parts.append(Span(last.start, joins[-1].start()))
            parts.append(Span(joins[-1].end(), last.end))
        else:
            lead = _ZH_JOIN.match(key, last.start, last.end)
            parts.append(last if lead is None else Span(lead.end(), last.end))
    trimmed = [_trimmed(key, part) for part in parts]
    return tuple(trimmed) if all(part.start < part.end for part in trimmed) else ()


def _split(key: str, stretch: Span, mark: re.Pattern[str]) -> Iterator[Span]:
    start = stretch.start
    for match in mark.finditer(key, stretch.start, stretch.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, stretch.end)


def _trimmed(key: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and key[start] in _ZH_QUOTES:
        start += 1
    while end > start and key[end - 1] in _ZH_QUOTES:
        end -= 1
    return Span(start, end)


def _stop_before(key: str, end: int, low: int) -> int:
    at = end
    while at > max(low, end - _WINDOW) and key[at - 1] not in _ZH_STOP:
        at -= 1
    return at


def _stop_after(key: str, start: int, high: int) -> int:
    at = start
    while at < min(high, start + _WINDOW) and key[at] not in _ZH_STOP:
        at += 1
    return at


def english_lists(key: str, sentence: Span) -> Iterator[Enumeration]:
    """Five dimensions: A, B and C; based on A, B and C."""
    taken: list[Span] = []
    for match in _EN_COUNT.finditer(key, sentence.start, sentence.end):
        count = _NUMBERS[match["n"].lower()]
        found = _english(key, match.end(), sentence.end, count)
        if found:
            words = Span(match.start(), found[-1].end)
            taken.append(words)
            title = Span(*match.span("title"))
            yield Enumeration(words, found, title, count, False, "dimension-colon")  # noqa: FBT003
    for match in _EN_VERB.finditer(key, sentence.start, sentence.end):
        found = _english(key, match.end(), sentence.end, None)
        words = Span(match.start(), found[-1].end) if found else Span(0, 0)
        if found and not any(words.overlaps(span) for span in taken):
            taken.append(words)
            yield Enumeration(words, found, None, None, False, "dimension-verb")  # noqa: FBT003


def _english(key: str, start: int, high: int, count: int | None) -> tuple[Span, ...]:
    """Three items or more, with and before the last one; none of them long."""
    high = min(high, start + _EN_WINDOW)
    end_match = _EN_END.search(key, start, high)
    end = end_match.start() if end_match is not None and end_match.start() < high else high
    parts = list(_split(key, Span(start, end), _EN_MARK))
    last = parts.pop()
    joined = key.rfind(" and ", last.start, last.end)
    if joined >= 0:
        parts += [Span(last.start, joined), Span(joined + 5, last.end)]
    elif key.startswith("and ", last.start):
        parts.append(last)
    else:
        return ()
    items = [_without_lead(key, _trimmed(key, part)) for part in parts]
    short = all(0 < len(item.of(key).split()) <= _EN_WORDS for item in items)
    enough = len(items) >= (_EN_FEWEST if count is None else 2)
    return tuple(items) if short and enough else ()


def _without_lead(key: str, span: Span) -> Span:
    lead = _EN_LEAD.match(key, span.start, span.end)
    return span if lead is None else Span(lead.end(), span.end)
