"""The graph for Python programs: ``zjkg.open`` gives a ``Graph``."""

from zjkg.api.graph import Graph, PartialAnswerWarning, open_graph
from zjkg.api.records import (
    Article,
    Claim,
    Conflict,
    Corroboration,
    Entity,
    Evidence,
    Observation,
    Quotation,
    Relation,
    Role,
)

__all__ = [
    "Article",
    "Claim",
    "Conflict",
    "Corroboration",
    "Entity",
    "Evidence",
    "Graph",
    "Observation",
    "PartialAnswerWarning",
    "Quotation",
    "Relation",
    "Role",
    "open_graph",
]
