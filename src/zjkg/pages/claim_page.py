"""The page of one claim: everything that can be said for and against it."""

from __future__ import annotations

from typing import Any

from pyoxigraph import Literal, NamedNode

from zjkg.errors import Bilingual, MessageLanguage
from zjkg.pages.claims import card, cards, conflicts_of, named_link
from zjkg.pages.context import Context
from zjkg.pages.parts import ClaimCard, Link, Opposition, Part
from zjkg.query.answer import ProvenanceItem
from zjkg.query.citation import reference
from zjkg.query.claim_reader import claim_item
from zjkg.query.prefixes import shortened
from zjkg.vocab import RDF, ZJ

# What has its own place on the page.
_TOLD = frozenset(
    term.value
    for term in (
        *(RDF.type, ZJ.evidence, ZJ.focus, ZJ.restatedIn),
        *(ZJ.speaker, ZJ.rule, ZJ.modality),
    )
)
_STYLES = {
    "en": Bilingual("Chicago", "芝加哥格式（Chicago）"),
    "zh": Bilingual("GB/T 7714", "GB/T 7714"),
}
_TIES = {
    "article": Bilingual("in one article", "同一文章"),
    "repost": Bilingual("one is a repost of the other", "转载"),
    "outlet": Bilingual("from one outlet", "同一媒体"),
    "speaker": Bilingual("said by one speaker", "同一说话人"),
    "release": Bilingual("go back to one release", "同一发布"),
}


class Value(Part, frozen=True, kw_only=True):
    """A value of a claim; ``link`` where it is a thing with a page."""

    text: str
    lang: str
    link: Link | None


class Field(Part, frozen=True, kw_only=True):
    """A property of a claim with its values, and what the ontology says of the property."""

    term: str
    label: str
    comment: str
    values: list[Value]


class Origin(Part, frozen=True, kw_only=True):
    """Claims that say the same and go back to one origin, and what ties them."""

    tie: str
    tie_label: str
    claims: list[ClaimCard]


class Consequence(Part, frozen=True, kw_only=True):
    """A check or a value that was computed from the claim."""

    link: Link
    kind_label: str
    reason: str


class Reference(Part, frozen=True, kw_only=True):
    """The article of a claim as a reference to copy, in the style of a language."""

    style: str
    text: str


class Restated(Part, frozen=True, kw_only=True):
    """Another sentence of the article that states the fact again; offsets count code points."""

    quote: str
    start: int
    end: int


class ClaimPage(Part, frozen=True, kw_only=True):
    """A claim with its values, what says the same, what contradicts it, what follows from it."""

    claim: ClaimCard
    restated: list[Restated]
    metrics: list[Link]
    fields: list[Field]
    origins: list[Origin]
    conflicts: list[Opposition]
    references: list[Reference]
    consequences: list[Consequence]


def claim_page(context: Context, claim: str) -> ClaimPage | None:
    """The page of a claim; None where the IRI is none."""
    own, item = card(context, claim), claim_item(context.reader, claim)
    if own is None or item is None:
        return None
    return ClaimPage(
        claim=own,
        restated=[
            Restated(quote=each.sentence, start=each.start, end=each.end) for each in item.restated
        ],
        metrics=[
            context.link(iri)
            for iri in sorted(set(context.reader.values(claim, "zj:measureConcept")))
        ],
        fields=_fields(context, claim, own.article.version),
        origins=_origins(context, claim),
        conflicts=conflicts_of(context, claim),
        references=_references(context, item),
        consequences=_consequences(context, claim),
    )


def _references(context: Context, item: ProvenanceItem) -> list[Reference]:
    """The style of the reader's language first."""
    languages: tuple[MessageLanguage, ...] = ("zh", "en") if context.lang == "zh" else ("en", "zh")
    return [
        Reference(style=_STYLES[lang].pick(context.lang), text=reference(item, lang))
        for lang in languages
    ]


def _fields(context: Context, claim: str, graph: str) -> list[Field]:
    values: dict[str, list[Value]] = {}
    pattern = (NamedNode(claim), None, None, NamedNode(graph))
    quads: list[Any] = list(context.store.quads_for_pattern(*pattern))
    for quad in sorted(quads, key=lambda quad: (quad.predicate.value, str(quad.object))):
        if quad.predicate.value not in _TOLD:
            values.setdefault(quad.predicate.value, []).append(_value(context, quad.object))
    return [_field(context, term, found) for term, found in values.items()]


def _field(context: Context, term: str, values: list[Value]) -> Field:
    comment = context.reader.bilingual(term, "rdfs:comment").pick(context.lang)
    label = context.term_label(term)
    return Field(term=shortened(term), label=label, comment=comment, values=values)


def _value(context: Context, term: NamedNode | Literal) -> Value:
    if isinstance(term, Literal):
        return Value(text=term.value, lang=term.language or "", link=None)
    link = named_link(context, term.value)
    return Value(text=link.label, lang=link.lang, link=link)


def _origins(context: Context, claim: str) -> list[Origin]:
    """What else says the same, by origin; the origin of the claim itself comes first."""
    reader = context.reader
    found: list[Origin] = []
    for group in reader.subjects("zj:claim", claim):
        for origin in reader.values(group, "zj:origin"):
            tie = reader.first(origin, "zj:tie") or ""
            members = [each for each in reader.values(origin, "zj:claim") if each != claim]
            if members:
                label = _TIES[tie].pick(context.lang) if tie in _TIES else tie
                shown = cards(context, members[: context.rows])
                found.append(Origin(tie=tie, tie_label=label, claims=shown))
    return found


def _consequences(context: Context, claim: str) -> list[Consequence]:
    reader = context.reader
    return [
        Consequence(
            link=Link(iri=iri, path=context.addresses.thing(iri), label=iri.rpartition("/")[2]),
            kind_label=" ".join(
                context.term_label(name)
                for name in reader.values(iri, "rdf:type")
                if name.startswith(ZJ.Claim.value.removesuffix("Claim"))
            ),
            reason=reader.bilingual(iri, "zj:reason").pick(context.lang),
        )
        for iri in reader.subjects("zj:input", claim)
    ]
