"""What the store says between two nodes: relations, roles, co-occurrence in a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from pyoxigraph import Store

from zjkg.export.definitions import ViewDefinition
from zjkg.export.selection import Facts, Sentence, rows
from zjkg.ids import TERMS
from zjkg.model import Modality, Predicate

ROLE = "role"
CO_OCCURRENCE = "coOccurrence"
MOST_NAMES = 50  # a longer list in one sentence would join everything with everything

_RELATIONS = """SELECT DISTINCT ?claim ?subject ?predicate ?object ?modality {
  ?claim a zj:Relation ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
    zj:modality ?modality }"""
_ROLES = """SELECT DISTINCT ?claim ?person ?organization ?post {
  ?claim a zj:Role ; org:member ?person ; org:organization ?organization ; zj:post ?post }"""
_MENTION_PLACES = """SELECT DISTINCT ?version ?start ?end ?entity {
  ?mention a zj:Mention ; oa:hasBody ?entity ; oa:hasTarget ?target .
  ?target oa:hasSource ?version ; oa:hasSelector ?place .
  ?place oa:start ?start ; oa:end ?end }"""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim (or one shared sentence) as a step from one node to another.

    ``predicate`` is a term of the ontology, ``post`` that of a role as written, ``conflict`` the
    type of a contradiction. ``claim``, ``sentences`` and ``speakers`` are IRIs; a shared sentence
    has no claim.
    """

    source: str
    target: str
    predicate: str
    sentences: tuple[str, ...]
    post: str = ""
    conflict: str = ""
    modality: str = ""
    speakers: tuple[str, ...] = ()
    directed: bool = True
    claim: str = ""

    @property
    def kind(self) -> str:
        """What tells parallel edges apart: an aim is another kind than a fact."""
        hedge = "" if self.modality == Modality.ACTUAL else self.modality
        variant = self.conflict or hedge
        return f"{self.predicate} ({variant})" if variant else self.predicate


@dataclass(frozen=True, slots=True)
class CoOccurrences:
    """Pairs of entities in one sentence; ``crowded`` counts sentences with too many names."""

    statements: tuple[Statement, ...]
    crowded: int


def stating(claim: str, facts: Facts, modality: str = "") -> partial[Statement]:
    """What makes statements of a claim: with its sentences, its speakers and its modality."""
    return partial(
        Statement,
        sentences=tuple(facts.evidence.get(claim, ())),
        modality=modality,
        speakers=tuple(facts.speakers.get(claim, ())),
        claim=claim,
    )


def relations(store: Store, facts: Facts, definition: ViewDefinition) -> Iterator[Statement]:
    """The relations with one of the view's predicates."""
    wanted = {TERMS + predicate for predicate in definition.predicates}
    for claim, subject, predicate, target, modality in rows(store, _RELATIONS):
        if predicate in wanted:
            says = stating(claim, facts, modality)
            yield says(subject, target, Predicate(predicate.removeprefix(TERMS)))


def roles(store: Store, facts: Facts) -> Iterator[Statement]:
    """The posts that people hold at organizations; posts without an organization join nothing."""
    for claim, person, organization, post in rows(store, _ROLES):
        yield stating(claim, facts)(person, organization, ROLE, post=post)


def co_occurrences(store: Store, facts: Facts) -> CoOccurrences:
    """Pairs of entities named in one sentence, among the sentences on which a claim rests."""
    named = _entities_by_sentence(store, facts)
    statements = [
        Statement(first, second, CO_OCCURRENCE, (sentence,), directed=False)
        for sentence, entities in sorted(named.items())
        if len(entities) <= MOST_NAMES
        for first, second in combinations(sorted(entities), 2)
    ]
    crowded = sum(len(entities) > MOST_NAMES for entities in named.values())
    return CoOccurrences(tuple(statements), crowded)


def _entities_by_sentence(store: Store, facts: Facts) -> dict[str, set[str]]:
    by_version: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in facts.sentences.values():
        by_version[sentence.version].append(sentence)
    innermost = {version: _innermost(sentences) for version, sentences in by_version.items()}
    starts = {
        version: [sentence.start for sentence in sentences]
        for version, sentences in innermost.items()
    }
    named: dict[str, set[str]] = defaultdict(set)
    for version, start, end, entity in rows(store, _MENTION_PLACES):
        index = bisect_right(starts.get(version, []), int(start)) - 1
        if index >= 0 and entity in facts.types:
            sentence = innermost[version][index]
            if int(end) <= sentence.end:
                named[sentence.iri].add(entity)
    return named


def _innermost(sentences: list[Sentence]) -> list[Sentence]:
    """The sentences by their start, without any that contains another.

    A claim may rest on a whole line (a security link in a by-line); what stands in one line need
    not stand in one sentence.
    """
    ordered = sorted(sentences, key=lambda found: (found.start, -found.end, found.iri))
    kept: list[Sentence] = []
    for sentence in reversed(ordered):
        # From the back, ends only fall among those kept: the last kept ends first.
        if not kept or sentence.end < kept[-1].end:
            kept.append(sentence)
    return kept[::-1]
