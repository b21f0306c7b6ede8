from __future__ import annotations

import dataclasses
import random
from typing import Any

import pytest
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, serialize
from rdflib.namespace import RDF, XSD

from zjkg.errors import GroundingError, ZjkgError
from zjkg.graph import article_quads, entity_types, observation_iri
from zjkg.ids import TERMS, Minter
from zjkg.model import Credit, EntityType, Identity, LocalKey, Name, Predicate, Span
from zjkg.settings import SHANGHAI
from zjkg.vocab import SCHEMA

Corpus = Any  # the class of conftest.py, which a test module cannot import

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
ORG = rdflib.Namespace("http://www.w3.org/ns/org#")
ZJ = rdflib.Namespace(TERMS)
NO = rdflib.Literal("false", datatype=XSD.boolean)


@pytest.fixture(scope="session")
def read(quads: list[Quad]) -> rdflib.Graph:
    """The union of the graphs through another reader."""
    triples = serialize([quad.triple for quad in quads], format=RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=triples, format="nt")


def one(graph: rdflib.Graph, subject: Any, predicate: Any) -> rdflib.Literal:  # noqa: ANN401
    values = list(graph.objects(subject, predicate))
    assert len(values) == 1
    value = values[0]
    assert isinstance(value, rdflib.Literal)
    return value


def observations(graph: rdflib.Graph, unit: str) -> list[Any]:
    plain = [rdflib.Literal(unit), rdflib.Literal(unit, datatype=XSD.string)]
    return sorted({node for value in plain for node in graph.subjects(ZJ.unit, value)})


def test_every_selector_quotes_the_stored_text(read: rdflib.Graph) -> None:
    parts = list(read.subjects(RDF.type, OA.SpecificResource))
    quotes = []
    for part in parts:
        version = read.value(part, OA.hasSource)
        text = str(read.value(version, ZJ.text))
        selectors = list(read.objects(part, OA.hasSelector))
        [exact] = [str(q) for s in selectors for q in read.objects(s, OA.exact)]
        [start] = [int(str(q)) for s in selectors for q in read.objects(s, OA.start)]
        [end] = [int(str(q)) for s in selectors for q in read.objects(s, OA.end)]
        assert text[start:end] == exact
        quotes.append(exact)
    assert len(parts) > 30
    assert any("𠮷" in quote for quote in quotes)


def test_every_claim_has_a_sentence_of_its_own_version(read: rdflib.Graph) -> None:
    claims = list(read.subjects(RDF.type, ZJ.Claim))
    assert len(claims) == 15
    for claim in claims:
        [part] = read.objects(claim, ZJ.evidence)
        assert str(claim).startswith(str(read.value(part, OA.hasSource)))


def test_there_are_no_blank_nodes(quads: list[Quad]) -> None:
    assert not [q for q in quads if BlankNode in {type(q.subject), type(q.object)}]


def test_each_article_writes_only_the_graph_of_its_version(corpus: Corpus) -> None:
    for record in corpus.records:
        made = article_quads(record, corpus.identity, corpus.minter, zone=SHANGHAI)
        article = record.article
        version = corpus.minter.version(article.source, article.digest)
        assert {quad.graph_name for quad in made} == {NamedNode(version)}


def test_the_order_of_the_input_does_not_matter(corpus: Corpus, quads: list[Quad]) -> None:
    shuffled = random.Random(7)  # noqa: S311 - reproducible order
    for _ in range(3):
        records = []
        for record in corpus.records:
            claims = record.claims
            order = list(claims.observations)
            shuffled.shuffle(order)
            dropped = tuple(reversed(claims.dropped))
            changed = dataclasses.replace(claims, observations=tuple(order), dropped=dropped)
            records.append(dataclasses.replace(record, claims=changed))
        shuffled.shuffle(records)
        made = {
            quad
            for record in records
            for quad in article_quads(record, corpus.identity, corpus.minter, zone=SHANGHAI)
        }
        assert made == {quad for quad in quads if "/article/" in str(quad.graph_name)}


def test_no_quad_is_written_twice(corpus: Corpus) -> None:
    for record in corpus.records:
        made = list(article_quads(record, corpus.identity, corpus.minter, zone=SHANGHAI))
        assert len(made) == len(set(made))


