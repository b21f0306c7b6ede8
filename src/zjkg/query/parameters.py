"""Values of parameters as RDF terms, and a query with the terms put in place of ``$name``.

A term is written by the engine's own serializer and replaces one whole token, so a value can
never become code.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from pyoxigraph import Literal, NamedNode

from zjkg.errors import Bilingual, QueryError
from zjkg.query.library import PORTIONS, NamedQuery, Parameter, Portioned
from zjkg.query.prefixes import PREFIXES, expanded
from zjkg.query.tokens import TokenKind, tokens

EntityFinder = Callable[[str], Sequence[str]]
PortionFinder = Callable[[Portioned, str, Sequence[str]], str]
"""From how a query is portioned, what is wanted, and the entities it is about, to its term."""

_LEXICAL = {
    "integer": re.compile(r"[+-]?[0-9]+"),
    "decimal": re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}
_IN_PORTION = re.compile(r"^( *)(\?\w+ zj:portion) \$portions \.\n", re.MULTILINE)
_EXPECTED = {
    "string": Bilingual("text", "文本"),
    "iri": Bilingual(
        "an IRI, or a name with a known prefix (zj:partOf)", "IRI 或带前缀的名称（zj:partOf）"
    ),
    "integer": Bilingual("an integer", "整数"),
    "decimal": Bilingual(
        "a decimal number without thousands separators", "不带千位分隔符的十进制数"
    ),
    "date": Bilingual("a date such as 2021-10-13", "日期，例如 2021-10-13"),
    "name": Bilingual("a name of an entity in the store", "图库中某一实体的名称"),
}


def bound_text(
    query: NamedQuery,
    values: Mapping[str, str],
    find: EntityFinder,
    resembling: EntityFinder = lambda _: (),
    portions: PortionFinder = lambda *_: "",
) -> str:
    """The query with every parameter replaced by its term; ``find`` resolves ``name`` values.

    ``resembling`` gives names that are written like one that nothing has, for the message.
    ``portions`` chooses what is read of a large store. By default that is everything, and the
    pattern that asks for portions is left out.

    A ``$name`` that is no declared parameter and has no value stays a variable.

    Raises:
        QueryError: if a value is missing, unknown to the query, or not of its type.
    """
    declared = {parameter.name: parameter for parameter in query.parameters}
    cut = list(tokens(query.text))
    used = {token.text[1:] for token in cut if token.kind is TokenKind.PARAMETER}
    for name in values:
        if name not in declared and name not in used:
            raise _unknown(query, name, sorted(used | declared.keys()))
    terms = {
        name: _term(query, declared.get(name), name, values, find)
        for name in sorted(used)
        if (name in declared or name in values) and name != PORTIONS
    }
    for name, term in terms.items():
        if not term:
            default = declared[name].default or ""
            raise _nameless(query, values.get(name, default), resembling)
    if query.portioned and PORTIONS in used:
        things = [terms[each.name] for each in query.parameters if each.type == "name"]
        wanted = values.get(PORTIONS, query.portioned.parameter.default or "")
        chosen = portions(query.portioned, wanted, things)
        # Engines begin with what comes first, so the numbers stand before the pattern.
        pattern = rf"\1{chosen}\n\1\2 ?portion .\n" if chosen else ""
        cut = list(tokens(_IN_PORTION.sub(pattern, query.text)))
    # Spaces around a term keep it apart from quotation marks that may touch the parameter.
    return "".join(
        f" {terms[token.text[1:]]} "
        if token.kind is TokenKind.PARAMETER and token.text[1:] in terms
        else token.text
        for token in cut
    )


def _term(
    query: NamedQuery,
    parameter: Parameter | None,
    name: str,
    values: Mapping[str, str],
    find: EntityFinder,
) -> str:
    """The term; empty for a name that no entity has."""
    value = values.get(name, parameter.default if parameter else None)
    if value is None:
        raise _missing(query, name)
    kind = parameter.type if parameter else "string"
    choices = parameter.choices if parameter else ()
    if kind == "name":
        return " ".join(str(NamedNode(iri)) for iri in find(value))
    if choices and value not in choices:
        raise _no_choice(query, name, choices, value)
    term = _typed(kind, value)
    if term is None:
        raise _unsuitable(query, name, kind, value)
    return str(term)


def _typed(kind: str, value: str) -> NamedNode | Literal | None:
    """The term of a value, or None where the value is not of the type."""
    try:
        if kind == "iri":
            iri = expanded(value)
            return NamedNode(iri) if iri else None
        if kind == "date":
            date.fromisoformat(value)
        lexical = _LEXICAL.get(kind)
        if lexical is None:
            return Literal(value)
        datatype = NamedNode(f"{PREFIXES['xsd']}{kind}")
        return Literal(value, datatype=datatype) if lexical.fullmatch(value) else None
    except ValueError:
        return None


def _missing(query: NamedQuery, name: str) -> QueryError:
    return QueryError(
        Bilingual(f"the query needs a value for {name}", f"查询缺少参数 {name} 的值"),
        where=query.name,
        expected=Bilingual(f"-p {name}=VALUE", f"-p {name}=值"),
        next_step=Bilingual(f"for example: {query.example}", f"例如：{query.example}"),
    )


def _unknown(query: NamedQuery, name: str, known: list[str]) -> QueryError:
    names = ", ".join(known)
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    meant_en = f"did you mean {close[0]}? " if close else ""
    meant_zh = f"是否想用 {close[0]}？" if close else ""
    return QueryError(
        Bilingual(f"the query has no parameter {name}", f"查询没有参数 {name}"),
        where=query.name,
        expected=Bilingual(names or "no parameters", names or "无参数"),
        next_step=Bilingual(
            f"{meant_en}leave {name} out, or write ${name} in the query",
            f"{meant_zh}去掉 {name}，或在查询中写入 ${name}",
        ),
    )


def _unsuitable(query: NamedQuery, name: str, kind: str, value: str) -> QueryError:
    return QueryError(
        Bilingual(f"{name} cannot be {value!r}", f"参数 {name} 的值不能是 {value!r}"),
        where=query.name,
        expected=_EXPECTED[kind],
        next_step=Bilingual("correct the value", "请更正该值"),
    )


def _no_choice(query: NamedQuery, name: str, choices: Sequence[str], value: str) -> QueryError:
    close = difflib.get_close_matches(value, choices, n=1, cutoff=0.5)
    return QueryError(
        Bilingual(f"{name} cannot be {value!r}", f"参数 {name} 的值不能是 {value!r}"),
        where=query.name,
        expected=Bilingual(f"one of {', '.join(choices)}", f"以下之一：{'、'.join(choices)}"),
        next_step=Bilingual(
            f"did you mean {close[0]}?" if close else "choose one of them",
            f"是否想用 {close[0]}？" if close else "请选择其一",
        ),
    )


def _nameless(query: NamedQuery, value: str, resembling: EntityFinder) -> QueryError:
    close = resembling(value)
    return QueryError(
        Bilingual(f"no entity is named {value!r}", f"没有名为 {value!r} 的实体"),
        where=query.name,
        expected=_EXPECTED["name"],
        next_step=Bilingual(
            (f"did you mean {' or '.join(close)}? " if close else "")
            + "zjkg search finds names by a part of them",
            (f"是否想用 {' 或 '.join(close)}？" if close else "") + "zjkg search 可按部分名称检索",
        ),
    )
