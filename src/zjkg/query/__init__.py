"""Questions to the graph: the query library, safe execution, results, provenance."""

from zjkg.query.answer import Agreement, Opposition, ProvenanceAnswer, ProvenanceItem, SearchedAs
from zjkg.query.conflicts import Conflict, Side, conflicts, render_conflicts
from zjkg.query.execution import Result, run
from zjkg.query.library import NamedQuery, Parameter, library, named
from zjkg.query.names import close_names, entities_named
from zjkg.query.prefixes import PREFIXES
from zjkg.query.provenance import QuantityParser, provenance
from zjkg.query.rendering import render, render_rich
from zjkg.query.results import ResultFormat, records, write

__all__ = [
    "PREFIXES",
    "Agreement",
    "Conflict",
    "NamedQuery",
    "Opposition",
    "Parameter",
    "ProvenanceAnswer",
    "ProvenanceItem",
    "QuantityParser",
    "Result",
    "ResultFormat",
    "SearchedAs",
    "Side",
    "close_names",
    "conflicts",
    "entities_named",
    "library",
    "named",
    "provenance",
    "records",
    "render",
    "render_conflicts",
    "render_rich",
    "run",
    "write",
]
