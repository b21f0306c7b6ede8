"""What the SPARQL workbench needs to know: the terms by their labels, and the query library."""

from __future__ import annotations

import re
import shlex
from itertools import dropwhile, pairwise

from pyoxigraph import Literal, NamedNode

from zjkg.pages.context import Context
from zjkg.pages.parts import Part
from zjkg.query.binding import bound as with_values
from zjkg.query.library import NamedQuery, User, library, named
from zjkg.query.prefixes import PREFIXES, shortened
from zjkg.vocab import RDFS, SKOS

_HEADER = re.compile(r"#\s*[a-z]+(?:-[a-z]+)?:")
_INSTANCES = ("zj:Unit", "zj:Measure")  # named in data by what they denote, not by their IRIs


class Term(Part, frozen=True, kw_only=True):
    """A term of the ontology: ``zj:Observation``, what it is called, what it means."""

    name: str
    en: str
    zh: str
    comment: str


class QueryParameter(Part, frozen=True, kw_only=True):
    """A value that a query of the library takes; ``value`` is that of its example."""

    name: str
    type: str
    value: str
    description: str


class LibraryQuery(Part, frozen=True, kw_only=True):
    """A question of the library."""

    name: str
    title: str
    description: str
    parameters: list[QueryParameter]
    text: str


class QueryGroup(Part, frozen=True, kw_only=True):
    """The questions of one kind of user."""

    title: str
    queries: list[LibraryQuery]


class Catalogue(Part, frozen=True, kw_only=True):
    """Everything that completion and examples are made of; ``base`` is that of the data's IRIs."""

    base: str
    prefixes: dict[str, str]
    terms: list[Term]
    groups: list[QueryGroup]


class BoundQuery(Part, frozen=True, kw_only=True):
    """A query of the library with its values in place."""

    text: str


class WorkbenchPage(Part, frozen=True, kw_only=True):
    """The page that the workbench runs in, with the questions to begin with."""

    groups: list[QueryGroup]


def workbench_page(context: Context) -> WorkbenchPage:
    """The workbench before a query is run."""
    return WorkbenchPage(groups=[group for group in _groups(context) if group.queries])


def catalogue(context: Context) -> Catalogue:
    """The terms and the library, in the reader's language."""
    return Catalogue(
        base=context.addresses.base,
        prefixes=dict(PREFIXES),
        terms=_terms(context),
        groups=_groups(context),
    )


def _groups(context: Context) -> list[QueryGroup]:
    """The library by the kind of user to whom a question matters most."""
    return [
        QueryGroup(
            title=user.called.pick(context.lang),
            queries=[
                _query(context, each)
                for each in library().values()
                if (each.users or (User.ENGINEER,))[0] is user
            ],
        )
        for user in User
    ]


def bound(context: Context, fields: dict[str, str]) -> BoundQuery:
    """A query of the library with the values of the address.

    Raises:
        QueryError: if there is no such query, or a value is missing or does not suit.
    """
    query = named(fields.get("name", ""))
    values = {
        each.name: fields[f"p.{each.name}"]
        for each in query.parameters
        if f"p.{each.name}" in fields
    }
    return BoundQuery(text=_body(with_values(context.store, query, values)))


def _body(text: str) -> str:
    """A query without its header, which the page tells in its own words."""
    lines = text.splitlines()
    return "\n".join(dropwhile(_HEADER.match, lines)).strip() + "\n"


def _query(context: Context, query: NamedQuery) -> LibraryQuery:
    example = _example(query)
    return LibraryQuery(
        name=query.name,
        title=query.title.pick(context.lang) or query.name,
        description=query.description.pick(context.lang),
        parameters=[
            QueryParameter(
                name=each.name,
                type=each.type,
                value=example.get(each.name, each.default or ""),
                description=each.description.pick(context.lang),
            )
            for each in query.parameters
        ],
        text=_body(query.text),
    )


def _example(query: NamedQuery) -> dict[str, str]:
    """The values in the example of a query: ``-p name=value``."""
    words = shlex.split(query.example)
    pairs = (value.partition("=") for flag, value in pairwise(words) if flag == "-p")
    return {name: value for name, _, value in pairs}


def _terms(context: Context) -> list[Term]:
    """What the ontology declares, by name."""
    store, reader = context.store, context.reader
    labels: dict[str, dict[str, str]] = {}
    for predicate in (RDFS.label, SKOS.prefLabel):
        graph = NamedNode(f"{context.addresses.base}graph/ontology")
        for quad in store.quads_for_pattern(None, predicate, None, graph):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                tag = (quad.object.language or "").partition("-")[0]
                labels.setdefault(quad.subject.value, {}).setdefault(tag, quad.object.value)
    found = []
    for iri, texts in sorted(labels.items()):
        name = shortened(iri)
        kinds = {shortened(each) for each in reader.values(iri, "rdf:type")}
        if ":" in name and not name.startswith("http") and kinds.isdisjoint(_INSTANCES):
            comment = reader.bilingual(iri, "rdfs:comment").pick(context.lang)
            en, zh = texts.get("en", ""), texts.get("zh", "")
            found.append(Term(name=name, en=en, zh=zh, comment=comment))
    return found
