"""Plain text to lines: one block per line, hard-wrapped English paragraphs joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from zjkg.model import BlockKind
from zjkg.reading.draft import Line
from zjkg.reading.scripts import has_han

_TABS = re.compile(r"\t+")
_SENTENCE_END = re.compile(r"[。！？!?.；;：:，,、…][”’\"'）)》」』]*$")
_OPENS_HEAD = re.compile(
    r"(?:By|Published|Updated|Posted|Source|Words|Text|Photos?)\b:? (?=[A-Z\d])"
)
_HAS_YEAR = re.compile(r"\b20\d\d\b")
_MAX_DATE = 40
_WRAPPED = range(48, 101)
_MAX_RAGGEDNESS = 24
_MAX_HEADING_CHINESE = 40
_MAX_HEADING_WORDS = 14


def read_lines(text: str) -> list[Line]:
    """The lines of a plain text; a short one without the end of a sentence is a heading."""
    paragraphs = (_TABS.sub(" ", line).strip() for line in _unwrapped(text))
    return [Line(line, _kind(line)) for line in paragraphs if line]


def _kind(line: str) -> BlockKind:
    return BlockKind.HEADING if is_fragment(line) else BlockKind.PARAGRAPH


def is_fragment(line: str) -> bool:
    """Whether a line is short and ends without the end of a sentence or clause."""
    if _SENTENCE_END.search(line):
        return False
    if has_han(line):
        return len(line) <= _MAX_HEADING_CHINESE
    return len(line.split()) <= _MAX_HEADING_WORDS


def _unwrapped(text: str) -> Iterator[str]:
    lines = text.split("\n")
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        if blank:
            continue
        paragraph = [line.strip() for line in group]
        if _is_wrapped(paragraph):
            yield " ".join(paragraph)
        else:
            yield from paragraph


def _is_of_head(line: str) -> bool:
    """Whether a line can only stand over an article: a by-line, a date."""
    dated = len(line) <= _MAX_DATE and _HAS_YEAR.search(line) and not _SENTENCE_END.search(line)
    return bool(dated or _OPENS_HEAD.match(line))


def _is_wrapped(paragraph: list[str]) -> bool:
    """Whether the lines are one English paragraph broken at a column."""
    full = paragraph[:-1]
    if not full or any(has_han(line) or _is_of_head(line) for line in paragraph):
        return False
    lengths = [len(line) for line in full]
    goes_on = sum(line[:1].islower() or line[:1].isdigit() for line in paragraph[1:])
    return (
        goes_on * 2 >= len(full)  # a line that begins with a capital more often begins anew
        and all(length in _WRAPPED for length in lengths)
        and max(lengths) - min(lengths) <= _MAX_RAGGEDNESS
        and len(paragraph[-1]) <= max(lengths)
        and sum(_SENTENCE_END.search(line) is None for line in full) * 2 >= len(full)
    )
