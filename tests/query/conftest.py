"""A small graph of three invented articles in the shape that the graph package writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.ids import TERMS, Minter

OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
MINTER = Minter("https://zjkg.example/")

Term = NamedNode | Literal


def typed(value: object, kind: str) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD + kind))


def decimal(value: object) -> Literal:
    return typed(value, "decimal")


def said(en: str, zh: str) -> tuple[Literal, Literal]:
    return Literal(en, language="en"), Literal(zh, language="zh")


def entity(name: str, kind: str) -> str:
    return MINTER.entity(name, kind)


@dataclass
class Writer:
    """Collects the quads of one named graph."""

    graph: str
    quads: list[Quad] = field(default_factory=list)

    def add(self, subject: str, predicate: str, *objects: Term) -> None:
        self.quads += [
            Quad(NamedNode(subject), NamedNode(predicate), value, NamedNode(self.graph))
            for value in objects
        ]

    def types(self, subject: str, *classes: str) -> None:
        self.add(subject, RDF + "type", *map(NamedNode, classes))


@dataclass
class ArticleGraph(Writer):
    """The graph of one article version."""

    source: str = ""
    text: str = ""
    lang: str = "zh-Hans"

    @classmethod
    def of(cls, source: str, text: str, lang: str, published: str, publisher: str) -> ArticleGraph:
        version = MINTER.version(source, text)
        self = cls(graph=version, source=source, text=text, lang=lang)
        article = MINTER.article(source)
        self.types(article, SCHEMA + "NewsArticle")
        self.add(article, TERMS + "source", Literal(source))
        self.add(article, SCHEMA + "headline", Literal(text.partition("\n")[0], language=lang))
        self.add(article, DCTERMS + "language", Literal(lang))
        self.add(article, DCTERMS + "publisher", NamedNode(publisher))
        self.add(article, TERMS + "issuedLocal", typed(published, "date"))
        self.types(version, TERMS + "ArticleVersion")
        self.add(version, PROV + "specializationOf", NamedNode(article))
        self.add(version, TERMS + "source", Literal(source))
        self.add(version, TERMS + "text", Literal(text, language=lang))
        return self

    def part(self, kind: str, *parts: str | int) -> str:
        return MINTER.part(self.graph, kind, *parts)

    def place(self, words: str, after: str = "") -> NamedNode:
        """A node for these words, looked for from the first occurrence of ``after``."""
        start = self.text.index(words, self.text.index(after))
        node = self.part("place", start, start + len(words))
        quoted, placed = f"{node}/quote", f"{node}/position"
        self.types(node, OA + "SpecificResource")
        self.add(node, OA + "hasSource", NamedNode(self.graph))
        self.add(node, OA + "hasSelector", NamedNode(quoted), NamedNode(placed))
        self.types(quoted, OA + "TextQuoteSelector")
        self.add(quoted, OA + "exact", Literal(words))
        self.types(placed, OA + "TextPositionSelector")
        self.add(placed, OA + "start", typed(start, "integer"))
        self.add(placed, OA + "end", typed(start + len(words), "integer"))
        return NamedNode(node)

    def named(self, iri: str, kind: str, names: Iterable[tuple[str, str]], mention: str) -> None:
        self.types(iri, TERMS + kind)
        self.add(iri, RDFS + "label", *(Literal(text, language=tag) for text, tag in names))
        own = (name for name in names if name[1][:2] == self.lang[:2])
        longest, its_tag = max(list(own) or list(names), key=lambda name: len(name[0]))
        self.add(iri, TERMS + "name", Literal(longest, language=its_tag))
        node = self.part("mention", mention)
        self.types(node, TERMS + "Mention", OA + "Annotation")
        self.add(node, OA + "hasBody", NamedNode(iri))
        self.add(node, OA + "hasTarget", self.place(mention))
        self.add(node, TERMS + "mentionType", NamedNode(TERMS + kind))
        self.add(node, TERMS + "evidenceKind", Literal("gazetteer"), Literal("tagger:lac"))

    def claim(
        self, kind: str, key: str, sentence: str, focus: str, speaker: str | None = None
    ) -> str:
        iri = self.part(kind, key)
        self.types(iri, TERMS + "Claim", TERMS + kind)
        self.add(iri, TERMS + "evidence", self.place(sentence))
        self.add(iri, TERMS + "focus", self.place(focus, sentence))
        self.add(iri, TERMS + "rule", Literal(f"{kind.lower()}-rule"))
        if speaker:
            self.add(iri, TERMS + "speaker", NamedNode(speaker))
        return iri

    def words(self, iri: str, **terms: str) -> None:
        for name, text in terms.items():
            self.add(iri, TERMS + name, Literal(text, language=self.lang))


CLUSTER = entity("青禾药谷", "Park")
FIRM = entity("青禾生物", "Organization")
PERSON = entity("林晓", "Person")
OUTLET = entity("河岸日报", "Organization")
VALLEY = entity("青禾基因岛", "Park")

FIRST = (
    "青禾药谷发布年报\n"
    "青禾药谷总经理林晓表示，去年青禾药谷对外许可交易额达461亿元，约占全国80%。\n"
    "林晓说：“创新要快，”他又说，“更要稳。”青禾生物位于青禾药谷。青禾基因岛是青禾药谷的一部分。"
)
SECOND = "青禾藥谷再增長\n青禾藥谷去年對外許可交易額為416億元。首席執行官林曉出席。"
THIRD = "Qinghe BioValley grows\nQinghe BioValley licensed out drugs worth 46.1 billion yuan."


def observe(
    graph: ArticleGraph, iri: str, value: str, unit: str, measure: str, **more: str
) -> None:
    graph.add(iri, TERMS + "subject", NamedNode(CLUSTER))
    graph.add(iri, TERMS + "value", decimal(value))
    graph.add(iri, TERMS + "unit", Literal(unit))
    graph.add(iri, TERMS + "comparator", Literal(more.pop("comparator", "=")))
    graph.add(iri, TERMS + "modality", Literal("actual"))
    graph.add(iri, TERMS + "periodEnd", typed("2020", "gYear"))
    graph.words(iri, measure=measure, **more)


def first() -> ArticleGraph:
    graph = ArticleGraph.of("001_first", FIRST, "zh-Hans", "2021-10-13", OUTLET)
    names = [("青禾药谷", "zh-Hans"), ("药谷", "zh-Hans"), ("Qinghe BioValley of China", "en")]
    graph.named(CLUSTER, "Park", names, "青禾药谷")
    graph.named(PERSON, "Person", [("林晓", "zh-Hans"), ("晓林", "zh-Hans")], "林晓")
    graph.named(FIRM, "Organization", [("青禾生物", "zh-Hans")], "青禾生物")
    graph.named(VALLEY, "Park", [("青禾基因岛", "zh-Hans")], "青禾基因岛")
    graph.add(OUTLET, RDFS + "label", Literal("河岸日报", language="zh-Hans"))
    line = FIRST.split("\n")[1]
    amount = graph.claim("Observation", "461", line, "461亿元", PERSON)
    observe(graph, amount, "46100000000", "CNY", "对外许可交易额", subjectLabel="青禾药谷")
    share = graph.claim("Observation", "80", line, "约占全国80%", PERSON)
    observe(graph, share, "80", "%", "对外许可交易额", comparator="~", shareOf="全国")
    role = graph.claim("Role", "role", line, "总经理")
    graph.types(role, ORG + "Membership")
    graph.add(role, ORG + "member", NamedNode(PERSON))
    graph.add(role, ORG + "organization", NamedNode(CLUSTER))
    graph.words(role, post="总经理")
    talk = FIRST.split("\n")[2]
    quote = graph.claim("Quotation", "q", talk.split("”青")[0] + "”", "创新要快，", PERSON)
    graph.add(quote, TERMS + "focus", graph.place("更要稳。"))
    graph.words(quote, text="创新要快，”他又说，“更要稳。")
    for subject, predicate, sentence in (
        (FIRM, "locatedIn", "青禾生物位于青禾药谷。"),
        (VALLEY, "partOf", "青禾基因岛是青禾药谷的一部分。"),
    ):
        relation = graph.claim("Relation", predicate, sentence, sentence)
        graph.types(relation, RDF + "Statement")
        graph.add(relation, RDF + "subject", NamedNode(subject))
        graph.add(relation, RDF + "predicate", NamedNode(TERMS + predicate))
        graph.add(relation, RDF + "object", NamedNode(CLUSTER))
        graph.add(relation, TERMS + "modality", Literal("actual"))
        graph.add(subject, TERMS + predicate, NamedNode(CLUSTER))
    link_and_losses(graph)
    return graph


def link_and_losses(graph: ArticleGraph) -> None:
    link = graph.claim("StockLink", "link", "青禾生物位于青禾药谷。", "青禾生物")
    graph.words(link, anchor="青禾生物")
    graph.add(link, TERMS + "code", Literal("688000"))
    graph.add(link, TERMS + "exchange", Literal("SSE"))
    graph.add(link, TERMS + "accepted", typed("true", "boolean"))
    graph.add(link, TERMS + "about", NamedNode(FIRM))
    removal = graph.part("removal", 0)
    graph.types(removal, TERMS + "Removal")
    graph.add(removal, TERMS + "removedFrom", NamedNode(graph.graph))
    graph.words(removal, text="相关阅读")
    graph.add(removal, TERMS + "position", typed(len(graph.text), "integer"))
    graph.add(removal, TERMS + "rule", Literal("teaser"))
    graph.add(removal, TERMS + "reason", *said("a list of other articles", "其他文章的列表"))
    dropped = graph.part("dropped", 0)
    graph.types(dropped, TERMS + "DroppedCandidate")
    graph.add(dropped, TERMS + "step", Literal("recognition"))
    graph.add(dropped, TERMS + "rule", Literal("generic-noun"))
    graph.add(dropped, TERMS + "reason", *said("a common noun", "普通名词"))
    graph.add(dropped, TERMS + "focus", graph.place("年报"))


def second() -> ArticleGraph:
    graph = ArticleGraph.of("002_second", SECOND, "zh-Hant", "2021-10-14", OUTLET)
    graph.named(CLUSTER, "Park", [("青禾藥谷", "zh-Hant")], "青禾藥谷")
    graph.named(PERSON, "Person", [("林曉", "zh-Hant")], "林曉")
    graph.add(OUTLET, RDFS + "label", Literal("河岸日报", language="zh-Hans"))
    sentence = "青禾藥谷去年對外許可交易額為416億元。"
    amount = graph.claim("Observation", "416", sentence, "416億元")
    observe(graph, amount, "41600000000", "CNY", "對外許可交易額")
    role = graph.claim("Role", "role", "首席執行官林曉出席。", "首席執行官")
    graph.add(role, ORG + "member", NamedNode(PERSON))
    graph.words(role, post="首席執行官")
    return graph


def third() -> ArticleGraph:
    graph = ArticleGraph.of("003_third", THIRD, "en", "2021-10-15", OUTLET)
    graph.named(CLUSTER, "Park", [("Qinghe BioValley", "en")], "Qinghe BioValley")
    sentence = THIRD.split("\n")[1]
    amount = graph.claim("Observation", "46.1", sentence, "46.1 billion yuan")
    observe(graph, amount, "46100000000.0", "CNY", "drugs", subjectLabel="Qinghe BioValley")
    return graph


def derived(one: ArticleGraph, two: ArticleGraph) -> Writer:
    graph = Writer(MINTER.graph("derived"))
    graph.add(CLUSTER, SKOS + "prefLabel", Literal("青禾药谷", language="zh-Hans"))
    graph.add(PERSON, SKOS + "altLabel", Literal("lin xiao", language="zh-Latn-pinyin"))
    conflict = MINTER.derived("contradiction", "1")
    graph.types(conflict, TERMS + "Contradiction")
    graph.add(conflict, TERMS + "conflictType", Literal("digit-transposition"))
    graph.add(conflict, TERMS + "first", NamedNode(one.part("Observation", "461")))
    graph.add(conflict, TERMS + "second", NamedNode(two.part("Observation", "416")))
    graph.add(conflict, TERMS + "reason", *said("61 and 16 are swapped", "61 与 16 互换"))
    agreed = MINTER.derived("corroboration", "1")
    graph.types(agreed, TERMS + "Corroboration")
    for article in (one, two):
        graph.add(agreed, TERMS + "claim", NamedNode(article.part("Observation", "461")))
    for name, count in (("mentionCount", 2), ("articleCount", 2), ("originCount", 1)):
        graph.add(agreed, TERMS + name, Literal(count))
    merges(graph)
    return graph


def merges(graph: Writer) -> None:
    """One merge of the park's names, and one refusal of the park and the part of it."""
    for first, second, same, names, about, kinds in (
        (
            "001_first#e0",
            "002_second#e0",
            "true",
            ("青禾药谷", "青禾藥谷"),
            (CLUSTER,),
            "type name",
        ),
        (
            *("001_first#e0", "001_first#e3", "false", ("青禾药谷", "青禾基因岛")),
            *((CLUSTER, VALLEY), "pinyin"),
        ),
    ):
        merge = MINTER.derived("merge", first, second)
        graph.types(merge, TERMS + "Merge")
        graph.add(merge, TERMS + "firstMember", Literal(first))
        graph.add(merge, TERMS + "secondMember", Literal(second))
        graph.add(merge, TERMS + "firstNamed", Literal(names[0]))
        graph.add(merge, TERMS + "secondNamed", Literal(names[1]))
        graph.add(merge, TERMS + "same", typed(same, "boolean"))
        graph.add(merge, TERMS + "evidenceKind", *map(Literal, kinds.split()))
        graph.add(merge, TERMS + "about", *map(NamedNode, about))
        graph.add(merge, TERMS + "reason", *said("as a rule says", "依规则"))


