"""Quads to lines, and what of the graph of derived facts hangs on one article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize

from zjkg import graph
from zjkg.graph import Portion
from zjkg.ids import Minter
from zjkg.model import ClaimRef, Identity, LocalKey
from zjkg.vocab import RDF

Finding = tuple[str, str]
"""The class and the IRI of a thing that is numbered."""
_FINDINGS = frozenset(graph.FINDINGS)


@dataclass(frozen=True, slots=True)
class Derived:
    """Some of the derived facts of an article, as lines, and the findings among them."""

    lines: frozenset[str]
    findings: frozenset[Finding]


def lines(quads: Iterable[Quad]) -> list[str]:
    """The quads as N-Quads, sorted, each once, with values as a store gives them back."""
    held = Store()
    held.extend(quads)
    written = BytesIO()
    serialize(iter(held), written, format=RdfFormat.N_QUADS)
    return sorted(written.getvalue().decode().split("\n")[:-1])


def derived(
    portion: Portion,
    claims: dict[ClaimRef, str],
    minter: Minter,
    iris: dict[LocalKey, str] | None = None,
) -> Derived:
    """The quads of a portion or of a part of it.

    ``claims`` has the IRIs of its claims, ``iris`` those of the members of its merges.
    """
    identity = Identity((), iris or {})
    quads = list(graph.portion_quads(portion, claims.__getitem__, identity, minter))
    return Derived(frozenset(lines(quads)), frozenset(_findings(quads)))


def together(parts: Iterable[Derived]) -> Derived:
    """The parts of one article's portion as one; what several found stands there once."""
    known = list(parts)
    return Derived(
        frozenset().union(*(each.lines for each in known)),
        frozenset().union(*(each.findings for each in known)),
    )


def _findings(quads: Iterable[Quad]) -> set[Finding]:
    return {
        (quad.object.value, quad.subject.value)
        for quad in quads
        if quad.predicate == RDF.type
        and isinstance(quad.object, NamedNode)
        and isinstance(quad.subject, NamedNode)
        and quad.object in _FINDINGS
    }
