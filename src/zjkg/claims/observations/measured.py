"""The measure of a value, and what the rules of both languages look at to find one."""

from __future__ import annotations

from dataclasses import dataclass

from zjkg.claims.observations.text import Text
from zjkg.model import EntityType, Sentence, Span

RATIOS = frozenset({"%", "ratio"})


@dataclass(frozen=True, slots=True)
class Measured:
    """The measure of a quantity, and how it was found.

    ``is_whole`` says that the grammar read the construction from end to end, as where measures
    are dealt out to values in order.
    """

    span: Span | None
    rule: str
    is_whole: bool = False


def index_name(text: Text, sentence: Sentence, end: int) -> Span | None:
    """The first name of an index in a sentence, before an offset."""
    names = text.names_in(Span(sentence.span.start, end))
    return next((item.span for item in names if item.type is EntityType.INDEX), None)
