"""The query library: one ``.rq`` file per question, described by its first comment lines."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from zjkg.errors import Bilingual, QueryError
from zjkg.settings import resource

_TYPES = frozenset("string iri integer decimal date name".split())
PORTIONS = "portions"
"""The parameter, and its type, of a query that reads a large store portion by portion."""
ARTICLES = "ArticleVersion"
BEGINNING = "1+"
_BETWEEN_CHOICES = "|"
_REQUIRED = "-"
_HEADER = re.compile(r"#\s*([a-z]+(?:-[a-z]+)?):\s*(.*)")
_PARAMETER = re.compile(r"([A-Za-z_]\w*)\s+(\S+)\s+(\S+)\s+(.*)")
_PORTIONED = re.compile(r"([1-9][0-9]{0,3})(?: ([A-Z][A-Za-z]*))?(?: through (zj:[A-Za-z]+))?")


class User(StrEnum):
    """The kinds of user whose questions the library answers, in the order of their listing."""

    ANALYST = "analyst"
    POLICY = "policy"
    JOURNALIST = "journalist"
    ENGINEER = "engineer"

    @property
    def called(self) -> Bilingual:
        """What the kind of user is called."""
        return _USERS[self]


_USERS = {
    User.ANALYST: Bilingual("industry analyst", "产业分析师"),
    User.POLICY: Bilingual("policy researcher", "政策研究者"),
    User.JOURNALIST: Bilingual("data journalist", "数据记者"),
    User.ENGINEER: Bilingual("knowledge-graph engineer", "知识图谱工程师"),
}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes at ``$name``; ``default`` is None where it must be given.

    ``type`` is string, iri, integer, decimal, date, name, portions, or the texts to choose from
    with ``|`` between them. ``name`` parameters are any name of an entity and stand for its IRIs,
    inside ``VALUES``; ``portions`` stand for numbers of ``zj:portion``.
    """

    name: str
    type: str
    default: str | None
    description: Bilingual

    @property
    def choices(self) -> tuple[str, ...]:
        """The texts to choose from; empty where any value of the type will do."""
        return tuple(self.type.split(_BETWEEN_CHOICES)) if _BETWEEN_CHOICES in self.type else ()


@dataclass(frozen=True, slots=True)
class Portioned:
    """That a query reads a large store portion by portion.

    ``at_once`` is how many portions it reads by default, ``kind`` the class whose things they hold.
    A query about an entity reads those that name it, or what is joined to it ``through`` a
    property.
    """

    at_once: int
    kind: str = ARTICLES
    through: str | None = None

    @property
    def parameter(self) -> Parameter:
        """The parameter that chooses portions."""
        return Parameter(PORTIONS, PORTIONS, BEGINNING, _MEANING)


