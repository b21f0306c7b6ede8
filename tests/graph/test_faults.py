"""Each fault is seeded into a clean graph; a check must find it and name its sentence."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.graph import Violation, check_grounding, ontology_quads, validate
from zjkg.vocab import DCTERMS, OA, ORG, PROV, RDF, RDFS, SCHEMA, SKOS, XSD, ZJ

Corpus = Any  # the class of conftest.py, which a test module cannot import

Term = NamedNode | Literal
NUMBERS = "去年滨江园区集聚企业300余家，产值8亿元至10亿元（1.2亿美元），占全国45%。"
SPEECH = "星河生物创始人曾小芸说，“𠮷星指数不高。”她又说，“我们会更好。”"
SETTLED = "星河生物位于滨江园区，拟落户云帆国际中心。"
ATTENDED = "星河生物董事長曾小芸出席濱江論壇。"
NOBODY = NamedNode("https://zjkg.example/entity/nobody")


def find(
    store: Store, predicate: NamedNode, value: Term | None = None, subject: NamedNode | None = None
) -> list[Quad]:
    return sorted(store.quads_for_pattern(subject, predicate, value, None), key=str)


def change(store: Store, quad: Quad, value: Term) -> None:
    store.remove(quad)
    store.add(Quad(quad.subject, quad.predicate, value, quad.graph_name))


def observed(store: Store, unit: str) -> NamedNode:
    node = find(store, ZJ.unit, Literal(unit))[0].subject
    assert isinstance(node, NamedNode)
    return node


def typed(store: Store, kind: NamedNode) -> NamedNode:
    node = find(store, RDF.type, kind)[0].subject
    assert isinstance(node, NamedNode)
    return node


def of(store: Store, node: NamedNode, predicate: NamedNode) -> Quad:
    return find(store, predicate, subject=node)[0]


def selector(store: Store, words: str) -> tuple[Quad, Quad, Quad]:
    """The exact, start and end quads of the selected part that quotes the words."""
    exact = find(store, OA.exact, Literal(words))[0]
    part = find(store, OA.hasSelector, exact.subject)[0].subject  # type: ignore[arg-type]
    assert isinstance(part, NamedNode)
    nodes = [quad.object for quad in find(store, OA.hasSelector, subject=part)]
    [start] = [q for n in nodes for q in find(store, OA.start, subject=n)]  # type: ignore[arg-type]
    [end] = [q for n in nodes for q in find(store, OA.end, subject=n)]  # type: ignore[arg-type]
    return exact, start, end


def without_evidence(store: Store) -> None:
    store.remove(of(store, observed(store, "CNY"), ZJ.evidence))


def dangling_evidence(store: Store) -> None:
    change(store, of(store, observed(store, "CNY"), ZJ.evidence), NOBODY)


def swapped_offsets(store: Store) -> None:
    _, start, end = selector(store, NUMBERS)
    first, last = start.object, end.object
    assert isinstance(first, Literal)
    assert isinstance(last, Literal)
    change(store, start, last)
    change(store, end, first)


def offsets_beyond_the_text(store: Store) -> None:
    change(store, selector(store, SETTLED)[2], Literal("9999", datatype=XSD.integer))


def shifted_offsets(store: Store) -> None:
    _, start, end = selector(store, ATTENDED)
    for quad in (start, end):
        moved = int(quad.object.value) - 1  # type: ignore[union-attr]
        change(store, quad, Literal(str(moved), datatype=XSD.integer))


def altered_quote(store: Store) -> None:
    change(store, selector(store, SETTLED)[0], Literal(SETTLED.replace("拟", "已")))


def missing_selector(store: Store) -> None:
    exact = selector(store, SETTLED)[0]
    store.remove(find(store, OA.hasSelector, exact.subject)[0])  # type: ignore[arg-type]


def unknown_modality(store: Store) -> None:
    change(store, of(store, observed(store, "CNY"), ZJ.modality), Literal("perhaps"))


def unknown_milestone_kind(store: Store) -> None:
    change(store, find(store, ZJ.milestoneKind)[0], Literal("began"))


def milestone_without_date(store: Store) -> None:
    store.remove(of(store, typed(store, ZJ.Milestone), ZJ.periodStart))


def milestone_ends_before_it_starts(store: Store) -> None:
    quad = of(store, typed(store, ZJ.Milestone), ZJ.periodEnd)
    change(store, quad, Literal("2021", datatype=XSD.gYear))


def thing_not_in_the_text(store: Store) -> None:
    quad = of(store, typed(store, ZJ.Milestone), ZJ.thing)
    change(store, quad, Literal("不在文中", language="zh-Hans"))


def unknown_comparator(store: Store) -> None:
    change(store, of(store, observed(store, "%"), ZJ.comparator), Literal("≈"))


def unit_with_a_language(store: Store) -> None:
    quad = of(store, observed(store, "CNY"), ZJ.unit)
    change(store, quad, Literal("元", language="zh"))


def value_as_text(store: Store) -> None:
    change(store, of(store, observed(store, "CNY"), ZJ.value), Literal("8亿"))


def range_without_upper_value(store: Store) -> None:
    store.remove(of(store, observed(store, "CNY"), ZJ.valueMax))


def range_upside_down(store: Store) -> None:
    quad = of(store, observed(store, "CNY"), ZJ.valueMax)
    change(store, quad, Literal("7", datatype=XSD.decimal))


def period_ends_before_it_starts(store: Store) -> None:
    quad = of(store, observed(store, "CNY"), ZJ.periodEnd)
    change(store, quad, Literal("2019-12", datatype=XSD.gYearMonth))


def measure_not_in_the_text(store: Store) -> None:
    quad = of(store, observed(store, "CNY"), ZJ.measure)
    change(store, quad, Literal("利润", language="zh-Hans"))


def self_contradiction(store: Store) -> None:
    node = typed(store, ZJ.Contradiction)
    change(store, of(store, node, ZJ.second), of(store, node, ZJ.first).object)  # type: ignore[arg-type]


def equivalent_to_itself(store: Store) -> None:
    node = observed(store, "USD")
    change(store, of(store, node, ZJ.equivalentTo), node)


def unknown_conflict_type(store: Store) -> None:
    quad = of(store, typed(store, ZJ.Contradiction), ZJ.conflictType)
    change(store, quad, Literal("vague"))


def relation_outside_range(store: Store) -> None:
    [quad] = find(store, RDF.predicate, ZJ.attends)
    change(store, quad, ZJ.locatedIn)


def relation_outside_domain(store: Store) -> None:
    node = find(store, RDF.predicate, ZJ.attends)[0].subject
    assert isinstance(node, NamedNode)
    park = find(store, RDF.type, ZJ.Park)[0].subject
    change(store, of(store, node, RDF.subject), park)  # type: ignore[arg-type]


def actual_relation_without_direct_triple(store: Store) -> None:
    store.remove(find(store, ZJ.attends)[0])


def role_without_person(store: Store) -> None:
    for quad in find(store, ORG.member):
        if "100_hans" in str(quad.subject):
            store.remove(quad)


def accepted_link_without_entity(store: Store) -> None:
    accepted = find(store, ZJ.accepted, Literal("true", datatype=XSD.boolean))[0].subject
    assert isinstance(accepted, NamedNode)
    store.remove(of(store, accepted, ZJ.about))


def dangling_speaker(store: Store) -> None:
    change(store, of(store, typed(store, ZJ.Quotation), ZJ.speaker), NOBODY)


def quotation_without_text(store: Store) -> None:
    store.remove(of(store, typed(store, ZJ.Quotation), ZJ.text))


def quotation_cut_short(store: Store) -> None:
    quad = of(store, typed(store, ZJ.Quotation), ZJ.text)
    change(store, quad, Literal("𠮷星指数不高。", language="zh-Hans"))


def direct_triple_without_a_claim(store: Store) -> None:
    quad = find(store, ZJ.attends)[0]
    store.add(Quad(quad.subject, ZJ.hosts, quad.object, quad.graph_name))


def entity_without_label(store: Store) -> None:
    park = find(store, RDF.type, ZJ.Event)[0].subject
    assert isinstance(park, NamedNode)
    for predicate in (RDFS.label, SKOS.prefLabel):
        for quad in find(store, predicate, subject=park):
            store.remove(quad)


def search_key_in_capitals(store: Store) -> None:
    quad = find(store, ZJ.searchKey)[0]
    store.add(Quad(quad.subject, ZJ.searchKey, Literal("XINGHE"), quad.graph_name))


def second_text(store: Store) -> None:
    quad = find(store, ZJ.text, subject=typed(store, ZJ.ArticleVersion))[0]
    store.add(Quad(quad.subject, ZJ.text, Literal("另一份", language="zh-Hans"), quad.graph_name))


def two_types(store: Store) -> None:
    quad = find(store, RDF.type, ZJ.Event)[0]
    store.add(Quad(quad.subject, RDF.type, ZJ.Index, quad.graph_name))


def reason_in_one_language(store: Store) -> None:
    store.remove(of(store, typed(store, ZJ.Merge), ZJ.reason))


def merge_without_name(store: Store) -> None:
    store.remove(of(store, typed(store, ZJ.Merge), ZJ.secondNamed))


def removal_beyond_the_text(store: Store) -> None:
    quad = of(store, typed(store, ZJ.Removal), ZJ.position)
    change(store, quad, Literal("9999", datatype=XSD.integer))


def evidence_of_another_version(store: Store) -> None:
    exact = selector(store, SETTLED)[0]
    part = find(store, OA.hasSelector, exact.subject)[0].subject  # type: ignore[arg-type]
    versions = find(store, RDF.type, ZJ.ArticleVersion)
    [other] = [q.subject for q in versions if "101_hant" in str(q.subject)]
    change(store, of(store, part, OA.hasSource), other)  # type: ignore[arg-type]


def focus_in_another_sentence(store: Store) -> None:
    elsewhere = of(store, typed(store, ZJ.Quotation), ZJ.focus).object
    assert isinstance(elsewhere, NamedNode)
    change(store, of(store, observed(store, "CNY"), ZJ.focus), elsewhere)


def version_without_article(store: Store) -> None:
    store.remove(find(store, PROV.specializationOf)[0])


def address_of_another_scheme(store: Store) -> None:
    article = typed(store, SCHEMA.NewsArticle)
    graph = of(store, article, RDF.type).graph_name
    written = Literal("javascript:alert(1)", datatype=XSD.anyURI)
    store.add(Quad(article, SCHEMA.url, written, graph))


def article_in_an_unknown_language(store: Store) -> None:
    change(store, find(store, DCTERMS.language)[0], Literal("zh"))


def confidence_above_one(store: Store) -> None:
    quad = of(store, typed(store, ZJ.Mention), ZJ.confidence)
    change(store, quad, Literal("1.5", datatype=XSD.decimal))


@dataclass(frozen=True)
class Fault:
    """A fault, the shapes or checks of which one must find it, and its sentence, if any."""

    seed: Callable[[Store], None]
    found_by: tuple[str, ...]
    sentence: str = ""


FAULTS = (
    Fault(without_evidence, ("shapes#Claim-evidence", "checks#evidence"), NUMBERS),
    Fault(dangling_evidence, ("shapes#Claim-evidence", "checks#evidence"), NUMBERS),
    Fault(swapped_offsets, ("shapes#TextPositionSelector-start", "checks#offsets"), NUMBERS),
    Fault(offsets_beyond_the_text, ("checks#offsets",), SETTLED),
    Fault(shifted_offsets, ("checks#quote",), ATTENDED),
    Fault(altered_quote, ("checks#quote",), SETTLED.replace("拟", "已")),
    Fault(missing_selector, ("shapes#SpecificResource-quote", "checks#selectors"), SETTLED),
    Fault(unknown_modality, ("shapes#Observation-modality",), NUMBERS),
    Fault(unknown_milestone_kind, ("shapes#Milestone-kind",), SETTLED),
    Fault(milestone_without_date, ("shapes#Milestone-periodStart",), SETTLED),
    Fault(milestone_ends_before_it_starts, ("shapes#Period",), SETTLED),
    Fault(thing_not_in_the_text, ("checks#words",), SETTLED),
    Fault(unknown_comparator, ("shapes#Observation-comparator",), NUMBERS),
    Fault(unit_with_a_language, ("shapes#Observation-unit",), NUMBERS),
    Fault(value_as_text, ("shapes#Observation-value",), NUMBERS),
    Fault(range_without_upper_value, ("shapes#Observation",), NUMBERS),
    Fault(range_upside_down, ("shapes#Observation-value",), NUMBERS),
    Fault(period_ends_before_it_starts, ("shapes#Period",), NUMBERS),
    Fault(equivalent_to_itself, ("shapes#Equivalent",), NUMBERS),
    Fault(measure_not_in_the_text, ("checks#words",), NUMBERS),
    Fault(self_contradiction, ("shapes#Contradiction-first",), NUMBERS),
    Fault(unknown_conflict_type, ("shapes#Contradiction-type",), NUMBERS),
    Fault(relation_outside_range, ("shapes#Relation",), ATTENDED),
    Fault(relation_outside_domain, ("shapes#Relation",), ATTENDED),
    Fault(actual_relation_without_direct_triple, ("checks#direct",), ATTENDED),
    Fault(role_without_person, ("shapes#Role-member",), SPEECH),
    Fault(accepted_link_without_entity, ("shapes#StockLink",), SPEECH),
    Fault(dangling_speaker, ("shapes#Claim-speaker",), SPEECH),
    Fault(quotation_without_text, ("shapes#Quotation-text", "checks#quotation"), SPEECH),
    Fault(quotation_cut_short, ("checks#quotation",), SPEECH),
    Fault(direct_triple_without_a_claim, ("checks#claim",)),
    Fault(entity_without_label, ("shapes#Entity-name",)),
    Fault(search_key_in_capitals, ("shapes#Entity-searchKey",)),
    Fault(second_text, ("shapes#ArticleVersion-text", "checks#text")),
    Fault(two_types, ("shapes#Entity-type",)),
    Fault(reason_in_one_language, ("shapes#Merge-reason",)),
    Fault(merge_without_name, ("shapes#Merge-secondNamed",)),
    Fault(removal_beyond_the_text, ("checks#offsets",)),
    Fault(evidence_of_another_version, ("checks#source",), SETTLED),
    Fault(focus_in_another_sentence, ("checks#focus",), NUMBERS),
    Fault(version_without_article, ("checks#article", "shapes#ArticleVersion-article")),
    Fault(address_of_another_scheme, ("shapes#Article-url",)),
    Fault(article_in_an_unknown_language, ("shapes#Article-language",)),
    Fault(confidence_above_one, ("shapes#Mention-confidence",)),
)


def all_found(store: Store) -> Iterator[Violation]:
    yield from check_grounding(store)
    yield from validate(store)


def test_a_clean_graph_has_no_violation(store: Store, corpus: Corpus) -> None:
    assert list(all_found(store)) == []
    store.extend(ontology_quads(corpus.minter))
    assert list(all_found(store)) == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.seed.__name__)
def test_a_fault_is_found_with_its_sentence(store: Store, fault: Fault) -> None:
    fault.seed(store)
    found = list(all_found(store))
    for expected in fault.found_by:
        named = [v for v in found if v.shape.endswith("/" + expected)]
        assert named, f"{expected} is not among {[v.shape for v in found]}"
        assert fault.sentence in {v.sentence for v in named} or not fault.sentence
        for violation in named:
            assert violation.sentence in violation.message.en
            assert violation.sentence in violation.message.zh
            assert violation.message.en != violation.message.zh
            assert violation.severity == "Violation"


def test_violations_come_in_one_order(store: Store) -> None:
    unknown_modality(store)
    role_without_person(store)
    found = validate(store)
    assert len(found) >= 2
    assert found == validate(reversed(list(store)))


def test_a_violation_names_its_article(store: Store) -> None:
    unknown_modality(store)
    [violation] = validate(store)
    assert violation.source == "100_hans"
    assert "Article: 100_hans." in violation.message.en
    assert "文章：100_hans。" in violation.message.zh
    assert violation.path == ZJ.modality.value


def test_evidence_outside_every_version_is_found(store: Store, corpus: Corpus) -> None:
    graph = NamedNode(corpus.minter.graph("derived"))
    store.add(Quad(NOBODY, RDF.type, OA.SpecificResource, graph))
    assert [v.focus for v in check_grounding(store)] == [NOBODY.value]


def test_a_graph_of_the_usual_size_is_validated_in_time(quads: list[Quad]) -> None:
    """About 20 articles of this size are as many triples as five news articles."""
    copies = [
        Quad(*(renamed(term, n) for term in (q.subject, q.predicate, q.object, q.graph_name)))
        for n in range(20)
        for q in quads
    ]
    started = time.perf_counter()
    assert validate(copies) == []
    assert time.perf_counter() - started < 20


def renamed(term: Any, copy: int) -> Any:  # noqa: ANN401
    if isinstance(term, NamedNode):
        return NamedNode(re.sub("/(article|derived)/", rf"/\1/{copy}-", term.value))
    return term


def test_a_circle_of_evidence_ends(store: Store) -> None:
    node = observed(store, "CNY")
    for predicate in (ZJ.evidence, ZJ.focus):
        for quad in find(store, predicate, subject=node):
            change(store, quad, node)
    found = {v.focus for v in all_found(store)}
    assert node.value in found
