"""What the ontology calls its terms and values in Chinese, for texts that people read.

English texts keep the names themselves, since these are what one asks for in queries.
"""

from __future__ import annotations

from functools import cache

from pyoxigraph import Literal, NamedNode, parse

from zjkg.errors import Bilingual
from zjkg.ids import TERMS
from zjkg.settings import resource

_LABELS = frozenset(
    NamedNode(f"http://www.w3.org/{name}")
    for name in ("2000/01/rdf-schema#label", "2004/02/skos/core#prefLabel")
)


def worded(name: str, scheme: str = "") -> Bilingual:
    """A term such as ``Observation``, or with its scheme a value such as ``digit-transposition``.

    Args:
        name: The local name of the term, or the notation of the value.
        scheme: The property whose value it is, as ``conflictType``.
    """
    return Bilingual(name, _chinese().get(f"{scheme}-{name}" if scheme else name, name))


@cache
def _chinese() -> dict[str, str]:
    return {
        quad.subject.value.removeprefix(TERMS): quad.object.value
        for quad in parse(path=resource("ontology") / "zjkg.ttl")
        if quad.predicate in _LABELS
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
        and quad.object.language == "zh"
    }
