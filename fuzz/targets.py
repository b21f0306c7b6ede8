"""What is fuzzed: functions that read bytes, or refuse them in the one shape of errors.

Anything else that comes out of a target (another error, a broken promise, a hang) is a fault.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path

from pyoxigraph import QueryBoolean, Store

from zjkg.errors import QueryError, ReadingError, SettingsError, StoreError
from zjkg.folding import match_key, simplified
from zjkg.graph.pinyin import pinyin
from zjkg.graph.search_keys import search_keys
from zjkg.linking import load_authority, parse_judgements
from zjkg.linking.names import core, is_short_form
from zjkg.linking.romanization import likeness
from zjkg.linking.translation import translates
from zjkg.measurement import measure, read_quantities
from zjkg.model import Article, EntityType, LanguageTag, Recognition
from zjkg.query import advice, evaluate
from zjkg.reading import read_bytes
from zjkg.reading.dates import each, publication
from zjkg.settings import SHANGHAI, Settings
from zjkg.store import check_backup

_NOTHING = Recognition((), (), ())
_KINDS = tuple(EntityType)


def html(data: bytes) -> None:
    """A page of any quality."""
    _read("page.html", data)


def markdown(data: bytes) -> None:
    """Markdown, with whatever HTML is in it."""
    _read("note.md", data)


def plain(data: bytes) -> None:
    """A text file, which may turn out to be something else, in any encoding."""
    _read("text.txt", data)


def header(data: bytes) -> None:
    """YAML front matter before a text."""
    _read("text.txt", b"---\n" + data + "\n---\n园区现有企业120家。".encode())


def numerals(data: bytes) -> None:
    """Numbers with units that a person asks for."""
    for value, unit in read_quantities(_text(data)):
        if not value.is_finite() or unit == "":
            raise AssertionError(value, unit)


def measured(data: bytes) -> None:
    """Quantities and periods of an article, by the grammar alone."""
    article = _read("text.txt", "本报讯 2023年5月6日，".encode() + data)
    if article is None:
        return
    empty = Recognition(tuple(() for _ in article.sentences), (), ())
    for quantity in measure(article, empty, zone=SHANGHAI).quantities:
        if not 0 <= quantity.span.start < quantity.span.end <= len(article.text):
            raise AssertionError(quantity)


def dates(data: bytes) -> None:
    """Dates of publication in metadata and in lines."""
    text = _text(data)
    publication(text, SHANGHAI)
    for start, end, _ in each(text, SHANGHAI):
        if not 0 <= start < end <= len(text):
            raise AssertionError(start, end)


def names(data: bytes) -> None:
    """Names in any script, and whether two are one."""
    text = _text(data)
    first, _, second = text.partition("|")
    if len(simplified(text)) != len(text):
        raise AssertionError("a matching key of another length")
    kind = _KINDS[len(data) % len(_KINDS)]
    for name in (first, second):
        match_key(name)
        pinyin(name, kind)
        likeness(name, english=len(data) % 2 == 0)
        search_keys([(name, LanguageTag.HANS), (name, LanguageTag.EN)], kind)
        if name.strip():
            core(name, kind)
    if first.strip() and second.strip():
        is_short_form(first, second, kind)
        translates(first, second)


_EMPTY = Store()


def sparql(data: bytes) -> None:
    """A query: refused, malformed, or answered; never an end of the process."""
    text = _text(data)
    with suppress(QueryError):
        answer = evaluate(_EMPTY, text, "query")
        if not isinstance(answer, QueryBoolean):
            list(islice(answer, 100))
    with suppress(QueryError):
        advice(_EMPTY, text, empty=True)


def config(data: bytes) -> None:
    """The variables and the two files that a person writes."""
    for variable in ("ZJKG_BASE", "ZJKG_ZONE", "ZJKG_SEEDS"):
        with suppress(SettingsError):
            os.environ[variable] = _text(data).replace("\0", "")
            Settings.from_environment()
        del os.environ[variable]
    with suppress(SettingsError):
        parse_judgements(data, Path("judgements.csv"))
    with tempfile.NamedTemporaryFile(suffix=".ttl") as file, suppress(SettingsError):
        file.write(data)
        file.flush()
        load_authority(Path(file.name))


def backup(data: bytes) -> None:
    """A file that says that it is a backup."""
    with tempfile.NamedTemporaryFile() as file, suppress(StoreError):
        file.write(data)
        file.flush()
        check_backup(Path(file.name))


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        *(html, markdown, plain, header, numerals, measured, dates, names, sparql, config),
        backup,
    )
}


def _text(data: bytes) -> str:
    """Any text, halves of characters too."""
    return data.decode("utf-8", "surrogatepass" if data[:1] == b"\xed" else "replace")


def _read(name: str, data: bytes) -> Article | None:
    try:
        article = read_bytes(name, data, zone=SHANGHAI)
    except ReadingError:
        return None
    _keep_promises(article)
    return article


def _keep_promises(article: Article) -> None:
    text = article.text
    text.encode()  # no half characters
    if "\n".join(block.span.of(text) for block in article.blocks) != text:
        raise AssertionError("the blocks are not the text")
    for sentence in article.sentences:
        if not article.blocks[sentence.block].span.covers(sentence.span):
            raise AssertionError("a sentence outside of its block", sentence)
    for link in article.links:
        if not link.span.of(text).strip():
            raise AssertionError("a link without words", link)
