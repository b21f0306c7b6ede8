"""An article while it is being read: lines that stay or go, each with its links and cuts.

Offsets in a line count from the line's start. ``assemble`` joins the lines that stay into the
stored text and places every removal at the offset before which it stood, so that inserting all
removals again gives the lines as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from zjkg.model import Article, Block, BlockKind, Link, Removal, Span
from zjkg.reading.links import security
from zjkg.reading.rules import REASONS


@dataclass(frozen=True, slots=True)
class Anchor:
    """A hyperlink inside a line, with the attributes of its markup."""

    start: int
    end: int
    href: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cut:
    """Text taken out inside a line, before the character at ``offset``."""

    offset: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the source. ``removed`` is the rule by which the whole of it goes."""

    text: str
    kind: BlockKind
    anchors: tuple[Anchor, ...] = ()
    cuts: tuple[Cut, ...] = ()
    removed: str | None = None


@dataclass(frozen=True, slots=True)
class Assembled:
    """The stored text with what stands in it and what was taken out of it."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    removals: tuple[Removal, ...]


def whole(line: Line) -> str:
    """The text of a line with its cuts put back."""
    parts, at = [], 0
    for cut in line.cuts:
        parts += [line.text[at : cut.offset], cut.text]
        at = cut.offset
    return "".join([*parts, line.text[at:]])


def assemble(lines: Sequence[Line]) -> Assembled:
    """Join the lines that stay; turn the others into removals that can be put back."""
    kept = [line for line in lines if line.removed is None]
    text = "\n".join(line.text for line in kept)
    blocks: list[Block] = []
    links: list[Link] = []
    removals: list[Removal] = []
    start = 0
    for line in lines:
        if line.removed is not None:
            last = len(blocks) == len(kept)
            removals.append(_removed_line(line, len(text) if last else start, last=last))
            continue
        end = start + len(line.text)
        blocks.append(Block(Span(start, end), line.kind))
        links += _links(line, start)
        removals += [_removal(start + cut.offset, cut.text, cut.rule) for cut in line.cuts]
        start = end + 1
    return Assembled(text, tuple(blocks), tuple(links), tuple(removals))


def restored(article: Article) -> str:
    """The article with every removal put back at its position."""
    parts, at = [], 0
    for removal in article.removals:
        parts += [article.text[at : removal.position], removal.text]
        at = removal.position
    return "".join([*parts, article.text[at:]])


def _removed_line(line: Line, position: int, *, last: bool) -> Removal:
    rule = line.removed or ""
    text = whole(line)
    return _removal(position, f"\n{text}" if last else f"{text}\n", rule)


def _removal(position: int, text: str, rule: str) -> Removal:
    return Removal(position, text, rule, REASONS[rule])


def _links(line: Line, start: int) -> Iterable[Link]:
    for anchor in line.anchors:
        exchange, code = security(anchor.href, anchor.attributes)
        yield Link(Span(start + anchor.start, start + anchor.end), anchor.href, exchange, code)
