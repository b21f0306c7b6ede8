"""Claims of many articles → contradictions, corroboration, checks and derived values."""

from collections.abc import Sequence

from zjkg.comparison.arithmetic import checks
from zjkg.comparison.blocks import blocks
from zjkg.comparison.contradictions import contradictions, misdated
from zjkg.comparison.corroboration import (
    agreeing_facts,
    agreeing_statements,
    corroborations,
    sources,
)
from zjkg.comparison.derivations import derivations
from zjkg.comparison.facts import facts
from zjkg.comparison.kinship import concepts
from zjkg.comparison.measures import MeasureScheme
from zjkg.comparison.reposts import reposts
from zjkg.comparison.units import Units
from zjkg.errors import Bilingual
from zjkg.model import (
    ArithmeticCheck,
    ArticleRecord,
    Comparison,
    ConflictType,
    Contradiction,
    Identity,
)

__all__ = ["MeasureScheme", "Units", "compare"]


def compare(
    records: Sequence[ArticleRecord], identity: Identity, scheme: MeasureScheme, units: Units
) -> Comparison:
    """Compare every claim with those that speak of the same thing.

    A check that does not fit is also a contradiction between the stated number and the first of
    the numbers that it was computed from.
    """
    ordered = sorted(records, key=lambda record: record.article.source)
    texts = {record.article.source: record.article.text for record in ordered}
    known = list(facts(ordered, identity, scheme, units))
    compared = blocks(known)
    copied = reposts(ordered)
    said = [*agreeing_facts(compared), *agreeing_statements(ordered, identity)]
    checked = checks(texts, known)
    return Comparison(
        (
            *contradictions(compared),
            *misdated(ordered, identity),
            *(_misfit(check) for check in checked if not check.fits),
        ),
        tuple(checked),
        tuple(corroborations(said, sources(ordered, identity), copied)),
        tuple(derivations(texts, known)),
        copied,
        tuple((fact.ref, concepts(fact)) for fact in known),
    )


def _misfit(check: ArithmeticCheck) -> Contradiction:
    stated = check.inputs[0] if check.kind == "sum" else check.inputs[-1]
    other = next(ref for ref in check.inputs if ref != stated)
    reason = Bilingual(check.reason.en, check.reason.zh)
    return Contradiction(ConflictType.ARITHMETIC, stated, other, reason)
