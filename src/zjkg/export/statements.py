"""What the store says between two nodes: relations, roles, co-occurrence in a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, product

from pyoxigraph import Store

from zjkg.export.definitions import ViewDefinition
from zjkg.export.said import ORG, RDF, Said, Sentence
from zjkg.export.selection import Facts, rows
from zjkg.ids import TERMS
from zjkg.model import Modality, Predicate

ROLE = "role"
CO_OCCURRENCE = "coOccurrence"
MOST_NAMES = 50  # a longer list in one sentence would join everything with everything

_RELATION = (f"{RDF}predicate", f"{RDF}subject", f"{RDF}object", f"{TERMS}modality")
_ROLE = (f"{ORG}member", f"{ORG}organization", f"{TERMS}post")
_MENTION_PLACES = """SELECT DISTINCT ?version ?start ?end ?entity {
  $within GRAPH ?version { ?mention a zj:Mention ; oa:hasBody ?entity ; oa:hasTarget ?target .
    ?target oa:hasSelector ?place . ?place oa:start ?start ; oa:end ?end } }"""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim (or one shared sentence) as a step from one node to another.

    ``predicate`` is a term of the ontology, ``post`` that of a role as written, ``conflict`` the
    type of a contradiction. ``claim`` and ``speakers`` are IRIs; a shared sentence has no claim.
    """

    source: str
    target: str
    predicate: str
    sentences: tuple[Sentence, ...]
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


def stating(claim: str, said: Said, modality: str = "") -> partial[Statement]:
    """What makes statements of a claim: with its sentences, its speakers and its modality."""
    return partial(
        Statement,
        sentences=said.of(claim),
        modality=modality,
        speakers=tuple(said.speakers(claim)),
        claim=claim,
    )


def relations(said: Said, definition: ViewDefinition) -> Iterator[Statement]:
    """The relations with one of the view's predicates."""
    wanted = {TERMS + predicate for predicate in definition.predicates}
    for claim, (predicate, subject, target, modality) in _joined(said, _RELATION):
        if predicate in wanted:
            says = stating(claim, said, modality)
            yield says(subject, target, Predicate(predicate.removeprefix(TERMS)))


def roles(said: Said) -> Iterator[Statement]:
    """The posts that people hold at organizations; posts without an organization join nothing."""
    for claim, (person, organization, post) in _joined(said, _ROLE):
        yield stating(claim, said)(person, organization, ROLE, post=post)


def _joined(said: Said, names: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The claims that have all these properties, with their values."""
    for claim, values in said.claims.items():
        for joined in product(*(values.get(name, ()) for name in names)):
            yield claim, joined


def named_together(store: Store, facts: Facts, said: Said) -> dict[str, set[str]]:
    """The entities that each sentence names, among the sentences on which a claim rests."""
    by_version: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in said.sentences.values():
        by_version[sentence.version].append(sentence)
    innermost = {version: _innermost(sentences) for version, sentences in by_version.items()}
    starts = {
        version: [sentence.start for sentence in sentences]
        for version, sentences in innermost.items()
    }
    named: dict[str, set[str]] = defaultdict(set)
    for version, start, end, entity in rows(store, _MENTION_PLACES, version=said.versions):
        index = bisect_right(starts.get(version, []), int(start)) - 1
        if index >= 0 and entity in facts.types:
            sentence = innermost[version][index]
            if int(end) <= sentence.end:
                named[sentence.iri].add(entity)
    return named


def co_occurrences(named: Mapping[str, set[str]], said: Said) -> Iterator[Statement]:
    """Pairs of entities in one sentence, but for sentences with too many names."""
    for sentence, entities in sorted(named.items()):
        if not is_crowded(entities):
            for first, second in combinations(sorted(entities), 2):
                yield Statement(
                    first, second, CO_OCCURRENCE, (said.sentences[sentence],), directed=False
                )


def is_crowded(entities: Collection[str]) -> bool:
    """Whether a sentence names so many that to be named in it tells nothing of two of them."""
    return len(entities) > MOST_NAMES


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
