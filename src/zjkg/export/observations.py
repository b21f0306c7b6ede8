"""Who said what: observations between subjects, speakers, articles and other observations."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pyoxigraph import Store

from zjkg.export.nodes import Draft, observation
from zjkg.export.said import Said, said_of
from zjkg.export.selection import Facts, properties, rows
from zjkg.export.statements import Statement, stating

SUBJECT = "subject"
SAYS = "says"
STATED_IN = "statedIn"
CONTRADICTS = "contradicts"
EQUIVALENT_TO = "equivalentTo"

_PROPERTIES = """SELECT DISTINCT ?observation ?property ?value {
  VALUES ?property { zj:subject zj:subjectLabel zj:measure zj:value zj:valueMax zj:unit
    zj:comparator zj:modality zj:change zj:periodStart zj:periodEnd zj:shareOf zj:qualifier
    zj:equivalentTo }
  $within GRAPH ?version { ?observation a zj:Observation ; ?property ?value } }"""
_CONTRADICTIONS = """SELECT DISTINCT ?first ?second ?type {
  ?conflict a zj:Contradiction ; zj:first ?first ; zj:second ?second ; zj:conflictType ?type }"""

_AT_ONCE = 500

Properties = dict[str, dict[str, list[str]]]


def read_observations(store: Store, said: Said) -> Properties:
    """The properties of every observation, by their local names."""
    return properties(store, _PROPERTIES, version=said.versions)


def observation_nodes(found: Properties, said: Said) -> Iterator[Draft]:
    """The observations as nodes."""
    for iri, values in found.items():
        yield observation(iri, values, said.quote(iri))


def observation_edges(found: Properties, said: Said) -> Iterator[Statement]:
    """Subject → observation, speaker → observation, observation → article, and equals."""
    for iri, values in found.items():
        says = stating(iri, said, values.get("modality", [""])[0])
        yield from (says(subject, iri, SUBJECT) for subject in values.get("subject", ()))
        yield from (says(speaker, iri, SAYS) for speaker in said.speakers(iri))
        yield from (says(iri, article, STATED_IN) for article in said.articles(iri))
        for other in values.get("equivalentTo", ()):
            first, second = sorted((iri, other))
            yield Statement(first, second, EQUIVALENT_TO, said.of(iri), directed=False)


def contradictions(store: Store, facts: Facts) -> Iterator[Statement]:
    """The contradictions between observations, read some at a time."""
    found = rows(store, _CONTRADICTIONS)
    while some := list(islice(found, _AT_ONCE)):
        said = said_of(store, facts, {claim for one, other, _ in some for claim in (one, other)})
        for one, other, conflict_type in some:
            first, second = sorted((one, other))
            sentences = {each.iri: each for claim in (first, second) for each in said.of(claim)}
            yield Statement(
                first,
                second,
                CONTRADICTS,
                tuple(sentences[iri] for iri in sorted(sentences)),
                conflict=conflict_type,
                directed=False,
            )
