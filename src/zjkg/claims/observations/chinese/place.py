"""Where a Chinese value stands, as the readings of its measure see it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.claims.observations.measured import RATIOS
from zjkg.claims.observations.text import Text, clause_at
from zjkg.model import Quantity, Sentence, Span

_CURRENCY = re.compile(r"[A-Z]{3}")
_SIZES = frozenset({"m2", "km2", "ha", "mu", "坪", "平方呎"})
_RELATIVE = frozenset({"times", "score", "百分点"})


@dataclass(frozen=True, slots=True)
class Place:
    """A value with the clauses of its sentence, and what stands before it in the article.

    ``index`` is that of the sentence, ``number`` that of the clause in it; ``lead`` are the words
    of the clause before the value. ``last`` is the measure of the value before, to lean on, and
    ``before`` are the values before.
    """

    index: int
    sentence: Sentence
    quantity: Quantity
    clauses: tuple[Span, ...]
    number: int
    lead: str
    last: Span | None
    before: tuple[Quantity, ...]

    @classmethod
    def of(
        cls,
        text: Text,
        index: int,
        quantity: Quantity,
        last: Span | None,
        before: tuple[Quantity, ...],
    ) -> Place:
        """The place of a quantity in the sentence of that index."""
        sentence = text.article.sentences[index]
        clauses = text.clauses(sentence)
        number = clause_at(clauses, quantity.span.start)
        lead = text.key[clauses[number].start : quantity.span.start].rstrip()
        return cls(index, sentence, quantity, clauses, number, lead, last, before)

    @property
    def clause(self) -> Span:
        """The clause that the value stands in."""
        return self.clauses[self.number]

    @property
    def start(self) -> int:
        """Where the value starts, its hedge included."""
        return self.quantity.span.start

    @property
    def end(self) -> int:
        """Where the value ends, its unit included."""
        return self.quantity.span.end

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage or a fraction."""
        return self.quantity.unit in RATIOS

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money."""
        return _CURRENCY.fullmatch(self.quantity.unit) is not None

    @property
    def is_relative(self) -> bool:
        """Whether it is a multiple, a score or a number of percentage points."""
        return self.quantity.unit in _RELATIVE

    @property
    def is_count(self) -> bool:
        """Whether it counts things."""
        size = self.quantity.unit in _SIZES
        return not (size or self.is_money or self.is_share or self.is_relative)

    def at(self, match: re.Match[str], group: str) -> Span:
        """Where a group of a match in ``lead`` stands in the article."""
        return Span(self.clause.start + match.start(group), self.clause.start + match.end(group))
