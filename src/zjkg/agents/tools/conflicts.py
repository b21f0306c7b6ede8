"""``conflicts``: claims that cannot both be right, side by side."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, QuerySolutions

from zjkg.agents.arguments import ConflictsArguments
from zjkg.agents.calls import Call, Tool
from zjkg.agents.facts import LONGEST_TEXT, Fact, clipped, fact, fact_lines
from zjkg.agents.paging import Page
from zjkg.agents.things import the_thing
from zjkg.errors import Bilingual, MessageLanguage
from zjkg.query import PREFIXES
from zjkg.query.claim_reader import claim_item
from zjkg.query.reader import GraphReader

_CONFLICTS = """
SELECT DISTINCT ?conflict ?type ?first ?second WHERE {{
  GRAPH ?derived {{
    ?conflict a zj:Contradiction ; zj:conflictType ?type ; zj:first ?first ; zj:second ?second .
    {type}
  }}
}} ORDER BY ?type ?first ?second ?conflict
"""


class Conflict(msgspec.Struct, frozen=True, rename="camel"):
    """A contradiction with both of its claims; neither is preferred."""

    conflict: str
    type: str
    reason: str
    first: Fact
    second: Fact


class ConflictsResult(msgspec.Struct, frozen=True, rename="camel"):
    """Contradictions by type."""

    conflicts: list[Conflict]
    page: Page


def _run(call: Call[ConflictsArguments]) -> ConflictsResult:
    place, reader = call.place, call.reading.reader
    listed = list(_listed(call))
    read = (_conflict(reader, row, call.lang) for row in listed[place.offset : place.end])
    found = place.page((each for each in read if each is not None), len(listed))
    return ConflictsResult(found.items, found.page)


def _listed(call: Call[ConflictsArguments]) -> Iterator[tuple[str, ...]]:
    """Conflict, type and both claims of all that were asked for."""
    wanted, reading = call.arguments, call.reading
    about = None
    if wanted.about is not None:
        thing = the_thing(reading.engine, wanted.about, call.lang).thing
        about = _claims_about(reading.reader, thing.iri)
    text = _CONFLICTS.format(type=f"FILTER(?type = {Text(wanted.type)})" if wanted.type else "")
    answer = reading.engine.query(text, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    if not isinstance(answer, QuerySolutions):
        raise TypeError("a SELECT gives solutions")
    columns = ("conflict", "type", "first", "second")
    for row in dict.fromkeys(tuple(row[name].value for name in columns) for row in answer):
        sides = row[2:]
        if about is not None and not about.intersection(sides):
            continue
        if all(reading.reader.graph_of(side, "zj:Claim") for side in sides):
            yield row


def _claims_about(reader: GraphReader, thing: str) -> set[str]:
    """Everything that has the thing as a value, claims among it."""
    quads = reader.store.quads_for_pattern(None, None, NamedNode(thing), None)
    return {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}


def _conflict(reader: GraphReader, row: tuple[str, ...], lang: MessageLanguage) -> Conflict | None:
    conflict, kind, *claims = row
    sides = [fact(item, lang) for claim in claims if (item := claim_item(reader, claim))]
    if len(sides) < len(claims):
        return None
    reason = clipped(reader.bilingual(conflict, "zj:reason").pick(lang), LONGEST_TEXT)
    return Conflict(conflict, kind, reason, sides[0], sides[1])


def _lines(answer: ConflictsResult, lang: MessageLanguage) -> Iterator[str]:
    yield answer.page.words.pick(lang)
    for place, conflict in enumerate(answer.conflicts, start=answer.page.first):
        yield f"[{place}] {conflict.type}: {conflict.reason}"
        yield from fact_lines(1, conflict.first, lang)
        yield from fact_lines(2, conflict.second, lang)


CONFLICTS = Tool(
    "conflicts",
    Bilingual("Contradictions", "矛盾"),
    Bilingual(
        "Claims that cannot both be right: both sides with claim IRI, sentence, article and "
        "speaker, the type and the reasoning. Neither side is preferred.",
        "不可能同时正确的陈述：双方的陈述 IRI、原句、文章与说话人，以及类型和理由；"
        "不偏向任何一方。",
    ),
    ConflictsArguments,
    ConflictsResult,
    _run,
    _lines,
)
