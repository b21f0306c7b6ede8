"""``entity``: one thing, and what the articles say about it and by it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from zjkg.agents.arguments import EntityArguments
from zjkg.agents.calls import Call, Tool
from zjkg.agents.facts import Fact, fact, fact_lines
from zjkg.agents.paging import Page
from zjkg.agents.schemas import meaning
from zjkg.agents.things import Thing, namesake_lines, the_thing, thing_lines
from zjkg.errors import Bilingual, MessageLanguage
from zjkg.query import provenance

_MOST_NAMESAKES = 10


class EntityResult(msgspec.Struct, frozen=True, rename="camel"):
    """A thing with its facts: first those about it, then what it said."""

    thing: Thing
    namesakes: Annotated[
        list[Thing],
        meaning("others of that name; their facts are not here", "同名的其他实体；其陈述不在此列"),
    ]
    facts: list[Fact]
    page: Page


def _run(call: Call[EntityArguments]) -> EntityResult:
    place, engine = call.place, call.reading.engine
    named = the_thing(engine, call.arguments.thing, call.lang)
    answer = provenance(engine, named.thing.iri, limit=place.end)
    facts = (fact(item, call.lang) for item in answer.items[place.offset :])
    found = place.page(facts, answer.total)
    return EntityResult(named.thing, named.namesakes[:_MOST_NAMESAKES], found.items, found.page)


def _lines(answer: EntityResult, lang: MessageLanguage) -> Iterator[str]:
    yield from thing_lines(answer.thing, lang)
    yield from namesake_lines(answer.namesakes, lang)
    yield answer.page.words.pick(lang)
    for number, each in enumerate(answer.facts, start=answer.page.first):
        yield from fact_lines(number, each, lang)


ENTITY = Tool(
    "entity",
    Bilingual("One entity and its facts", "某一实体及其相关陈述"),
    Bilingual(
        "What one entity is, all its names, and every claim about it and by it, each with claim "
        "IRI, sentence, article, speaker, agreement and contradictions.",
        "某一实体的类型、全部名称，以及有关它和由它说出的每条陈述；各附陈述 IRI、原句、文章、"
        "说话人、"
        "佐证与矛盾。",
    ),
    EntityArguments,
    EntityResult,
    _run,
    _lines,
)
