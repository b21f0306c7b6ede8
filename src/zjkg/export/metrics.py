"""Metrics and sources: which measures are reported of whom, and by which articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import Store

from zjkg.export.labels import Name, choose
from zjkg.export.nodes import MEASURE, Draft
from zjkg.export.observations import Properties
from zjkg.export.said import Said
from zjkg.export.selection import rows
from zjkg.export.statements import Statement, stating

REPORTED_OF = "reportedOf"
REPORTS = "reports"

# Only heads name a quantity; the other concepts of a measure narrow it.
_MEASURES = """SELECT DISTINCT ?observation ?measure {
  $within GRAPH ?version { ?observation a zj:Observation }
  ?observation zj:measureConcept ?measure . ?measure zj:measureKind "head" }"""
_NAMES = """SELECT DISTINCT ?measure ?label (LANG(?label) AS ?lang) {
  ?measure a zj:Measure ; skos:prefLabel ?label }"""


@dataclass(slots=True)
class _Reported:
    observations: int = 0
    units: set[str] = field(default_factory=set)


class Metrics:
    """Measures as nodes with their edges; ``unnamed`` counts observations without a measure."""

    def __init__(self) -> None:
        self.unnamed = 0
        self._reported: dict[str, _Reported] = defaultdict(_Reported)

    def edges(self, store: Store, found: Properties, said: Said) -> Iterator[Statement]:
        """Subject ← measure ← article, for the observations whose measure is a concept.

        Args:
            store: The store.
            found: The observations of some articles, by IRI.
            said: What these articles say.
        """
        named = [
            (iri, measure)
            for iri, measure in sorted(rows(store, _MEASURES, version=said.versions))
            if iri in found
        ]
        self.unnamed += len(found) - len({iri for iri, _ in named})
        for iri, measure in named:
            reported = self._reported[measure]
            reported.observations += 1
            reported.units.update(found[iri].get("unit", ()))
            yield from _statements(measure, iri, found[iri], said)

    def nodes(self, store: Store) -> Iterator[Draft]:
        """The measures of which anything was reported so far."""
        names = _names(store)
        for measure, reported in self._reported.items():
            labels = choose(names.get(measure, []))
            yield Draft(
                measure,
                MEASURE,
                labels.full or measure,
                {
                    "labelEn": labels.en or None,
                    "labelZh": labels.zh or None,
                    "observations": reported.observations,
                    "units": tuple(sorted(reported.units)) or None,
                },
            )


def _statements(
    measure: str, iri: str, values: dict[str, list[str]], said: Said
) -> Iterator[Statement]:
    says = stating(iri, said, values.get("modality", [""])[0])
    yield from (says(measure, subject, REPORTED_OF) for subject in values.get("subject", ()))
    yield from (says(article, measure, REPORTS) for article in said.articles(iri))


def _names(store: Store) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for measure, label, lang in rows(store, _NAMES):
        names[measure].append(Name(label, lang.lower(), preferred=True))
    return names
