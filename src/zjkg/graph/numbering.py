"""Numbers for the things of the graph, so that a bounded part of a large one is a look-up.

An engine that should give the first hundred articles has to sort them all. So each article version
has the number of its hundred, in the order of the sources; one article more moves one article of
each hundred that follows. Contradictions, decisions on identity and the like come by the hundred
with an article, and would all move. So their portions are shares of the range of a digest, as many
as a power of two: what comes or goes moves nothing else, until there are twice as many.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Quad

from zjkg.graph.terms import integer
from zjkg.ids import Minter
from zjkg.vocab import ZJ

AT_ONCE = 100
"""How many articles share a number, and how many findings do so at most, on average."""
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
_BITS = 64


def numbering_quads(
    versions: Sequence[str], findings: Iterable[tuple[NamedNode, str]], minter: Minter
) -> Iterator[Quad]:
    """The quads of ``graph/numbering``: ``zj:portion`` of each thing, from 1, and how many.

    Args:
        versions: the IRIs of the article versions, in the order of their sources.
        findings: pairs of a class and the IRI of a thing, in any order.
        minter: for the name of the graph.
    """
    for place, iri in enumerate(versions):
        yield portion_quad(iri, portion_of_version(place), minter)
    if versions:
        yield count_quad(ZJ.ArticleVersion, portion_of_version(len(versions) - 1), minter)
    by_class: defaultdict[NamedNode, set[str]] = defaultdict(set)
    for kind, iri in findings:
        by_class[kind].add(iri)
    for kind in sorted(by_class, key=lambda kind: kind.value):
        count = portions_of_findings(len(by_class[kind]))
        for iri in sorted(by_class[kind]):
            yield portion_quad(iri, portion_of_finding(iri, count), minter)
        yield count_quad(kind, count, minter)


def portion_of_version(place: int) -> int:
    """The number of the article version at a place, from 0, in the order of the sources."""
    return place // AT_ONCE + 1


def portions_of_findings(things: int) -> int:
    """How many portions so many things of a class have: a power of two."""
    return 1 << max(0, -(-things // AT_ONCE) - 1).bit_length()


def portion_of_finding(iri: str, portions: int) -> int:
    """The number of a thing, where those of its class have so many portions."""
    digest = hashlib.blake2b(iri.encode(), digest_size=_BITS // 8).digest()
    return int.from_bytes(digest) * portions // (1 << _BITS) + 1


def portion_quad(iri: str, portion: int, minter: Minter) -> Quad:
    """That a thing has this number."""
    graph = NamedNode(minter.graph("numbering"))
    return Quad(NamedNode(iri), ZJ.portion, integer(portion), graph)


def count_quad(kind: NamedNode, portions: int, minter: Minter) -> Quad:
    """That the things of a class have so many numbers."""
    graph = NamedNode(minter.graph("numbering"))
    return Quad(kind, ZJ.portionCount, integer(portions), graph)
