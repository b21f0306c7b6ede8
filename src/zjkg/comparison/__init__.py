"""Claims of many articles → contradictions, corroboration, checks and derived values."""

from collections.abc import Iterable

from zjkg.comparison.arithmetic import checks
from zjkg.comparison.blocks import blocks
from zjkg.comparison.contradictions import misdated
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
from zjkg.comparison.memory import Memory, remembered
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
    in_order,
)

__all__ = ["MeasureScheme", "Memory", "Units", "compare"]

_NOTHING = Memory()


def compare(
    records: Iterable[ArticleRecord],
    identity: Identity,
    scheme: MeasureScheme,
    units: Units,
    memory: Memory = _NOTHING,
) -> tuple[Comparison, Memory]:
    """Compare every claim with those that speak of the same thing.

    Blocks of facts that ``memory`` knows from an earlier run are not compared again; the memory
    of this run comes back beside the result, which is the same with any memory. A check that does
    not fit is also a contradiction between the stated number and the first of the numbers that it
    was computed from.
    """
    ordered = in_order(records)
    texts = {record.article.source: record.article.text for record in ordered}
    known = list(facts(ordered, identity, scheme, units))
    judged = remembered(blocks(known), memory)
    copied = reposts(ordered)
    said = [
        *agreeing_facts(known, (t for v in judged.verdicts.values() for t in v.agreeing)),
        *agreeing_statements(ordered, identity),
    ]
    checked = checks(texts, known)
    made = Comparison(
        (
            *_between_facts(judged),
            *misdated(ordered, identity),
            *(_misfit(check) for check in checked if not check.fits),
        ),
        tuple(checked),
        tuple(corroborations(said, sources(ordered, identity), copied)),
        tuple(derivations(texts, known)),
        copied,
        tuple((fact.ref, concepts(fact)) for fact in known),
    )
    return made, judged


def _between_facts(judged: Memory) -> list[Contradiction]:
    """The contradictions of all blocks, each pair once, in the order of their claims."""
    found = {
        (each.first, each.second): each
        for verdict in judged.verdicts.values()
        for each in verdict.contradictions
    }
    return [found[pair] for pair in sorted(found)]


def _misfit(check: ArithmeticCheck) -> Contradiction:
    stated = check.inputs[0] if check.kind == "sum" else check.inputs[-1]
    other = next(ref for ref in check.inputs if ref != stated)
    reason = Bilingual(check.reason.en, check.reason.zh)
    return Contradiction(ConflictType.ARITHMETIC, stated, other, reason)
