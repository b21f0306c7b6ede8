"""People, publisher and publication of an article, found in its stored text."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from zjkg.model import Block, BlockKind, Credit, Publication, Span
from zjkg.reading import bylines, dates
from zjkg.reading.metadata import Metadata


def find_credits(
    text: str, blocks: Sequence[Block], metadata: Metadata, zone: ZoneInfo
) -> tuple[Credit, ...]:
    """The reporters and editors whom by-lines and brackets name, in text order.

    ``Credit.post`` is empty, at the name's start, where the text names a person without a post.
    """
    found: list[Credit] = []
    for block in blocks:
        start = block.span.start
        for person in _people(block.span.of(text), block.kind, metadata, zone):
            organization = person.organization
            found.append(
                Credit(
                    _shifted(person.name, start),
                    _shifted(person.post if any(person.post) else (person.name[0],) * 2, start),
                    _shifted(organization, start) if organization else None,
                )
            )
    return tuple(found)


def find_publisher(
    text: str, blocks: Sequence[Block], metadata: Metadata, zone: ZoneInfo
) -> Span | None:
    """The publisher's metadata line, else the outlet that a by-line names as the source."""
    lines = [block for block in blocks if block.kind is BlockKind.BYLINE]
    for block in lines:
        if metadata.publisher and block.span.of(text) == metadata.publisher:
            return block.span
    for block in lines:
        found = bylines.whole_line(block.span.of(text), zone)
        if found and found.outlet:
            return _shifted(found.outlet, block.span.start)
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
