"""Terms of the graph, by vocabulary; each constant has the local name of its term.

Generated from ontology/zjkg.ttl: do not edit.
Write again with `python -m zjkg.generate_vocab`, check with `--check`.
"""
# ruff: noqa: N815 - the names are those of the vocabularies

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode


class DCTERMS:
    """Terms under <http://purl.org/dc/terms/>."""

    creator: Final = NamedNode("http://purl.org/dc/terms/creator")
    date: Final = NamedNode("http://purl.org/dc/terms/date")
    format: Final = NamedNode("http://purl.org/dc/terms/format")
    issued: Final = NamedNode("http://purl.org/dc/terms/issued")
    language: Final = NamedNode("http://purl.org/dc/terms/language")
    publisher: Final = NamedNode("http://purl.org/dc/terms/publisher")


class OA:
    """Terms under <http://www.w3.org/ns/oa#>."""

    Annotation: Final = NamedNode("http://www.w3.org/ns/oa#Annotation")
    SpecificResource: Final = NamedNode("http://www.w3.org/ns/oa#SpecificResource")
    TextPositionSelector: Final = NamedNode("http://www.w3.org/ns/oa#TextPositionSelector")
    TextQuoteSelector: Final = NamedNode("http://www.w3.org/ns/oa#TextQuoteSelector")
    end: Final = NamedNode("http://www.w3.org/ns/oa#end")
    exact: Final = NamedNode("http://www.w3.org/ns/oa#exact")
    hasBody: Final = NamedNode("http://www.w3.org/ns/oa#hasBody")
    hasSelector: Final = NamedNode("http://www.w3.org/ns/oa#hasSelector")
    hasSource: Final = NamedNode("http://www.w3.org/ns/oa#hasSource")
    hasTarget: Final = NamedNode("http://www.w3.org/ns/oa#hasTarget")
    identifying: Final = NamedNode("http://www.w3.org/ns/oa#identifying")
    motivatedBy: Final = NamedNode("http://www.w3.org/ns/oa#motivatedBy")
    start: Final = NamedNode("http://www.w3.org/ns/oa#start")


class ORG:
    """Terms under <http://www.w3.org/ns/org#>."""

    Membership: Final = NamedNode("http://www.w3.org/ns/org#Membership")
    member: Final = NamedNode("http://www.w3.org/ns/org#member")
    memberOf: Final = NamedNode("http://www.w3.org/ns/org#memberOf")
    organization: Final = NamedNode("http://www.w3.org/ns/org#organization")


class PROV:
    """Terms under <http://www.w3.org/ns/prov#>."""

    specializationOf: Final = NamedNode("http://www.w3.org/ns/prov#specializationOf")


class QB:
    """Terms under <http://purl.org/linked-data/cube#>."""

    Observation: Final = NamedNode("http://purl.org/linked-data/cube#Observation")


class RDF:
    """Terms under <http://www.w3.org/1999/02/22-rdf-syntax-ns#>."""

    Statement: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement")
    object: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#object")
    predicate: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate")
    subject: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
    type: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class RDFS:
    """Terms under <http://www.w3.org/2000/01/rdf-schema#>."""

    comment: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#comment")
    label: Final = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


class SCHEMA:
    """Terms under <https://schema.org/>."""

    NewsArticle: Final = NamedNode("https://schema.org/NewsArticle")
    author: Final = NamedNode("https://schema.org/author")
    headline: Final = NamedNode("https://schema.org/headline")
    url: Final = NamedNode("https://schema.org/url")


class SKOS:
    """Terms under <http://www.w3.org/2004/02/skos/core#>."""

    Concept: Final = NamedNode("http://www.w3.org/2004/02/skos/core#Concept")
    ConceptScheme: Final = NamedNode("http://www.w3.org/2004/02/skos/core#ConceptScheme")
    altLabel: Final = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
    broader: Final = NamedNode("http://www.w3.org/2004/02/skos/core#broader")
    inScheme: Final = NamedNode("http://www.w3.org/2004/02/skos/core#inScheme")
    notation: Final = NamedNode("http://www.w3.org/2004/02/skos/core#notation")
    prefLabel: Final = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")


