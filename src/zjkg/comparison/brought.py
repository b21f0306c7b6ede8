"""What one article brings to the comparison; what its numbers say among themselves is settled."""

from __future__ import annotations

from dataclasses import dataclass

from zjkg.comparison.arithmetic import checks
from zjkg.comparison.contradictions.dates import Turn, turns_of
from zjkg.comparison.corroboration import source_of, statements
from zjkg.comparison.derivations import derivations
from zjkg.comparison.facts import Fact, facts
from zjkg.comparison.kinship import concepts
from zjkg.comparison.measures import MeasureScheme
from zjkg.comparison.origins import Said, Source
from zjkg.comparison.units import Units
from zjkg.errors import Bilingual
from zjkg.model import (
    ArithmeticCheck,
    ArticleRecord,
    ClaimRef,
    ConflictType,
    Contradiction,
    Derivation,
    Identity,
)


@dataclass(frozen=True, slots=True)
class Brought:
    """The facts of an article and where it comes from, its statements and turning points.

    ``statements`` are its roles and relations, each under what it says; ``concepts`` the terms of
    the measure scheme of each observation.
    """

    source: Source
    facts: tuple[Fact, ...]
    statements: tuple[tuple[str, Said], ...]
    turns: tuple[Turn, ...]
    checks: tuple[ArithmeticCheck, ...]
    derivations: tuple[Derivation, ...]
    concepts: tuple[tuple[ClaimRef, tuple[str, ...]], ...]

    def misfits(self) -> tuple[Contradiction, ...]:
        """The contradictions among its own numbers."""
        return tuple(_misfit(check) for check in self.checks if not check.fits)


def brought(
    record: ArticleRecord, identity: Identity, scheme: MeasureScheme, units: Units
) -> Brought:
    """What an article brings; of the identity only its own entities count."""
    texts = {record.article.source: record.article.text}
    known = list(facts([record], identity, scheme, units))
    return Brought(
        source_of(record, identity),
        tuple(known),
        tuple(statements(record, identity)),
        tuple(turns_of(record, identity)),
        tuple(checks(texts, known)),
        tuple(derivations(texts, known)),
        tuple((fact.ref, concepts(fact)) for fact in known),
    )


def _misfit(check: ArithmeticCheck) -> Contradiction:
    stated = check.inputs[0] if check.kind == "sum" else check.inputs[-1]
    other = next(ref for ref in check.inputs if ref != stated)
    reason = Bilingual(check.reason.en, check.reason.zh)
    return Contradiction(ConflictType.ARITHMETIC, stated, other, reason)
