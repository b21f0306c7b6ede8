"""What the views need from the store, read with SPARQL over the union of its graphs."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from zjkg.export.labels import Name
from zjkg.ids import TERMS
from zjkg.model import EntityType

_PREFIXES = f"""
PREFIX zj: <{TERMS}>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
# A claim is about an entity wherever it names the entity, as the thing described or as speaker.
_CLAIM_TO_ENTITY = (
    "zj:subject zj:speaker zj:about org:member org:organization rdf:subject rdf:object"
)
_CLASSES = " ".join(f"zj:{entity_type}" for entity_type in EntityType)
_TYPES = f"SELECT DISTINCT ?entity ?type {{ VALUES ?type {{ {_CLASSES} }} ?entity a ?type }}"
_NAMES = """SELECT DISTINCT ?entity ?property ?label (LANG(?label) AS ?lang) {
  VALUES ?property { rdfs:label skos:prefLabel skos:altLabel } ?entity ?property ?label }"""
# The graph of a version holds its mentions: far faster than joins over their targets.
_MENTIONS = "SELECT ?entity ?version { GRAPH ?version { ?mention oa:hasBody ?entity } }"
_VERSIONS = "SELECT DISTINCT ?version ?article { ?version prov:specializationOf ?article }"
_ARTICLES = """SELECT DISTINCT ?article ?property ?value {
  VALUES ?property { zj:source schema:headline zj:issuedLocal schema:url }
  ?article a schema:NewsArticle ; ?property ?value }"""
_SENTENCES = """SELECT DISTINCT ?sentence ?version ?quote ?start ?end {
  ?claim zj:evidence ?sentence . ?sentence oa:hasSource ?version ; oa:hasSelector ?words, ?place .
  ?words oa:exact ?quote . ?place oa:start ?start ; oa:end ?end }"""
_EVIDENCE = "SELECT DISTINCT ?claim ?sentence { ?claim zj:evidence ?sentence }"
_SPEAKERS = "SELECT DISTINCT ?claim ?speaker { ?claim zj:speaker ?speaker }"
_CLAIMS = f"""SELECT ?entity (COUNT(DISTINCT ?claim) AS ?count) {{
  VALUES ?property {{ {_CLAIM_TO_ENTITY} }} ?claim ?property ?entity . ?claim a zj:Claim }}
GROUP BY ?entity"""
_STOCK_CODES = """SELECT DISTINCT ?entity ?property ?value {
  VALUES ?property { zj:stockCode zj:exchange } ?entity ?property ?value }"""


@dataclass(frozen=True, slots=True)
class NewsArticle:
    """An article as a node; ``date`` is its local publication date, empty if unknown."""

    iri: str
    source: str
    headline: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on which claims rest; offsets are code points of the version's text."""

    iri: str
    version: str
    article: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Facts:
    """The part of the store that every view needs, by IRI.

    ``mentions`` counts per entity and article, ``claims`` per entity; ``evidence`` leads from a
    claim to its sentences, ``speakers`` from a claim to those who said it.
    """

    types: dict[str, EntityType]
    names: dict[str, list[Name]]
    mentions: dict[str, dict[str, int]]
    claims: dict[str, int]
    stock: dict[str, tuple[str, str]]
    articles: dict[str, NewsArticle]
    sentences: dict[str, Sentence]
    evidence: dict[str, list[str]]
    speakers: dict[str, list[str]]

    def date(self, article: str) -> str:
        """The publication date of an article (ISO 8601), empty if unknown."""
        known = self.articles.get(article)
        return known.date if known else ""

    def quote(self, claim: str) -> str | None:
        """The first sentence of a claim; None where the store has none."""
        known = (self.sentences.get(iri) for iri in self.evidence.get(claim, ()))
        return next((sentence.quote for sentence in known if sentence), None)


def rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    """Rows of a SELECT query as text, in no particular order; an unbound variable is empty."""
    solutions = store.query(_PREFIXES + query, use_default_graph_as_union=True)
    if not isinstance(solutions, QuerySolutions):
        message = "only SELECT queries have rows"
        raise TypeError(message)
    for solution in solutions:
        yield tuple([_text(term) for term in solution])


def _text(term: object) -> str:
    """The text of a term; that of an IRI, which many rows repeat, is kept once."""
    if isinstance(term, NamedNode):
        return sys.intern(term.value)
    return term.value if isinstance(term, Literal) else ""


def read_facts(store: Store) -> Facts:
    """Everything that the views share, read once."""
    types = _types(store)
    versions = {row[0]: row[1] for row in sorted(rows(store, _VERSIONS))}
    return Facts(
        types=types,
        names=_names(store, types),
        mentions=_mentions(store, types, versions),
        claims={entity: int(count) for entity, count in rows(store, _CLAIMS)},
        stock=_stock_codes(store),
        articles=_articles(store),
        sentences=_sentences(store, versions),
        evidence=_lists(store, _EVIDENCE),
        speakers=_lists(store, _SPEAKERS),
    )


def properties(store: Store, query: str) -> dict[str, dict[str, list[str]]]:
    """Rows (thing, property, value) as thing → local name of the property → sorted values."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for thing, name, value in sorted(rows(store, query)):
        found[thing][_local(name)].append(value)
    return {thing: dict(values) for thing, values in found.items()}


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rpartition("/")[2]


def _types(store: Store) -> dict[str, EntityType]:
    # An entity has one type; were there two, the choice must not depend on the store's order.
    found = sorted(rows(store, _TYPES), reverse=True)
    return {entity: EntityType(iri.removeprefix(TERMS)) for entity, iri in found}


def _names(store: Store, types: dict[str, EntityType]) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = defaultdict(list)
    for entity, name, label, lang in rows(store, _NAMES):
        if entity in types:
            names[entity].append(Name(label, lang.lower(), name.endswith("prefLabel")))
    return names


def _mentions(
    store: Store, types: dict[str, EntityType], versions: dict[str, str]
) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for entity, version in rows(store, _MENTIONS):
        if entity in types and version in versions:
            counts[entity][versions[version]] += 1
    return {entity: dict(by_article) for entity, by_article in counts.items()}


def _stock_codes(store: Store) -> dict[str, tuple[str, str]]:
    return {
        entity: ("; ".join(found.get("stockCode", [])), "; ".join(found.get("exchange", [])))
        for entity, found in properties(store, _STOCK_CODES).items()
    }


def _articles(store: Store) -> dict[str, NewsArticle]:
    return {
        iri: NewsArticle(
            iri=iri,
            source=found.get("source", [""])[0],
            headline=found.get("headline", [""])[0],
            date=found.get("issuedLocal", [""])[0],
            url=found.get("url", [""])[0],
        )
        for iri, found in properties(store, _ARTICLES).items()
    }


def _sentences(store: Store, versions: dict[str, str]) -> dict[str, Sentence]:
    return {
        iri: Sentence(iri, version, versions.get(version, version), quote, int(start), int(end))
        for iri, version, quote, start, end in rows(store, _SENTENCES)
    }


def _lists(store: Store, query: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for thing, value in rows(store, query):
        found[thing].append(value)
    return {thing: sorted(values) for thing, values in found.items()}
