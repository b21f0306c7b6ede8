"""A stretch of text in which every name is one character, so that grammar can be a regex.

The letters that stand for names are private-use characters, one per entity type. Each character
of a frame knows which code points of the article it stands for. A frame is a matching key: script
is folded to simplified, punctuation to one form, and asides behind a name are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import repeat

from zjkg.claims.frames.names import Slot, Slots
from zjkg.model import EntityType, Span

_BASE = 0xE000
LETTERS = {kind: chr(_BASE + index) for index, kind in enumerate(EntityType)}
ANY_LETTER = "".join(LETTERS.values())
_OPENING = '“‘「『《〈"'
_CLOSING = '”’」』》〉"'
_PAIRS = dict(zip(_OPENING, _CLOSING, strict=True))
_WIDE = str.maketrans(",:;()?!", "，：；（）？！")
_MARK = re.compile(r"[,:;()?!’\s]")
"""What stands otherwise in a frame than in the text, beside white space."""
_ASIDE = re.compile(r"\s?[（(]([^（）()]{1,60})[）)]")
_GROUPED = re.compile(r"\d,\d{3}(?!\d)")
_CREDIT = re.compile("记者|编辑|通讯员|实习生|摄影|reporter|editor", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """The abstracted text; ``spans`` and ``slots`` run parallel to its characters."""

    text: str
    spans: tuple[Span, ...]
    slots: tuple[Slot | None, ...]

    def source(self, start: int, end: int) -> Span:
        """The code points of the article behind a range of the frame."""
        return Span(self.spans[start].start, self.spans[end - 1].end)

    def slots_in(self, start: int, end: int) -> tuple[Slot, ...]:
        """The names inside a range of the frame."""
        return tuple(slot for slot in self.slots[start:end] if slot is not None)

    def find(self, offset: int) -> int:
        """The position in the frame of the first character at or behind an article offset."""
        low, high = 0, len(self.spans)
        while low < high:
            middle = (low + high) // 2
            if self.spans[middle].start < offset:
                low = middle + 1
            else:
                high = middle
        return low


class _Builder:
    """Collects the characters of one frame."""

    def __init__(self, key: str, *, chinese: bool, title: bool) -> None:
        self.key = key
        self.chinese = chinese
        self.title = title
        self.chars: list[str] = []
        self.spans: list[Span] = []
        self.slots: list[Slot | None] = []

    def add(self, char: str, span: Span, slot: Slot | None = None) -> None:
        self.chars.append(char)
        self.spans.append(span)
        self.slots.append(slot)

    def add_plain(self, start: int, end: int) -> None:
        for mark in _MARK.finditer(self.key, start, end):
            self._add_same(start, mark.start())
            self._add_mark(mark.start(), mark[0])
            start = mark.end()
        self._add_same(start, end)

    def _add_same(self, start: int, end: int) -> None:
        self.chars += self.key[start:end]
        self.spans += map(Span, range(start, end), range(start + 1, end + 1))
        self.slots += repeat(None, end - start)

    def _add_mark(self, at: int, char: str) -> None:
        if char.isspace():
            if self.chinese and self.title:
                char = "；"  # in Chinese headlines a space parts two statements
            elif self.chars and self.chars[-1] in " ；":
                return
            else:
                char = " "
        elif self.chinese and char == "," and _GROUPED.match(self.key, max(0, at - 1)):
            return  # 6,000万元: no mark between clauses
        elif self.chinese:
            char = char.translate(_WIDE)
        elif char == "’":
            char = "'"
        self.add(char, Span(at, at + 1))

    def add_slot(self, slot: Slot, end: int) -> int:
        """Add a name, with quotation marks around it and an aside behind it; where it ends."""
        start, stop = slot.span.start, slot.span.end
        if self.chinese and self.chars and self.chars[-1] == " ":
            self._pop()
        if (
            self.chars
            and stop < end
            and _PAIRS.get(self.key[self.spans[-1].start]) == self.key[stop]
            and self.spans[-1].end == start
        ):
            self._pop()
            stop += 1
        if self.chinese and self.chars and self.chars[-1] == " ":
            self._pop()
        self.add(LETTERS[slot.type], slot.span, slot)
        if slot.type is not EntityType.PERSON:
            aside = _ASIDE.match(self.key, stop, end)
            if aside and not _CREDIT.search(aside[1]):
                stop = aside.end()
                if stop < end and self.key[stop - 1] != "”" and self.key[stop] == "”":
                    stop += 1
        return stop

    def _pop(self) -> None:
        self.chars.pop()
        self.spans.pop()
        self.slots.pop()


def frame_of(
    key: str, span: Span, slots: Slots, *, chinese: bool = True, title: bool = False
) -> Frame:
    """The frame of a span of the article; ``key`` is the article's text made ``simplified``."""
    builder = _Builder(key, chinese=chinese, title=title)
    at = span.start
    for slot in slots.inside(span):
        if slot.span.start < at:
            continue  # inside an aside that was left out
        builder.add_plain(at, slot.span.start)
        at = builder.add_slot(slot, span.end)
    builder.add_plain(at, span.end)
    return Frame("".join(builder.chars), tuple(builder.spans), tuple(builder.slots))