_MEANING = Bilingual(
    "which portions of a hundred are read: 3, 3-5, 3+ (as many as come at once, from the third "
    "on), all; a small store is read whole",
    "读取第几份（每份一百个）：3、3-5、3+（自第 3 份起，读取默认份数）、all（全部）；"
    "较小的图库一次读完",
)


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with what its header says of it; ``text`` includes the header.

    ``users`` are the kinds of user who ask it, the first above all. ``portioned`` is None where
    it always reads the whole store. ``beginning`` is the parameter with which the search keys of
    ``?entity`` begin, where it asks for such.
    """

    name: str
    title: Bilingual
    description: Bilingual
    parameters: tuple[Parameter, ...]
    example: str
    text: str
    users: tuple[User, ...] = ()
    portioned: Portioned | None = None
    beginning: str | None = None


@cache
def library() -> dict[str, NamedQuery]:
    """All queries of the library by name, sorted by name."""
    paths = sorted(resource("queries").glob("*.rq"), key=lambda path: path.stem)
    return {path.stem: parse_query(path.stem, path.read_text("utf-8")) for path in paths}


def named(name: str) -> NamedQuery:
    """The query of that name.

    Raises:
        QueryError: if there is none; the message proposes the closest names.
    """
    queries = library()
    if name in queries:
        return queries[name]
    close = difflib.get_close_matches(name, queries, n=3, cutoff=0.5)
    hint = Bilingual(
        f"did you mean {' or '.join(close)}?" if close else f"known queries: {', '.join(queries)}",
        f"是否想用 {' 或 '.join(close)}？" if close else f"已有查询：{'、'.join(queries)}",
    )
    raise QueryError(
        Bilingual(f"there is no query named {name!r}", f"没有名为 {name!r} 的查询"),
        where=name,
        expected=Bilingual("a name of the query library", "查询库中的名称"),
        next_step=hint,
    )


def parse_query(name: str, text: str) -> NamedQuery:
    """A query from the text of its file; missing header lines are empty.

    Raises:
        QueryError: if a ``# parameter:``, ``# users:`` or ``# portions:`` line is malformed.
    """
    header: dict[str, str] = {}
    parameters: list[Parameter] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        match = _HEADER.match(line)
        if match and match[1] == "parameter":
            parameters.append(_parameter(name, match[2]))
        elif match:
            header[match[1]] = match[2].strip()
    portioned = _portioned(name, header[PORTIONS]) if PORTIONS in header else None
    if portioned:
        parameters.append(portioned.parameter)
    return NamedQuery(
        name,
        Bilingual(header.get("title-en", ""), header.get("title-zh", "")),
        Bilingual(header.get("description-en", ""), header.get("description-zh", "")),
        tuple(parameters),
        header.get("example", ""),
        text,
        _users(name, header.get("users", "")),
        portioned,
        header.get("beginning"),
    )


def _portioned(query: str, line: str) -> Portioned:
    match = _PORTIONED.fullmatch(line)
    if match is None:
        raise QueryError(
            Bilingual(f"malformed line of portions: {line}", f"分份行格式有误：{line}"),
            where=query,
            expected=Bilingual(
                f"# portions: a number, a class (else {ARTICLES}), through a property",
                f"# portions: 份数、类名（默认 {ARTICLES}）、through 属性",
            ),
            next_step=Bilingual("correct the header of the query", "请更正查询文件的头部"),
        )
    return Portioned(int(match[1]), match[2] or ARTICLES, match[3])


def _users(query: str, line: str) -> tuple[User, ...]:
    names = [name.strip() for name in line.split(",") if name.strip()]
    if not {*names} <= {*User}:
        kinds = ", ".join(User)
        raise QueryError(
            Bilingual(f"unknown kind of user: {line}", f"未知的用户类别：{line}"),
            where=query,
            expected=Bilingual(f"# users: some of {kinds}", f"# users: {kinds} 中的若干项"),
            next_step=Bilingual("correct the header of the query", "请更正查询文件的头部"),
        )
    return tuple(User(name) for name in names)


def _parameter(query: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line.strip())
    if not match or not _is_type(match[2], match[3]):
        kinds = ", ".join(sorted(_TYPES))
        raise QueryError(
            Bilingual(f"malformed parameter line: {line}", f"参数行格式有误：{line}"),
            where=query,
            expected=Bilingual(
                f"# parameter: NAME TYPE DEFAULT DESCRIPTION, with TYPE one of {kinds}, "
                "or the texts to choose from as a|b|c",
                f"# parameter: 名称 类型 默认值 说明，类型为以下之一：{kinds}，"
                "或以 a|b|c 列出可选文本",
            ),
            next_step=Bilingual("correct the header of the query", "请更正查询文件的头部"),
        )
    english, _, chinese = (part.strip() for part in match[4].partition("|"))
    default = None if match[3] == _REQUIRED else match[3]
    return Parameter(match[1], match[2], default, Bilingual(english, chinese or english))


def _is_type(written: str, default: str) -> bool:
    """Whether it is a type, or choices of which the default is one."""
    choices = written.split(_BETWEEN_CHOICES)
    if len(choices) == 1:
        return written in _TYPES
    return all(choices) and default in {*choices, _REQUIRED}
