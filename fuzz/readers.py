"""Readers of articles, each with its suffix."""

from __future__ import annotations

from zjkg.errors import ReadingError
from zjkg.model import Article
from zjkg.reading import read_bytes
from zjkg.settings import SHANGHAI


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
