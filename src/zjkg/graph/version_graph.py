"""One article version's graph, read once into memory: what the grounding checks look at."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Store

from zjkg.graph.violations import SentenceIndex
from zjkg.model import Span
from zjkg.vocab import OA, RDF, ZJ

Term = NamedNode | Literal


class VersionGraph:
    """The statements of the graph ``name``, by subject and by property."""

    def __init__(self, store: Store, name: str) -> None:
        self._store = store
        self.name = name
        self._objects: dict[tuple[str, NamedNode], list[Term]] = defaultdict(list)
        self._by_predicate: dict[NamedNode, list[tuple[str, Term]]] = defaultdict(list)
        for quad in store.quads_for_pattern(None, None, None, NamedNode(name)):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Term):
                self._objects[quad.subject.value, quad.predicate].append(quad.object)
                self._by_predicate[quad.predicate].append((quad.subject.value, quad.object))
        self.texts = self.values(name, ZJ.text)
        self.text = self.texts[0] if self.texts else ""

    @cached_property
    def sentences(self) -> SentenceIndex:
        """Made only where there is something to report."""
        quads = self._store.quads_for_pattern(None, None, None, NamedNode(self.name))
        return SentenceIndex(quads)

    def values(self, subject: str, predicate: NamedNode) -> list[str]:
        """What the property says of a node."""
        return [value.value for value in self._objects.get((subject, predicate), [])]

    def rows(self, predicate: NamedNode) -> list[tuple[str, str]]:
        """Nodes and values of a property, in one order."""
        found = self._by_predicate.get(predicate, [])
        return sorted((node, value.value) for node, value in found)

    def instances(self, kind: NamedNode) -> list[str]:
        """The nodes of a class, in one order."""
        rows = self._by_predicate.get(RDF.type, [])
        return sorted({node for node, value in rows if value == kind})

    def selected(self, part: str, term: NamedNode) -> list[str]:
        """What the selectors of a part say: ``oa:exact``, ``oa:start`` or ``oa:end``."""
        selectors = self.values(part, OA.hasSelector)
        return [value for selector in selectors for value in self.values(selector, term)]

    def span(self, part: str) -> Span | None:
        """The offsets of a selected part, if it has exactly one whole number for each."""
        start, end = self.selected(part, OA.start), self.selected(part, OA.end)
        if len(start) != 1 or len(end) != 1 or not (start + end)[0].isdecimal():
            return None
        return Span(int(start[0]), int(end[0])) if end[0].isdecimal() else None

    def spans(self, node: str, predicate: NamedNode) -> list[Span]:
        """The offsets of the selected parts that a property leads to."""
        found = map(self.span, self.values(node, predicate))
        return [span for span in found if span is not None]
