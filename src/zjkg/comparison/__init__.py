"""Claims of many articles → contradictions, corroboration, checks and derived values."""

from collections.abc import Iterable

from zjkg.comparison.blocks import keys
from zjkg.comparison.brought import Brought, brought
from zjkg.comparison.compared import Compared
from zjkg.comparison.contradictions import misdated
from zjkg.comparison.corroboration import corroborations
from zjkg.comparison.facts import Fact
from zjkg.comparison.gathering import Gathering, Given
from zjkg.comparison.measures import MeasureScheme
from zjkg.comparison.origins import Said, Source
from zjkg.comparison.reposts import COMMONEST, clauses_of, reposted
from zjkg.comparison.units import Units
from zjkg.comparison.verdicts import agreeing_facts, contradictions_among
from zjkg.model import ArticleRecord, Comparison, Identity, LocalKey, in_order
from zjkg.notes import Notes

__all__ = [
    "COMMONEST",
    "Brought",
    "Compared",
    "Fact",
    "Gathering",
    "Given",
    "MeasureScheme",
    "Said",
    "Source",
    "Units",
    "agreeing_facts",
    "brought",
    "clauses_of",
    "compare",
    "contradictions_among",
    "corroborations",
    "keys",
    "misdated",
    "reposted",
]


def compare(
    records: Iterable[ArticleRecord], identity: Identity, scheme: MeasureScheme, units: Units
) -> Comparison:
    """Compare every claim with those that speak of the same thing.

    A check that does not fit is also a contradiction between the stated number and the first of
    the numbers that it was computed from.
    """
    named: dict[str, dict[LocalKey, str]] = {}
    for key, iri in identity.iris.items():
        named.setdefault(key.source, {})[key] = iri
    given = Given(lambda source: named.get(source, {}), scheme, units)
    return Gathering(in_order(records), given, Notes()).compared(()).comparison()
