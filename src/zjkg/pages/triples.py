"""The triples of a page, for programs: the same address, asked for as Turtle or JSON-LD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Store, Triple

from zjkg.vocab import OA, PROV, RDF, ZJ

# What only makes sense together with the node that has it.
_PARTS = (ZJ.evidence, ZJ.focus, ZJ.restatedIn, OA.hasTarget, OA.hasSelector)


def triples_of(store: Store, iris: Iterable[str], most: int) -> list[Triple]:
    """What is said of the things, of the places they rest on, and what is said with them.

    For an article that is the whole graph of its versions. At most ``most`` triples.
    """
    found: dict[Triple, None] = {}
    for iri in iris:
        for triple in _about(store, NamedNode(iri)):
            if len(found) >= most:
                return list(found)
            found[triple] = None
    return list(found)


def _about(store: Store, thing: NamedNode) -> Iterator[Triple]:
    yield from _with_parts(store, thing)
    if next(store.quads_for_pattern(thing, RDF.type, ZJ.ArticleVersion, None), None):
        yield from _graph(store, thing)
    for quad in store.quads_for_pattern(None, None, thing, None):
        if quad.predicate == PROV.specializationOf and isinstance(quad.subject, NamedNode):
            yield from _graph(store, quad.subject)
        elif isinstance(quad.subject, NamedNode):
            yield quad.triple
            if quad.predicate not in _PARTS:
                yield from _with_parts(store, quad.subject)


def _with_parts(store: Store, thing: NamedNode) -> Iterator[Triple]:
    for quad in store.quads_for_pattern(thing, None, None, None):
        yield quad.triple
        if quad.predicate in _PARTS and isinstance(quad.object, NamedNode):
            yield from _with_parts(store, quad.object)


def _graph(store: Store, graph: NamedNode) -> Iterator[Triple]:
    for quad in store.quads_for_pattern(None, None, None, graph):
        yield quad.triple
