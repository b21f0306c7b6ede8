"""Grammars of numbers, quantities, periods and dates."""

from __future__ import annotations

from fuzz.text import any_text
from zjkg.errors import ReadingError
from zjkg.measurement import measure, read_quantities
from zjkg.model import Recognition
from zjkg.reading import read_bytes
from zjkg.reading.dates import each, publication
from zjkg.settings import SHANGHAI


def numerals(data: bytes) -> None:
    """Numbers with units that a person asks for."""
    for value, unit in read_quantities(any_text(data)):
        if not value.is_finite() or unit == "":
            raise AssertionError(value, unit)


def measured(data: bytes) -> None:
    """Quantities and periods of an article, by the grammar alone."""
    try:
        article = read_bytes("a.txt", "本报讯 2023年5月6日，".encode() + data, zone=SHANGHAI)
    except ReadingError:
        return
    empty = Recognition(tuple(() for _ in article.sentences), (), ())
    for quantity in measure(article, empty, zone=SHANGHAI).quantities:
        if not 0 <= quantity.span.start < quantity.span.end <= len(article.text):
            raise AssertionError(quantity)


def dates(data: bytes) -> None:
    """Dates of publication in metadata and in lines."""
    text = any_text(data)
    publication(text, SHANGHAI)
    for start, end, _ in each(text, SHANGHAI):
        if not 0 <= start < end <= len(text):
            raise AssertionError(start, end)
