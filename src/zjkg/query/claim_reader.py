"""Claims, mentions and passages of the graph as provenance items."""

from __future__ import annotations

from dataclasses import replace

from zjkg.errors import Bilingual
from zjkg.passages import occurrences, sentence_around
from zjkg.query.answer import Agreement, Opposition, ProvenanceItem, Restatement
from zjkg.query.opening import opening
from zjkg.query.prefixes import shortened
from zjkg.query.reader import GraphReader
from zjkg.query.summary import summary

_NOTHING = Bilingual("", "")
_AFTER_ALL_DATES = "~"


def claim_item(reader: GraphReader, claim: str) -> ProvenanceItem | None:
    """The item of a claim, or None where the IRI is no claim with a sentence."""
    graph = reader.graph_of(claim, "zj:Claim")
    evidence = reader.first(claim, "zj:evidence", graph) if graph else None
    selected = _selected(reader, evidence) if evidence else None
    if graph is None or selected is None:
        return None
    kind = _kind(reader, claim, graph)
    speaker = reader.first(claim, "zj:speaker", graph)
    spans = (_selected(reader, target) for target in reader.values(claim, "zj:focus", graph))
    return replace(
        _bare_item(reader, graph, kind, selected),
        claim=claim,
        summary=summary(reader, claim, kind, graph),
        focus=tuple(sorted(span[1:] for span in spans if span)),
        speaker=reader.label(speaker, graph) if speaker else None,
        rule=reader.first(claim, "zj:rule", graph),
        agreement=_agreement(reader, claim),
        contradictions=_oppositions(reader, claim),
        restated=_restated(reader, claim, graph),
    )


def mention_item(reader: GraphReader, mention: str) -> ProvenanceItem | None:
    """The item of a mention: the sentence around it in the stored text."""
    graph = reader.graph_of(mention, "zj:Mention")
    target = reader.first(mention, "oa:hasTarget", graph) if graph else None
    selected = _selected(reader, target) if target else None
    if graph is None or selected is None:
        return None
    return _passage(reader, graph, "Mention", selected[1:])


def passage_items(reader: GraphReader, graph: str, words: str) -> list[ProvenanceItem]:
    """One item for each place of an article's text that contains the words."""
    spans = occurrences(reader.first(graph, "zj:text", graph) or "", words)
    return [item for span in spans if (item := _passage(reader, graph, "Passage", span))]


def publication(reader: GraphReader, graph: str) -> tuple[str, str, str]:
    """What article graphs are ordered by: local publication date (undated last), source, IRI."""
    article = reader.first(graph, "prov:specializationOf", graph) or graph
    date = reader.first(article, "zj:issuedLocal", graph) or _AFTER_ALL_DATES
    return date, reader.first(graph, "zj:source", graph) or "", graph


def authors(reader: GraphReader, article: str, graph: str) -> list[str]:
    """The IRIs of an article's authors in the order in which the text first has their names."""
    found = reader.values(article, "schema:author", graph)
    text = (reader.first(graph, "zj:text", graph) or "") if len(found) > 1 else ""
    names = {iri: reader.label(iri, graph) for iri in found}
    return sorted(found, key=lambda iri: (text.find(names[iri]), names[iri], iri))


def _passage(
    reader: GraphReader, graph: str, kind: str, span: tuple[int, int]
) -> ProvenanceItem | None:
    text = reader.first(graph, "zj:text", graph)
    if text is None:
        return None
    start, end = sentence_around(text, *span)
    return replace(_bare_item(reader, graph, kind, (text[start:end], start, end)), focus=(span,))


def _bare_item(
    reader: GraphReader, graph: str, kind: str, selected: tuple[str, int, int]
) -> ProvenanceItem:
    """An item that knows its sentence and its article, and no claim yet."""
    sentence, start, end = selected
    article = reader.first(graph, "prov:specializationOf", graph) or graph
    outlet = reader.first(article, "dcterms:publisher", graph)
    title = reader.first(article, "schema:headline", graph)
    return ProvenanceItem(
        claim=None,
        kind=kind,
        summary=_NOTHING,
        sentence=sentence,
        start=start,
        end=end,
        focus=(),
        speaker=None,
        source=reader.first(graph, "zj:source", graph) or graph,
        title=title,
        publisher=reader.label(outlet, graph) if outlet else None,
        published=reader.first(article, "zj:issuedLocal", graph),
        rule=None,
        agreement=None,
        contradictions=(),
        url=reader.first(article, "schema:url", graph),
        authors=tuple(reader.label(iri, graph) for iri in authors(reader, article, graph)),
        opening="" if title else opening(reader, article, graph),
        is_web=reader.first(graph, "dcterms:format", graph) == "text/html",
    )


def _restated(reader: GraphReader, claim: str, graph: str) -> tuple[Restatement, ...]:
    found = (_selected(reader, each) for each in reader.values(claim, "zj:restatedIn", graph))
    sentences = (Restatement(*each) for each in found if each)
    return tuple(sorted(sentences, key=lambda each: each.start))


def _kind(reader: GraphReader, claim: str, graph: str) -> str:
    names = (shortened(iri) for iri in reader.values(claim, "rdf:type", graph))
    own = (name.removeprefix("zj:") for name in names if name.startswith("zj:"))
    return next((name for name in own if name != "Claim"), "Claim")


def _selected(reader: GraphReader, target: str) -> tuple[str, int, int] | None:
    """The quote and the offsets of a SpecificResource."""
    found: dict[str, str] = {}
    for selector in reader.values(target, "oa:hasSelector"):
        for name in ("oa:exact", "oa:start", "oa:end"):
            value = reader.first(selector, name)
            if value is not None:
                found[name] = value
    if len(found) < len(("oa:exact", "oa:start", "oa:end")):
        return None
    return found["oa:exact"], int(found["oa:start"]), int(found["oa:end"])


def _oppositions(reader: GraphReader, claim: str) -> tuple[Opposition, ...]:
    found = []
    for own, other in (("zj:first", "zj:second"), ("zj:second", "zj:first")):
        for conflict in reader.subjects(own, claim):
            for opposed in reader.values(conflict, other):
                opposition = _opposition(reader, conflict, opposed)
                if opposition:
                    found.append(opposition)
    return tuple(sorted(found, key=lambda item: (item.type, item.source, item.claim)))


def _opposition(reader: GraphReader, conflict: str, opposed: str) -> Opposition | None:
    graph = reader.graph_of(opposed, "zj:Claim")
    evidence = reader.first(opposed, "zj:evidence", graph)
    selected = _selected(reader, evidence) if evidence else None
    if graph is None or selected is None:
        return None
    return Opposition(
        reader.first(conflict, "zj:conflictType") or "",
        opposed,
        selected[0],
        reader.first(graph, "zj:source", graph) or graph,
        reader.bilingual(conflict, "zj:reason"),
    )


def _agreement(reader: GraphReader, claim: str) -> Agreement | None:
    """How many mentions, articles and origins say what the claim says, if any other does."""
    for group in reader.subjects("zj:claim", claim):
        counts = [
            reader.first(group, name)
            for name in ("zj:mentionCount", "zj:articleCount", "zj:originCount")
        ]
        mentions, articles, origins = (int(count) if count else 0 for count in counts)
        if origins:
            return Agreement(mentions, articles, origins)
    return None
