"""What the articles bring to the comparison, taken in one by one."""

from __future__ import annotations

from array import array

from zjkg.comparison.brought import brought
from zjkg.comparison.contradictions import misdated
from zjkg.comparison.contradictions.dates import Turn
from zjkg.comparison.corroboration import Source, Statements, agreeing_facts, corroborations
from zjkg.comparison.measures import MeasureScheme
from zjkg.comparison.memory import Memory, remembered
from zjkg.comparison.reposts import clauses_of, reposts
from zjkg.comparison.shelf import FactShelf
from zjkg.comparison.units import Units
from zjkg.model import (
    ArithmeticCheck,
    ArticleRecord,
    ClaimRef,
    Comparison,
    Contradiction,
    Derivation,
    Identity,
)


class Gathering:
    """The facts on their shelf, and of everything else what is needed when all is there.

    What an article's numbers say among themselves is settled as the article is taken.
    """

    def __init__(
        self, identity: Identity, scheme: MeasureScheme, units: Units, shelf: FactShelf
    ) -> None:
        self._identity, self._scheme, self._units = identity, scheme, units
        self._shelf = shelf
        self._sources: dict[str, Source] = {}
        self._clauses: dict[str, array[int]] = {}
        self._speakers: dict[ClaimRef, str] = {}
        self._statements = Statements()
        self._turns: list[Turn] = []
        self._checks: list[ArithmeticCheck] = []
        self._misfits: list[Contradiction] = []
        self._derivations: list[Derivation] = []
        self._concepts: list[tuple[ClaimRef, tuple[str, ...]]] = []

    def take(self, record: ArticleRecord) -> None:
        """Take in an article; articles come in the order of their sources."""
        source, text = record.article.source, record.article.text
        found = brought(record, self._identity, self._scheme, self._units)
        for fact in found.facts:
            self._shelf.put(fact)
            if fact.speaker is not None:
                self._speakers[fact.ref] = fact.speaker
        self._concepts += found.concepts
        self._checks += found.checks
        self._misfits += found.misfits()
        self._derivations += found.derivations
        self._sources[source] = found.source
        self._clauses[source] = clauses_of(text)
        self._statements.take(found.statements)
        self._turns += found.turns

    def compared(self, memory: Memory) -> tuple[Comparison, Memory]:
        """What all that was taken comes to, and the memory of it."""
        judged = remembered(self._shelf, memory)
        copied = reposts(self._clauses)
        said = [
            *agreeing_facts(
                self._speakers, (tie for v in judged.verdicts.values() for tie in v.agreeing)
            ),
            *self._statements.agreeing(),
        ]
        made = Comparison(
            (
                *_between_facts(judged),
                *misdated(self._turns),
                *self._misfits,
            ),
            tuple(self._checks),
            tuple(corroborations(said, self._sources, copied)),
            tuple(self._derivations),
            copied,
            tuple(self._concepts),
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
