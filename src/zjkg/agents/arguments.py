"""What each tool takes; the bounds are part of the schema that a client sees."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Literal, TypeVar

import msgspec

from zjkg.agents.schemas import meaning
from zjkg.errors import Bilingual, MessageLanguage, QueryError

MOST_ITEMS = 100
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")

_Thing = Annotated[
    str,
    meaning(
        "the IRI of a thing, or any of its names, in any script",
        "事物的 IRI，或其任一名称（任意字形）",
    ),
    msgspec.Meta(min_length=1, max_length=2_000),
]


class Arguments(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every tool takes."""

    limit: Annotated[
        int,
        meaning("most items of one answer", "一次回答的条数上限"),
        msgspec.Meta(ge=1, le=MOST_ITEMS),
    ] = 10
    cursor: (
        Annotated[
            str,
            meaning(
                "the cursor of the answer before, with the same arguments, for what it left out",
                "上一次回答给出的 cursor，其余参数保持不变，用于取回未显示的内容",
            ),
            msgspec.Meta(max_length=64),
        ]
        | None
    ) = None
    lang: (
        Annotated[
            Literal["en", "zh"],
            meaning("language of labels and messages", "标签和消息的语言"),
        ]
        | None
    ) = None


class SearchArguments(Arguments, frozen=True, kw_only=True):
    """What ``search`` takes."""

    words: Annotated[
        str,
        meaning(
            "a name (simplified, traditional, English, pinyin) or words of a sentence",
            "名称（简体、繁体、英文、拼音）或句中文字",
        ),
        msgspec.Meta(min_length=1, max_length=500),
    ]
    kind: (
        Annotated[
            Literal["entity", "sentence"],
            meaning("only entities, or only sentences", "只要实体或只要句子"),
        ]
        | None
    ) = None


class EntityArguments(Arguments, frozen=True, kw_only=True):
    """What ``entity`` takes."""

    thing: _Thing


class EvidenceArguments(Arguments, frozen=True, kw_only=True):
    """What ``evidence`` takes."""

    thing: Annotated[
        str,
        meaning(
            "the IRI of a claim; or an amount (461亿元) or words, to find their claims",
            "陈述的 IRI；或数额（如 461亿元）、文字，以查找含有它们的陈述",
        ),
        msgspec.Meta(min_length=1, max_length=2_000),
    ]


class CompareArguments(Arguments, frozen=True, kw_only=True):
    """What ``compare`` takes: things, a measure, or both."""

    things: Annotated[
        list[_Thing],
        meaning("whose figures, at most five", "比较哪些事物的数值，至多五个"),
        msgspec.Meta(max_length=5),
    ] = []
    measure: (
        Annotated[
            str,
            meaning(
                "words of a measure in any of the languages, such as licence-out",
                "指标的文字，中英文均可，例如 对外许可",
            ),
            msgspec.Meta(min_length=1, max_length=200),
        ]
        | None
    ) = None


class ConflictsArguments(Arguments, frozen=True, kw_only=True):
    """What ``conflicts`` takes."""

    type: (
        Annotated[
            Literal[
                "value",
                "digit-transposition",
                "unit",
                "scope",
                "modality",
                "bound",
                "time",
                "arithmetic",
            ],
            meaning("only contradictions of this type", "只要这一类矛盾"),
        ]
        | None
    ) = None
    about: (
        Annotated[
            str,
            meaning(
                "only those with a claim about this thing: its IRI or any of its names",
                "只要与该事物有关的矛盾：其 IRI 或任一名称",
            ),
            msgspec.Meta(min_length=1, max_length=2_000),
        ]
        | None
    ) = None


class QuestionsArguments(Arguments, frozen=True, kw_only=True):
    """What ``questions`` takes."""

    words: (
        Annotated[
            str,
            meaning(
                "only questions with these words in name, title or description",
                "只列出名称、标题或说明中含有这些字的问题",
            ),
            msgspec.Meta(max_length=200),
        ]
        | None
    ) = None
    user: (
        Annotated[
            Literal["analyst", "policy", "journalist", "engineer"],
            meaning("only questions of this kind of user", "只列出这类用户的问题"),
        ]
        | None
    ) = None


class AskArguments(Arguments, frozen=True, kw_only=True):
    """What ``ask`` takes."""

    question: Annotated[
        str,
        meaning(
            "the name of a question, from the tool questions",
            "问题的名称，由工具 questions 列出",
        ),
        msgspec.Meta(min_length=1, max_length=100),
    ]
    parameters: Annotated[
        dict[str, Annotated[str, msgspec.Meta(max_length=2_000)] | int | float | bool],
        meaning("the values of its parameters by name", "各参数的值，以参数名为键"),
        msgspec.Meta(max_length=20),
    ] = {}


class SparqlArguments(Arguments, frozen=True, kw_only=True):
    """What ``sparql`` takes."""

    query: Annotated[
        str,
        meaning(
            "SELECT, ASK, CONSTRUCT or DESCRIBE of SPARQL 1.1; prefixes as in zjkg://ontology",
            "SPARQL 1.1 的 SELECT、ASK、CONSTRUCT 或 DESCRIBE；前缀见 zjkg://ontology",
        ),
        msgspec.Meta(min_length=1, max_length=100_000),
    ]


_Arguments = TypeVar("_Arguments", bound=Arguments)


def read_arguments(tool: str, given: dict[str, Any], kind: type[_Arguments]) -> _Arguments:
    """The arguments of a call, checked against their schema.

    Raises:
        QueryError: if they do not fit it.
    """
    try:
        arguments = msgspec.convert(given, kind)
        halved = _HALF_CHARACTER.search(json.dumps(given, ensure_ascii=False))
    except (msgspec.ValidationError, RecursionError, ValueError) as error:
        raise _unfit(tool, str(error), kind) from error
    if halved:
        raise _unfit(tool, "half of a surrogate pair", kind)
    return arguments


def asked_key(tool: str, arguments: Arguments) -> str:
    """What a call asks for, without how much of it and in which language."""
    bare = msgspec.structs.replace(arguments, limit=1, cursor=None, lang=None)
    return f"{tool} {msgspec.json.encode(bare, order='sorted').decode()}"


def language(arguments: Arguments, default: MessageLanguage) -> MessageLanguage:
    """The language asked for, else that of the server."""
    return arguments.lang or default


def _unfit(tool: str, message: str, kind: type[Arguments]) -> QueryError:
    names = ", ".join(field.encode_name for field in msgspec.structs.fields(kind))
    return QueryError(
        Bilingual(f"the arguments do not fit: {message}", f"参数不符：{message}"),
        where=tool,
        expected=Bilingual(f"these arguments: {names}", f"以下参数：{names}"),
        next_step=Bilingual("see the tool's input schema", "请看该工具的输入模式"),
    )
