"""Metrics and sources: which measures are reported of whom, and by which articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Store

from zjkg.export.labels import Name, choose
from zjkg.export.nodes import MEASURE, Draft
from zjkg.export.observations import Properties, articles_of
from zjkg.export.selection import Facts, rows
from zjkg.export.statements import Statement, stating

REPORTED_OF = "reportedOf"
REPORTS = "reports"

# Only heads name a quantity; the other concepts of a measure narrow it.
_MEASURES = """SELECT DISTINCT ?observation ?measure {
  ?observation zj:measureConcept ?measure . ?measure zj:measureKind "head" }"""
_NAMES = """SELECT DISTINCT ?measure ?label (LANG(?label) AS ?lang) {
  ?measure a zj:Measure ; skos:prefLabel ?label }"""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Measures as nodes with their edges; ``unnamed`` counts observations without a measure."""

    drafts: tuple[Draft, ...]
    statements: tuple[Statement, ...]
    unnamed: int


def metrics(store: Store, found: Properties, facts: Facts) -> Metrics:
    """Subject ← measure ← article, for every observation whose measure is a concept.

    Args:
        store: The store.
        found: The observations, by IRI.
        facts: The shared part of the store.
    """
    measures: dict[str, list[str]] = defaultdict(list)
    for iri, measure in sorted(rows(store, _MEASURES)):
        if iri in found:
            measures[measure].append(iri)
    named = {iri for observations in measures.values() for iri in observations}
    names = _names(store)
    drafts = [
        _draft(measure, observations, names.get(measure, []), found)
        for measure, observations in measures.items()
    ]
    statements = [
        statement
        for measure, observations in measures.items()
        for iri in observations
        for statement in _statements(measure, iri, found, facts)
    ]
    return Metrics(tuple(drafts), tuple(statements), len(found) - len(named))


def _draft(measure: str, observations: list[str], names: list[Name], found: Properties) -> Draft:
    labels = choose(names)
    units = {unit for iri in observations for unit in found[iri].get("unit", ())}
    return Draft(
        measure,
        MEASURE,
        labels.full or measure,
        {
            "labelEn": labels.en or None,
            "labelZh": labels.zh or None,
            "observations": len(observations),
            "units": tuple(sorted(units)) or None,
        },
    )


def _statements(measure: str, iri: str, found: Properties, facts: Facts) -> Iterator[Statement]:
    values = found[iri]
    says = stating(iri, facts, values.get("modality", [""])[0])
    yield from (says(measure, subject, REPORTED_OF) for subject in values.get("subject", ()))
    yield from (says(article, measure, REPORTS) for article in articles_of(iri, facts))


def _names(store: Store) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for measure, label, lang in rows(store, _NAMES):
        names[measure].append(Name(label, lang.lower(), preferred=True))
    return names
