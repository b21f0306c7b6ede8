"""Who said what: observations between subjects, speakers, articles and other observations."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Store

from zjkg.export.nodes import Draft, observation
from zjkg.export.selection import Facts, properties, rows
from zjkg.export.statements import Statement, stating

SUBJECT = "subject"
SAYS = "says"
STATED_IN = "statedIn"
CONTRADICTS = "contradicts"
EQUIVALENT_TO = "equivalentTo"

_PROPERTIES = """SELECT DISTINCT ?observation ?property ?value {
  VALUES ?property { zj:subject zj:subjectLabel zj:measure zj:value zj:valueMax zj:unit
    zj:comparator zj:modality zj:periodStart zj:periodEnd zj:shareOf zj:qualifier zj:equivalentTo }
  ?observation a zj:Observation ; ?property ?value }"""
_CONTRADICTIONS = """SELECT DISTINCT ?first ?second ?type {
  ?conflict a zj:Contradiction ; zj:first ?first ; zj:second ?second ; zj:conflictType ?type }"""

Properties = dict[str, dict[str, list[str]]]


def read_observations(store: Store) -> Properties:
    """The properties of every observation, by their local names."""
    return properties(store, _PROPERTIES)


def observation_nodes(found: Properties, facts: Facts) -> Iterator[Draft]:
    """The observations as nodes."""
    for iri, values in found.items():
        yield observation(iri, values, facts)


def observation_edges(store: Store, found: Properties, facts: Facts) -> Iterator[Statement]:
    """Subject → observation, speaker → observation, observation → article, and conflicts."""
    for iri, values in found.items():
        sentences = tuple(facts.evidence.get(iri, ()))
        says = stating(iri, facts, values.get("modality", [""])[0])
        yield from (says(subject, iri, SUBJECT) for subject in values.get("subject", ()))
        yield from (says(speaker, iri, SAYS) for speaker in facts.speakers.get(iri, ()))
        yield from (says(iri, article, STATED_IN) for article in articles_of(iri, facts))
        for other in values.get("equivalentTo", ()):
            first, second = sorted((iri, other))
            yield Statement(first, second, EQUIVALENT_TO, sentences, directed=False)
    yield from _contradictions(store, facts)


def _contradictions(store: Store, facts: Facts) -> Iterator[Statement]:
    for one, other, conflict_type in rows(store, _CONTRADICTIONS):
        first, second = sorted((one, other))
        sentences = {iri for claim in (first, second) for iri in facts.evidence.get(claim, ())}
        yield Statement(
            first,
            second,
            CONTRADICTS,
            tuple(sorted(sentences)),
            conflict=conflict_type,
            directed=False,
        )


def articles_of(claim: str, facts: Facts) -> list[str]:
    """The articles of the claim's sentences, sorted."""
    sentences = facts.evidence.get(claim, ())
    return sorted({facts.sentences[iri].article for iri in sentences if iri in facts.sentences})