def test_a_claim_keeps_its_iri_when_identity_or_other_claims_change(corpus: Corpus) -> None:
    record = corpus.records[0]
    before = observation_iri(record, 2, corpus.minter)
    fewer = dataclasses.replace(record.claims, observations=record.claims.observations[2:])
    changed = dataclasses.replace(record, claims=fewer)
    assert observation_iri(changed, 0, corpus.minter) == before
    moved = Identity((), dict.fromkeys(corpus.identity.iris, "https://zjkg.example/entity/x"))
    nodes = {
        str(q.subject.value)
        for q in article_quads(record, moved, corpus.minter, zone=SHANGHAI)
        if isinstance(q.subject, NamedNode)
    }
    assert before in nodes


def test_different_observations_have_different_iris(corpus: Corpus) -> None:
    record = corpus.records[0]
    count = len(record.claims.observations)
    assert len({observation_iri(record, i, corpus.minter) for i in range(count)}) == count == 4


def test_a_range_keeps_both_ends_as_plain_decimals(read: rdflib.Graph) -> None:
    [node] = observations(read, "CNY")
    assert str(one(read, node, ZJ.value)) == "800000000"
    assert str(one(read, node, ZJ.valueMax)) == "1000000000"
    assert one(read, node, ZJ.value).datatype == XSD.decimal
    assert str(one(read, node, ZJ.comparator)) == "range"


def test_a_period_keeps_its_words_and_its_anchor(read: rdflib.Graph) -> None:
    [node] = observations(read, "CNY")
    assert one(read, node, ZJ.periodStart).datatype == XSD.gYear
    assert str(one(read, node, ZJ.periodEnd)) == "2020"
    assert str(one(read, node, ZJ.periodAnchor)) == "2021-10-13"
    assert one(read, node, ZJ.periodExpression) == rdflib.Literal("去年", lang="zh-Hans")


def test_an_unresolved_period_stays_unresolved(read: rdflib.Graph) -> None:
    [node] = [n for n in observations(read, "家") if "101_hant" in n]
    assert one(read, node, ZJ.periodExpression) == rdflib.Literal("去年", lang="zh-Hant")
    assert not list(read.objects(node, ZJ.periodStart))
    assert not list(read.objects(node, ZJ.periodEnd))


def test_an_amount_in_two_currencies_is_linked(read: rdflib.Graph) -> None:
    [dollars], [yuan] = observations(read, "USD"), observations(read, "CNY")
    assert list(read.objects(dollars, ZJ.equivalentTo)) == [yuan]
    assert not list(read.objects(yuan, ZJ.equivalentTo))
    assert {getattr(v, "language", "") for v in read.objects(dollars, ZJ.ambiguity)} == {
        "en",
        "zh",
    }


def test_a_subject_that_is_no_entity_keeps_its_words(read: rdflib.Graph) -> None:
    [node] = observations(read, "%")
    assert not list(read.objects(node, ZJ.subject))
    assert one(read, node, ZJ.subjectLabel) == rdflib.Literal("滨江园区", lang="zh-Hans")
    assert one(read, node, ZJ.shareOf) == rdflib.Literal("全国", lang="zh-Hans")


def test_a_direct_triple_stands_only_for_what_is_actual(read: rdflib.Graph, corpus: Corpus) -> None:
    iris = corpus.identity.iris
    company, settled, planned, person = (
        rdflib.URIRef(iris[LocalKey("100_hans", key)]) for key in ("e2", "e0", "e4", "e3")
    )
    located = ZJ[Predicate.LOCATED_IN.value]
    assert set(read.objects(company, located)) == {settled}
    claimed = {
        (read.value(node, RDF.object), str(read.value(node, ZJ.modality)))
        for node in read.subjects(RDF.predicate, located)
    }
    assert claimed == {(settled, "actual"), (planned, "target")}
    assert set(read.objects(person, ORG.memberOf)) == {company}


def test_a_split_quotation_is_one_text_with_two_parts(read: rdflib.Graph) -> None:
    [node] = read.subjects(RDF.type, ZJ.Quotation)
    assert str(one(read, node, ZJ.text)) == "𠮷星指数不高。”她又说，“我们会更好。"
    assert len(list(read.objects(node, ZJ.focus))) == 2


def test_only_an_accepted_link_gives_the_organization_its_code(
    read: rdflib.Graph, corpus: Corpus
) -> None:
    company = rdflib.URIRef(corpus.identity.iris[LocalKey("100_hans", "e2")])
    assert [str(code) for code in read.objects(company, ZJ.stockCode)] == ["688000"]
    assert [str(name) for name in read.objects(company, ZJ.exchange)] == ["SSE"]
    assert len(list(read.subject_objects(ZJ.stockCode))) == 1
    rejected = {
        str(anchor)
        for node in read.subjects(ZJ.accepted, NO)
        for anchor in read.objects(node, ZJ.anchor)
    }
    assert rejected == {"国际"}


