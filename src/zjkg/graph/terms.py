"""RDF terms from Python values: the one place that decides how a value is written."""

from __future__ import annotations

from datetime import date as calendar_date
from datetime import datetime
from decimal import Decimal

from pyoxigraph import Literal, NamedNode

from zjkg.errors import Bilingual
from zjkg.ids import TERMS
from zjkg.model import EntityType, Predicate
from zjkg.vocab import XSD

ENTITY_CLASSES = {kind: NamedNode(TERMS + kind.value) for kind in EntityType}
RELATION_PROPERTIES = {predicate: NamedNode(TERMS + predicate.value) for predicate in Predicate}
_PERIOD_DATATYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def words(value: str, language: str) -> Literal:
    """Words of a text or a label, with their language tag."""
    return Literal(value, language=language)


def decimal(value: Decimal) -> Literal:
    """A decimal in its shortest form, so that every store keeps the same characters."""
    shortest = f"{value.normalize():f}"
    return Literal("0" if shortest == "-0" else shortest, datatype=XSD.decimal)


def web_address(value: str) -> Literal:
    """An address on the web; a literal, since an article's word makes nothing a thing here."""
    return Literal(value, datatype=XSD.anyURI)


def integer(value: int) -> Literal:
    """An integer such as an offset in code points."""
    return Literal(str(value), datatype=XSD.integer)


def boolean(value: bool) -> Literal:  # noqa: FBT001 - the value itself, not an option
    """A truth value."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


def instant(value: datetime) -> Literal:
    """An instant with its zone as published; UTC is written ``Z``."""
    return Literal(value.isoformat().replace("+00:00", "Z"), datatype=XSD.dateTime)


def date(value: str) -> Literal:
    """An ISO date."""
    return Literal(value, datatype=XSD.date)


def period_end(value: str) -> Literal:
    """A year, month or day; any other form stays a plain string, which validation reports."""
    return Literal(value, datatype=_PERIOD_DATATYPES.get(len(value)))


def calendar(written: str) -> Literal:
    """What a person wrote for a day: an ISO date where it is one, else the words."""
    try:
        return date(calendar_date.fromisoformat(written).isoformat())
    except ValueError:
        return Literal(written)


def both(message: Bilingual) -> tuple[Literal, Literal]:
    """A message as its English and its Chinese literal."""
    return Literal(message.en, language="en"), Literal(message.zh, language="zh")
