"""Units as comparison needs them: what dimension a unit has, and how much of its base unit it is.

Read from ``ontology/units.ttl``. Whatever is not there counts things: 家, 個 and "companies".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pyoxigraph as ox

from zjkg.vocab import SKOS, ZJ

COUNT = "count"
SHARE = "share"
PERCENT = "%"
_INDEX_POINTS = frozenset({"点", "點", "points", "point"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's dimension, its base unit, and the factor that leads there."""

    dimension: str
    base: str
    factor: Fraction = Fraction(1)

    def to_base(self, value: Decimal) -> Decimal:
        """A value of this unit in the base unit."""
        return value * Decimal(self.factor.numerator) / Decimal(self.factor.denominator)


@dataclass(frozen=True, slots=True)
class Units:
    """The units of the ontology by notation."""

    known: Mapping[str, Unit]

    @classmethod
    def load(cls, path: Path) -> Units:
        """The units of a Turtle file."""
        store = ox.Store()
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)

        def one(subject: ox.NamedNode, term: ox.NamedNode) -> ox.NamedNode | ox.Literal | None:
            quad = next(store.quads_for_pattern(subject, term, None, None), None)
            found = quad.object if quad else None
            return found if isinstance(found, ox.NamedNode | ox.Literal) else None

        known: dict[str, Unit] = {}
        for quad in store.quads_for_pattern(None, SKOS.notation, None, None):
            if not isinstance(quad.subject, ox.NamedNode) or not isinstance(
                quad.object, ox.Literal
            ):
                continue
            notation = quad.object.value
            dimension = one(quad.subject, ZJ.dimension)
            base = one(quad.subject, ZJ.baseUnit)
            base_notation = one(base, SKOS.notation) if isinstance(base, ox.NamedNode) else None
            factor = one(quad.subject, ZJ.factor)
            known[notation] = Unit(
                dimension.value if dimension else COUNT,
                base_notation.value if base_notation else notation,
                Fraction(factor.value) if factor else Fraction(1),
            )
        return cls(known)

    def of(self, notation: str) -> Unit:
        """The unit of a notation; classifiers and counted nouns are one unit, the count."""
        found = self.known.get(notation)
        if notation in _INDEX_POINTS:
            return Unit("score", "score")
        if found is None or found.dimension == COUNT:
            return Unit(COUNT, COUNT)
        return found
