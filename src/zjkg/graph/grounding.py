"""Proves again, on a loaded graph, that every claim leads back to its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Store

from zjkg.errors import Bilingual
from zjkg.graph.terms import RELATION_PROPERTIES
from zjkg.graph.version_graph import VersionGraph
from zjkg.graph.violations import SentenceIndex, Violation
from zjkg.model import Modality
from zjkg.vocab import OA, ORG, PROV, RDF, RDFS, SKOS, ZJ

_CHECK = "https://zjkg.example/ontology/checks#"
# Words of the article: whatever these hold must stand in the stored text.
_AS_WRITTEN = (
    RDFS.label,
    ZJ.name,
    ZJ.subjectLabel,
    ZJ.thing,
    ZJ.measure,
    ZJ.qualifier,
    ZJ.shareOf,
    ZJ.periodExpression,
    ZJ.post,
    ZJ.part,
    ZJ.anchor,
    SKOS.prefLabel,
)
_Found = tuple[str, NamedNode, str]
_MESSAGES = {
    "text": Bilingual("The version has not exactly one text.", "该版本不是恰有一份文本。"),
    "article": Bilingual("The version belongs to no article.", "该版本不属于任何文章。"),
    "source": Bilingual("The evidence is not of this version.", "证据不属于本版本。"),
    "selectors": Bilingual(
        "The evidence has not exactly one quote, start and end.",
        "证据不是恰有一段引文、一个起始和一个结束偏移。",
    ),
    "offsets": Bilingual("The offsets leave the stored text.", "偏移超出存储文本。"),
    "quote": Bilingual("The quote does not stand at its offsets.", "引文与偏移处的文字不符。"),
    "words": Bilingual("These words are not in the stored text.", "存储文本中没有这些文字。"),
    "quotation": Bilingual("The quotation is not what stands there.", "引语与原文不符。"),
    "evidence": Bilingual("The claim does not lead to a sentence.", "该陈述无法追溯到句子。"),
    "focus": Bilingual(
        "The words of the claim are outside its sentence.", "该陈述的关键文字不在其句子之中。"
    ),
    "direct": Bilingual("An actual relation has no direct triple.", "事实性关系没有直接三元组。"),
    "claim": Bilingual("A direct triple has no claim.", "直接三元组没有对应的陈述。"),
}


def check_grounding(store: Store) -> list[Violation]:
    """Every place where the graph does not stand on the stored texts; empty when it does.

    Checked in code rather than in SPARQL, one article version at a time: ``text[start:end]`` is
    the quote; words as written occur in the text; a claim's words lie in its sentence; a quotation
    runs from its first to its last quoted character; a direct triple has its claim. Time is linear
    in the graph, memory in its largest article.
    """
    versions = store.quads_for_pattern(None, RDF.type, ZJ.ArticleVersion, None)
    graphs = {quad.graph_name.value for quad in versions if isinstance(quad.graph_name, NamedNode)}
    found = list(_orphans(store, graphs))
    for name in sorted(graphs):
        graph = VersionGraph(store, name)
        found += [
            graph.sentences.violation(focus, path.value, _MESSAGES[check], _CHECK + check)
            for focus, path, check in _problems(graph)
        ]
    return sorted(found, key=Violation.sort_key)


def _orphans(store: Store, versions: set[str]) -> Iterator[Violation]:
    """Selected parts that stand in no article version's graph."""
    for quad in store.quads_for_pattern(None, RDF.type, OA.SpecificResource, None):
        if getattr(quad.graph_name, "value", "") not in versions:
            focus = str(getattr(quad.subject, "value", quad.subject))
            index = SentenceIndex(store.quads_for_pattern(quad.subject, None, None, None))
            yield index.violation(focus, OA.hasSource.value, _MESSAGES["source"], _CHECK + "source")


