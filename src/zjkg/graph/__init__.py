"""Claims to RDF: the quads of articles and of what holds over them, and the proofs about them."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad

from zjkg.graph.articles import article_quads, entity_types
from zjkg.graph.compared import claim_iri, claim_iris
from zjkg.graph.derived import derived_quads, portion_quads
from zjkg.graph.grounding import check_grounding
from zjkg.graph.judgements import judgement_quads
from zjkg.graph.keys import observation_iri
from zjkg.graph.numbering import (
    AT_ONCE,
    FINDINGS,
    count_quad,
    numbering_quads,
    portion_of_finding,
    portion_of_version,
    portion_quad,
    portions_of_findings,
)
from zjkg.graph.ontology import authority_quads, ontology_quads
from zjkg.graph.portions import Portion, portion, portions
from zjkg.graph.violations import Violation

__all__ = [
    "AT_ONCE",
    "FINDINGS",
    "Portion",
    "Violation",
    "article_quads",
    "authority_quads",
    "check_grounding",
    "claim_iri",
    "claim_iris",
    "count_quad",
    "derived_quads",
    "entity_types",
    "judgement_quads",
    "numbering_quads",
    "observation_iri",
    "ontology_quads",
    "portion",
    "portion_of_finding",
    "portion_of_version",
    "portion_quad",
    "portion_quads",
    "portions",
    "portions_of_findings",
    "validate",
]


def validate(dataset: Iterable[Quad]) -> list[Violation]:
    """Every violation of ``ontology/shapes.ttl`` in the union of the graphs; empty when clean.

    Args:
        dataset: A ``pyoxigraph.Store`` or any quads of articles, authority and derived facts.

    Raises:
        ZjkgError: The shapes themselves cannot be used.
    """
    from zjkg.graph import shacl

    return shacl.validate(dataset)
