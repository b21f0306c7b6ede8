"""``questions``: what the query library can answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from zjkg.agents.arguments import QuestionsArguments
from zjkg.agents.calls import Call, Tool
from zjkg.agents.paging import Page
from zjkg.agents.schemas import meaning
from zjkg.errors import Bilingual, MessageLanguage
from zjkg.passages import folded
from zjkg.query import NamedQuery, library


class ParameterShape(msgspec.Struct, frozen=True, rename="camel"):
    """A value that a question takes."""

    name: str
    type: Annotated[
        str,
        meaning(
            "string, iri, integer, decimal, date, name (any name of an entity), or the values to "
            "choose from as a|b|c",
            "string、iri、integer、decimal、date、name（实体的任一名称），或以 a|b|c 列出的可选值",
        ),
    ]
    required: bool
    default: str | None
    description: str


class Question(msgspec.Struct, frozen=True, rename="camel"):
    """A question of the library."""

    name: str
    title: str
    description: str
    users: list[str]
    parameters: list[ParameterShape]


class QuestionsResult(msgspec.Struct, frozen=True, rename="camel"):
    """Questions by name."""

    questions: list[Question]
    page: Page


def _run(call: Call[QuestionsArguments]) -> QuestionsResult:
    place, wanted = call.place, call.arguments
    found = [each for each in library().values() if _is_wanted(each, wanted)]
    listed = (question(each, call.lang) for each in found[place.offset : place.end])
    page = place.page(listed, len(found))
    return QuestionsResult(page.items, page.page)


def question(query: NamedQuery, lang: MessageLanguage) -> Question:
    """A query of the library as a question."""
    return Question(
        query.name,
        query.title.pick(lang),
        query.description.pick(lang),
        [user.value for user in query.users],
        [
            ParameterShape(
                each.name,
                each.type,
                each.default is None,
                each.default,
                each.description.pick(lang),
            )
            for each in query.parameters
        ],
    )


def _is_wanted(query: NamedQuery, wanted: QuestionsArguments) -> bool:
    if wanted.user is not None and wanted.user not in query.users:
        return False
    told = (query.title, query.description)
    texts = folded(" ".join((query.name, *(each for t in told for each in (t.en, t.zh)))))
    return folded(wanted.words or "") in texts


def _lines(answer: QuestionsResult, lang: MessageLanguage) -> Iterator[str]:
    yield answer.page.words.pick(lang)
    for each in answer.questions:
        given = ", ".join(f"{p.name}: {p.type}{'' if p.required else '?'}" for p in each.parameters)
        yield f"{each.name}({given}): {each.title}"


QUESTIONS = Tool(
    "questions",
    Bilingual("List the questions of the library", "列出查询库中的问题"),
    Bilingual(
        "Questions that are ready to be asked (indexes and editions, licence trade, alliances, "
        "parks, people, figures, targets …), with their typed parameters. Ask one with the tool "
        "ask.",
        "已备好的问题（指数与各期、许可交易、联盟、园区、人物、数值、目标等）及其参数类型；"
        "用工具 ask "
        "提问。",
    ),
    QuestionsArguments,
    QuestionsResult,
    _run,
    _lines,
)