def test_metadata_keep_the_zone_and_the_local_date(read: rdflib.Graph) -> None:
    [node] = [n for n, _ in read.subject_objects(ZJ.issuedLocal)]
    issued = read.value(node, rdflib.DCTERMS.issued)
    assert str(issued).startswith("2021-10-12T20:00:00")
    assert str(read.value(node, ZJ.issuedLocal)) == "2021-10-13"
    assert str(read.value(read.value(node, rdflib.DCTERMS.publisher), rdflib.RDFS.label))


@pytest.mark.parametrize("is_author", [True, False])
def test_who_wrote_it_is_an_author_and_who_edited_it_is_none(
    corpus: Corpus, *, is_author: bool
) -> None:
    record = corpus.records[0]
    [name] = [e.names[0].span for e in record.entities if e.type is EntityType.PERSON]
    credited = (Credit(name, Span(name.start, name.start), None, is_author),)
    article = dataclasses.replace(record.article, credits=credited)
    signed = dataclasses.replace(record, article=article)
    quads = article_quads(signed, corpus.identity, corpus.minter, zone=SHANGHAI)
    authors = [quad.object for quad in quads if quad.predicate == SCHEMA.author]
    assert len(authors) == is_author


def test_nothing_vanishes(read: rdflib.Graph) -> None:
    rules = {
        str(rule)
        for node in read.subjects(RDF.type, ZJ.DroppedCandidate)
        for rule in read.objects(node, ZJ.rule)
    }
    assert rules == {"no-measure", "mention-without-entity"}
    assert len(list(read.subjects(RDF.type, ZJ.Removal))) == 2


def test_the_type_is_that_of_the_real_thing(corpus: Corpus) -> None:
    record = corpus.records[2]
    types = entity_types(corpus.identity)
    park = corpus.identity.iris[LocalKey("102 en", "e0")]
    wrong = dataclasses.replace(
        record,
        entities=tuple(
            dataclasses.replace(item, type=type(item.type).PLACE) for item in record.entities
        ),
    )
    made = article_quads(wrong, corpus.identity, corpus.minter, zone=SHANGHAI, types=types)
    found = {q.object for q in made if q.subject == NamedNode(park) and "type" in str(q.predicate)}
    assert found == {NamedNode(TERMS + "Park")}


@pytest.mark.parametrize("span", [Span(5, 5), Span(9, 4), Span(-2, 3), Span(0, 10_000)])
def test_a_claim_without_its_sentence_is_refused(corpus: Corpus, span: Span) -> None:
    record = corpus.records[2]
    item = record.claims.observations[0]
    bad = dataclasses.replace(item, evidence=dataclasses.replace(item.evidence, sentence=span))
    broken = dataclasses.replace(
        record, claims=dataclasses.replace(record.claims, observations=(bad,))
    )
    with pytest.raises(GroundingError) as caught:
        article_quads(broken, corpus.identity, corpus.minter, zone=SHANGHAI)
    assert f"102 en [{span.start}, {span.end})" in caught.value.problem.text("zh")


def test_a_name_that_is_not_in_the_text_is_refused(corpus: Corpus) -> None:
    record = corpus.records[2]
    entity = record.entities[0]
    name = entity.names[0]
    renamed = dataclasses.replace(entity, names=(Name("Binjiang Pork", name.language, name.span),))
    broken = dataclasses.replace(record, entities=(renamed, *record.entities[1:]))
    with pytest.raises(GroundingError, match="Binjiang Park"):
        article_quads(broken, corpus.identity, corpus.minter, zone=SHANGHAI)


def test_an_entity_without_an_iri_is_an_error(corpus: Corpus) -> None:
    with pytest.raises(ZjkgError, match="has no IRI"):
        article_quads(corpus.records[0], Identity(()), corpus.minter, zone=SHANGHAI)


def test_the_store_keeps_every_literal_as_written(quads: list[Quad], store: Store) -> None:
    written = {q.object for q in quads if isinstance(q.object, Literal)}
    assert written == {q.object for q in store if isinstance(q.object, Literal)}


def test_the_base_of_data_iris_is_a_setting(corpus: Corpus) -> None:
    other = Minter("https://data.example/news/")
    made = list(article_quads(corpus.records[1], corpus.identity, other, zone=SHANGHAI))
    assert all(str(q.graph_name.value).startswith(other.base) for q in made)  # type: ignore[union-attr]