def _problems(graph: VersionGraph) -> Iterator[_Found]:
    """Node, property and check of everything that is not grounded."""
    if len(graph.texts) != 1:
        yield graph.name, ZJ.text, "text"
    if not graph.values(graph.name, PROV.specializationOf):
        yield graph.name, PROV.specializationOf, "article"
    for part in graph.instances(OA.SpecificResource):
        yield from _selected_part(graph, part)
    yield from _words(graph)
    yield from _evidence(graph)
    for node in graph.instances(ZJ.Quotation):
        yield from _quotation(graph, node)
    for node in graph.instances(ZJ.Relation):
        yield from _relation(graph, node)
    yield from _direct_triples(graph)


def _selected_part(graph: VersionGraph, part: str) -> Iterator[_Found]:
    if graph.values(part, OA.hasSource) != [graph.name]:
        yield part, OA.hasSource, "source"
    span, exact = graph.span(part), graph.selected(part, OA.exact)
    if span is None or len(exact) != 1:
        yield part, OA.hasSelector, "selectors"
    elif not span.start < span.end <= len(graph.text):
        yield part, OA.end, "offsets"
    elif span.of(graph.text) != exact[0]:
        yield part, OA.exact, "quote"


def _words(graph: VersionGraph) -> Iterator[_Found]:
    for predicate in _AS_WRITTEN:
        for node, value in graph.rows(predicate):
            if value not in graph.text:
                yield node, predicate, "words"
    for node, value in graph.rows(ZJ.position):
        if not value.isdecimal() or int(value) > len(graph.text):
            yield node, ZJ.position, "offsets"


def _evidence(graph: VersionGraph) -> Iterator[_Found]:
    """Evidence and focus lead to selected parts of this version, the focus to one inside."""
    parts = set(graph.instances(OA.SpecificResource))
    for predicate in (ZJ.evidence, ZJ.focus, ZJ.restatedIn, OA.hasTarget):
        for node, part in graph.rows(predicate):
            if part not in parts:
                yield node, predicate, "evidence"
    across_sentences = set(graph.instances(ZJ.Quotation))
    for node in graph.instances(ZJ.Claim):
        sentences = graph.spans(node, ZJ.evidence)
        if not graph.values(node, ZJ.evidence):
            yield node, ZJ.evidence, "evidence"
        elif node not in across_sentences and sentences:
            for focus in graph.spans(node, ZJ.focus):
                if not any(sentence.covers(focus) for sentence in sentences):
                    yield node, ZJ.focus, "focus"


def _quotation(graph: VersionGraph, node: str) -> Iterator[_Found]:
    spans = graph.spans(node, ZJ.focus)
    whole = graph.text[min(s.start for s in spans) : max(s.end for s in spans)] if spans else ""
    if graph.values(node, ZJ.text) != [whole]:
        yield node, ZJ.text, "quotation"


def _relation(graph: VersionGraph, node: str) -> Iterator[_Found]:
    """What is actual can also be read without going through the claim."""
    if graph.values(node, ZJ.modality) != [Modality.ACTUAL.value]:
        return
    direct = {
        value
        for subject in graph.values(node, RDF.subject)
        for predicate in graph.values(node, RDF.predicate)
        for value in graph.values(subject, NamedNode(predicate))
    }
    if not direct.intersection(graph.values(node, RDF.object)):
        yield node, RDF.predicate, "direct"


def _direct_triples(graph: VersionGraph) -> Iterator[_Found]:
    claimed = {
        (subject, predicate, value)
        for node in graph.instances(ZJ.Relation)
        for subject in graph.values(node, RDF.subject)
        for predicate in graph.values(node, RDF.predicate)
        for value in graph.values(node, RDF.object)
    } | {
        (person, ORG.memberOf.value, organization)
        for node in graph.instances(ZJ.Role)
        for person in graph.values(node, ORG.member)
        for organization in graph.values(node, ORG.organization)
    }
    for predicate in (*RELATION_PROPERTIES.values(), ORG.memberOf):
        for subject, value in graph.rows(predicate):
            if (subject, predicate.value, value) not in claimed:
                yield subject, predicate, "claim"
