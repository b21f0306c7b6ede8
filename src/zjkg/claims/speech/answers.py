"""Interviews: a name, a colon, and what the person says without quotation marks."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.frames.article_frames import Reading
from zjkg.claims.frames.frame import LETTERS, frame_of
from zjkg.claims.speech.marks import OPENING
from zjkg.model import Block, BlockKind, EntityType, Evidence, Quotation, Span

_PERSON: Final = LETTERS[EntityType.PERSON]
_NAMED: Final = re.compile(
    "^(?!.{0,20}(?:记者|编辑|责编|校对|来源|作者|通讯员|联系人|摄影|撰文|主持))"
    f"[^，。；：{_PERSON}]{{0,30}}(?P<s>{_PERSON})(?:博士|院士|教授|先生|女士|总)?[：:] ?"
)
_SENTENCE: Final = re.compile("[，。！？!?,.]")
_SHORTEST: Final = 10


def find_answers(reading: Reading) -> tuple[Quotation, ...]:
    """The answers of an interview, each of which fills its paragraph."""
    asking = {
        slot.key
        for credit in reading.article.credits
        for slot in reading.slots.items
        if slot.span.overlaps(credit.name)
    }
    found = []
    for block in reading.article.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            answer = _answer(reading, block, asking)
            if answer is not None:
                found.append(answer)
    return tuple(found)


def _answer(reading: Reading, block: Block, asking: set[str]) -> Quotation | None:
    head = reading.key.find("：", block.span.start, min(block.span.end, block.span.start + 60))
    if head < 0:
        head = reading.key.find(":", block.span.start, min(block.span.end, block.span.start + 60))
    if head < 0:
        return None
    frame = frame_of(reading.key, Span(block.span.start, head + 1), reading.slots)
    named = _NAMED.match(frame.text)
    slot = frame.slots[named.start("s")] if named else None
    if slot is None or slot.key in asking:
        return None
    words = reading.key[head + 1 : block.span.end]
    said = words.strip()
    if len(said) < _SHORTEST or said[0] in OPENING or not _SENTENCE.search(said):
        return None
    start = head + 1 + len(words) - len(words.lstrip())
    part = Span(start, start + len(said))
    evidence = Evidence(reading.sentences_over(part), (part,))
    return Quotation(slot.key, (part,), evidence, "quotation-answer")
