"""Look-ups of single values in the graph, by pattern: faster than SPARQL for one node."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.errors import Bilingual
from zjkg.query.prefixes import expanded


def node(name: str) -> NamedNode:
    """The node of a prefixed name such as ``zj:Claim``."""
    iri = expanded(name)
    if iri is None:
        raise ValueError(f"not a known prefixed name: {name}")
    return NamedNode(iri)


@dataclass(frozen=True, slots=True)
class GraphReader:
    """Reads nodes of a store; predicates are prefixed names. Every answer is in a fixed order."""

    store: Store

    def values(self, subject: str, predicate: str, graph: str | None = None) -> list[str]:
        """The IRIs and texts that the subject has, sorted."""
        return sorted(term.value for term in self._terms(subject, predicate, graph))

    def first(self, subject: str, predicate: str, graph: str | None = None) -> str | None:
        """The first of the values, or None."""
        return next(iter(self.values(subject, predicate, graph)), None)

    def terms(self, subject: str, predicate: str, graph: str | None = None) -> list[str]:
        """The values as the engine writes terms in a query, sorted."""
        return sorted(str(term) for term in self._terms(subject, predicate, graph))

    def bilingual(self, subject: str, predicate: str, graph: str | None = None) -> Bilingual:
        """A text in both languages; where one is missing the other serves for both."""
        texts = {
            (term.language or "").partition("-")[0]: term.value
            for term in self._terms(subject, predicate, graph)
            if isinstance(term, Literal)
        }
        any_text = texts[min(texts)] if texts else ""
        return Bilingual(texts.get("en", any_text), texts.get("zh", any_text))

    def subjects(self, predicate: str, value: str) -> list[str]:
        """The subjects that have this IRI as a value, sorted."""
        quads = self.store.quads_for_pattern(None, node(predicate), NamedNode(value), None)
        return sorted({q.subject.value for q in quads if isinstance(q.subject, NamedNode)})

    def graph_of(self, subject: str, class_name: str) -> str | None:
        """The graph in which the subject is of the class, or None."""
        quads = self.store.quads_for_pattern(
            NamedNode(subject), node("rdf:type"), node(class_name), None
        )
        return min((graph.value for graph in map(_graph, quads) if graph), default=None)

    def label(self, entity: str, graph: str) -> str:
        """The entity's name in this graph, the longest first; else any name, else its IRI."""
        for where in (graph, None):
            names = self.values(entity, "rdfs:label", where)
            if names:
                return min(names, key=lambda name: (-len(name), name))
        return self.first(entity, "skos:prefLabel") or entity

    def _terms(
        self, subject: str, predicate: str, graph: str | None
    ) -> Iterator[NamedNode | Literal]:
        graph_node = NamedNode(graph) if graph else None
        for quad in self.store.quads_for_pattern(
            NamedNode(subject), node(predicate), None, graph_node
        ):
            if isinstance(quad.object, NamedNode | Literal):
                yield quad.object


def _graph(quad: Quad) -> NamedNode | None:
    return quad.graph_name if isinstance(quad.graph_name, NamedNode) else None
