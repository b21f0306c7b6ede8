"""Where quotation marks open and close."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from zjkg.model import Article, Block, BlockKind, Span

_CLOSERS: Final = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"', "＂": "＂"}
OPENING: Final = frozenset(_CLOSERS)
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])['’](?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch inside one block, without its marks.

    ``open_end`` tells that the mark never closes in its block, so that the speech goes on in the
    next one. ``outer`` covers the marks too.
    """

    inner: Span
    outer: Span
    block: int
    open_end: bool = False


def quoted_stretches(article: Article) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of an article, in order; nested marks stay inside."""
    found: list[Quoted] = []
    for index, block in enumerate(article.blocks):
        found.extend(_of_block(article.text, block, index))
    return tuple(quoted for quoted in found if quoted.inner.start < quoted.inner.end)


def _of_block(text: str, block: Block, index: int) -> list[Quoted]:
    start, end = block.span.start, block.span.end
    toggles = text.count("”", start, end) == 0 and text.count("“", start, end) % 2 == 0
    found: list[Quoted] = []
    at = start
    while at < end:
        close_mark = _CLOSERS.get(text[at])
        if close_mark is None:
            at += 1
            continue
        close = _close(text, at, end, text[at] if toggles and text[at] == "“" else close_mark)
        if close is None:
            # Only the double marks of running text leave speech open at the end of a paragraph.
            if text[at] in '“"「' and block.kind is BlockKind.PARAGRAPH:
                found.append(Quoted(Span(at + 1, end), Span(at, end), index, open_end=True))
                break
            at += 1
            continue
        found.append(Quoted(Span(at + 1, close), Span(at, close + 1), index))
        at = close + 1
    return found


def _close(text: str, opened: int, end: int, mark: str) -> int | None:
    """The closing mark that belongs to an opening one, over nested pairs of the same kind."""
    opening, depth = text[opened], 0
    for at in range(opened + 1, end):
        char = text[at]
        if char == mark and not (char == "’" and _APOSTROPHE.match(text, at)):
            if depth == 0:
                return at
            depth -= 1
        elif char == opening and opening != mark:
            depth += 1
    if depth and opening == "“":
        # An inner mark of the same kind that never closes: the nearest closing mark wins.
        nearest = text.find(mark, opened + 1, end)
        return nearest if nearest >= 0 else None
    return None
