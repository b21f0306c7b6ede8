"""``evidence``: where it says so, who else says it, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode

from zjkg.agents.arguments import EvidenceArguments
from zjkg.agents.calls import Call, Tool
from zjkg.agents.facts import LONGEST_TEXT, Fact, Scalar, clipped, fact, fact_lines, number
from zjkg.agents.paging import Page
from zjkg.agents.schemas import meaning
from zjkg.errors import Bilingual, MessageLanguage
from zjkg.measurement import read_quantities
from zjkg.query import provenance
from zjkg.query.claim_reader import claim_item
from zjkg.query.prefixes import expanded, shortened
from zjkg.query.reader import GraphReader

Part = Literal["asked", "contradicts", "agrees", "found"]
_MOST_VALUES = 10
_LONGEST_VALUE = 500


class Piece(msgspec.Struct, frozen=True, rename="camel"):
    """A fact, and what it has to do with the claim that was asked for."""

    part: Annotated[
        Part,
        meaning(
            "asked: the claim itself; contradicts, agrees: against or with it; found: by words",
            "asked：所问陈述；contradicts、agrees：与之矛盾、一致；found：按文字找到",
        ),
    ]
    type: Annotated[str | None, meaning("of the contradiction", "矛盾的类型")]
    reason: Annotated[str | None, meaning("why it contradicts", "矛盾的理由")]
    fact: Fact
    values: Annotated[
        dict[str, list[str | int | float | bool | None]],
        meaning("all that the claim's node holds", "该陈述节点的全部属性值"),
    ]


class EvidenceResult(msgspec.Struct, frozen=True, rename="camel"):
    """The claim, what contradicts it, what agrees; or the claims that hold the words."""

    searched_as: Annotated[
        list[str],
        meaning("how it was understood: iri, name, number, words", "理解为：IRI、名称、数值、文字"),
    ]
    pieces: list[Piece]
    suggestions: list[str]
    page: Page


@dataclass(frozen=True, slots=True)
class _Related:
    """A claim beside the one that was asked for."""

    part: Part
    claim: str
    type: str | None = None
    reason: Bilingual | None = None


def _run(call: Call[EvidenceArguments]) -> EvidenceResult:
    place, reader = call.place, call.reading.reader
    thing = call.arguments.thing.strip()
    iri = expanded(thing)
    related = _related(reader, iri) if iri and _is_claim(reader, iri) else []
    if related:
        pieces = (_piece(reader, each, call.lang) for each in related[place.offset :])
        found = place.page((each for each in pieces if each is not None), len(related))
        return EvidenceResult(["iri"], found.items, [], found.page)
    answer = provenance(call.reading.engine, thing, limit=place.end, parse_quantity=read_quantities)
    listed = (
        Piece("found", None, None, fact(item, call.lang), _values(reader, item.claim))
        for item in answer.items[place.offset :]
    )
    found = place.page(listed, answer.total)
    ways = [way.value for way in answer.searched_as]
    suggestions = [clipped(name, LONGEST_TEXT) for name in answer.suggestions]
    return EvidenceResult(ways, found.items, suggestions, found.page)


def _is_claim(reader: GraphReader, iri: str) -> bool:
    try:
        NamedNode(iri)
    except ValueError:
        return False
    return reader.graph_of(iri, "zj:Claim") is not None and claim_item(reader, iri) is not None


def _related(reader: GraphReader, claim: str) -> list[_Related]:
    """The claim, then all that contradict it, then all that say the same; each claim once."""
    found = [_Related("asked", claim)]
    for own, other in (("zj:first", "zj:second"), ("zj:second", "zj:first")):
        for conflict in reader.subjects(own, claim):
            kind = reader.first(conflict, "zj:conflictType")
            reason = reader.bilingual(conflict, "zj:reason")
            found += [
                _Related("contradicts", opposed, kind, reason)
                for opposed in reader.values(conflict, other)
            ]
    for group in reader.subjects("zj:claim", claim):
        found += [_Related("agrees", each) for each in reader.values(group, "zj:claim")]
    once = dict[tuple[str, str | None], _Related]()
    for each in found:
        if each.part == "asked" or each.claim != claim:
            once.setdefault((each.claim, each.type), each)
    order = ("asked", "contradicts", "agrees")
    known = [each for each in once.values() if reader.graph_of(each.claim, "zj:Claim")]
    return sorted(known, key=lambda each: (order.index(each.part), each.type or "", each.claim))


def _piece(reader: GraphReader, related: _Related, lang: MessageLanguage) -> Piece | None:
    item = claim_item(reader, related.claim)
    if item is None:
        return None
    reason = clipped(related.reason.pick(lang), LONGEST_TEXT) if related.reason else None
    values = _values(reader, related.claim)
    return Piece(related.part, related.type, reason, fact(item, lang), values)


def _values(reader: GraphReader, claim: str | None) -> dict[str, list[Scalar]]:
    """The properties of a claim by their short names; IRIs of known vocabularies shortened."""
    if claim is None:
        return {}
    graph = reader.graph_of(claim, "zj:Claim")
    held: dict[str, set[str]] = {}
    for quad in reader.store.quads_for_pattern(
        NamedNode(claim), None, None, NamedNode(graph) if graph else None
    ):
        name = shortened(quad.predicate.value)
        if name in {"zj:evidence", "zj:focus", "zj:restatedIn"}:
            continue
        if isinstance(quad.object, NamedNode):
            held.setdefault(name, set()).add(shortened(quad.object.value))
        elif isinstance(quad.object, Text):
            held.setdefault(name, set()).add(clipped(quad.object.value, _LONGEST_VALUE))
    numeric = {"zj:value", "zj:valueMax"}
    return {
        name: [
            number(value) if name in numeric else value for value in sorted(values)[:_MOST_VALUES]
        ]
        for name, values in sorted(held.items())
    }


def _lines(answer: EvidenceResult, lang: MessageLanguage) -> Iterator[str]:
    yield answer.page.words.pick(lang)
    if answer.suggestions:
        alike = ", ".join(answer.suggestions)
        yield Bilingual(f"did you mean: {alike}?", f"是否想找：{alike}？").pick(lang)
    headings = {
        "asked": Bilingual("the claim:", "所问陈述："),
        "contradicts": Bilingual("contradicted by:", "与之矛盾："),
        "agrees": Bilingual("said also in:", "另见于："),
    }
    before = ""
    for place, piece in enumerate(answer.pieces, start=answer.page.first):
        if piece.part != before and piece.part in headings:
            yield headings[piece.part].pick(lang)
        before = piece.part
        yield from fact_lines(place, piece.fact, lang)
        if piece.reason:
            yield f"   {piece.type}: {piece.reason}"


EVIDENCE = Tool(
    "evidence",
    Bilingual("Evidence of a claim", "某一陈述的证据"),
    Bilingual(
        "For the IRI of a claim: its sentence with offsets, article, speaker and rule, then every "
        "claim that contradicts it, with type and reason, then every claim that says the same. For "
        "an amount or words: the claims they stand in.",
        "给出陈述 IRI：返回其原句与位置、文章、说话人、规则，"
        "随后是与之矛盾的每条陈述（含类型和理由）"
        "以及一致的每条陈述。给出数额或文字：返回含有它们的陈述。",
    ),
    EvidenceArguments,
    EvidenceResult,
    _run,
    _lines,
)
