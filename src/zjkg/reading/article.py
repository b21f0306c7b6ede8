"""Bytes to ``Article``: the order in which an article is read."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from zjkg.model import Article, Block, BlockKind, Sentence, Span
from zjkg.reading import errors, front_matter, layout, markdown, metadata, plain, sentences
from zjkg.reading.credits import find_credits, find_publication, find_publisher
from zjkg.reading.datelines import find_dateline
from zjkg.reading.decoding import decode
from zjkg.reading.draft import Line, assemble
from zjkg.reading.metadata import Metadata
from zjkg.reading.scripts import Languages, is_chinese

_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|article|section|div|p|br|h[1-6]|ul|ol|table)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_MARKUP_SUFFIXES = frozenset({".html", ".htm"})
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
MOST_BYTES = 64 * 1024 * 1024
"""A larger file is no article."""
_ATTEMPTS = 3  # to find a file at rest
_NO_CHARACTER = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Body:
    lines: list[Line]
    metadata: Metadata
    media_type: str


def read(path: Path, *, zone: ZoneInfo) -> Article:
    """Read the article in a file; its ``source`` is the file's name without suffix.

    Raises:
        ReadingError: where the file cannot be opened or read as an article.
    """
    return read_bytes(path.name, file_bytes(path), zone=zone)


def file_bytes(path: Path) -> bytes:
    """The bytes of a file, all of one moment: a file that changes meanwhile is read again.

    Raises:
        ReadingError: where it cannot be opened, is no regular file, is too large or does not stop
            changing.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe would wait for its writer
            raise errors.not_a_file(path)
        for _ in range(_ATTEMPTS):
            data = _bytes_at_rest(path)
            if data is not None:
                return data
    except FileNotFoundError as cause:
        raise errors.missing(path) from cause
    except OSError as cause:
        raise errors.unreadable(path, cause) from cause
    raise errors.changing(path)


def _bytes_at_rest(path: Path) -> bytes | None:
    """The bytes; None where the file was written to while they were read."""
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        if before.st_size > MOST_BYTES:
            raise errors.too_large(path, before.st_size, MOST_BYTES)
        data = file.read(MOST_BYTES + 1)
        after = os.fstat(file.fileno())
    is_same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return data if is_same and len(data) == before.st_size else None


def read_bytes(name: str, data: bytes, *, zone: ZoneInfo) -> Article:
    """Read an article from its bytes.

    Args:
        name: The file's name. Without its suffix it is the article's ``source``; the suffix
            tells HTML and Markdown, ``.txt`` may be any.
        data: The bytes of the file.
        zone: The time zone of dates that name none.

    Raises:
        ReadingError: where the bytes cannot be read as an article.
    """
    decoded = decode(name, data)
    header = front_matter.split(name, decoded.text)
    body = _body(name, header.body, Path(name).suffix.lower())
    known = metadata.from_header(header.values).over(body.metadata)
    _refuse_half_characters(name, known, body.lines)
    arranged = layout.arrange(body.lines, known, header.written, zone)
    assembled = assemble(arranged)
    text, blocks = assembled.text, assembled.blocks
    if not any(block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH} for block in blocks):
        raise errors.nothing_left(name)
    languages = Languages(text)
    return Article(
        source=Path(name).stem,
        digest=hashlib.sha256(data).hexdigest(),
        encoding=decoded.encoding,
        media_type=body.media_type,
        text=text,
        language=languages.main,
        title=next((block.span for block in blocks if block.kind is BlockKind.TITLE), None),
        publisher=find_publisher(text, blocks, known, zone),
        published=find_publication(text, blocks, known, zone) or find_dateline(text, blocks, zone),
        blocks=blocks,
        sentences=tuple(_sentences(text, blocks, languages)),
        removals=assembled.removals,
        links=assembled.links,
        credits=find_credits(text, blocks, known, zone),
        url=known.url or None,
    )


def _body(name: str, text: str, suffix: str) -> _Body:
    if suffix in _MARKUP_SUFFIXES or _MARKUP.search(text):
        return _page(name, text, "text/html")
    if suffix in _MARKDOWN_SUFFIXES or markdown.looks_like_markdown(text):
        return _page(name, markdown.to_html(text), "text/markdown")
    return _Body(plain.read_lines(text), Metadata(), "text/plain")


def _page(name: str, html: str, media_type: str) -> _Body:
    if "<" not in html:  # the parser takes text without a tag for a file name
        return _Body(plain.read_lines(html), Metadata(), media_type)
    from zjkg.reading import markup

    soup = markup.parse(name, html)
    return _Body(markup.read_lines(soup), metadata.from_page(soup), media_type)


def _refuse_half_characters(name: str, known: Metadata, lines: Sequence[Line]) -> None:
    """Escapes in headers and references in markup can name what no text may hold."""
    stated = (known.title, known.publisher, *known.authors, known.date)
    if any(_NO_CHARACTER.search(value) for value in (*stated, *(line.text for line in lines))):
        raise errors.surrogate(name)


def _sentences(text: str, blocks: Sequence[Block], languages: Languages) -> Iterator[Sentence]:
    for number, block in enumerate(blocks):
        line = block.span.of(text)
        chinese = is_chinese(line)
        for start, end in sentences.spans(line):
            span = Span(block.span.start + start, block.span.start + end)
            language = languages.of_sentence(span.start, span.end, chinese_block=chinese)
            yield Sentence(span, language, number)
