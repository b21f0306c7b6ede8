"""SHACL validation whose messages name the sentence, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib.namespace import RDF, SH, XSD

from zjkg.errors import Bilingual, ZjkgError
from zjkg.graph.violations import SentenceIndex, Violation
from zjkg.settings import resource

_STRING = NamedNode(str(XSD.string))
_Node = rdflib.URIRef | rdflib.BNode | rdflib.Literal


def validate(dataset: Iterable[Quad]) -> list[Violation]:
    """What :func:`zjkg.graph.validate` promises."""
    quads = list(dataset)
    data = _union(quads)
    shapes = rdflib.Graph().parse(resource("ontology") / "shapes.ttl", format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise ZjkgError(
            Bilingual("the shapes cannot be used", "数据形状无法使用"),
            where="ontology/shapes.ttl",
            expected=Bilingual("valid SHACL", "有效的 SHACL"),
            next_step=Bilingual(f"see: {report}", f"详见：{report}"),
        )
    if (None, RDF.type, SH.ValidationResult) not in report:
        return []
    return sorted(_violations(report, SentenceIndex(quads)), key=Violation.sort_key)


def _violations(report: rdflib.Graph, sentences: SentenceIndex) -> Iterator[Violation]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        messages = {
            message.language: str(message)
            for message in report.objects(result, SH.resultMessage)
            if isinstance(message, rdflib.Literal)
        }
        fallback = min(messages.values(), default="")
        message = Bilingual(messages.get("en", fallback), messages.get("zh", fallback))
        severity = str(report.value(result, SH.resultSeverity)).rpartition("#")[2]
        yield sentences.violation(
            str(report.value(result, SH.focusNode)),
            str(report.value(result, SH.resultPath) or ""),
            message,
            str(report.value(result, SH.sourceShape)),
            severity,
        )


def _union(quads: Iterable[Quad]) -> rdflib.Graph:
    """The quads without their graphs, and the ontology that the shapes refer to."""
    ontology = parse((resource("ontology") / "zjkg.ttl").read_bytes(), format=RdfFormat.TURTLE)
    graph = rdflib.Graph()
    known: dict[object, _Node] = {}
    for source in (ontology, quads):
        for quad in source:
            subject, predicate, value = (
                known.get(term) or known.setdefault(term, _node(term))
                for term in (quad.subject, quad.predicate, quad.object)
            )
            graph.add((subject, predicate, value))
    return graph


def _node(term: object) -> _Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        # rdflib holds "a" and "a"^^xsd:string as two terms; the shapes, read by it, have the first.
        datatype = None if term.datatype == _STRING else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    raise TypeError(f"RDF 1.1 terms only, not {term!r}")
