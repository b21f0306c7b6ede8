"""What the endpoint says of itself (Service Description) and of its data (VoID)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store, Triple

from zjkg.errors import Bilingual
from zjkg.query import PREFIXES, evaluate
from zjkg.server.evaluation import graph_body, not_acceptable
from zjkg.server.messages import Answered, Asked, Outcome, Task
from zjkg.server.negotiation import GRAPH_TYPES

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = NamedNode(f"{PREFIXES['rdf']}type")
_INTEGER = NamedNode(f"{PREFIXES['xsd']}integer")
_RESULT_FORMATS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "N-Quads", "TriG", "N3"),
)
_MOST_GRAPHS = 1_000
_GRAPHS = f"SELECT ?graph {{ GRAPH ?graph {{ }} }} ORDER BY ?graph LIMIT {_MOST_GRAPHS}"
_GRAPH_COUNT = "SELECT (COUNT(*) AS ?count) { GRAPH ?graph { } }"
_ALL_GRAPHS = "SELECT ?graph { GRAPH ?graph { } }"
_COUNTS = {
    "triples": "SELECT (COUNT(*) AS ?count) { ?s ?p ?o }",
    "distinctSubjects": "SELECT (COUNT(DISTINCT ?s) AS ?count) { ?s ?p ?o }",
    "distinctObjects": "SELECT (COUNT(DISTINCT ?o) AS ?count) { ?s ?p ?o }",
}
_CLASSES = "SELECT ?of (COUNT(DISTINCT ?s) AS ?count) { ?s a ?of } GROUP BY ?of ORDER BY ?of"
_PROPERTIES = "SELECT ?of (COUNT(*) AS ?count) { ?s ?of ?o } GROUP BY ?of ORDER BY ?of"

_PARTITIONS = (
    ("class", "classes", "entities", _CLASSES),
    ("property", "properties", "triples", _PROPERTIES),
)


def described(store: Store, asked: Asked) -> Answered:
    """The description that the task names, in the graph format asked for."""
    if asked.graph_type is None:
        return not_acceptable(GRAPH_TYPES)
    if asked.task is Task.SERVICE_DESCRIPTION:
        triples = list(_service(store, asked.base))
    else:
        counted = asked.task is Task.VOID
        triples = [*_dataset(asked.base), *(_counts(store, asked.base) if counted else ())]
    body = graph_body(triples, asked.graph_type)
    return Answered(
        outcome=Outcome.ANSWERED, body=body, media_type=asked.graph_type, rows=len(triples)
    )


def _service(store: Store, endpoint: str) -> Iterator[Triple]:
    service, dataset, graph = (
        NamedNode(f"{endpoint}#{name}") for name in ("service", "dataset", "default-graph")
    )
    yield _triple(service, _TYPE, f"{_SD}Service")
    yield _triple(service, f"{_SD}endpoint", endpoint)
    yield _triple(service, f"{_SD}supportedLanguage", f"{_SD}SPARQL11Query")
    yield _triple(service, f"{_SD}feature", f"{_SD}UnionDefaultGraph")
    yield _triple(service, f"{_SD}defaultDataset", dataset)
    for name in _RESULT_FORMATS:
        yield _triple(service, f"{_SD}resultFormat", f"{_FORMATS}{name}")
    yield _triple(dataset, _TYPE, f"{_SD}Dataset")
    yield _triple(dataset, f"{_SD}defaultGraph", graph)
    yield _triple(graph, _TYPE, f"{_SD}Graph")
    for (graph_name,) in _rows(store, _GRAPHS):
        named = NamedNode(f"{graph_name.value}#named")
        yield _triple(dataset, f"{_SD}namedGraph", named)
        yield _triple(named, _TYPE, f"{_SD}NamedGraph")
        yield Triple(named, NamedNode(f"{_SD}name"), graph_name)
    for (count,) in _rows(store, _GRAPH_COUNT):
        if int(count.value) > _MOST_GRAPHS:
            yield from _told(dataset, f"{PREFIXES['rdfs']}comment", _unlisted(count.value))


def _dataset(endpoint: str) -> Iterator[Triple]:
    dataset = _void_dataset(endpoint)
    yield _triple(dataset, _TYPE, f"{_VOID}Dataset")
    yield _triple(dataset, f"{_VOID}sparqlEndpoint", endpoint)
    for namespace in PREFIXES.values():
        yield _triple(dataset, f"{_VOID}vocabulary", namespace)
    title = Bilingual("The zjkg knowledge graph", "zjkg 知识图谱")
    yield from _told(dataset, f"{PREFIXES['dcterms']}title", title)


def _counts(store: Store, endpoint: str) -> Iterator[Triple]:
    dataset = _void_dataset(endpoint)
    for name, query in _COUNTS.items():
        for (count,) in _rows(store, query):
            yield Triple(dataset, NamedNode(f"{_VOID}{name}"), count)
    for kind, total, counted, query in _PARTITIONS:
        rows = list(_rows(store, query))
        number = Literal(str(len(rows)), datatype=_INTEGER)
        yield Triple(dataset, NamedNode(f"{_VOID}{total}"), number)
        for position, (of, count) in enumerate(rows, 1):
            part = NamedNode(f"{endpoint}#{kind}-{position}")
            yield _triple(dataset, f"{_VOID}{kind}Partition", part)
            yield Triple(part, NamedNode(f"{_VOID}{kind}"), of)
            yield Triple(part, NamedNode(f"{_VOID}{counted}"), count)


def _void_dataset(endpoint: str) -> NamedNode:
    return NamedNode(f"{endpoint}#data")


def _unlisted(count: str) -> Bilingual:
    return Bilingual(
        f"Of {count} named graphs only the first {_MOST_GRAPHS} are listed; all: {_ALL_GRAPHS}",
        f"共有 {count} 个命名图，这里只列出前 {_MOST_GRAPHS} 个；全部可查询：{_ALL_GRAPHS}",
    )


def _told(subject: NamedNode, predicate: str, words: Bilingual) -> Iterator[Triple]:
    for text, language in ((words.en, "en"), (words.zh, "zh")):
        yield Triple(subject, NamedNode(predicate), Literal(text, language=language))


def _rows(store: Store, query: str) -> Iterator[list[NamedNode | Literal]]:
    answer = evaluate(store, query, "description")
    if isinstance(answer, QuerySolutions):
        for solution in answer:
            yield [term for term in solution if isinstance(term, NamedNode | Literal)]


def _triple(subject: NamedNode, predicate: str | NamedNode, value: str | NamedNode) -> Triple:
    as_node = [NamedNode(each) if isinstance(each, str) else each for each in (predicate, value)]
    return Triple(subject, as_node[0], as_node[1])
