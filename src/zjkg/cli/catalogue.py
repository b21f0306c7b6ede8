"""The query library in words: the list by kind of user, and one query explained."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from zjkg.cli.tables import padded
from zjkg.errors import Bilingual, MessageLanguage

if TYPE_CHECKING:
    from zjkg.query import NamedQuery, Parameter

_LINE = 96
_PARAMETERS = Bilingual("Parameters", "参数")
_EXAMPLE = Bilingual("Example", "示例")
_ASKED_BY = Bilingual("Asked by", "提问者")
_REQUIRED = Bilingual("required", "必填")
_ALSO = Bilingual("also:", "另见：")
_MORE = Bilingual(
    "zjkg query --explain NAME tells what a query asks, its parameters and its SPARQL.",
    "zjkg query --explain 名称：说明查询所问、参数及 SPARQL。",
)


def listing(lang: MessageLanguage) -> str:
    """Every query under the kind of user who asks it above all; other kinds see its name."""
    return "".join(f"{line}\n" for line in _listing(lang))


def explanation(name: str, lang: MessageLanguage) -> str:
    """What a query asks and of whom, its parameters, an example, and the SPARQL itself.

    Raises:
        QueryError: if the library has no query of that name.
    """
    from zjkg.query import named

    return "".join(f"{line}\n" for line in _explanation(named(name), lang))


def _listing(lang: MessageLanguage) -> Iterator[str]:
    from zjkg.query import User, library

    queries = library().values()
    width = max(len(query.name) for query in queries)
    for user in User:
        yield user.called.pick(lang)
        for query in queries:
            if query.users[:1] == (user,):
                given = " ".join(f"-p {each.name}=…" for each in query.parameters)
                title = f"  {padded(query.name, width)}  {query.title.pick(lang)}"
                yield f"{title}  [{given}]" if given else title
        also = [query.name for query in queries if user in query.users[1:]]
        yield from _wrapped(_ALSO.pick(lang), also)
        yield ""
    yield _MORE.pick(lang)


def _wrapped(heading: str, names: list[str]) -> list[str]:
    text = f"{heading} {' '.join(names)}"
    return textwrap.wrap(
        text, _LINE, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
    )


def _explanation(query: NamedQuery, lang: MessageLanguage) -> Iterator[str]:
    comma = Bilingual(", ", "、").pick(lang)
    colon = Bilingual(": ", "：").pick(lang)
    yield f"{query.name}{colon}{query.title.pick(lang)}"
    yield query.description.pick(lang)
    yield f"{_ASKED_BY.pick(lang)}{colon}{comma.join(u.called.pick(lang) for u in query.users)}"
    if query.parameters:
        yield ""
        yield f"{_PARAMETERS.pick(lang)}{colon.rstrip()}"
        yield from (_parameter(each, lang) for each in query.parameters)
    yield ""
    yield f"{_EXAMPLE.pick(lang)}{colon}{query.example}"
    yield ""
    yield "\n".join(line for line in query.text.splitlines() if not _of_header(line))


def _parameter(parameter: Parameter, lang: MessageLanguage) -> str:
    given = _REQUIRED.pick(lang) if parameter.default is None else parameter.default
    note = parameter.description.pick(lang)
    return f"  -p {parameter.name}=…  {parameter.type} [{given}]  {note}"


def _of_header(line: str) -> bool:
    return line.startswith(("# title-", "# description-", "# users:", "# parameter:", "# example:"))
