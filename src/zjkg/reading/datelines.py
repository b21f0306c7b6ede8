"""The publication date where running text states it: datelines, imprint lines, last lines.

``HONG KONG, April 27, 2021 | …``, ``DURHAM (Sept. 5, 2018) -``, 某报2023年11月20日讯,
【記者某某／某地2016年11月23日報導】, a short line of outlet, date and reporter. A date inside a
sentence is an event's, not the article's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from zjkg.model import Block, BlockKind, Publication
from zjkg.reading import dates

_FIRST_LINES = 3
_LONGEST_HEAD = 10
_LONGEST_IMPRINT = 60
_LONGEST_BEFORE = 40
_SENTENCE_END = re.compile(r"[。！？!?；;]|[a-z)]\.(?:\s|$)")
_CREDIT = re.compile(  # Oct 25, 2019. Reporting by …
    r"(?:[.。;|]|(?<!\s))\s*"
    r"(?:Reporting|Additional reporting|Written|Story|Text|Edit(?:ed|ing)|Photos?) by\b.*\Z"
)
# What follows the date of a dateline: a dash, colon or bracket, or the words for "reports".
_AFTER_DATELINE = re.compile(
    r"\s*+(?:[)）]\s*+)?(?:[-–—|:：/／】\]]|[（(][^（）()]{2,30}[)）]|[讯訊电電]|報[導道]|报道|消息"
    r"|, [A-Z][\w ]{1,24}(?:, [A-Z][\w ]{1,24}){0,2}(?::| [-–—]))"
)
# What stands before it: a place or an outlet, no clause.
_BEFORE_DATELINE = re.compile(
    r"[【\[（(*_]{0,3}[\w .,'’·／/|&–—-]*(?:\([A-Z][\w ]{2,24}\)\s*[-–—]{1,2})?[（(]?\s*"
)


def find_dateline(text: str, blocks: Sequence[Block], zone: ZoneInfo) -> Publication | None:
    """The date in the first lines or in the last one, where their form marks it as the article's.

    Args:
        text: The stored text.
        blocks: Its blocks.
        zone: The time zone of dates that name none.
    """
    titles = [block.span.of(text) for block in blocks if block.kind is BlockKind.TITLE]
    lines = [block.span.of(text) for block in blocks if block.kind is not BlockKind.TITLE]
    for line in lines[: _FIRST_LINES + _headings(blocks)]:
        found = _imprint(line, zone) or _opening(line, zone)
        if found:
            return found
    for line in (*lines[-1:], *titles):  # a digest has its date in its headline
        if found := _imprint(line, zone):
            return found
    return None


def _headings(blocks: Sequence[Block]) -> int:
    """How many lines stand between the title and the first paragraph: reporter, post, outlet."""
    head = [block for block in blocks[:_LONGEST_HEAD] if block.kind is not BlockKind.TITLE]
    first = next((at for at, b in enumerate(head) if b.kind is BlockKind.PARAGRAPH), len(head))
    return first if first < len(head) else 0


def _imprint(line: str, zone: ZoneInfo) -> Publication | None:
    """A short line without a sentence: outlet, date, reporter."""
    said = _CREDIT.sub("", line)
    found = dates.find(said, zone)
    if found is None or len(said) > _LONGEST_IMPRINT:
        return None
    beside = f"{said[: found[0]]}|{said[found[1] :]}"
    return None if _SENTENCE_END.search(beside) else found[2]


def _opening(line: str, zone: ZoneInfo) -> Publication | None:
    """The dateline that opens a paragraph."""
    found = dates.find(line, zone)
    if found is None or found[0] > _LONGEST_BEFORE:
        return None
    start, end, publication = found
    if _BEFORE_DATELINE.fullmatch(line[:start]) and _AFTER_DATELINE.match(line[end:]):
        return publication
    return None
