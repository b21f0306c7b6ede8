"""Which of the claims that a page lists are contradicted: one query for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zjkg.pages.claims import listed
from zjkg.pages.context import Context

_DISPUTED = """
SELECT DISTINCT ?version ?claim ?start ?end {{
  VALUES ?version {{ {versions} }}
  GRAPH ?version {{
    ?claim zj:evidence ?place . ?place oa:hasSelector ?position .
    ?position oa:start ?start ; oa:end ?end .
  }}
  ?conflict zj:first|zj:second ?claim ; a zj:Contradiction .
}} ORDER BY ?version ?start ?end ?claim"""


@dataclass(frozen=True, slots=True)
class Disputed:
    """A claim that another contradicts, and where its sentence stands."""

    claim: str
    version: str
    start: int
    end: int


def disputed_claims(context: Context, versions: Iterable[str]) -> list[Disputed]:
    """The contradicted claims of the article versions, in the order of the text."""
    rows = context.select(_DISPUTED, versions=listed(sorted(set(versions))))
    return [
        Disputed(row["claim"], row["version"], int(row["start"]), int(row["end"])) for row in rows
    ]


def contradictions_path(context: Context, claim: str) -> str:
    """Where the page of a claim shows what contradicts it."""
    return f"{context.addresses.thing(claim)}#conflicts"
