"""Bytes to ``Article``: encoding, front matter, markup, main text, removals, sentences.

Line breaks of every kind become line feeds and stretches of white space around blocks go;
otherwise the stored text is what the source says, never converted.
"""

from zjkg.reading.article import file_bytes, read, read_bytes
from zjkg.reading.discovery import discover
from zjkg.reading.draft import restored

__all__ = ["discover", "file_bytes", "read", "read_bytes", "restored"]
