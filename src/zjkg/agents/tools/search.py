"""``search``: entities by any of their names, and sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from zjkg.agents.arguments import SearchArguments
from zjkg.agents.calls import Call, Tool
from zjkg.agents.facts import LONGEST_TEXT, clipped
from zjkg.agents.grounding import Ground, Grounds
from zjkg.agents.paging import Page
from zjkg.agents.schemas import meaning
from zjkg.agents.things import Thing, described, thing_lines
from zjkg.errors import Bilingual, MessageLanguage
from zjkg.measurement import read_quantities
from zjkg.query import FoundEntity, FoundSentence, SearchAnswer, SearchKind
from zjkg.query import search as look_for

_MOST_CLAIMS = 10


class Entity(msgspec.Struct, frozen=True, rename="camel"):
    """An entity that was found, with one sentence that mentions it."""

    match: Annotated[
        str, meaning("name, prefix or words", "name（名称）、prefix（开头）、words（词语）")
    ]
    thing: Thing
    evidence: list[Ground]


class Sentence(msgspec.Struct, frozen=True, rename="camel"):
    """A sentence that was found, with the claims that rest on it."""

    match: str
    sentence: str
    marked: Annotated[str, meaning("with each hit between 【 and 】", "命中的文字置于【】之间")]
    start: int
    end: int
    source: str
    version: Annotated[str, meaning("IRI of the article version", "文章版本的 IRI")]
    published: str | None
    claims: Annotated[list[str], meaning("IRIs of claims, at most ten", "陈述的 IRI，至多十个")]
    claim_count: int
    cut: list[str]


class SearchResult(msgspec.Struct, frozen=True, rename="camel"):
    """Entities first, then sentences, the best of each first."""

    entities: list[Entity]
    sentences: list[Sentence]
    entity_total: int
    sentence_total: int
    suggestions: Annotated[
        list[str], meaning("names alike, where nothing was found", "没有结果时给出的相近名称")
    ]
    page: Page
    left_out: str | None = None


def _run(call: Call[SearchArguments]) -> SearchResult:
    place, wanted = call.place, call.arguments
    kinds = (SearchKind(wanted.kind),) if wanted.kind else tuple(SearchKind)
    answer = look_for(
        call.reading.engine,
        wanted.words,
        kinds=kinds,
        limit=place.end,
        lang=call.lang,
        parse_quantity=read_quantities,
    )
    found = place.page(_found(call, answer), answer.entity_total + answer.sentence_total)
    return SearchResult(
        [each for each in found.items if isinstance(each, Entity)],
        [each for each in found.items if isinstance(each, Sentence)],
        answer.entity_total,
        answer.sentence_total,
        [clipped(name, LONGEST_TEXT) for name in answer.suggestions],
        found.page,
        answer.left_out.pick(call.lang) if answer.left_out else None,
    )


def _found(call: Call[SearchArguments], answer: SearchAnswer) -> Iterator[Entity | Sentence]:
    """What was found, from the place where the page begins."""
    grounds = Grounds(call.reading.engine)
    start = call.place.offset
    for entity in answer.entities[start:]:
        yield _entity(call, entity, grounds)
    for sentence in answer.sentences[max(start - answer.entity_total, 0) :]:
        yield _sentence(sentence, grounds)


def _entity(call: Call[SearchArguments], found: FoundEntity, grounds: Grounds) -> Entity:
    thing = described(call.reading.engine, found.iri, call.lang) or Thing(
        found.iri, found.type, found.label, list(found.names), found.mentions, found.articles
    )
    return Entity(found.match.value, thing, grounds.of({"entity": found.iri}))


def _sentence(found: FoundSentence, grounds: Grounds) -> Sentence:
    claims = grounds.claims_between(found.version, found.start, found.end)
    return Sentence(
        found.match.value,
        clipped(found.text, LONGEST_TEXT),
        clipped(found.marked, LONGEST_TEXT),
        found.start,
        found.end,
        found.source,
        found.version,
        found.published,
        claims[:_MOST_CLAIMS],
        len(claims),
        ["sentence", "marked"] if len(found.text) > LONGEST_TEXT else [],
    )


def _lines(answer: SearchResult, lang: MessageLanguage) -> Iterator[str]:
    yield answer.page.words.pick(lang)
    if answer.suggestions:
        alike = ", ".join(answer.suggestions)
        yield Bilingual(f"did you mean: {alike}?", f"是否想找：{alike}？").pick(lang)
    for entity in answer.entities:
        yield from thing_lines(entity.thing, lang)
        for ground in entity.evidence:
            yield f"   > {ground.sentence}"
            yield f"   — {ground.source}"
    if answer.left_out:
        yield answer.left_out
    for sentence in answer.sentences:
        yield f"> {sentence.marked}"
        yield f"   — {', '.join(filter(None, (sentence.source, sentence.published)))}"
        yield from (f"   claim: {claim}" for claim in sentence.claims)
        if sentence.claim_count > len(sentence.claims):
            more = sentence.claim_count - len(sentence.claims)
            yield Bilingual(f"   {more} more claims", f"   另有 {more} 条陈述").pick(lang)


SEARCH = Tool(
    "search",
    Bilingual("Search names and sentences", "检索名称和句子"),
    Bilingual(
        "Find entities (organizations, people, parks, places, events, products, indexes, policies, "
        "projects) by any of their names, in simplified or traditional Chinese, English or pinyin, "
        "and the sentences that speak of them or hold the words. Begin here.",
        "按任一名称（简体、繁体、英文、拼音）查找实体（机构、人物、园区、地点、事件、产品、指数、"
        "政策、"
        "项目），以及提到它们或含有这些文字的句子。请先用此工具。",
    ),
    SearchArguments,
    SearchResult,
    _run,
    _lines,
)
