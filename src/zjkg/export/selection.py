"""What every view needs of the things in the store, read with SPARQL over all of its graphs."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import islice

from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from zjkg.export.labels import Name
from zjkg.export.view import Seen
from zjkg.ids import TERMS
from zjkg.model import EntityType

_LONGEST_CELL = 2**31 - 1  # a sentence may be longer than the cells that ``csv`` takes by itself
_AT_ONCE = 1_000  # rows
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
_CLASSES = " ".join(f"zj:{entity_type}" for entity_type in EntityType)
_TYPES = f"SELECT DISTINCT ?entity ?type {{ VALUES ?type {{ {_CLASSES} }} ?entity a ?type }}"
_NAMES = """SELECT DISTINCT ?entity ?property ?label (LANG(?label) AS ?lang) {
  VALUES ?property { rdfs:label skos:prefLabel skos:altLabel } ?entity ?property ?label }"""
_VERSIONS = "SELECT DISTINCT ?version ?article { ?version prov:specializationOf ?article }"
_ARTICLES = """SELECT DISTINCT ?article ?property ?value {
  VALUES ?property { zj:source schema:headline zj:issuedLocal schema:url }
  ?article a schema:NewsArticle ; ?property ?value }"""
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
    seen: Seen | None


@dataclass(frozen=True, slots=True)
class Facts:
    """The things of the store, by IRI; ``versions`` leads from a version to its article."""

    types: dict[str, EntityType]
    names: dict[str, list[Name]]
    stock: dict[str, tuple[str, str]]
    articles: dict[str, NewsArticle]
    versions: dict[str, str]

    def date(self, article: str) -> str:
        """The publication date of an article (ISO 8601), empty if unknown."""
        known = self.articles.get(article)
        return known.date if known else ""

    def seen(self, articles: Iterable[str]) -> Seen | None:
        """The time that the publication of these articles spans."""
        known = (self.articles[article] for article in articles if article in self.articles)
        return reduce(Seen.together, (article.seen for article in known), None)


def rows(store: Store, query: str, **within: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Rows of a SELECT query as text, in no particular order; an unbound variable is empty.

    Args:
        store: What is asked.
        query: The query, without prefixes.
        within: The IRIs that a variable may be, which stand for ``$within`` in the query.
    """
    for solution in _solutions(store, query, within):
        yield tuple(["" if term is None else term.value for term in solution])


def table(store: Store, query: str, **within: Collection[str]) -> bytes:
    """The same rows, all at once, for ``rows_of``; other threads go on while the engine works."""
    answer = _solutions(store, query, within).serialize(format=QueryResultsFormat.CSV)
    return answer or b""  # nothing only where a file was named to write to


def rows_of(table: bytes) -> Iterator[list[str]]:
    """The rows of a table."""
    lines = csv.reader(io.StringIO(table.decode(), newline=""))
    next(lines)  # the names of the columns
    while some := _next_of(lines):
        yield from some


def _next_of(lines: Iterator[list[str]]) -> list[list[str]]:
    """Some rows, whose cells may be of any length; the limit is one of the whole process."""
    limit = csv.field_size_limit(_LONGEST_CELL)
    try:
        return list(islice(lines, _AT_ONCE))
    finally:
        csv.field_size_limit(limit)


def _solutions(store: Store, query: str, within: Mapping[str, Collection[str]]) -> QuerySolutions:
    for variable, iris in within.items():
        values = " ".join(f"<{iri}>" for iri in iris)
        query = query.replace("$within", f"VALUES ?{variable} {{ {values} }}")
    solutions = store.query(_PREFIXES + query, use_default_graph_as_union=True)
    if not isinstance(solutions, QuerySolutions):
        message = "only SELECT queries have rows"
        raise TypeError(message)
    return solutions


def read_facts(store: Store) -> Facts:
    """Everything that the views share, read once."""
    types = _types(store)
    return Facts(
        types=types,
        names=_names(store, types),
        stock=_stock_codes(store),
        articles=_articles(store),
        versions={row[0]: row[1] for row in sorted(rows(store, _VERSIONS))},
    )


def properties(
    store: Store, query: str, **within: Collection[str]
) -> dict[str, dict[str, list[str]]]:
    """Rows (thing, property, value) as thing → local name of the property → sorted values."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for thing, name, value in sorted(rows(store, query, **within)):
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
            seen=Seen.over(found.get("issuedLocal", [])[:1]),
        )
        for iri, found in properties(store, _ARTICLES).items()
    }
