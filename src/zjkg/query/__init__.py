"""Questions to the graph: the query library, safe execution, results, provenance."""

from zjkg.query.advice import advice
from zjkg.query.answer import Agreement, Opposition, ProvenanceAnswer, ProvenanceItem, SearchedAs
from zjkg.query.binding import bound
from zjkg.query.citation import cite
from zjkg.query.conflicts import Conflict, Side, conflicts, render_conflicts
from zjkg.query.dataset import Dataset
from zjkg.query.execution import Answer, Result, evaluate, run
from zjkg.query.found import FoundEntity, FoundSentence, Match, SearchAnswer, SearchKind
from zjkg.query.guard import QueryRefusedError
from zjkg.query.labels import label_of
from zjkg.query.library import NamedQuery, Parameter, User, library, named
from zjkg.query.names import close_names, entities_named
from zjkg.query.numbers import QuantityParser
from zjkg.query.portions import Unread, unread
from zjkg.query.prefixes import PREFIXES
from zjkg.query.provenance import provenance
from zjkg.query.rendering import render, render_rich
from zjkg.query.results import ResultFormat, holds_nothing, records, write
from zjkg.query.search import search, search_records
from zjkg.query.search_rendering import render_search

__all__ = [
    "PREFIXES",
    "Agreement",
    "Answer",
    "Conflict",
    "Dataset",
    "FoundEntity",
    "FoundSentence",
    "Match",
    "NamedQuery",
    "Opposition",
    "Parameter",
    "ProvenanceAnswer",
    "ProvenanceItem",
    "QuantityParser",
    "QueryRefusedError",
    "Result",
    "ResultFormat",
    "SearchAnswer",
    "SearchKind",
    "SearchedAs",
    "Side",
    "Unread",
    "User",
    "advice",
    "bound",
    "cite",
    "close_names",
    "conflicts",
    "entities_named",
    "evaluate",
    "holds_nothing",
    "label_of",
    "library",
    "named",
    "provenance",
    "records",
    "render",
    "render_conflicts",
    "render_rich",
    "render_search",
    "run",
    "search",
    "search_records",
    "unread",
    "write",
]
