"""Claims of many articles → contradictions and arithmetic checks."""

from collections.abc import Sequence

from zjkg.comparison.arithmetic import checks
from zjkg.comparison.contradictions import contradictions
from zjkg.comparison.facts import facts
from zjkg.comparison.measures import MeasureScheme
from zjkg.errors import Bilingual
from zjkg.model import (
    ArithmeticCheck,
    ArticleRecord,
    Comparison,
    ConflictType,
    Contradiction,
    Identity,
)

__all__ = ["MeasureScheme", "compare"]


def compare(
    records: Sequence[ArticleRecord], identity: Identity, scheme: MeasureScheme
) -> Comparison:
    """Compare every claim with those that speak of the same thing.

    A check that does not fit is also a contradiction between the stated number and the first of
    the numbers that it was computed from.
    """
    ordered = sorted(records, key=lambda record: record.article.source)
    known = list(facts(ordered, identity, scheme))
    checked = checks(ordered, known)
    misfits = [_misfit(check) for check in checked if not check.fits]
    return Comparison((*contradictions(known), *misfits), tuple(checked))


def _misfit(check: ArithmeticCheck) -> Contradiction:
    stated = check.inputs[0] if check.kind == "sum" else check.inputs[-1]
    other = next(ref for ref in check.inputs if ref != stated)
    reason = Bilingual(check.reason.en, check.reason.zh)
    return Contradiction(ConflictType.ARITHMETIC, stated, other, reason)
