"""Which noun phrase of a Chinese clause a verb is about, before the verb, behind it, behind 的."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zjkg.claims.frames.names import Slot
from zjkg.claims.milestones.chinese.units import Unit
from zjkg.claims.milestones.chinese.verbs import ADVERBS
from zjkg.model import Span

_ADVERBIAL: Final = frozenset({"d", "ad", "vd", "t", "TIME", "r"})
_BRINGING: Final = frozenset(
    "在 于 由 经 获 获得 与 同 跟 携手 联合 通过 向 对 从 按 随着 继 作为"
    " 为 据 根据 依托 围绕 经由 以"
    " 并在 正在 被 受 现场 会同".split()
)
"""Words that bring a place, an agent or a companion."""
_HOLDING: Final = frozenset({"举行", "举办", "迎来", "主持"})
_TAKING: Final = frozenset({"把", "将"})
_AND: Final = frozenset({"并", "且", "并且", "而", "及", "并于"})
_JOINED: Final = frozenset({"、", "和", "与", "及", "以及"})
_ACTS: Final = frozenset(
    "建设 施工 兴建 运营 合作 研究 开发 生产 创新 服务 试验 发展 制造 研发 培育"
    " 转化 加速 合成 检测 孵化"
    " 制备 扩建 改造 治疗".split()
)
"""Verbs that are parts of noun phrases."""
_BUILDS: Final = frozenset("建设 新建 扩建 兴建 建 打造 投建 设立 建造 规划建设 投资建设".split())
_ENDS: Final = frozenset("并 和 与 、 等 后 以 用于 以来 为 项目 仪式".split())
_ONE: Final = re.compile("一[个项座条款家批期]|一|全新")
_LONGEST: Final = 24
_FEW: Final = 14
_REACH: Final = 10


@dataclass(frozen=True, slots=True)
class Phrase:
    """Names, joined where there are several, and the thing of theirs that the phrase is about."""

    slots: tuple[Slot, ...]
    thing: Span | None


@dataclass(frozen=True, slots=True)
class Theme:
    """What something happened to, and how it was found."""

    slot: Slot | None
    thing: Span | None
    rule: str


def subject_theme(units: Sequence[Unit]) -> Phrase | None:
    """The phrase that ends before a verb, without adverbials; None where words stay unexplained."""
    rest = list(units)
    taken: Span | None = None
    while rest:
        last = rest[-1]
        if last.words in _AND and last.slot is None:
            return leading_theme(rest[:-1])
        if _is_adverbial(last):
            rest.pop()
        elif (start := _brought(rest)) is not None:
            if rest[start].words in _TAKING:
                taken = _thing(rest[start + 1 :])
            del rest[start:]
        else:
            break
    return _ending(rest, taken) if rest else Phrase((), None)


def _ending(rest: list[Unit], taken: Span | None) -> Phrase | None:
    """The noun phrase that some words end in; ``taken`` is what 把 brings."""
    start = len(rest)
    while start and _is_inner(rest[start - 1]):
        start -= 1
    run = rest[start:]
    thing = _thing(run)
    if not start:
        return Phrase((), thing)
    before = rest[start - 1]
    governed = start > 1 and (
        rest[start - 2].tag in {"v", "p"} or rest[start - 2].words in _BRINGING
    )
    if before.slot is not None and not governed:
        return Phrase(_listed(rest[:start]), thing or taken)
    if before.words in _HOLDING or _is_adverbial(before):
        owner = subject_theme(rest[: start - (before.words in _HOLDING)])
        own = owner is not None and owner.thing is None
    else:
        owner = leading_theme(rest[:start])
        own = any(unit.words == "的" for unit in run) and thing is not None
    return Phrase(owner.slots, thing) if owner is not None and own else None


def leading_theme(units: Sequence[Unit]) -> Phrase | None:
    """The subject that a clause begins with, or None where it begins with something else."""
    at = 0
    if (last := _final(units)) is not None:
        return Phrase((last,), None)
    while at < len(units):
        unit = units[at]
        if _is_adverbial(unit) or (unit.tag == "c" and unit.slot is None):
            at += 1
        elif unit.words in _BRINGING or unit.tag == "p":
            at += 1
            while at < len(units) and (units[at].slot is not None or _is_inner(units[at])):
                at += 1
        else:
            break
    first = at
    while at < len(units) and units[at].slot is None and _is_inner(units[at]):
        at += 1
    described = any(unit.words == "的" for unit in units[first:at])
    if at < len(units) and units[at].slot is not None and (at - first < 1 or not described):
        slots, at = _following(units, at)
        start = at
        while at < len(units) and _is_inner(units[at]):
            at += 1
        return Phrase(slots, _thing(units[start:at]))
    if at < len(units) and units[at].tag == "v":
        return _described(units[at:])
    thing = _thing(units[first:at])
    return None if thing is None else Phrase((), thing)


def _final(units: Sequence[Unit]) -> Slot | None:
    """The name at the end of a clause that is all description: 某公司自主研制的某药."""
    at = len(units) - 1
    while at > 0 and units[at].is_quote:
        at -= 1
    slot = units[at].slot if at > 0 else None
    while slot is not None and at > 0:
        at -= 1
        if units[at].words == "的":
            return slot
        if not units[at].is_noun and not units[at].is_quote:
            return None
    return None


def _described(units: Sequence[Unit]) -> Phrase | None:
    """The name that a clause leads up to: 创立于2009年的某公司."""
    for at in range(1, len(units)):
        if units[at].slot is not None and units[at - 1].words == "的":
            slots, end = _following(units, at)
            last = units[-1].slot
            if last is not None and end < len(units):  # 某园第三大楼: the last name of a row
                return Phrase((last,), None) if end == len(units) - 1 else None
            return Phrase(slots, None) if end == len(units) else None
    return None


def object_theme(units: Sequence[Unit]) -> Phrase | None:
    """The phrase behind a verb: a name, the thing of a name, or an unnamed thing."""
    at = 0
    while at < len(units) and units[at].slot is None and _is_inner(units[at]):
        at += 1
    run = units[:at]
    if at < len(units) and units[at].slot is not None:
        if _length(run) > _FEW:
            return None
        slots, at = _following(units, at)
        start = at
        while at < len(units) and _is_inner(units[at]):
            at += 1
        return Phrase(slots, _thing(units[start:at])) if _is_over(units[at:]) else None
    thing = _thing(run)
    return None if thing is None else Phrase((), thing)


def _is_over(units: Sequence[Unit]) -> bool:
    """Whether the object of a verb is over: 公布某药治疗……的结果 is not about the drug."""
    return not units or units[0].tag in {"c", "p", "w", "f", "xc"} or units[0].words in _ENDS


def built_theme(units: Sequence[Unit]) -> Phrase | None:
    """What a clause says that somebody builds: 投资2亿元建设二期冷库."""
    for at in range(len(units) - 1, 0, -1):
        if units[at - 1].words in _BUILDS and units[at - 1].slot is None:
            return object_theme(units[at:])
    return None


def head_theme(units: Sequence[Unit], before: Sequence[Unit]) -> Theme | None:
    """What a clause describes: the name behind 的, else the thing of the one who acts."""
    at = 0
    while at < len(units) and units[at].slot is None and _is_inner(units[at]):
        at += 1
    if at < len(units) and (slot := units[at].slot) is not None:
        if _length(units[:at]) > _REACH:
            return None
        start = at = at + 1
        while at < len(units) and _is_inner(units[at]):
            at += 1
        return Theme(slot, _thing(units[start:at]), "relative")
    owner, thing = leading_theme(before), _thing(units[:at])
    if owner is None or thing is None or len(owner.slots) != 1 or owner.thing is not None:
        return None
    return Theme(owner.slots[0], thing, "relative-part")


def _is_adverbial(unit: Unit) -> bool:
    if unit.slot is not None:
        return False
    return unit.date is not None or unit.is_quote or unit.words in ADVERBS or unit.tag in _ADVERBIAL


def _is_inner(unit: Unit) -> bool:
    """Whether a word can stand inside a noun phrase, before its last word."""
    if unit.slot is not None or unit.date is not None:
        return False
    named = unit.words.isascii() and unit.words.strip("-+").isalnum()  # CAR-NK基地
    linked = unit.words in ("的", "之", "旗下") or unit.words in _ACTS
    return unit.is_noun or unit.is_quote or named or linked


def _brought(units: Sequence[Unit]) -> int | None:
    """Where a preposition and what it brings begin, if the units end in such a phrase."""
    start = len(units)
    acts = False
    while start and len(units) - start < _REACH:
        unit = units[start - 1]
        if unit.slot is None and (unit.tag == "p" or unit.words in _BRINGING):
            brings = start < len(units) and (not acts or unit.words == "由")
            return start - 1 if brings else None
        acts = acts or (unit.tag == "v" and unit.words not in _ACTS)
        inner = unit.slot is not None or _is_inner(unit) or unit.tag == "v"
        if not inner and unit.words not in _JOINED and unit.words != "等":
            return None
        start -= 1
    return None


def _thing(units: Sequence[Unit]) -> Span | None:
    """The last noun phrase of some words, behind any 的, without the marks around it."""
    kept = list(units)
    for number, unit in enumerate(kept):
        if unit.words in ("的", "旗下", "之"):
            return _thing(kept[number + 1 :])
    while kept and kept[0].is_quote:
        kept.pop(0)
    while kept and kept[-1].is_quote:
        kept.pop()
    if len(kept) > 1 and _ONE.fullmatch(kept[0].words):
        kept.pop(0)
    if not kept:
        return None
    span = Span(kept[0].span.start, kept[-1].span.end)
    return span if span.end - span.start <= _LONGEST else None


def _listed(units: Sequence[Unit]) -> tuple[Slot, ...]:
    """The names that a phrase ends in, joined by 、 or 和."""
    found: list[Slot] = []
    at = len(units) - 1
    while at >= 0 and (slot := units[at].slot) is not None:
        found.append(slot)
        if at > 1 and units[at - 1].words in _JOINED and units[at - 2].slot is not None:
            at -= 2
        else:
            break
    return tuple(reversed(found))


def _following(units: Sequence[Unit], at: int) -> tuple[tuple[Slot, ...], int]:
    """The names of a list that begins at a unit, and where the list ends."""
    found: list[Slot] = []
    while at < len(units) and (slot := units[at].slot) is not None:
        found.append(slot)
        at += 1
        while at < len(units) and units[at].is_quote:
            at += 1
        if at + 1 < len(units) and units[at].words in _JOINED and units[at + 1].slot is not None:
            at += 1
        else:
            break
    return tuple(found), at


def _length(units: Sequence[Unit]) -> int:
    return sum(len(unit.words) for unit in units)
