"""A SPARQL 1.1 server, read through the part of the engine's interface that the steps use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from decimal import Decimal
from functools import lru_cache
from typing import Self, TypeGuard
from urllib.parse import urlencode

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from zjkg.errors import StoreError
from zjkg.store.address import Address
from zjkg.store.connection import Connection
from zjkg.store.remote_problems import cut, not_sparql, nothing_loaded
from zjkg.vocab import RDF, XSD, ZJ

_FORM = "application/x-www-form-urlencoded"
_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_SUBJECTS_KEPT = 4096
_VERSION = re.compile(r"(.*)article/[^/]+/version/[^/]+")
_TRUTH = {"0": Literal(value=False), "1": Literal(value=True)}
_Term = NamedNode | BlankNode | Literal | Triple
_Dataset = tuple[tuple[str, str], ...]
# How servers are asked for the union of all graphs, unless it is their default graph already.
_UNIONS: tuple[_Dataset, ...] = (
    (),
    (("default-graph-uri", "urn:x-arq:UnionGraph"),),
    (("union-default-graph", "true"),),
)

_NUMBERS = frozenset({XSD.decimal, XSD.integer})


class RemoteGraph:
    """The graphs of a server, read by SPARQL; nothing is ever written.

    It answers ``query``, ``quads_for_pattern``, ``named_graphs``, ``len`` and iteration as the
    embedded engine does. Only named graphs under ``base`` are read, except by ``query``. What is
    looked up by subject is kept, so a reader sees the server as it was; open it again to see more.
    """

    def __init__(self, connection: Connection, dataset: _Dataset = (), base: str = "") -> None:
        self._connection = connection
        self._dataset = dataset
        self._base = base
        self._by_subject = lru_cache(_SUBJECTS_KEPT)(self._quads_of)

    @classmethod
    def open(cls, url: str) -> Self:
        """The graphs behind the URL of a query endpoint.

        Raises:
            SettingsError: if the URL is unusable.
            StoreError: if the server cannot be asked or holds no graph of zjkg.
        """
        with closing(cls.open_empty(url)) as everything:
            typed = everything.quads_for_pattern(None, RDF.type, ZJ.ArticleVersion)
            sample = min(typed, key=str, default=None)
            if sample is None:
                raise nothing_loaded(everything.url)
            dataset, base = _union(everything, sample), _base_of(sample)
        return cls(Connection(Address.read(url)), dataset, base)

    @classmethod
    def open_empty(cls, url: str) -> Self:
        """The graphs behind the URL, whether or not there are any yet; no query over their union.

        Raises:
            SettingsError: if the URL is unusable.
        """
        return cls(Connection(Address.read(url)))

    def close(self) -> None:
        """Closes the connection."""
        self._connection.close()

    @property
    def url(self) -> str:
        """The endpoint, without user and password."""
        return self._connection.address.url

    def query(  # noqa: PLR0913  # the engine's own arguments
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: Mapping[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: Sequence[NamedNode] | None = None,
        named_graphs: Sequence[NamedNode] | None = None,
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """The server's answer; ``SyntaxError`` where the query is not SPARQL 1.1.

        Raises:
            StoreError: if the server cannot be asked, refuses the query, or cuts the answer.
        """
        # The embedded engine reads the query first: its messages name line and column, and only
        # it tells which kind of answer is to come.
        dry = Store().query(query, base_iri=base_iri, prefixes=dict(prefixes or {}))
        declared = [f"PREFIX {name}: <{iri}>" for name, iri in (prefixes or {}).items()]
        declared += [f"BASE {NamedNode(base_iri)}"] if base_iri else []
        text = f"{' '.join(declared)}\n{query}" if declared else query
        chosen: _Dataset = (
            *(("default-graph-uri", graph.value) for graph in default_graph or ()),
            *(("named-graph-uri", graph.value) for graph in named_graphs or ()),
        )
        dataset = chosen or (self._dataset if use_default_graph_as_union else ())
        if isinstance(dry, QueryTriples):
            return _as_answer(self._triples(text, dataset))
        return self._results(text, dataset)

    def named_graphs(self) -> Iterator[NamedNode]:
        """The named graphs of zjkg, in no fixed order."""
        # Virtuoso counts from an index what it would take seconds to make distinct.
        pattern = f"GRAPH ?g {{ ?s ?p ?o }} {self._own()}"
        for row in self._rows(f"SELECT ?g (COUNT(*) AS ?n) {{ {pattern} }} GROUP BY ?g"):
            graph = row["g"]
            if isinstance(graph, NamedNode):
                yield graph

    def quads_for_pattern(
        self,
        subject: NamedNode | None,
        predicate: NamedNode | None,
        object: NamedNode | Literal | None,  # noqa: A002  # the engine's name
        graph_name: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads of named graphs that match; None matches everything."""
        if subject is None and predicate is None and object is None:
            graphs = [graph_name] if graph_name else self.named_graphs()
            return (quad for graph in graphs for quad in self.graph(graph))
        found = iter(self._by_subject(subject)) if subject else self._matching(predicate, object)
        return (
            quad
            for quad in found
            if predicate in {None, quad.predicate}
            and (object is None or _is_same(quad.object, object))
            and graph_name in {None, quad.graph_name}
        )

    def graph(self, graph: NamedNode) -> list[Quad]:
        """All quads of a graph, counted, so that a server that cuts answers is found out."""
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        found = [
            Quad(triple.subject, triple.predicate, _canonical(triple.object), graph)
            for triple in self._triples(text, ())
        ]
        if len(found) < (held := self.count(graph)):
            raise cut(self.url, len(found), held)
        return found

    def count(self, graph: NamedNode) -> int:
        """How many triples the graph has now."""
        return self._count(f"GRAPH {graph} {{ ?s ?p ?o }}")

    def __iter__(self) -> Iterator[Quad]:
        return self.quads_for_pattern(None, None, None)

    def __len__(self) -> int:
        return self._count(f"GRAPH ?g {{ ?s ?p ?o }} {self._own()}")

    def _matching(
        self, predicate: NamedNode | None, value: NamedNode | Literal | None
    ) -> Iterator[Quad]:
        # Virtuoso finds numbers by their value only, not by the term.
        is_number = _is_number(value)
        filtered = f"FILTER(?o = {value})" if is_number else ""
        bound = "".join(
            f"VALUES ?{name} {{ {term} }} "
            for name, term in (("p", predicate), ("o", None if is_number else value))
            if term is not None
        )
        return self._quads(f"{bound} GRAPH ?g {{ ?s ?p ?o }} {filtered}")

    def _quads_of(self, subject: NamedNode) -> tuple[Quad, ...]:
        return tuple(self._quads(f"VALUES ?s {{ {subject} }} GRAPH ?g {{ ?s ?p ?o }}"))

    def _quads(self, pattern: str) -> Iterator[Quad]:
        for row in self._rows(f"SELECT ?s ?p ?o ?g {{ {pattern} {self._own()} }}"):
            yield Quad(row["s"], row["p"], _canonical(row["o"]), row["g"])

    def _count(self, pattern: str) -> int:
        row = next(self._rows(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"))
        return int(row["n"].value)

    def _own(self) -> str:
        """Keeps graphs of other origin out; a server may hold many, and its own."""
        return f'FILTER(STRSTARTS(STR(?g), "{self._base}"))' if self._base else ""

    def _rows(self, query: str) -> Iterator[QuerySolution]:
        answer = self._results(query, ())
        if not isinstance(answer, QuerySolutions):
            raise not_sparql(self.url, "boolean")
        return iter(answer)

    def ask(self, query: str, dataset: _Dataset) -> bool:
        """The answer to an ASK over a dataset; False where the server knows no such dataset."""
        try:
            return bool(self._results(query, dataset))
        except StoreError:
            if not dataset:
                raise
            return False

    def _results(self, text: str, dataset: _Dataset) -> QuerySolutions | QueryBoolean:
        content = self._send(text, dataset, _RESULTS)
        try:
            return parse_query_results(content, format=QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise not_sparql(self.url, str(error)) from error

    def _triples(self, text: str, dataset: _Dataset) -> list[Quad]:
        content = self._send(text, dataset, _TRIPLES)
        try:
            return list(parse(content, format=RdfFormat.N_TRIPLES))
        except (SyntaxError, ValueError) as error:
            raise not_sparql(self.url, str(error)) from error

    def _send(self, text: str, dataset: _Dataset, accept: str) -> bytes:
        body = urlencode([("query", text), *dataset]).encode()
        return self._connection.send("POST", body, {"Content-Type": _FORM, "Accept": accept})


def _as_answer(triples: Iterable[Quad]) -> QueryTriples:
    """Triples in the form in which the embedded engine gives them."""
    memory = Store()
    memory.extend(triples)
    answer = memory.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    if not isinstance(answer, QueryTriples):
        raise TypeError("a CONSTRUCT gives triples")
    return answer


def _is_number(term: _Term | None) -> TypeGuard[Literal]:
    return isinstance(term, Literal) and term.datatype in _NUMBERS


def _is_same(found: _Term, wanted: _Term) -> bool:
    """Whether two terms are the same, numbers in whichever way they are written."""
    if _is_number(found) and _is_number(wanted):
        return Decimal(found.value) == Decimal(wanted.value)
    return found == wanted


def _canonical(term: _Term) -> _Term:
    """A truth value as it was loaded: Virtuoso gives 0 and 1."""
    if isinstance(term, Literal) and term.datatype == XSD.boolean:
        return _TRUTH.get(term.value, term)
    return term


def _union(remote: RemoteGraph, sample: Quad) -> _Dataset:
    """How this server is asked for the union of its graphs: proved with a triple it holds."""
    probe = f"ASK {{ {sample.triple} . GRAPH ?g {{ {sample.triple} }} }}"
    for dataset in _UNIONS:
        if remote.ask(probe, dataset):
            return dataset
    graphs = sorted(graph.value for graph in remote.named_graphs())
    return tuple(
        (name, graph) for name in ("default-graph-uri", "named-graph-uri") for graph in graphs
    )


def _base_of(sample: Quad) -> str:
    """The start of the IRIs of an article's version, as it was set when the store was built."""
    match = _VERSION.fullmatch(str(sample.graph_name)[1:-1])
    return match[1] if match else ""
