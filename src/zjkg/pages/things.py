"""Which page an IRI has: by what the graph says that it is."""

from __future__ import annotations

from typing import Any

import msgspec
from pyoxigraph import Literal, NamedNode

from zjkg.ids import TERMS
from zjkg.pages.article_page import article_page
from zjkg.pages.claim_page import claim_page
from zjkg.pages.claims import cards, named_link, opposition
from zjkg.pages.context import Context
from zjkg.pages.entity_page import entity_page
from zjkg.pages.parts import ClaimCard, Link, Opposition, Part
from zjkg.query.prefixes import shortened
from zjkg.vocab import RDF

_TOLD = frozenset({"rdf:type", "zj:reason"})  # in the heading


class Statement(Part, frozen=True, kw_only=True):
    """A property with one value; ``link`` where the value is an IRI."""

    term: str
    label: str
    text: str
    lang: str
    link: Link | None


class ThingPage(Part, frozen=True, kw_only=True):
    """Anything else: what is said of it, and the claims that it rests on."""

    link: Link
    classes: list[str]
    statements: list[Statement]
    claims: list[ClaimCard]


class ConflictPage(Part, frozen=True, kw_only=True):
    """One contradiction."""

    conflict: Opposition


def thing_page(context: Context, iri: str, fields: dict[str, str]) -> Part | None:
    """The page of an IRI of which something is known."""
    reader = context.reader
    classes = {name.removeprefix(TERMS) for name in reader.values(iri, "rdf:type")}
    if "https://schema.org/NewsArticle" in classes:
        versions = reader.subjects("prov:specializationOf", iri)
        return article_page(context, versions[-1], fields) if versions else None
    if "ArticleVersion" in classes:
        return article_page(context, iri, fields)
    if "Contradiction" in classes:
        found = opposition(context, iri)
        return ConflictPage(conflict=found) if found else _other(context, iri)
    if "Claim" in classes:
        return claim_page(context, iri) or _other(context, iri)
    if context.type_of(iri):
        return entity_page(context, iri)
    return _other(context, iri)


def _other(context: Context, iri: str) -> ThingPage:
    """A check, a derived value, a mention, a place in a text: its statements as they are."""
    quads: list[Any] = list(context.store.quads_for_pattern(NamedNode(iri), None, None, None))
    pairs = sorted({(quad.predicate.value, quad.object) for quad in quads}, key=str)
    statements = [_statement(context, term, value) for term, value in pairs[: context.rows]]
    claims = [each.link.iri for each in statements if each.link]
    reason = context.reader.bilingual(iri, "zj:reason").pick(context.lang)
    link = context.link(iri)
    return ThingPage(
        link=msgspec.structs.replace(link, label=reason) if reason else link,
        classes=[
            context.term_label(value.value)
            for term, value in pairs
            if term == RDF.type.value and isinstance(value, NamedNode)
        ],
        statements=[each for each in statements if each.term not in _TOLD],
        claims=cards(context, claims),
    )


def _statement(context: Context, term: str, value: NamedNode | Literal) -> Statement:
    link = named_link(context, value.value) if isinstance(value, NamedNode) else None
    return Statement(
        term=shortened(term),
        label=context.term_label(term),
        text=link.label if link else value.value,
        lang=link.lang if link else getattr(value, "language", None) or "",
        link=link,
    )
