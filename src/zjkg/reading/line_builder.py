"""Gathers the pieces of one line of markup: text, link by link, and what is cut from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zjkg.model import BlockKind
from zjkg.reading.draft import Anchor, Cut, Line
from zjkg.reading.scripts import HAN_CLASS

_FOLDED = re.compile(r"(?<![ \t])[ \t]*\n[ \t\n]*|\t+")
_WIDE = re.compile(f"[{HAN_CLASS}\u3000-\u303f\uff00-\uffef“”‘’]")


@dataclass(frozen=True, slots=True)
class Target:
    """An open hyperlink."""

    href: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    target: Target | None
    strong: bool


class LineBuilder:
    """One line under construction; ``finish`` hands it over and starts the next."""

    def __init__(self) -> None:
        self._pieces: list[_Piece] = []
        self._cuts: list[Cut] = []
        self._length = 0

    def add(self, text: str, target: Target | None, *, strong: bool) -> None:
        """Append text that stays."""
        self._pieces.append(_Piece(text, target, strong))
        self._length += len(text)

    def cut(self, text: str, rule: str) -> None:
        """Note text that goes, at the present place."""
        if text.strip():
            self._cuts.append(Cut(self._length, text.strip(), rule))

    def finish(self, kind: BlockKind) -> tuple[list[Line], bool]:
        """The line (a cut without text around it is a line of its own); whether it is all bold."""
        pieces, cuts = self._pieces, self._cuts
        self._pieces, self._cuts, self._length = [], [], 0
        raw = "".join(piece.text for piece in pieces)
        if not raw.strip():
            return [Line(cut.text, kind, removed=cut.rule) for cut in cuts], False
        strong = all(piece.strong for piece in pieces if piece.text.strip())
        return [_line(raw, pieces, cuts, kind)], strong


def _line(raw: str, pieces: Sequence[_Piece], cuts: Sequence[Cut], kind: BlockKind) -> Line:
    text, place = _fold(raw)
    stripped = text.strip()
    indent = len(text) - len(text.lstrip())

    def within(offset: int) -> int:
        return min(max(place(offset) - indent, 0), len(stripped))

    anchors: list[Anchor] = []
    at = 0
    for piece in pieces:
        start, end = within(at), within(at + len(piece.text))
        at += len(piece.text)
        if piece.target is None or not stripped[start:end].strip():
            continue
        attributes = piece.target.attributes
        if anchors and anchors[-1].attributes is attributes and anchors[-1].end == start:
            start = anchors.pop().start
        anchors.append(Anchor(start, end, piece.target.href, attributes))
    moved = tuple(Cut(within(cut.offset), cut.text, cut.rule) for cut in cuts)
    return Line(stripped, kind, tuple(anchors), moved)


class _Places:
    """Where an offset of the raw line falls in the folded one."""

    def __init__(self) -> None:
        self._starts: list[int] = [0]
        self._edits: list[tuple[int, int, int]] = [(0, 0, 0)]  # raw end, folded start, folded end

    def edit(self, raw_start: int, raw_end: int, folded_length: int) -> None:
        folded_start = self(raw_start)
        self._starts.append(raw_start)
        self._edits.append((raw_end, folded_start, folded_start + folded_length))

    def __call__(self, offset: int) -> int:
        raw_end, folded_start, folded_end = self._edits[bisect_right(self._starts, offset) - 1]
        if offset >= raw_end:
            return folded_end + offset - raw_end
        return folded_start


def _fold(raw: str) -> tuple[str, _Places]:
    """Line feeds and tabs become one space, or nothing between two Chinese characters."""
    places = _Places()
    parts: list[str] = []
    at = 0
    for gap in _FOLDED.finditer(raw):
        space = "" if _between_wide(raw, gap.start(), gap.end()) and "\n" in gap[0] else " "
        parts += [raw[at : gap.start()], space]
        places.edit(gap.start(), gap.end(), len(space))
        at = gap.end()
    return "".join([*parts, raw[at:]]), places


def _between_wide(raw: str, start: int, end: int) -> bool:
    return (
        start > 0
        and end < len(raw)
        and _WIDE.match(raw[start - 1]) is not None
        and _WIDE.match(raw[end]) is not None
    )
