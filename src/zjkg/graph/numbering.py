"""Numbers for the things of the graph, so that a bounded part of a large one is a look-up.

An engine that should give the first hundred articles has to sort them all. So each article version
has the number of its hundred, in the order of the sources; and so has each contradiction, decision
on identity and the like, in the order of their IRIs. The numbers are a graph of their own, since
one thing more moves one thing of each hundred into the next, whichever article it belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Quad

from zjkg.graph.terms import integer
from zjkg.ids import Minter
from zjkg.vocab import ZJ

AT_ONCE = 100
"""How many things of a kind share a number."""
FINDINGS = (
    ZJ.ArithmeticCheck,
    ZJ.Contradiction,
    ZJ.Corroboration,
    ZJ.DerivedValue,
    ZJ.Merge,
    ZJ.Origin,
    ZJ.Repost,
)
"""The classes of the graph of derived facts whose things are numbered."""


def numbering_quads(
    versions: Sequence[str], findings: Iterable[tuple[NamedNode, str]], minter: Minter
) -> Iterator[Quad]:
    """The quads of ``graph/numbering``: ``zj:portion`` of each thing, from 1, and how many.

    Args:
        versions: the IRIs of the article versions, in the order of their sources.
        findings: pairs of a class and the IRI of a thing, in any order.
        minter: for the name of the graph.
    """
    yield from _numbered(ZJ.ArticleVersion, versions, minter)
    by_class: defaultdict[NamedNode, set[str]] = defaultdict(set)
    for kind, iri in findings:
        by_class[kind].add(iri)
    for kind in sorted(by_class, key=lambda kind: kind.value):
        yield from _numbered(kind, sorted(by_class[kind]), minter)


def place_quad(iri: str, place: int, minter: Minter) -> Quad:
    """The number of the thing at a place, from 0, among the things of its class."""
    graph = NamedNode(minter.graph("numbering"))
    return Quad(NamedNode(iri), ZJ.portion, integer(place // AT_ONCE + 1), graph)


def count_quad(kind: NamedNode, things: int, minter: Minter) -> Quad:
    """How many numbers the things of a class have; there is one thing at least."""
    graph = NamedNode(minter.graph("numbering"))
    return Quad(kind, ZJ.portionCount, integer((things - 1) // AT_ONCE + 1), graph)


def _numbered(kind: NamedNode, iris: Sequence[str], minter: Minter) -> Iterator[Quad]:
    for place, iri in enumerate(iris):
        yield place_quad(iri, place, minter)
    if iris:
        yield count_quad(kind, len(iris), minter)
