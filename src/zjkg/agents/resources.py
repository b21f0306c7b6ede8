"""What an agent may read before it asks: the ontology in short, the questions, one query."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Store

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.ids import TERMS
from zjkg.query import PREFIXES, library, named
from zjkg.query.reader import GraphReader

ONTOLOGY = "zjkg://ontology"
QUESTIONS = "zjkg://questions"
QUESTION = "zjkg://questions/{name}"
_CLASS = "http://www.w3.org/2002/07/owl#Class"
_PROPERTIES = (
    "http://www.w3.org/2002/07/owl#ObjectProperty",
    "http://www.w3.org/2002/07/owl#DatatypeProperty",
)
_SHAPE = Bilingual(
    "Every claim: ?claim a zj:Claim ; zj:evidence ?e ; zj:speaker ?who (none: the article). "
    "Its sentence: ?e oa:hasSource ?version ; oa:hasSelector [ oa:exact ?sentence ] , "
    "[ oa:start ?start ; oa:end ?end ]. Its article: ?version zj:source ?source. "
    "The default graph is the union; GRAPH ?version {…} keeps to one article.",
    "每条陈述：?claim a zj:Claim ; zj:evidence ?e ; zj:speaker ?who（缺省为文章本身）。"
    "原句：?e oa:hasSource ?version ; oa:hasSelector [ oa:exact ?sentence ] , "
    "[ oa:start ?start ; oa:end ?end ]。文章：?version zj:source ?source。"
    "默认图为全部文章的并集；GRAPH ?version {…} 限于一篇文章。",
)


@dataclass(frozen=True, slots=True)
class Readable:
    """A resource as it is listed."""

    uri: str
    name: str
    title: Bilingual
    description: Bilingual


RESOURCES = (
    Readable(
        ONTOLOGY,
        "ontology",
        Bilingual("Classes, properties, prefixes", "类、属性与前缀"),
        Bilingual(
            "What SPARQL may speak of: prefixes, the way from a claim to its sentence, every class "
            "and property of the ontology with its meaning.",
            "SPARQL 可用的内容：前缀、从陈述到原句的路径，以及本体中的每个类和属性及其含义。",
        ),
    ),
    Readable(
        QUESTIONS,
        "questions",
        Bilingual("The query library", "查询库"),
        Bilingual(
            "Every question by name, with its title and parameters.",
            "全部问题的名称、标题和参数。",
        ),
    ),
)
QUESTION_TEMPLATE = Readable(
    QUESTION,
    "question",
    Bilingual("The SPARQL of a question", "某一问题的 SPARQL"),
    Bilingual(
        "The text of a query of the library, as a pattern for one's own.",
        "查询库中某一查询的全文，可作范例。",
    ),
)


def read_resource(store: Store, uri: str, lang: MessageLanguage) -> str | None:
    """The text of a resource; None where there is none of that address.

    Raises:
        QueryError: if the library has no such question.
    """
    if uri == ONTOLOGY:
        return "\n".join(_ontology(GraphReader(store), lang))
    if uri == QUESTIONS:
        return "\n".join(_questions(lang))
    if uri.startswith(f"{QUESTIONS}/"):
        return named(uri.removeprefix(f"{QUESTIONS}/")[:100]).text
    return None


def _questions(lang: MessageLanguage) -> Iterator[str]:
    for query in library().values():
        given = ", ".join(
            f"{each.name}: {each.type}{'' if each.default is None else f' = {each.default}'}"
            for each in query.parameters
        )
        yield f"{query.name}({given}): {query.title.pick(lang)}"


def _ontology(reader: GraphReader, lang: MessageLanguage) -> Iterator[str]:
    yield from (f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())
    yield ""
    yield _SHAPE.pick(lang)
    headings = (
        (Bilingual("Classes", "类"), (_CLASS,)),
        (Bilingual("Properties", "属性"), _PROPERTIES),
    )
    for heading, kinds in headings:
        yield ""
        yield f"## {heading.pick(lang)}"
        terms = {term for kind in kinds for term in reader.subjects("rdf:type", kind)}
        for term in sorted(terms):
            if term.startswith(TERMS):
                yield _term(reader, term, lang)


def _term(reader: GraphReader, term: str, lang: MessageLanguage) -> str:
    label = reader.bilingual(term, "rdfs:label").pick(lang)
    comment = reader.bilingual(term, "rdfs:comment").pick(lang)
    sides = [
        " or ".join(value.removeprefix(TERMS) for value in reader.values(term, name))
        for name in ("rdfs:domain", "rdfs:range")
    ]
    shape = f" ({sides[0]} → {sides[1]})" if any(sides) else ""
    return f"zj:{term.removeprefix(TERMS)}{shape}: {label}. {comment}".rstrip()
