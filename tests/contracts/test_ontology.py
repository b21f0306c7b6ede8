"""The ontology, the data, the model and the documentation speak of the same terms."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SH, SKOS

from zjkg import vocab
from zjkg.graph.terms import ENTITY_CLASSES, RELATION_PROPERTIES
from zjkg.ids import TERMS
from zjkg.model import (
    Comparator,
    ConflictType,
    EntityType,
    LanguageTag,
    MilestoneKind,
    Modality,
    Part,
    Predicate,
    TradeDirection,
)
from zjkg.settings import resource

ZJ = rdflib.Namespace(TERMS)
SCHEMA = rdflib.Namespace("https://schema.org/")
ONTOLOGY = rdflib.URIRef("https://zjkg.example/ontology")
SOURCES = sorted((Path(__file__).parents[2] / "src/zjkg/graph").glob("*.py"))


def read(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(resource("ontology") / name, format="turtle")


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return read("zjkg.ttl")


def own_terms(graph: rdflib.Graph) -> list[rdflib.URIRef]:
    found = set(graph.subjects(RDFS.isDefinedBy, ONTOLOGY))
    return sorted(term for term in found if isinstance(term, rdflib.URIRef))


def languages(graph: rdflib.Graph, term: rdflib.URIRef, predicate: rdflib.URIRef) -> list[str]:
    values = graph.objects(term, predicate)
    return sorted(str(v.language) for v in values if isinstance(v, rdflib.Literal) and str(v))


def test_the_header_states_version_and_licence(ontology: rdflib.Graph) -> None:
    assert (ONTOLOGY, RDF.type, OWL.Ontology) in ontology
    assert str(ontology.value(ONTOLOGY, OWL.versionInfo))
    assert "apache.org" in str(ontology.value(ONTOLOGY, DCTERMS.license))
    assert languages(ontology, ONTOLOGY, DCTERMS.title) == ["en", "zh"]


def test_every_own_term_is_explained_in_both_languages(ontology: rdflib.Graph) -> None:
    terms = own_terms(ontology)
    assert len(terms) > 90
    for term in terms:
        assert languages(ontology, term, RDFS.label) == ["en", "zh"], term
        assert languages(ontology, term, RDFS.comment) == ["en", "zh"], term
        assert ontology.value(term, SKOS.example), term
        assert str(term).startswith(TERMS)


def test_every_subject_in_the_namespace_is_a_term_or_a_concept(ontology: rdflib.Graph) -> None:
    terms = set(own_terms(ontology))
    for subject in ontology.subjects(unique=True):
        if str(subject).startswith(TERMS) and subject not in terms:
            assert languages(ontology, subject, SKOS.prefLabel) == ["en", "zh"], subject  # type: ignore[arg-type]


def test_every_property_says_what_it_applies_to(ontology: rdflib.Graph) -> None:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            domains = [
                *ontology.objects(term, RDFS.domain),
                *ontology.objects(term, SCHEMA.domainIncludes),
            ]
            assert domains, term


def test_every_zj_term_that_is_mentioned_is_declared(ontology: rdflib.Graph) -> None:
    declared = set(ontology.subjects())
    for name in ("zjkg.ttl", "shapes.ttl", "units.ttl", "measures.ttl"):
        graph = read(name)
        own = set(graph.subjects())
        for triple in graph:
            for term in triple:
                if isinstance(term, rdflib.URIRef) and str(term).startswith(TERMS):
                    assert term in declared | own, f"{term} in {name}"


def test_the_data_code_uses_only_declared_terms(ontology: rdflib.Graph) -> None:
    """Every constant is declared, and no other module of the step spells an IRI of a term."""
    constants = {
        node.value
        for holder in vars(vocab).values()
        if isinstance(holder, type) and holder.__module__ == vocab.__name__
        for node in vars(holder).values()
        if isinstance(node, NamedNode)
    }
    tables = {node.value for node in (*ENTITY_CLASSES.values(), *RELATION_PROPERTIES.values())}
    declared = {str(term) for term in ontology.subjects(RDFS.isDefinedBy)}
    assert constants == declared
    assert tables <= declared
    spelled = [path.name for path in SOURCES if "http" in path.read_text(encoding="utf-8")]
    assert spelled == ["grounding.py"]


def test_types_and_predicates_are_those_of_the_model(ontology: rdflib.Graph) -> None:
    predicates = ontology.subjects(RDF.type, ZJ.RelationPredicate)
    assert {str(p) for p in predicates} == {TERMS + p.value for p in Predicate}
    types = ontology.subjects(RDFS.subClassOf, ZJ.Entity)
    assert {str(t) for t in types} == {TERMS + t.value for t in EntityType}


def test_domain_and_range_of_predicates_are_entity_classes(ontology: rdflib.Graph) -> None:
    types = {ZJ[kind.value] for kind in EntityType}
    for predicate in Predicate:
        term = ZJ[predicate.value]
        for one, several in (
            (RDFS.domain, SCHEMA.domainIncludes),
            (RDFS.range, SCHEMA.rangeIncludes),
        ):
            classes = {*ontology.objects(term, one), *ontology.objects(term, several)}
            assert classes
            assert classes <= types


@pytest.mark.parametrize(
    ("scheme", "values"),
    [
        ("modalityScheme", Modality),
        ("comparatorScheme", Comparator),
        ("conflictTypeScheme", ConflictType),
        ("partScheme", Part),
        ("tradeDirectionScheme", TradeDirection),
        ("milestoneKindScheme", MilestoneKind),
    ],
)
def test_a_closed_list_is_that_of_the_model(
    ontology: rdflib.Graph, scheme: str, values: type[StrEnum]
) -> None:
    concepts = list(ontology.subjects(SKOS.inScheme, ZJ[scheme]))
    notations = sorted(str(ontology.value(concept, SKOS.notation)) for concept in concepts)
    assert notations == sorted(value.value for value in values)


def test_shapes_list_the_same_values_as_the_model() -> None:
    shapes = read("shapes.ttl")
    base = "https://zjkg.example/ontology/shapes#"
    for name, values in (
        ("Observation-comparator", [c.value for c in Comparator]),
        ("Observation-modality", [m.value for m in Modality]),
        ("Relation-modality", [m.value for m in Modality]),
        ("Milestone-modality", [m.value for m in Modality]),
        ("Milestone-kind", [k.value for k in MilestoneKind]),
        ("Contradiction-type", [c.value for c in ConflictType]),
        ("Participation-kind", [p.value for p in Part]),
        ("Participation-modality", [m.value for m in Modality]),
        ("LicenceTrade-direction", [d.value for d in TradeDirection]),
        ("Mention-type", [TERMS + t.value for t in EntityType]),
        ("Article-language", [t.value for t in LanguageTag if t is not LanguageTag.PINYIN]),
    ):
        listed = shapes.value(rdflib.URIRef(base + name), SH["in"])
        assert listed is not None, name
        assert [str(item) for item in shapes.items(listed)] == values


def test_every_shape_has_an_iri_and_speaks_both_languages() -> None:
    shapes = read("shapes.ttl")
    checked = 0
    for kind in (SH.PropertyShape, SH.SPARQLConstraint):
        for shape in shapes.subjects(RDF.type, kind):
            assert isinstance(shape, rdflib.URIRef)
            assert languages(shapes, shape, SH.message) == ["en", "zh"], shape
            checked += 1
    assert checked > 80
    for shape in shapes.subjects(RDF.type, SH.NodeShape):
        logical = shapes.value(shape, SH["or"]) or shapes.value(shape, SH.xone)
        if logical is not None:
            assert languages(shapes, shape, SH.message) == ["en", "zh"], shape  # type: ignore[arg-type]


def test_every_class_of_the_data_has_a_shape(ontology: rdflib.Graph) -> None:
    targets = set(read("shapes.ttl").objects(None, SH.targetClass))
    entity_classes = {ZJ[kind.value] for kind in EntityType}
    described = {ZJ.Unit, ZJ.Measure, ZJ.RelationPredicate}
    for term in set(own_terms(ontology)) - entity_classes - described:
        if (term, RDF.type, OWL.Class) in ontology:
            assert term in targets, term


def test_units_have_one_notation_each_and_exact_factors() -> None:
    units = read("units.ttl")
    concepts = list(units.subjects(RDF.type, ZJ.Unit))
    notations = [str(units.value(concept, SKOS.notation)) for concept in concepts]
    assert len(notations) == len(set(notations)) > 60
    required = {"CNY", "USD", "%", "ratio", "score", "times", "mu", "m2", "km2", "ha", "百分点"}
    assert required | {"家", "个", "项", "款", "人"} <= set(notations)
    for concept in concepts:
        assert languages(units, concept, SKOS.prefLabel) == ["en", "zh"]  # type: ignore[arg-type]
        assert units.value(concept, ZJ.dimension)
    factor = units.value(ZJ["unit-mu"], ZJ.factor)
    assert Fraction(str(factor)) * 3 == 2000


KINDS = {"head", "modifier", "field", "scope", "change", "aspect", "generic"}


def test_measures_have_names_in_three_languages_and_no_name_twice_in_a_dimension() -> None:
    measures = read("measures.ttl")
    concepts = list(measures.subjects(RDF.type, ZJ.Measure))
    assert len(concepts) > 60
    for concept in concepts:
        tags = languages(measures, concept, SKOS.prefLabel)  # type: ignore[arg-type]
        assert tags == ["en", "zh-Hans", "zh-Hant"]
        assert str(measures.value(concept, ZJ.measureKind)) in KINDS
    names = [
        (str(name), name.language, measures.value(concept, ZJ.dimension))
        for predicate in (SKOS.prefLabel, SKOS.altLabel)
        for concept, name in measures.subject_objects(predicate)
        if isinstance(name, rdflib.Literal)
    ]
    assert len(names) == len(set(names))


def test_the_readme_names_every_file() -> None:
    text = (resource("ontology") / "README.md").read_text(encoding="utf-8")
    for path in resource("ontology").glob("*.ttl"):
        assert f"`{path.name}`" in text
