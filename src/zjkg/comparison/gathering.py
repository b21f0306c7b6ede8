"""What the articles bring to the comparison, taken in one by one."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from zjkg.comparison.brought import brought
from zjkg.comparison.contradictions import misdated
from zjkg.comparison.contradictions.dates import Turn
from zjkg.comparison.corroboration import (
    Said,
    Source,
    Statements,
    agreeing_facts,
    corroborations,
)
from zjkg.comparison.measures import MeasureScheme
from zjkg.comparison.memory import Memory, remembered
from zjkg.comparison.reposts import clauses_of, reposts
from zjkg.comparison.shelf import FactShelf, Packed, packed
from zjkg.comparison.units import Units
from zjkg.ids import digest
from zjkg.model import (
    ArithmeticCheck,
    ArticleRecord,
    ClaimRef,
    Comparison,
    Contradiction,
    Derivation,
    Identity,
    Records,
)
from zjkg.notes import Notes


@dataclass(frozen=True, slots=True)
class _Taken:
    """What an article brings, as it is noted."""

    facts: tuple[Packed, ...]
    speakers: tuple[tuple[ClaimRef, str], ...]
    concepts: tuple[tuple[ClaimRef, tuple[str, ...]], ...]
    checks: tuple[ArithmeticCheck, ...]
    misfits: tuple[Contradiction, ...]
    derivations: tuple[Derivation, ...]
    source: Source
    clauses: bytes
    statements: tuple[tuple[str, Said], ...]
    turns: tuple[Turn, ...]


class Gathering:
    """The facts on their shelf, and of everything else what is needed when all is there.

    What an article's numbers say among themselves is settled as the article is taken; what is
    noted of an article is not made again.
    """

    def __init__(
        self,
        identity: Identity,
        scheme: MeasureScheme,
        units: Units,
        shelf: FactShelf,
        notes: Notes,
    ) -> None:
        self._notes = notes
        self._own: dict[str, list[tuple[str, str]]] = {}
        for key, iri in identity.iris.items():
            self._own.setdefault(key.source, []).append((key.key, iri))
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

    def take(self, source: str, records: Records) -> None:
        """Take in an article; articles come in the order of their sources."""

        def make() -> _Taken:
            return self._taken(records.of_source(source))

        stamp, own = records.stamp(source), self._own.get(source, [])
        stamp = stamp and digest(stamp, *(part for each in sorted(own) for part in each))
        found = self._notes.told("brought", source, stamp, _Taken, make)
        for fact in found.facts:
            self._shelf.put_packed(fact)
        self._speakers.update(found.speakers)
        self._concepts += found.concepts
        self._checks += found.checks
        self._misfits += found.misfits
        self._derivations += found.derivations
        self._sources[source] = found.source
        self._clauses[source] = array("Q", found.clauses)
        self._statements.take(found.statements)
        self._turns += found.turns

    def _taken(self, record: ArticleRecord) -> _Taken:
        found = brought(record, self._identity, self._scheme, self._units)
        return _Taken(
            facts=tuple(map(packed, found.facts)),
            speakers=tuple((f.ref, f.speaker) for f in found.facts if f.speaker is not None),
            concepts=found.concepts,
            checks=found.checks,
            misfits=found.misfits(),
            derivations=found.derivations,
            source=found.source,
            clauses=clauses_of(record.article.text).tobytes(),
            statements=found.statements,
            turns=found.turns,
        )

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
