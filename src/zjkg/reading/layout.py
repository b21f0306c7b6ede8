"""What each line of an article is: title, by-line, heading, paragraph, or not part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from zjkg.model import BlockKind
from zjkg.reading import bylines, teasers
from zjkg.reading.draft import Line
from zjkg.reading.furniture import line_rule, opens_related
from zjkg.reading.metadata import Metadata
from zjkg.reading.names import is_english_name
from zjkg.reading.plain import is_fragment
from zjkg.reading.scripts import has_han

_ORIGINAL_TITLE = re.compile(r"原(?:标题|標題)[：:]")
_NOT_LETTERS = re.compile(r"[\W_]+")
_TITLE_END = re.compile(r"[？！?!]$")
_MAX_TITLE_CHINESE = 60
_MAX_TITLE_WORDS = 25
_TITLE_PLACES = 3
_BARE_NAME_PLACES = 2
_HEADING_COPY_PLACES = 8


def arrange(lines: Sequence[Line], metadata: Metadata, header: str, zone: ZoneInfo) -> list[Line]:
    """The lines of the article with their kinds, metadata lines first, removals marked.

    ``header`` is the front matter as written; it becomes a removal before everything else.
    """
    ordered = [_furniture(line) for line in lines]
    ordered = [_credit_line(line, zone) for line in ordered]
    ordered = _without_related(ordered)
    ordered = _with_title(ordered, metadata.title)
    ordered = _with_metadata(ordered, metadata)
    ordered = _bare_names(ordered)
    ordered = _without_repeated_credits(ordered)
    gone = teasers.find(ordered, lambda line: _closes(line, zone))
    ordered = [
        replace(line, removed="unrelated-teaser") if index in gone else line
        for index, line in enumerate(ordered)
    ]
    if header:
        ordered.insert(0, Line(header, BlockKind.BYLINE, removed="front-matter"))
    return ordered


def _furniture(line: Line) -> Line:
    if line.removed is not None:
        return line
    if _ORIGINAL_TITLE.match(line.text):
        return replace(line, kind=BlockKind.HEADING)
    return replace(line, removed=line_rule(line.text))


def _credit_line(line: Line, zone: ZoneInfo) -> Line:
    if line.removed is not None or bylines.whole_line(line.text, zone) is None:
        return line
    return replace(line, kind=BlockKind.BYLINE)


def _without_related(lines: Sequence[Line]) -> list[Line]:
    """The headlines under an announcement such as 相关阅读 go with it."""
    kept: list[Line] = []
    related = False
    for line in lines:
        if line.removed is None:
            headline = line.kind is not BlockKind.BYLINE and is_fragment(line.text)
            related = related and headline
            kept.append(replace(line, removed="page-furniture") if related else line)
        else:
            related = related or opens_related(line.text)
            kept.append(line)
    return kept


def _shown(lines: Sequence[Line]) -> list[int]:
    return [index for index, line in enumerate(lines) if line.removed is None]


def _with_title(lines: list[Line], title: str) -> list[Line]:
    if title:
        for index in _shown(lines)[:_HEADING_COPY_PLACES]:
            if _letters(lines[index].text) == _letters(title):
                lines[index] = replace(lines[index], removed="duplicate-title")
        return [Line(title, BlockKind.TITLE), *lines]
    places = _shown(lines)
    for index in places[:_TITLE_PLACES]:
        if lines[index].kind is BlockKind.BYLINE:
            continue
        if len(places) > 1 and _may_be_title(lines[index].text):
            lines[index] = replace(lines[index], kind=BlockKind.TITLE)
        break
    return lines


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text).lower()


def _may_be_title(text: str) -> bool:
    if has_han(text):
        short = len(text) <= _MAX_TITLE_CHINESE
        return short and (is_fragment(text[-2:]) or _TITLE_END.search(text) is not None)
    short = len(text.split()) <= _MAX_TITLE_WORDS
    return short and (
        is_fragment(text.rsplit(maxsplit=1)[-1]) or _TITLE_END.search(text) is not None
    )


def _with_metadata(lines: list[Line], metadata: Metadata) -> list[Line]:
    """Publisher and authors as lines after the title, since claims may rest on them."""
    written = [name for name in (metadata.publisher, *metadata.authors) if name]
    own = [Line(name, BlockKind.BYLINE) for name in dict.fromkeys(written)]
    first = next((i for i, line in enumerate(lines) if line.kind is BlockKind.TITLE), -1) + 1
    return [*lines[:first], *own, *lines[first:]]


def _bare_names(lines: list[Line]) -> list[Line]:
    """An English name alone is a by-line after the title, at the end, and where it is repeated."""
    places = [i for i in _shown(lines) if lines[i].kind is not BlockKind.TITLE]
    has_title = any(line.kind is BlockKind.TITLE and line.removed is None for line in lines)
    by_place = {*(places[:_BARE_NAME_PLACES] if has_title else []), *places[-1:]}
    known = {lines[i].text for i in by_place if is_english_name(lines[i].text)}
    return [
        replace(line, kind=BlockKind.BYLINE)
        if line.removed is None and line.kind is not BlockKind.TITLE and line.text in known
        else line
        for line in lines
    ]


def _without_repeated_credits(lines: list[Line]) -> list[Line]:
    seen: set[str] = set()
    kept: list[Line] = []
    for line in lines:
        repeated = line.kind is BlockKind.BYLINE and line.removed is None and line.text in seen
        kept.append(replace(line, removed="duplicate-byline") if repeated else line)
        if line.kind is BlockKind.BYLINE and line.removed is None:
            seen.add(line.text)
    return kept


def _closes(line: Line, zone: ZoneInfo) -> bool:
    """Whether a line may be the last of an article: a by-line, or a paragraph ending in one."""
    if line.kind is BlockKind.BYLINE:
        found = bylines.whole_line(line.text, zone)
        return is_english_name(line.text) or (found is not None and bool(found.people))
    last = max((person.name[1] for person in bylines.in_brackets(line.text)), default=0)
    return last > 0 and not line.text[last:].strip("）)】] 　。")
