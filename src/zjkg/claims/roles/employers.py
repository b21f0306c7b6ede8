"""Whose post it is where the words beside the post name nobody: the organization spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum, auto
from itertools import chain
from typing import Final

from zjkg.claims.frames.article_frames import Reading, SentenceFrame
from zjkg.claims.frames.frame import ANY_LETTER
from zjkg.claims.frames.names import Slot
from zjkg.claims.frames.references import is_firm, is_governed, is_passing, wholes
from zjkg.claims.roles.posts import headed_by, is_company_post
from zjkg.model import BlockKind, EntityType

_REACH: Final = 6
"""How many sentences back the organization may be named."""
_BEFORE: Final = 64
"""How many characters before an organization may say that somebody left it."""
_REPORTS: Final = re.compile(
    "^(?:记者|讯|消息|电(?!子)|报道|日讯)|^,? (?:reports?|reported|reporter)\\b"
)
_PAST: Final = re.compile(
    f"(?:曾|毕业|就读|离开|离职|早年|先后|此前(?!，))[^，。；：{ANY_LETTER}]{{0,8}}$"
    r"|\b(?:formerly|previously|once|left|worked|studied|graduated)\b[^,.;]{0,24}$"
    r"|\bformer(?: [a-z-]+){1,6} (?:at|of|with|from)(?: the)? $"
)
"""Words before an organization where somebody was and is no longer."""
_UNKNOWN: Final = re.compile(
    "[一-鿿]{2}(?:会|局|委|部|处|院|所|中心|(?<!公)司|厅|署|室|社|联盟|基金|大学|科技|生物|医药|制药|医疗"
    "|基因"
    "|药业|资本|投资|银行|证券)$|[一-鿿]{2}(?<![据由任为对向与和是该本后时前曾兼])(?:公司|集团)$"
)
"""Words that end like the name of an organization, which recognition did not find."""

_FIRM_WORDS: Final = frozenset({"公司", "集团", "企业", "company"})
_MEANT: Final = {
    word: re.compile(f"(?:{ends})$")
    for words, ends in (
        ("医院 院", "院"),
        ("学校 校", "大学|学院|校|中学"),
        ("联盟", "联盟"),
        ("协会", "协会"),
        ("学会", "学会"),
        ("商会", "商会"),
        ("局", "局"),
        ("中心", "中心"),
        ("基金会", "基金会"),
        ("研究院", "研究院"),
        ("研究所", "研究所|所"),
        ("研究会", "研究会"),
        ("实验室", "实验室"),
        ("委员会", "委员会|委"),
        ("管委会 管理委员会", "管委会|管理委员会"),
        ("基金 资本 机构", "基金|资本|创投|投资|银行|证券"),
    )
    for word in words.split()
}
"""How the names of organizations end for which a word stands."""

Fits = Callable[[Slot], bool]


class _Which(Enum):
    """Which of several organizations that can have a post is meant."""

    FIRST = auto()
    """What the nearest sentence is about."""
    NEAREST = auto()
    """The one of the nearest sentence, whatever it is there."""
    MAIN = auto()
    """The one that the text spoke of most: in Chinese the firm that a bare 董事长 leads."""


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A post whose organization no words beside it name.

    ``at`` is where it begins in the sentence's frame, ``whose`` the word that stands for the
    organization (公司, 管委会), ``past`` has the keys of organizations that the sentence calls
    somebody's former ones.
    """

    post: str
    at: int
    past: AbstractSet[str] = frozenset()
    whose: str = ""


def implied_employer(reading: Reading, item: SentenceFrame, vacancy: Vacancy) -> Slot | None:
    """The organization that a post without one belongs to.

    Returns:
        Who was spoken of last and can have the post: a company for a company's post (董事长), a
        bureau for its head's (局长); None for other posts (教授, 记者), where none was named, and
        behind a name that nobody recognized.
    """
    fits = _fits(reading, vacancy)
    at = vacancy.at
    if fits is None or _UNKNOWN.search(item.frame.text[max(0, at - 8) : at]):
        return None
    leads_firm = vacancy.whose in _FIRM_WORDS or is_company_post(vacancy.post)
    return _topic(
        reading,
        item,
        at,
        lambda slot: slot.key not in vacancy.past and fits(slot),
        which=_Which.MAIN if leads_firm else _Which.FIRST,
    )


