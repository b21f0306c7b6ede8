"""The claims of all articles as rows: one table for those who count rather than query."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zjkg import graph
from zjkg.distributed.articles import Article
from zjkg.ids import Minter
from zjkg.model import ArticleRecord, ClaimKind, ClaimRef, Evidence, LocalKey, Span

COLUMNS = (
    ("source", "string"),
    ("claim", "string"),
    ("kind", "string"),
    ("subject", "string"),
    ("subjectLabel", "string"),
    ("predicate", "string"),
    ("object", "string"),
    ("value", "double"),
    ("valueMax", "double"),
    ("unit", "string"),
    ("comparator", "string"),
    ("periodStart", "string"),
    ("periodEnd", "string"),
    ("modality", "string"),
    ("change", "string"),
    ("speaker", "string"),
    ("quote", "string"),
    ("start", "int"),
    ("end", "int"),
    ("rule", "string"),
)
"""Names and types. ``predicate`` is the measure, the post, the relation or what came to pass."""
SCHEMA = ", ".join(f"`{name}` {kind}" for name, kind in COLUMNS)
Row = tuple[str | float | int | None, ...]


def rows(article: Article, minter: Minter) -> Iterator[Row]:
    """The observations, roles, relations and milestones of an article, in its order."""
    writer = _Writer(article, article.record, minter)
    yield from writer.observations()
    yield from writer.roles()
    yield from writer.relations()
    yield from writer.milestones()


@dataclass(frozen=True, slots=True)
class _Writer:
    article: Article
    record: ArticleRecord
    minter: Minter

    def observations(self) -> Iterator[Row]:
        """Values with their hedges, units and times."""
        for index, item in enumerate(self.record.claims.observations):
            quantity = self.record.measurement.quantities[item.quantity]
            period, most = quantity.period, quantity.value_max
            yield self._row(
                ClaimRef(self.article.source, index),
                item.evidence,
                subject=self._iri(item.subject),
                subjectLabel=self._name(item.subject) or self._words(item.subject_words),
                predicate=self._words(item.measure),
                value=float(quantity.value),
                valueMax=None if most is None else float(most),
                unit=quantity.unit,
                comparator=quantity.comparator.value,
                periodStart=period.start if period else None,
                periodEnd=period.end if period else None,
                modality=item.modality.value,
                change=None if item.change is None else item.change.value,
                speaker=self._iri(item.speaker),
                rule=item.rule,
            )

    def roles(self) -> Iterator[Row]:
        """Who holds which post where."""
        for index, item in enumerate(self.record.claims.roles):
            yield self._row(
                ClaimRef(self.article.source, index, ClaimKind.ROLE),
                item.evidence,
                subject=self._iri(item.person),
                subjectLabel=self._name(item.person),
                predicate=self._words(item.post),
                object=self._iri(item.organization),
                rule=item.rule,
            )

    def relations(self) -> Iterator[Row]:
        """What stands in a relation of the closed list to what."""
        for index, item in enumerate(self.record.claims.relations):
            yield self._row(
                ClaimRef(self.article.source, index, ClaimKind.RELATION),
                item.evidence,
                subject=self._iri(item.subject),
                subjectLabel=self._name(item.subject),
                predicate=item.predicate.value,
                object=self._iri(item.object),
                modality=item.modality.value,
                speaker=self._iri(item.speaker),
                rule=item.rule,
            )

    def milestones(self) -> Iterator[Row]:
        """What came to pass when."""
        for index, item in enumerate(self.record.claims.milestones):
            yield self._row(
                ClaimRef(self.article.source, index, ClaimKind.MILESTONE),
                item.evidence,
                subject=self._iri(item.subject),
                subjectLabel=self._name(item.subject),
                predicate=item.kind.value,
                periodStart=item.start,
                periodEnd=item.end,
                modality=item.modality.value,
                speaker=self._iri(item.speaker),
                rule=item.rule,
            )

    def _row(self, ref: ClaimRef, evidence: Evidence, **cells: str | float | None) -> Row:
        sentence = evidence.sentence
        every: dict[str, str | float | int | None] = {
            **cells,
            "source": ref.source,
            "claim": graph.claim_iri(self.record, ref, self.minter),
            "kind": ref.kind.value,
            "quote": self._words(sentence),
            "start": sentence.start,
            "end": sentence.end,
        }
        return tuple(every.get(name) for name, _ in COLUMNS)

    def _iri(self, key: str | None) -> str | None:
        return self.article.identity.iris.get(LocalKey(self.article.source, key)) if key else None

    def _name(self, key: str | None) -> str | None:
        return next((e.names[0].text for e in self.record.entities if e.key == key), None)

    def _words(self, span: Span | None) -> str | None:
        return span.of(self.record.article.text) if span else None
