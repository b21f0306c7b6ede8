"""Writes the pages of this folder: commands, queries and terms, in English and Chinese.

Each page is made of what the program itself says: the help of its commands, the headers of the
query library, the labels and comments of the ontology. ``--check`` only says which page is stale.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import cast

import click
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.namespace import Namespace

from zjkg.cli import program
from zjkg.errors import Bilingual, MessageLanguage
from zjkg.query.library import NamedQuery, User, library
from zjkg.settings import resource

_FOLDER = Path(__file__).parent
_ENDINGS: dict[MessageLanguage, str] = {"en": ".md", "zh": ".zh.md"}
_GENERATED = Bilingual(
    "Made by `python docs/reference/generate.py`; do not edit.",
    "由 `python docs/reference/generate.py` 生成，请勿手改。",
)
_SCHEMA = Namespace("https://schema.org/")
_SPACES = re.compile(r"\s+")


def commands_page(lang: MessageLanguage) -> str:
    """Every command with its arguments and options, as its help tells them."""
    group = program(lang)
    context = click.Context(group, info_name="zjkg")
    title = Bilingual("Commands", "命令")
    return _page(
        title,
        lang,
        (
            _command_section(command, context, lang)
            for name in group.list_commands(context)
            if (command := group.get_command(context, name))
        ),
    )


def _command_section(command: click.Command, parent: click.Context, lang: MessageLanguage) -> str:
    context = click.Context(command, info_name=command.name, parent=parent)
    usage = " ".join(["zjkg", command.name or "", *command.collect_usage_pieces(context)])
    rows = [
        record
        for parameter in command.get_params(context)
        if (record := parameter.get_help_record(context))
    ]
    head = (Bilingual("option", "选项").pick(lang), Bilingual("meaning", "含义").pick(lang))
    return "\n\n".join(
        (
            f"## `zjkg {command.name}`",
            f"```text\n{usage}\n```",
            _flat(command.help or ""),
            _table(head, ((f"`{option}`", meaning) for option, meaning in rows if meaning)),
        )
    )


def queries_page(lang: MessageLanguage) -> str:
    """Every question of the query library, by the kind of user who asks it first."""
    questions = sorted(library().values(), key=_asked_by)
    title = Bilingual("The query library", "查询库")
    return _page(
        title,
        lang,
        (
            "\n\n".join((f"## {user.called.pick(lang)}", *(_query_section(q, lang) for q in group)))
            for user, group in groupby(questions, key=lambda query: query.users[0])
        ),
    )


def _asked_by(query: NamedQuery) -> tuple[int, str]:
    return [*User].index(query.users[0]), query.name


def _query_section(query: NamedQuery, lang: MessageLanguage) -> str:
    head = tuple(
        each.pick(lang)
        for each in (
            Bilingual("parameter", "参数"),
            Bilingual("type", "类型"),
            Bilingual("default", "默认值"),
            Bilingual("meaning", "含义"),
        )
    )
    required = Bilingual("must be given", "必填").pick(lang)
    rows = (
        (
            f"`{parameter.name}`",
            parameter.type,
            required if parameter.default is None else f"`{parameter.default}`",
            parameter.description.pick(lang),
        )
        for parameter in query.parameters
    )
    parts = [
        f"### `{query.name}`",
        f"{query.title.pick(lang)}{Bilingual('. ', '。').pick(lang)}{query.description.pick(lang)}",
    ]
    if query.parameters:
        parts.append(_table(head, rows))
    return "\n\n".join([*parts, f"```sh\n{query.example}\n```"])


def terms_page(lang: MessageLanguage) -> str:
    """Every term that the ontology declares of its own, with domain, range and example."""
    ontology = Graph().parse(resource("ontology") / "zjkg.ttl")
    own = Namespace(dict(ontology.namespaces())["zj"])
    terms = sorted(
        term
        for term in {*ontology.subjects(RDFS.isDefinedBy)}
        if isinstance(term, URIRef) and term.startswith(own)
    )
    kinds = (
        (OWL.Class, Bilingual("Classes", "类")),
        (RDF.Property, Bilingual("Properties", "属性")),
        (None, Bilingual("Individuals", "个体")),
    )
    by_kind = {kind: [t for t in terms if _kind(ontology, t) == kind] for kind, _ in kinds}
    title = Bilingual("Terms of the ontology", "本体术语")
    return _page(
        title,
        lang,
        (
            "\n\n".join(
                (
                    f"## {heading.pick(lang)}",
                    *(_term_section(ontology, term, lang) for term in by_kind[kind]),
                )
            )
            for kind, heading in kinds
            if by_kind[kind]
        ),
    )


def _kind(ontology: Graph, term: URIRef) -> URIRef | None:
    types = {*ontology.objects(term, RDF.type)}
    if OWL.Class in types:
        return OWL.Class
    properties = {RDF.Property, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    return RDF.Property if types & properties else None


def _term_section(ontology: Graph, term: URIRef, lang: MessageLanguage) -> str:
    facts: tuple[tuple[Bilingual, Sequence[URIRef]], ...] = (
        (Bilingual("is a", "是"), (RDF.type,)),
        (Bilingual("broader", "上位"), (RDFS.subClassOf, RDFS.subPropertyOf)),
        (Bilingual("of", "定义域"), (RDFS.domain, _SCHEMA.domainIncludes)),
        (Bilingual("value", "值域"), (RDFS.range, _SCHEMA.rangeIncludes)),
        (Bilingual("example", "例"), (SKOS.example,)),
    )
    lines = [
        f"- {name.pick(lang)}: {', '.join(values)}"
        for name, predicates in facts
        if (values := _values(ontology, term, predicates))
    ]
    label, comment = (_text(ontology, term, each, lang) for each in (RDFS.label, RDFS.comment))
    name = ontology.namespace_manager.curie(term)
    return "\n\n".join((f"### `{name}` {label}", comment, "\n".join(lines)))


def _values(ontology: Graph, term: URIRef, predicates: Iterable[URIRef]) -> list[str]:
    found = {value for predicate in predicates for value in ontology.objects(term, predicate)}
    return sorted(
        f"`{ontology.namespace_manager.curie(value)}`" if isinstance(value, URIRef) else str(value)
        for value in found
        if isinstance(value, URIRef | Literal) and value != OWL.NamedIndividual
    )


def _text(ontology: Graph, term: URIRef, predicate: URIRef, lang: MessageLanguage) -> str:
    said = cast("Iterator[Literal]", ontology.objects(term, predicate))
    return next(str(each) for each in said if each.language == lang)


def _page(title: Bilingual, lang: MessageLanguage, sections: Iterable[str]) -> str:
    return "\n\n".join((f"# {title.pick(lang)}", _GENERATED.pick(lang), *sections)) + "\n"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    ruled = [head, ["---"] * len(head), *([_cell(text) for text in row] for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in ruled)


def _flat(text: str) -> str:
    return _SPACES.sub(" ", text.replace("\b", "")).strip()


def _cell(text: str) -> str:
    """A bar would end the cell, also inside of code."""
    return _flat(text).replace("|", "\\|")


_PAGES: dict[str, Callable[[MessageLanguage], str]] = {
    "commands": commands_page,
    "queries": queries_page,
    "terms": terms_page,
}


def pages() -> dict[Path, str]:
    """Every page by the file where it belongs."""
    return {
        _FOLDER / f"{name}{ending}": page(lang)
        for name, page in _PAGES.items()
        for lang, ending in _ENDINGS.items()
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the pages, or with ``--check`` returns 1 where one is stale."""
    parser = argparse.ArgumentParser(prog="python docs/reference/generate.py")
    parser.add_argument("--check", action="store_true", help="only compare / 只比较，不写入")
    check: bool = parser.parse_args(arguments).check
    stale = [
        path
        for path, text in pages().items()
        if not path.is_file() or path.read_text("utf-8") != text
    ]
    for path in stale:
        if not check:
            path.write_text(pages()[path], "utf-8")
    if not (check and stale):
        return 0
    names = ", ".join(path.name for path in stale)
    sys.stderr.write(
        f"stale in docs/reference: {names}. Run python docs/reference/generate.py\n"
        f"docs/reference 中已过期：{names}。请运行 python docs/reference/generate.py\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
