"""Claims as cards: what a claim says, its sentence, its speaker, its article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from zjkg.errors import Bilingual
from zjkg.ids import TERMS
from zjkg.pages.amounts import amount, whole
from zjkg.pages.context import Context, html_language, node
from zjkg.pages.parts import ArticleLine, ClaimCard, Link, Opposition, Run, Section
from zjkg.query.answer import ProvenanceItem
from zjkg.query.claim_reader import claim_item
from zjkg.query.opening import beginning, opening
from zjkg.query.summary import summary

_CITED = "cited"
_COLON = Bilingual(": ", "：")
_SAID_OF = ("subjectLabel", "measure")


def card(context: Context, claim: str) -> ClaimCard | None:
    """The card of a claim; None where the IRI is no claim with a sentence."""
    item = claim_item(context.reader, claim)
    graph = context.reader.graph_of(claim, "zj:Claim")
    if item is None or graph is None:
        return None
    speaker = context.reader.first(claim, "zj:speaker", graph)
    modality = context.reader.first(claim, "zj:modality", graph) or ""
    agreement = item.agreement
    words = said(context, claim, item.kind, graph)
    return ClaimCard(
        link=Link(
            iri=claim,
            path=context.addresses.thing(claim),
            label=words or item.sentence,
        ),
        kind=item.kind,
        kind_label=context.term_label(f"{TERMS}{item.kind}"),
        summary=words,
        quote=item.sentence,
        runs=runs(item),
        start=item.start,
        end=item.end,
        place=place(context, graph, claim.removeprefix(f"{graph}/")),
        article=article_line(context, graph),
        speaker=context.link(speaker) if speaker else None,
        rule=item.rule or "",
        modality=modality,
        modality_label=context.concept_label("modality", modality) if modality else "",
        mentions=agreement.mentions if agreement else 0,
        articles=agreement.articles if agreement else 0,
        origins=agreement.origins if agreement else 0,
        conflicts=len(item.contradictions),
    )


def said(context: Context, claim: str, kind: str, graph: str) -> str:
    """What a claim says, in a line; empty for kinds that only their sentence explains."""
    if kind == "Quotation":
        return _quoted(context, claim, graph)
    if kind == "LicenceTrade" and (figure := context.reader.first(claim, "zj:figure", graph)):
        way = summary(context.reader, claim, kind, graph).pick(context.lang)
        way = way.partition(_COLON.pick(context.lang))[0]
        return f"{way}{_COLON.pick(context.lang)}{_figure(context, figure, graph)}"
    if kind != "Observation":
        return summary(context.reader, claim, kind, graph).pick(context.lang)
    labels = (context.reader.first(claim, f"zj:{name}", graph) for name in _SAID_OF)
    what = " · ".join(filter(None, labels))
    return f"{what}{_COLON.pick(context.lang)}{_figure(context, claim, graph)}"


def _figure(context: Context, claim: str, graph: str) -> str:
    """The number of an observation with its whole and its period."""

    def get(name: str) -> str:
        return context.reader.first(claim, f"zj:{name}", graph) or ""

    highest, share = get("valueMax"), get("shareOf")
    value = amount(
        Decimal(get("value") or "0"),
        Decimal(highest) if highest else None,
        get("unit"),
        get("comparator"),
        context.lang,
    )
    of = whole(share, context.lang) if share else ""
    of_whole = Bilingual(f" of {of}", f"，占{of}").pick(context.lang) if of else ""
    period = "/".join(dict.fromkeys(filter(None, (get("periodStart"), get("periodEnd")))))
    comma = Bilingual(", ", "，").pick(context.lang)
    way = direction(context, get("change"))
    return comma.join(filter(None, (f"{way}{value}{of_whole}", period)))


def direction(context: Context, change: str) -> str:
    """``up `` or ``down `` before a value that is a change, nothing before a level."""
    space = Bilingual(" ", "").pick(context.lang)
    return f"{context.concept_label('change', change)}{space}" if change else ""


def _quoted(context: Context, claim: str, graph: str) -> str:
    """Who says it, and how it begins."""
    speaker = context.reader.first(claim, "zj:speaker", graph)
    words = beginning(context.reader.first(claim, "zj:text", graph) or "")
    who = f"{context.link(speaker).label}{_COLON.pick(context.lang)}" if speaker else ""
    return f"{who}“{words}”"


def cards(context: Context, claims: Iterable[str]) -> list[ClaimCard]:
    """The cards of those IRIs that are claims, in their order."""
    found = (card(context, claim) for claim in claims)
    return [each for each in found if each]


def section(context: Context, title: str, claims: Sequence[str], most: int) -> Section:
    """The first of the claims under a heading."""
    return Section(title=title, claims=cards(context, claims[:most]), total=len(claims))


def place(context: Context, version: str, claim: str) -> str:
    """The address of the article with the sentence of the claim marked and in view."""
    article = context.reader.first(version, "prov:specializationOf", version) or version
    path, _, fields = context.addresses.thing(article).partition("?")
    given = f"{fields}&" if fields else ""
    return f"{path}?{given}claim={claim}#{_CITED}"


def article_line(context: Context, version: str) -> ArticleLine:
    """What is said of an article wherever it is named."""
    reader = context.reader
    article = reader.first(version, "prov:specializationOf", version) or version
    source = reader.first(version, "zj:source", version) or version
    outlet = reader.first(article, "dcterms:publisher", version)
    lang = html_language(reader.first(article, "dcterms:language", version) or "")
    title = reader.first(article, "schema:headline", version) or opening(reader, article, version)
    return ArticleLine(
        link=Link(
            iri=article, path=context.addresses.thing(article), label=title or source, lang=lang
        ),
        version=version,
        source=source,
        publisher=context.link(outlet) if outlet else None,
        published=reader.first(article, "zj:issuedLocal", version),
        lang=lang,
    )


def opposition(context: Context, conflict: str) -> Opposition | None:
    """A contradiction with both claims; None where one of them is not there."""
    ends = [context.reader.first(conflict, name) for name in ("zj:first", "zj:second")]
    sides = [card(context, end) if end else None for end in ends]
    if sides[0] is None or sides[1] is None:
        return None
    kind = context.reader.first(conflict, "zj:conflictType") or ""
    return Opposition(
        link=Link(iri=conflict, path=context.addresses.thing(conflict), label=kind),
        type=kind,
        type_label=context.concept_label("conflictType", kind),
        reason=context.reader.bilingual(conflict, "zj:reason").pick(context.lang),
        first=sides[0],
        second=sides[1],
    )


def conflicts_of(context: Context, claim: str) -> list[Opposition]:
    """The contradictions in which a claim stands."""
    found = {
        conflict
        for name in ("zj:first", "zj:second")
        for conflict in context.reader.subjects(name, claim)
    }
    shown = (opposition(context, conflict) for conflict in sorted(found))
    return [each for each in shown if each]


def runs(item: ProvenanceItem) -> list[Run]:
    """The sentence in stretches, those that carry the claim strong."""
    spans = [(start - item.start, end - item.start) for start, end in item.focus]
    return marked(item.sentence, spans)


def marked(text: str, spans: Iterable[tuple[int, int]]) -> list[Run]:
    """A text in stretches, those inside one of the spans strong."""
    found: list[Run] = []
    at = 0
    for start, end in sorted(spans):
        first, last = max(start, at, 0), min(end, len(text))
        if first >= last:
            continue
        if first > at:
            found.append(Run(text=text[at:first]))
        found.append(Run(text=text[first:last], strong=True))
        at = last
    if at < len(text):
        found.append(Run(text=text[at:]))
    return found


def named_link(context: Context, iri: str) -> Link:
    """A thing as a link; a claim, which has no name, by what it says."""
    link = context.link(iri)
    graph = context.reader.graph_of(iri, "zj:Claim")
    item = claim_item(context.reader, iri) if graph else None
    if item is None or graph is None:
        return link
    words = said(context, iri, item.kind, graph) or item.sentence
    return msgspec.structs.replace(link, label=words, lang="")


def listed(iris: Iterable[str]) -> str:
    """IRIs as a query writes them after ``VALUES``."""
    return " ".join(node(iri) for iri in iris)