def judgements() -> Writer:
    graph = Writer(MINTER.graph("judgements"))
    for first, who in (("药谷", "Lin"), ("001_first#晓林", "")):
        judgement = MINTER.judgement(first)
        graph.types(judgement, TERMS + "Judgement")
        graph.add(judgement, TERMS + "firstNamed", Literal(first))
        graph.add(judgement, TERMS + "secondNamed", Literal("青禾基因岛"))
        graph.add(judgement, TERMS + "same", typed("false", "boolean"))
        if who:
            graph.add(judgement, DCTERMS + "creator", Literal(who))
            graph.add(judgement, DCTERMS + "date", typed("2024-05-01", "date"))
            graph.add(judgement, RDFS + "comment", Literal("one holds the other"))
    return graph


def ontology() -> Writer:
    graph = Writer(MINTER.graph("ontology"))
    graph.add(TERMS + "locatedIn", RDFS + "label", *said("located in", "位于"))
    return graph


@pytest.fixture(scope="session")
def quads() -> list[Quad]:
    one, two, three = first(), second(), third()
    shared = (derived(one, two), judgements(), ontology())
    return [quad for graph in (one, two, three, *shared) for quad in graph.quads]


@pytest.fixture
def store(quads: list[Quad]) -> Iterator[Store]:
    built = Store()
    built.extend(quads)
    yield built
    assert len(built) == len(set(map(str, quads))), "a query changed the store"
