"""People, publisher and publication of an article, found in its stored text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from zjkg.folding import simplified
from zjkg.model import Block, BlockKind, Credit, Publication, Span
from zjkg.reading import bylines, dates
from zjkg.reading.dateline_outlets import dateline_outlet, named_outlet
from zjkg.reading.metadata import Metadata

_REPORTER: Final = re.compile("(?:记者|記者|实习生|實習生)$")
"""Who writes for the outlet of the dateline; correspondents (通讯员) and editors may not."""
_WRITES: Final = re.compile(
    r"^(?!.*(?:edit|photo|pictur|image|translat)).*"
    r"(?:(?<!摄影)(?<!图片)记者|通讯员|评论员|特派员|观察员|作者|撰|采[写访编]|[主执]笔|文"
    r"|\bby\b|report|writer|author|correspondent|columnist|journalist)",
    re.IGNORECASE,
)
"""The label or post of one who wrote the article; editors and photographers did not."""
_LABELS_OWN: Final = re.compile(r"[（(【\[〔]")
_NO_LABEL: Final = re.compile(r"(?:[\W_]|and\b|和)*")
_ENGLISH_OUTLET: Final = re.compile(
    r"(?:The )?(?:[A-Z][\w.’'-]*)(?: (?:of |and )?[A-Z][\w.’'-]*){0,4}"
)
_DATELINE_ALONE: Final = 30
"""The most characters of a line that is a dateline and nothing more."""


def find_credits(
    text: str, blocks: Sequence[Block], metadata: Metadata, zone: ZoneInfo
) -> tuple[Credit, ...]:
    """The reporters and editors whom by-lines and brackets name, in text order.

    ``Credit.post`` is empty, at the name's start, where the text names a person without a post.
    """
    found: list[Credit] = []
    before: Span | None = None  # an outlet whose dateline is a line of its own
    for place, block in enumerate(blocks):
        reached, wrote = block.span.start, True
        start, line = block.span.start, block.span.of(text)
        outlet = dateline_outlet(line)
        dated = _shifted(outlet, start) if outlet else None
        for person in _people(line, block.kind, metadata, zone):
            post = _shifted(person.post if any(person.post) else (person.name[0],) * 2, start)
            organization = (
                _shifted(person.organization, start) if person.organization else dated or before
            )
            if not person.organization and not _REPORTER.search(post.of(text)):
                organization = None
            if not any(person.post):
                post, organization = _posted_below(text, blocks[place + 1 :], post)
            name = _shifted(person.name, start)
            label = post.of(text) or _LABELS_OWN.split(text[reached : name.start])[-1]
            if not _NO_LABEL.fullmatch(label) and line not in metadata.authors:
                wrote = _WRITES.search(simplified(label)) is not None
            reached = name.end
            found.append(Credit(name, post, organization, wrote))
        before = dated if len(line) <= _DATELINE_ALONE else None
    return tuple(found)


def _posted_below(text: str, below: Sequence[Block], none: Span) -> tuple[Span, Span | None]:
    """The post in the line below a reporter's name, and the outlet in the line below that."""
    if not below or not bylines.post_line(below[0].span.of(text)):
        return none, None
    outlet = below[1].span if len(below) > 1 else None
    named = outlet is not None and _ENGLISH_OUTLET.fullmatch(outlet.of(text))
    return below[0].span, outlet if named else None


def find_publisher(
    text: str, blocks: Sequence[Block], metadata: Metadata, zone: ZoneInfo
) -> Span | None:
    """The publisher's metadata line, else the outlet that a by-line or a dateline names."""
    lines = [block for block in blocks if block.kind is BlockKind.BYLINE]
    for block in lines:
        if metadata.publisher and block.span.of(text) == metadata.publisher:
            return block.span
    for block in lines:
        found = bylines.whole_line(block.span.of(text), zone)
        if found and found.outlet:
            return _shifted(found.outlet, block.span.start)
    bodies = (block for block in blocks if block.kind is BlockKind.PARAGRAPH)
    for block in bodies:
        dated = named_outlet(block.span.of(text))
        if dated is not None:
            return _shifted(dated, block.span.start)
    return None


def find_publication(
    text: str, blocks: Sequence[Block], metadata: Metadata, zone: ZoneInfo
) -> Publication | None:
    """The metadata's date, else the first date of a by-line; never a clock or a file's time."""
    stated = dates.publication(metadata.date, zone)
    if stated:
        return stated
    for block in blocks:
        if block.kind is BlockKind.BYLINE:
            found = dates.find(block.span.of(text), zone)
            if found:
                return found[2]
    return None


def _people(
    line: str, kind: BlockKind, metadata: Metadata, zone: ZoneInfo
) -> tuple[bylines.Person, ...]:
    if kind is not BlockKind.BYLINE:
        return bylines.in_brackets(line)
    if line in metadata.authors:
        return (bylines.Person((0, len(line)), (0, 0), None),)
    found = bylines.whole_line(line, zone) or bylines.bare_name(line)
    return found.people if found and line != metadata.publisher else ()


def _shifted(span: tuple[int, ...], by: int) -> Span:
    return Span(span[0] + by, span[1] + by)
