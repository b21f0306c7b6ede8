"""Quoted phrases inside a sentence of the reporter's: 土地“还差得远”, was "some way off"."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.frames.frame import Frame, frame_of
from zjkg.claims.frames.names import Slot
from zjkg.claims.speech.attribution import Attribution, attributions
from zjkg.claims.speech.marks import Quoted
from zjkg.model import BlockKind, EntityType, Span

_ENDS_CLAUSE: Final = re.compile("^[，。；！？,;!?.]|^$|^\n")
_BEHIND_COMMA: Final = re.compile("[，,：:]\\s*$")
_PREDICATE: Final = re.compile(
    "不(?![夜锈二])|没|了|还|都(?!市)|才(?!能|智)|就(?!业)|但|很|太(?![空阳])|已|会(?![议展客计])"
    "|能(?![源力级量])"
    "|得(?!主)|连(?![锁接续])|比(?!例)|正在|只有|只是|只能|至少|至多|最多|够|有望|可以|必须|应该"
    "|要(?![素点求])"
    "|来不及|舍|赶|想|怕|谁|什么|怎么|为什么|我们?|他们|你们?"
)
_TERM_BEFORE: Final = re.compile(
    "(?:推行|推出|实施|实行|打造|形成|构建|建设|建成|打通|破解|解决|实现|开展|启动|发布|提出|提供"
    "|设立|坚持|围绕|秉承"
    "|遵循|践行|落实|称为|称作|誉为|名为|名叫|叫做|叫作|称之为|成为|号称|所谓|迎来|进入|走出|摆脱"
    "|告别|避免|做到|完善|推动"
    "|推进|加快|聚焦|瞄准|针对|面向|作为|主题为|题为|获得|荣获|获评|入选|简称|下称|称|打响|擦亮"
    "|创建|列入|纳入|借助|依托"
    "|[从到与和及、的以是为叫有了个条种名项《（(]|[让使令][^，。；]{0,6})$"
)
_ABOUT: Final = re.compile("^(?:的|为主题|等|、|和|与|及)")
_REACH: Final = 200
"""How many characters before the phrase its speaker may stand."""
_CLAUSE: Final = re.compile("[，,；;]")
_SHORTEST: Final = 4
_SPEECH_LENGTH: Final = 6
_SLOGAN: Final = 6
"""The longest line of a slogan, of one line or of lines alike."""
_EN_WORDS: Final = 3
_EN_TERM_BEFORE: Final = re.compile(
    r"\b(?:called|dubbed|named|titled|entitled|so-called|nicknamed|known as|branded|labelled)"
    r"(?: \w+){0,2} ?$"
)


def fragment_speech(reading: Reading, quoted: Quoted) -> Attribution | None:
    """Who says a quoted phrase inside a reporter's sentence; None where it is no speech.

    The speaker of the result is None where the sentence names nobody.
    """
    item = reading.item_at(quoted.outer.start)
    if item is None or quoted.open_end:
        return None
    if reading.article.blocks[quoted.block].kind is not BlockKind.PARAGRAPH:
        return None
    inner = quoted.inner.of(reading.key).strip()
    start = max(item.sentence.span.start, quoted.outer.start - _REACH)
    span = Span(min(start, quoted.outer.start), quoted.outer.start)
    frame = frame_of(reading.key, span, reading.slots, chinese=item.chinese)
    said = _said(frame, chinese=item.chinese)
    if not item.chinese:
        return _english(frame, inner, said)
    behind = reading.key[quoted.outer.end : quoted.outer.end + 3]
    return _chinese(frame, inner, behind, said)


def _chinese(frame: Frame, inner: str, behind: str, said: Attribution | None) -> Attribution | None:
    """A phrase that ends its clause and says something, behind a verb of speech or a comma."""
    if len(inner) < _SHORTEST or not _ENDS_CLAUSE.search(behind) or _ABOUT.search(behind):
        return None
    if _BEHIND_COMMA.search(frame.text):
        return _behind_comma(frame, inner, said)
    if said is None or said.speaker is None or _TERM_BEFORE.search(frame.text):
        return None
    return said if _PREDICATE.search(inner) else None


def _said(frame: Frame, *, chinese: bool) -> Attribution | None:
    """The last attribution to a person, else the last: 甲说，乙局预计…，“…” is said by 甲."""
    found = attributions(frame, chinese=chinese)
    people = [said for said in found if _is_person(said.speaker)]
    return people[-1] if people else (found[-1] if found else None)


def _is_clause(inner: str) -> bool:
    """Whether the words say something: a predicate, or clauses that are no couplet of a slogan."""
    parts = _CLAUSE.split(inner)
    couplet = len({len(part) for part in parts}) == 1 and len(parts[0]) <= _SLOGAN
    return bool(_PREDICATE.search(inner)) or not (couplet or "、" in inner)


def _behind_comma(frame: Frame, inner: str, said: Attribution | None) -> Attribution | None:
    """A clause of its own: whoever the sentence speaks of says it, with or without a verb."""
    if not _is_clause(inner):
        return None
    if said is not None and said.speaker is not None:
        return said
    people = [slot for slot in frame.slots if _is_person(slot)]
    if len(inner) < _SPEECH_LENGTH:
        return None
    speaker = people[-1] if people else None
    return Attribution(speaker, len(frame.text), len(frame.text))


def _is_person(slot: Slot | None) -> bool:
    return slot is not None and slot.type is EntityType.PERSON


def _english(frame: Frame, inner: str, said: Attribution | None) -> Attribution | None:
    if said is None or said.speaker is None or not inner[0].islower():
        return None
    if len(inner.split()) < _EN_WORDS or _EN_TERM_BEFORE.search(frame.text):
        return None
    return said
