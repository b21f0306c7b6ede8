"""Files that a person wrote, in Turtle, as quads of their graphs: the ontology, the authority.

Lists and anonymous shapes get IRIs from their canonical labels (RDFC-1.0), so the data stay free
of blank nodes and the same files give the same IRIs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
)

from zjkg.ids import Minter
from zjkg.settings import resource


def ontology_quads(minter: Minter) -> Iterator[Quad]:
    """Every statement of ``ontology/*.ttl``, in ``graph/ontology``."""
    for path in sorted(resource("ontology").glob("*.ttl")):
        yield from _file_quads(path, "ontology", minter)


def authority_quads(path: Path, minter: Minter) -> Iterator[Quad]:
    """Every statement of an authority file, in ``graph/authority``; none where there is no file."""
    if path.exists():
        yield from _file_quads(path, "authority", minter)


def _file_quads(path: Path, name: str, minter: Minter) -> Iterator[Quad]:
    graph = NamedNode(minter.graph(name))
    dataset = Dataset(parse(path.read_bytes(), format=RdfFormat.TURTLE))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    for quad in dataset:
        subject, value = quad.subject, quad.object
        if isinstance(subject, BlankNode):
            subject = _named(subject, path, name, minter)
        if isinstance(value, BlankNode):
            value = _named(value, path, name, minter)
        yield Quad(subject, quad.predicate, value, graph)


def _named(node: BlankNode, path: Path, name: str, minter: Minter) -> NamedNode:
    return NamedNode(minter.derived(f"{name}-node", path.stem, node.value))
