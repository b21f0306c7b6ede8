"""The tools, in the order in which an agent is likely to need them."""

from zjkg.agents.calls import Tool
from zjkg.agents.tools.ask import ASK
from zjkg.agents.tools.compare import COMPARE
from zjkg.agents.tools.conflicts import CONFLICTS
from zjkg.agents.tools.entity import ENTITY
from zjkg.agents.tools.evidence import EVIDENCE
from zjkg.agents.tools.questions import QUESTIONS
from zjkg.agents.tools.search import SEARCH
from zjkg.agents.tools.sparql import SPARQL

TOOLS: tuple[Tool, ...] = (
    *(SEARCH, ENTITY, EVIDENCE, COMPARE, CONFLICTS),
    *(QUESTIONS, ASK, SPARQL),
)

__all__ = ["TOOLS"]
