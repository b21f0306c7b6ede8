"""The contradictions of a store with both sides, for people."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, QuerySolution, QuerySolutions, Store

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.printable import printable_line
from zjkg.query.prefixes import PREFIXES

_QUERY = """
SELECT ?type ?reason ?sourceA ?quoteA ?speakerA ?sourceB ?quoteB ?speakerB WHERE {
  ?conflict a zj:Contradiction ; zj:conflictType ?type ; zj:reason ?reason ;
            zj:first ?first ; zj:second ?second .
  FILTER(LANG(?reason) = "%s")
  ?first zj:evidence ?a . ?a oa:hasSource ?versionA ; oa:hasSelector/oa:exact ?quoteA .
  ?second zj:evidence ?b . ?b oa:hasSource ?versionB ; oa:hasSelector/oa:exact ?quoteB .
  ?versionA zj:source ?sourceA . ?versionB zj:source ?sourceB .
  OPTIONAL { GRAPH ?versionA { ?first zj:speaker/zj:name ?speakerA } }
  OPTIONAL { GRAPH ?versionB { ?second zj:speaker/zj:name ?speakerB } }
} ORDER BY ?type ?sourceA ?quoteA ?sourceB ?quoteB ?speakerA ?speakerB
"""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a contradiction: the article, its sentence, and who says it."""

    source: str
    quote: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sentences that cannot both be right, the kind of disagreement and the reasoning."""

    type: str
    reason: str
    first: Side
    second: Side


def conflicts(store: Store, lang: MessageLanguage) -> list[Conflict]:
    """All contradictions in a fixed order, with the reasoning in one language."""
    answer = store.query(_QUERY % lang, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    if not isinstance(answer, QuerySolutions):
        raise TypeError("a SELECT gives solutions")
    found: dict[tuple[str, ...], Conflict] = {}
    for row in answer:
        each = Conflict(
            _text(row, "type") or "",
            _text(row, "reason") or "",
            Side(_text(row, "sourceA") or "", _text(row, "quoteA") or "", _text(row, "speakerA")),
            Side(_text(row, "sourceB") or "", _text(row, "quoteB") or "", _text(row, "speakerB")),
        )
        # The union of all graphs repeats a solution for each graph that holds it.
        found.setdefault((each.type, each.reason, each.first.quote, each.second.quote), each)
    return list(found.values())


def render_conflicts(found: list[Conflict], lang: MessageLanguage) -> str:
    """The contradictions as text; a clear line where there is none."""
    if not found:
        return Bilingual("no contradictions\n", "没有矛盾\n").pick(lang)
    return "\n".join(_block(number, each, lang) for number, each in enumerate(found, start=1))


def _block(number: int, conflict: Conflict, lang: MessageLanguage) -> str:
    lines = [f"{number}. {conflict.type}: {conflict.reason}"]
    for side in (conflict.first, conflict.second):
        said = Bilingual(f" (said by {side.speaker})", f"（{side.speaker}说）").pick(lang)
        lines.append(f"   {side.source}{said if side.speaker else ''}: {side.quote}")
    return "".join(f"{printable_line(line)}\n" for line in lines)


def _text(row: QuerySolution, column: str) -> str | None:
    term = row[column]
    return term.value if isinstance(term, Literal) else None
