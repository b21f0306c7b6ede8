"""Claims of many articles → contradictions, corroboration, checks and derived values."""

from collections.abc import Iterable

from zjkg.comparison.blocks import keys
from zjkg.comparison.brought import Brought, brought
from zjkg.comparison.contradictions import misdated
from zjkg.comparison.corroboration import Said, Source, agreeing_facts, corroborations
from zjkg.comparison.facts import Fact
from zjkg.comparison.gathering import Gathering
from zjkg.comparison.measures import MeasureScheme
from zjkg.comparison.memory import Memory, verdict
from zjkg.comparison.reposts import COMMONEST, clauses_of, reposted
from zjkg.comparison.shelf import FactShelf
from zjkg.comparison.units import Units
from zjkg.model import ArticleRecord, Comparison, Identity, in_order

__all__ = [
    "COMMONEST",
    "Brought",
    "Fact",
    "MeasureScheme",
    "Memory",
    "Said",
    "Source",
    "Units",
    "agreeing_facts",
    "brought",
    "clauses_of",
    "compare",
    "corroborations",
    "keys",
    "misdated",
    "reposted",
    "verdict",
]

_NOTHING = Memory()


def compare(
    records: Iterable[ArticleRecord],
    identity: Identity,
    scheme: MeasureScheme,
    units: Units,
    memory: Memory = _NOTHING,
) -> tuple[Comparison, Memory]:
    """Compare every claim with those that speak of the same thing.

    Each record is looked at once, and not at all where the memory's notes have what it brings.
    Blocks of facts that ``memory`` knows from an earlier run are not compared again; the memory of
    this run comes back beside the result, which is the same with any memory. A check that does not
    fit is also a contradiction between the stated number and the first of the numbers that it was
    computed from.
    """
    with FactShelf() as shelf:
        gathering, ordered = (
            Gathering(identity, scheme, units, shelf, memory.notes),
            in_order(records),
        )
        for source in ordered.sources:
            gathering.take(source, ordered)
        return gathering.compared(memory)
