"""What persons decided about identity, as quads: one node for each row of the judgements file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from zjkg.graph.terms import boolean, calendar
from zjkg.ids import Minter
from zjkg.model import Judgement
from zjkg.vocab import DCTERMS, RDF, RDFS, ZJ


def judgement_quads(judgements: Iterable[Judgement], minter: Minter) -> Iterator[Quad]:
    """The quads of ``graph/judgements``; an empty cell gives none."""
    graph = NamedNode(minter.graph("judgements"))
    for row in judgements:
        for fact in _judgement(row, minter):
            yield Quad(*fact, graph)


def _judgement(
    row: Judgement, minter: Minter
) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    cells = (row.first, row.second, str(row.same), row.who, row.when, row.why)
    node = NamedNode(minter.judgement(*cells))
    yield node, RDF.type, ZJ.Judgement
    yield node, ZJ.firstNamed, Literal(row.first)
    yield node, ZJ.secondNamed, Literal(row.second)
    yield node, ZJ.same, boolean(row.same)
    if row.who:
        yield node, DCTERMS.creator, Literal(row.who)
    if row.when:
        yield node, DCTERMS.date, calendar(row.when)
    if row.why:
        yield node, RDFS.comment, Literal(row.why)