class XSD:
    """Terms under <http://www.w3.org/2001/XMLSchema#>."""

    anyURI: Final = NamedNode("http://www.w3.org/2001/XMLSchema#anyURI")
    boolean: Final = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
    date: Final = NamedNode("http://www.w3.org/2001/XMLSchema#date")
    dateTime: Final = NamedNode("http://www.w3.org/2001/XMLSchema#dateTime")
    decimal: Final = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
    gYear: Final = NamedNode("http://www.w3.org/2001/XMLSchema#gYear")
    gYearMonth: Final = NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth")
    integer: Final = NamedNode("http://www.w3.org/2001/XMLSchema#integer")


class ZJ:
    """Terms under <https://zjkg.example/ontology#>."""

    Alliance: Final = NamedNode("https://zjkg.example/ontology#Alliance")
    ArithmeticCheck: Final = NamedNode("https://zjkg.example/ontology#ArithmeticCheck")
    ArticleVersion: Final = NamedNode("https://zjkg.example/ontology#ArticleVersion")
    Claim: Final = NamedNode("https://zjkg.example/ontology#Claim")
    Contradiction: Final = NamedNode("https://zjkg.example/ontology#Contradiction")
    Corroboration: Final = NamedNode("https://zjkg.example/ontology#Corroboration")
    DerivedValue: Final = NamedNode("https://zjkg.example/ontology#DerivedValue")
    DimensionScheme: Final = NamedNode("https://zjkg.example/ontology#DimensionScheme")
    DroppedCandidate: Final = NamedNode("https://zjkg.example/ontology#DroppedCandidate")
    Entity: Final = NamedNode("https://zjkg.example/ontology#Entity")
    Event: Final = NamedNode("https://zjkg.example/ontology#Event")
    Index: Final = NamedNode("https://zjkg.example/ontology#Index")
    IndexDimension: Final = NamedNode("https://zjkg.example/ontology#IndexDimension")
    IndexEdition: Final = NamedNode("https://zjkg.example/ontology#IndexEdition")
    Judgement: Final = NamedNode("https://zjkg.example/ontology#Judgement")
    LicenceTrade: Final = NamedNode("https://zjkg.example/ontology#LicenceTrade")
    Measure: Final = NamedNode("https://zjkg.example/ontology#Measure")
    Mention: Final = NamedNode("https://zjkg.example/ontology#Mention")
    Merge: Final = NamedNode("https://zjkg.example/ontology#Merge")
    Milestone: Final = NamedNode("https://zjkg.example/ontology#Milestone")
    Observation: Final = NamedNode("https://zjkg.example/ontology#Observation")
    Organization: Final = NamedNode("https://zjkg.example/ontology#Organization")
    Origin: Final = NamedNode("https://zjkg.example/ontology#Origin")
    Park: Final = NamedNode("https://zjkg.example/ontology#Park")
    Participation: Final = NamedNode("https://zjkg.example/ontology#Participation")
    Person: Final = NamedNode("https://zjkg.example/ontology#Person")
    Place: Final = NamedNode("https://zjkg.example/ontology#Place")
    Policy: Final = NamedNode("https://zjkg.example/ontology#Policy")
    Product: Final = NamedNode("https://zjkg.example/ontology#Product")
    Project: Final = NamedNode("https://zjkg.example/ontology#Project")
    Quotation: Final = NamedNode("https://zjkg.example/ontology#Quotation")
    Relation: Final = NamedNode("https://zjkg.example/ontology#Relation")
    RelationPredicate: Final = NamedNode("https://zjkg.example/ontology#RelationPredicate")
    Removal: Final = NamedNode("https://zjkg.example/ontology#Removal")
    Repost: Final = NamedNode("https://zjkg.example/ontology#Repost")
    Role: Final = NamedNode("https://zjkg.example/ontology#Role")
    StockLink: Final = NamedNode("https://zjkg.example/ontology#StockLink")
    Unit: Final = NamedNode("https://zjkg.example/ontology#Unit")
    about: Final = NamedNode("https://zjkg.example/ontology#about")
    accepted: Final = NamedNode("https://zjkg.example/ontology#accepted")
    acquires: Final = NamedNode("https://zjkg.example/ontology#acquires")
    ambiguity: Final = NamedNode("https://zjkg.example/ontology#ambiguity")
    anchor: Final = NamedNode("https://zjkg.example/ontology#anchor")
    approves: Final = NamedNode("https://zjkg.example/ontology#approves")
    articleCount: Final = NamedNode("https://zjkg.example/ontology#articleCount")
    attends: Final = NamedNode("https://zjkg.example/ontology#attends")
    baseUnit: Final = NamedNode("https://zjkg.example/ontology#baseUnit")
    baseValue: Final = NamedNode("https://zjkg.example/ontology#baseValue")
    baseYear: Final = NamedNode("https://zjkg.example/ontology#baseYear")
    change: Final = NamedNode("https://zjkg.example/ontology#change")
    claim: Final = NamedNode("https://zjkg.example/ontology#claim")
    code: Final = NamedNode("https://zjkg.example/ontology#code")
    comparator: Final = NamedNode("https://zjkg.example/ontology#comparator")
    compiledBy: Final = NamedNode("https://zjkg.example/ontology#compiledBy")
    computed: Final = NamedNode("https://zjkg.example/ontology#computed")
    confidence: Final = NamedNode("https://zjkg.example/ontology#confidence")
    conflictType: Final = NamedNode("https://zjkg.example/ontology#conflictType")
    counts: Final = NamedNode("https://zjkg.example/ontology#counts")
    dataYear: Final = NamedNode("https://zjkg.example/ontology#dataYear")
    develops: Final = NamedNode("https://zjkg.example/ontology#develops")
    digest: Final = NamedNode("https://zjkg.example/ontology#digest")
    dimension: Final = NamedNode("https://zjkg.example/ontology#dimension")
    dimensionsOf: Final = NamedNode("https://zjkg.example/ontology#dimensionsOf")
    editionGrowth: Final = NamedNode("https://zjkg.example/ontology#editionGrowth")
    editionOf: Final = NamedNode("https://zjkg.example/ontology#editionOf")
    editionValue: Final = NamedNode("https://zjkg.example/ontology#editionValue")
    encoding: Final = NamedNode("https://zjkg.example/ontology#encoding")
    equivalentTo: Final = NamedNode("https://zjkg.example/ontology#equivalentTo")
    evidence: Final = NamedNode("https://zjkg.example/ontology#evidence")
    evidenceKind: Final = NamedNode("https://zjkg.example/ontology#evidenceKind")
    exchange: Final = NamedNode("https://zjkg.example/ontology#exchange")
    factor: Final = NamedNode("https://zjkg.example/ontology#factor")
    figure: Final = NamedNode("https://zjkg.example/ontology#figure")
    first: Final = NamedNode("https://zjkg.example/ontology#first")
    firstMember: Final = NamedNode("https://zjkg.example/ontology#firstMember")
    firstNamed: Final = NamedNode("https://zjkg.example/ontology#firstNamed")
    fits: Final = NamedNode("https://zjkg.example/ontology#fits")
    focus: Final = NamedNode("https://zjkg.example/ontology#focus")
    founderOf: Final = NamedNode("https://zjkg.example/ontology#founderOf")
    hosts: Final = NamedNode("https://zjkg.example/ontology#hosts")
    input: Final = NamedNode("https://zjkg.example/ontology#input")
    invests: Final = NamedNode("https://zjkg.example/ontology#invests")
    issuedLocal: Final = NamedNode("https://zjkg.example/ontology#issuedLocal")
    kind: Final = NamedNode("https://zjkg.example/ontology#kind")
    launches: Final = NamedNode("https://zjkg.example/ontology#launches")
    licensesFrom: Final = NamedNode("https://zjkg.example/ontology#licensesFrom")
    licensesTo: Final = NamedNode("https://zjkg.example/ontology#licensesTo")
    listedOn: Final = NamedNode("https://zjkg.example/ontology#listedOn")
    locatedIn: Final = NamedNode("https://zjkg.example/ontology#locatedIn")
    measure: Final = NamedNode("https://zjkg.example/ontology#measure")
    measureConcept: Final = NamedNode("https://zjkg.example/ontology#measureConcept")
    measureKind: Final = NamedNode("https://zjkg.example/ontology#measureKind")
    memberOf: Final = NamedNode("https://zjkg.example/ontology#memberOf")
    mentionCount: Final = NamedNode("https://zjkg.example/ontology#mentionCount")
    mentionType: Final = NamedNode("https://zjkg.example/ontology#mentionType")
    milestoneKind: Final = NamedNode("https://zjkg.example/ontology#milestoneKind")
    modality: Final = NamedNode("https://zjkg.example/ontology#modality")
    name: Final = NamedNode("https://zjkg.example/ontology#name")
    operates: Final = NamedNode("https://zjkg.example/ontology#operates")
    order: Final = NamedNode("https://zjkg.example/ontology#order")
    origin: Final = NamedNode("https://zjkg.example/ontology#origin")
    originCount: Final = NamedNode("https://zjkg.example/ontology#originCount")
    part: Final = NamedNode("https://zjkg.example/ontology#part")
    partKind: Final = NamedNode("https://zjkg.example/ontology#partKind")
    partOf: Final = NamedNode("https://zjkg.example/ontology#partOf")
    partnersWith: Final = NamedNode("https://zjkg.example/ontology#partnersWith")
    periodAnchor: Final = NamedNode("https://zjkg.example/ontology#periodAnchor")
    periodEnd: Final = NamedNode("https://zjkg.example/ontology#periodEnd")
    periodExpression: Final = NamedNode("https://zjkg.example/ontology#periodExpression")
    periodStart: Final = NamedNode("https://zjkg.example/ontology#periodStart")
    portion: Final = NamedNode("https://zjkg.example/ontology#portion")
    portionCount: Final = NamedNode("https://zjkg.example/ontology#portionCount")
    position: Final = NamedNode("https://zjkg.example/ontology#position")
    post: Final = NamedNode("https://zjkg.example/ontology#post")
    qualifier: Final = NamedNode("https://zjkg.example/ontology#qualifier")
    reason: Final = NamedNode("https://zjkg.example/ontology#reason")
    regulates: Final = NamedNode("https://zjkg.example/ontology#regulates")
    removedFrom: Final = NamedNode("https://zjkg.example/ontology#removedFrom")
    repeats: Final = NamedNode("https://zjkg.example/ontology#repeats")
    reportYear: Final = NamedNode("https://zjkg.example/ontology#reportYear")
    restatedIn: Final = NamedNode("https://zjkg.example/ontology#restatedIn")
    rule: Final = NamedNode("https://zjkg.example/ontology#rule")
    same: Final = NamedNode("https://zjkg.example/ontology#same")
    searchKey: Final = NamedNode("https://zjkg.example/ontology#searchKey")
    second: Final = NamedNode("https://zjkg.example/ontology#second")
    secondMember: Final = NamedNode("https://zjkg.example/ontology#secondMember")
    secondNamed: Final = NamedNode("https://zjkg.example/ontology#secondNamed")
    shareOf: Final = NamedNode("https://zjkg.example/ontology#shareOf")
    sharedText: Final = NamedNode("https://zjkg.example/ontology#sharedText")
    signs: Final = NamedNode("https://zjkg.example/ontology#signs")
    source: Final = NamedNode("https://zjkg.example/ontology#source")
    speaker: Final = NamedNode("https://zjkg.example/ontology#speaker")
    stated: Final = NamedNode("https://zjkg.example/ontology#stated")
    step: Final = NamedNode("https://zjkg.example/ontology#step")
    stockCode: Final = NamedNode("https://zjkg.example/ontology#stockCode")
    subject: Final = NamedNode("https://zjkg.example/ontology#subject")
    subjectLabel: Final = NamedNode("https://zjkg.example/ontology#subjectLabel")
    subsidiaryOf: Final = NamedNode("https://zjkg.example/ontology#subsidiaryOf")
    supplies: Final = NamedNode("https://zjkg.example/ontology#supplies")
    text: Final = NamedNode("https://zjkg.example/ontology#text")
    thing: Final = NamedNode("https://zjkg.example/ontology#thing")
    tie: Final = NamedNode("https://zjkg.example/ontology#tie")
    tradeDirection: Final = NamedNode("https://zjkg.example/ontology#tradeDirection")
    unit: Final = NamedNode("https://zjkg.example/ontology#unit")
    value: Final = NamedNode("https://zjkg.example/ontology#value")
    valueMax: Final = NamedNode("https://zjkg.example/ontology#valueMax")