def possessor(reading: Reading, item: SentenceFrame, at: int) -> Slot | None:
    """The organization that *its* in front of a post stands for."""
    return _topic(
        reading, item, at, lambda slot: slot.type is EntityType.ORGANIZATION, which=_Which.NEAREST
    )


def last_organization(names: Iterable[Slot]) -> Slot | None:
    """The last organization among names."""
    organizations = [slot for slot in names if slot.type is EntityType.ORGANIZATION]
    return organizations[-1] if organizations else None


def last_employer(names: Iterable[Slot]) -> Slot | None:
    """The last organization among names, else the last park, which may stand for who runs it."""
    listed = list(names)
    parks = [slot for slot in listed if slot.type is EntityType.PARK]
    return last_organization(listed) or (parks[-1] if parks else None)


def _fits(reading: Reading, vacancy: Vacancy) -> Fits | None:
    """What kind of organization can have a post; None where the post does not tell."""

    def named(pattern: re.Pattern[str]) -> Fits:
        return lambda slot: (
            slot.type is EntityType.ORGANIZATION
            and bool(pattern.search(reading.labels.get(slot.key, "")))
        )

    meant = _MEANT.get(vacancy.whose)
    if meant is not None:
        return named(meant)
    firm: Fits = lambda slot: (  # noqa: E731 - one of several ways to fit
        slot.type is EntityType.ORGANIZATION and is_firm(reading.labels.get(slot.key, ""))
    )
    if vacancy.whose in _FIRM_WORDS:
        return firm
    if vacancy.whose:
        return lambda slot: slot.type is EntityType.ORGANIZATION
    if is_company_post(vacancy.post):
        return firm
    ends = headed_by(vacancy.post)
    return named(ends) if ends is not None else None


def _topic(
    reading: Reading, item: SentenceFrame, at: int, fits: Fits, *, which: _Which
) -> Slot | None:
    """The first fitting name of this sentence before the post, else of the nearest before it.

    What a sentence is about goes before what stands in it beside a preposition; also before
    what stands so in a nearer sentence, unless the nearest sentence is meant.
    """
    index = bisect_left(reading.starts, item.sentence.span.start)
    before = [
        other
        for other in reversed(reading.sentences[max(0, index - _REACH) : index])
        if reading.article.blocks[other.sentence.block].kind is not BlockKind.BYLINE
    ]
    spoken = [_acting(reading.key, item, item.frame.slots[:at])]
    spoken += [_acting(reading.key, other, other.frame.slots) for other in before]
    fitting = [
        [whole for slot in slots for whole in wholes(slot, reading.labels) if fits(whole)]
        for slots in spoken
    ]
    heads = [[s for s in slots if not is_governed(reading.key, s)] for slots in fitting]
    if which is _Which.NEAREST:
        return next(
            ((best or slots)[0] for best, slots in zip(heads, fitting, strict=True) if slots), None
        )
    if which is _Which.MAIN:
        # A paragraph's own firm goes before the text's.
        here = sum(other.sentence.block == item.sentence.block for other in (item, *before))
        near = [*chain(*heads[:here])]
        if near:
            return _most_spoken_of(reading, index, near)
        return _most_spoken_of(reading, index, [*chain(*heads)] or [*chain(*fitting)])
    return next((slots[0] for slots in (*heads, *fitting) if slots), None)


def _most_spoken_of(reading: Reading, index: int, names: list[Slot]) -> Slot | None:
    """The name that the sentences up to this one speak of most, of equals the first."""
    keys = {slot.key for slot in names}
    counts = Counter(
        slot.key
        for item in reading.sentences[: index + 1]
        for slot in item.frame.slots
        if slot is not None and slot.key in keys
    )
    return max(names, key=lambda slot: counts[slot.key], default=None)


def _acting(key: str, item: SentenceFrame, slots: Iterable[Slot | None]) -> list[Slot]:
    """The names of a sentence without outlets that only report and employers of before."""
    text = item.frame.text
    return [
        slot
        for position, slot in enumerate(slots)
        if slot is not None
        and not _REPORTS.search(text[position + 1 : position + 12])
        and not _PAST.search(text[max(0, position - _BEFORE) : position])
        and not is_passing(key, slot.span)
    ]
