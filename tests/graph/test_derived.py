from __future__ import annotations

from typing import Any

import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from zjkg.graph import derived_quads, observation_iri
from zjkg.ids import TERMS
from zjkg.model import LocalKey

Corpus = Any  # the class of conftest.py, which a test module cannot import

ZJ = rdflib.Namespace(TERMS)


def derived(corpus: Corpus) -> list[Quad]:
    return list(derived_quads(corpus.records, corpus.identity, corpus.comparison, corpus.minter))


def read(corpus: Corpus) -> rdflib.Graph:
    triples = [quad.triple for quad in derived(corpus)]
    data = serialize(triples, format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=data, format="nt")


def language(value: object) -> str | None:
    return value.language if isinstance(value, rdflib.Literal) else None


def test_all_facts_are_in_the_derived_graph(corpus: Corpus) -> None:
    graph = NamedNode("https://zjkg.example/graph/derived")
    assert {quad.graph_name for quad in derived(corpus)} == {graph}


def test_the_order_of_records_does_not_matter(corpus: Corpus) -> None:
    turned = derived_quads(corpus.records[::-1], corpus.identity, corpus.comparison, corpus.minter)
    assert set(turned) == set(derived(corpus))


def test_one_preferred_label_per_language(corpus: Corpus) -> None:
    graph = read(corpus)
    park = rdflib.URIRef(corpus.identity.iris[LocalKey("101_hant", "e0")])
    # rdflib writes language tags in lower case.
    labels = {(str(v), language(v)) for v in graph.objects(park, rdflib.SKOS.prefLabel)}
    assert labels == {
        ("滨江园区", "zh-hans"),
        ("濱江園區", "zh-hant"),
        ("Binjiang Park", "en"),
    }
    assert not list(graph.objects(park, rdflib.SKOS.altLabel))


def test_people_and_organizations_have_pinyin(corpus: Corpus) -> None:
    sounds = {v for _, v in read(corpus).subject_objects(rdflib.SKOS.altLabel)}
    tag = "zh-Latn-pinyin"
    assert sounds == {
        rdflib.Literal("zeng xiaoyun", lang=tag),
        rdflib.Literal("xing he sheng wu", lang=tag),
    }


def test_things_have_search_keys_that_are_plain_strings(corpus: Corpus) -> None:
    graph = read(corpus)
    park = rdflib.URIRef(corpus.identity.iris[LocalKey("101_hant", "e0")])
    keys = set(graph.objects(park, ZJ.searchKey))
    assert {rdflib.Literal(key) for key in ("滨江园区", "濱江園區", "binjiang park")} <= keys
    assert rdflib.Literal("binjiangyuanqu") in keys
    assert {language(key) for key in keys} == {None}


def test_a_contradiction_names_both_observations(corpus: Corpus) -> None:
    graph = read(corpus)
    [node] = graph.subjects(rdflib.RDF.type, ZJ.Contradiction)
    first, second = (
        rdflib.URIRef(observation_iri(record, 0, corpus.minter)) for record in corpus.records[:2]
    )
    assert (graph.value(node, ZJ.first), graph.value(node, ZJ.second)) == (first, second)
    assert str(graph.value(node, ZJ.conflictType)) == "value"
    assert {language(v) for v in graph.objects(node, ZJ.reason)} == {"en", "zh"}


def test_a_check_keeps_what_is_stated_and_what_is_computed(corpus: Corpus) -> None:
    graph = read(corpus)
    [node] = graph.subjects(rdflib.RDF.type, ZJ.ArithmeticCheck)
    assert str(graph.value(node, ZJ.stated)) == str(graph.value(node, ZJ.computed)) == "600"
    assert str(graph.value(node, ZJ.fits)) == "true"
    assert len(list(graph.objects(node, ZJ.input))) == 2


def test_refused_merges_are_rows_too(corpus: Corpus) -> None:
    graph = read(corpus)
    rows = {
        (str(graph.value(n, ZJ.firstMember)), str(graph.value(n, ZJ.secondMember)),
         str(graph.value(n, ZJ.same)), len(list(graph.objects(n, ZJ.about))))
        for n in graph.subjects(rdflib.RDF.type, ZJ.Merge)
    }  # fmt: skip
    assert rows == {
        ("100_hans#e0", "101_hant#e0", "true", 1),
        ("100_hans#e0", "100_hans#e4", "false", 2),
    }
