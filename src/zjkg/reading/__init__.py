"""Bytes to ``Article``: encoding, front matter, markup, main text, removals, sentences.

Line breaks of every kind become line feeds and stretches of white space around blocks go;
otherwise the stored text is what the source says, never converted.
"""

from zjkg.reading.article import MOST_BYTES, file_bytes, read, read_bytes
from zjkg.reading.discovery import discover, is_article, left_aside
from zjkg.reading.draft import restored
from zjkg.reading.errors import empty, no_articles, same_source, too_large

__all__ = [
    "MOST_BYTES",
    "discover",
    "empty",
    "file_bytes",
    "is_article",
    "left_aside",
    "no_articles",
    "read",
    "read_bytes",
    "restored",
    "same_source",
    "too_large",
]
