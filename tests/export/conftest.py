"""A builder of small graphs in the shape that the views read."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from lxml import etree
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.ids import TERMS, Minter, digest
from zjkg.settings import page_file

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
OA = "http://www.w3.org/ns/oa#"
ORG = "http://www.w3.org/ns/org#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
SPECIALIZATION = "http://www.w3.org/ns/prov#specializationOf"
SCHEMA = "https://schema.org/"
MINT = Minter("https://example.org/")


class GraphBuilder:
    """Collects quads; ``store()`` puts them in a store in any order."""

    def __init__(self) -> None:
        self.quads: list[Quad] = []
        self._graph = MINT.graph("authority")

    def add(self, subject: str, predicate: str, value: NamedNode | Literal) -> None:
        self.quads.append(
            Quad(NamedNode(subject), NamedNode(predicate), value, NamedNode(self._graph))
        )

    def link(self, subject: str, predicate: str, target: str) -> None:
        self.add(subject, predicate, NamedNode(target))

    def article(self, source: str, date: str, headline: str = "标题") -> str:
        """Start an article's graph; what follows is said in it."""
        article, version = MINT.article(source), MINT.version(source, "content")
        self._graph = version
        self.link(article, RDF + "type", SCHEMA + "NewsArticle")
        self.add(article, TERMS + "source", Literal(source))
        self.add(article, SCHEMA + "headline", Literal(headline, language="zh-Hans"))
        if date:
            issued = Literal(date, datatype=NamedNode(XSD + "date"))
            self.add(article, TERMS + "issuedLocal", issued)
        self.link(version, SPECIALIZATION, article)
        return article

    def derived(self) -> None:
        self._graph = MINT.graph("derived")

    def place(self, kind: str, start: int, quote: str) -> str:
        version = self._graph
        iri = MINT.part(version, kind, start, quote)
        words, place = iri + "/words", iri + "/place"
        self.link(iri, RDF + "type", OA + "SpecificResource")
        self.link(iri, OA + "hasSource", version)
        self.link(iri, OA + "hasSelector", words)
        self.link(iri, OA + "hasSelector", place)
        self.link(words, RDF + "type", OA + "TextQuoteSelector")
        self.add(words, OA + "exact", Literal(quote))
        self.link(place, RDF + "type", OA + "TextPositionSelector")
        for name, offset in (("start", start), ("end", start + len(quote))):
            value = Literal(str(offset), datatype=NamedNode(XSD + "integer"))
            self.add(place, OA + name, value)
        return iri

    def entity(self, name: str, type_name: str = "Organization", lang: str = "zh-Hans") -> str:
        iri = MINT.entity(name, type_name)
        self.link(iri, RDF + "type", TERMS + type_name)
        self.add(iri, RDFS_LABEL, Literal(name, language=lang))
        return iri

    def label(self, entity: str, name: str, lang: str, kind: str = "prefLabel") -> None:
        self.add(entity, SKOS + kind, Literal(name, language=lang))

    def mention(self, entity: str, start: int, surface: str) -> None:
        target = self.place("surface", start, surface)
        iri = MINT.part(self._graph, "mention", entity, start)
        self.link(iri, RDF + "type", TERMS + "Mention")
        self.link(iri, OA + "hasBody", entity)
        self.link(iri, OA + "hasTarget", target)

    def sentence(self, text: str, start: int, entities: dict[str, str]) -> str:
        """A sentence; ``entities`` maps names in it to entities, which are mentioned in it."""
        for name, entity in entities.items():
            self.mention(entity, start + text.index(name), name)
        return self.place("sentence", start, text)

    def claim(self, kind: str, sentence: str, *key: str, speaker: str = "") -> str:
        iri = MINT.part(self._graph, kind, sentence, *key)
        self.link(iri, RDF + "type", TERMS + "Claim")
        self.link(iri, RDF + "type", TERMS + kind)
        self.link(iri, TERMS + "evidence", sentence)
        if speaker:
            self.link(iri, TERMS + "speaker", speaker)
        return iri

    def relation(
        self, sentence: str, subject: str, predicate: str, target: str, modality: str = "actual"
    ) -> None:
        iri = self.claim("Relation", sentence, subject, predicate, target, modality)
        self.link(iri, RDF + "subject", subject)
        self.link(iri, RDF + "predicate", TERMS + predicate)
        self.link(iri, RDF + "object", target)
        self.add(iri, TERMS + "modality", Literal(modality))
        if modality == "actual":
            self.link(subject, TERMS + predicate, target)

    def role(self, sentence: str, person: str, organization: str, post: str) -> None:
        iri = self.claim("Role", sentence, person, organization, post)
        self.link(iri, RDF + "type", ORG + "Membership")
        self.link(iri, ORG + "member", person)
        self.add(iri, TERMS + "post", Literal(post, language="zh-Hans"))
        if organization:
            self.link(iri, ORG + "organization", organization)

    def observation(
        self, sentence: str, subject: str, value: str, unit: str, speaker: str = "", **more: str
    ) -> str:
        iri = self.claim("Observation", sentence, subject, value, unit, speaker=speaker)
        self.link(iri, TERMS + "subject", subject)
        decimal = NamedNode(XSD + "decimal")
        self.add(iri, TERMS + "value", Literal(value, datatype=decimal))
        self.add(iri, TERMS + "unit", Literal(unit))
        self.add(iri, TERMS + "subjectLabel", Literal("该公司", language="zh-Hans"))
        self.add(iri, TERMS + "measure", Literal("交易金额", language="zh-Hans"))
        for name, words in more.items():
            datatype = decimal if name == "valueMax" else None
            self.add(iri, TERMS + name, Literal(words, datatype=datatype))
        return iri

    def milestone(self, sentence: str, subject: str, kind: str, when: str, thing: str = "") -> None:
        iri = self.claim("Milestone", sentence, subject, kind, when)
        self.link(iri, TERMS + "subject", subject)
        self.add(iri, TERMS + "milestoneKind", Literal(kind))
        self.add(iri, TERMS + "modality", Literal("actual"))
        for name in ("periodStart", "periodEnd"):
            self.add(iri, TERMS + name, Literal(when, datatype=NamedNode(XSD + "gYearMonth")))
        if thing:
            self.add(iri, TERMS + "thing", Literal(thing, language="zh-Hans"))

    def measure(self, name: str, kind: str) -> str:
        iri = f"{TERMS}measure-{digest(name)}"
        self.link(iri, RDF + "type", TERMS + "Measure")
        self.add(iri, TERMS + "measureKind", Literal(kind))
        self.add(iri, SKOS + "prefLabel", Literal(name, language="zh-Hans"))
        return iri

    def contradiction(self, first: str, second: str, conflict_type: str) -> None:
        iri = MINT.derived("contradiction", first, second)
        self.link(iri, RDF + "type", TERMS + "Contradiction")
        self.link(iri, TERMS + "first", first)
        self.link(iri, TERMS + "second", second)
        self.add(iri, TERMS + "conflictType", Literal(conflict_type))

    def store(self, shuffle: int = 0) -> Store:
        quads = list(self.quads)
        if shuffle:
            random.Random(shuffle).shuffle(quads)  # noqa: S311 - an order, not a secret
        store = Store()
        for quad in quads:
            store.add(quad)
        return store


def build_news() -> GraphBuilder:
    """Two articles on one park: a firm, its head, an aim, two numbers that contradict."""
    graph = GraphBuilder()
    graph.article("a1", "2021-10-12", "晨星园迎来新企业")
    park = graph.entity("晨星生物园", "Park")
    firm = graph.entity("青禾制药有限公司")
    head = graph.entity("林一舟", "Person")
    drug = graph.entity("禾立平", "Product")
    one = graph.sentence(
        "青禾制药有限公司落户晨星生物园。", 0, {"青禾制药有限公司": firm, "晨星生物园": park}
    )
    graph.relation(one, firm, "locatedIn", park)
    two = graph.sentence(
        "青禾制药有限公司董事长林一舟说，交易额46亿元。",
        20,
        {"青禾制药有限公司": firm, "林一舟": head},
    )
    graph.role(two, head, firm, "董事长")
    graph.role(two, head, firm, "创始人")
    graph.role(two, head, "", "委员")
    said = graph.observation(
        two, firm, "4600000000", "CNY", head, comparator=">", modality="actual"
    )
    graph.add(firm, TERMS + "stockCode", Literal("600000"))
    graph.add(firm, TERMS + "exchange", Literal("SSE"))
    graph.article("a2", "2022-03-01", "又一年")
    three = graph.sentence(
        "青禾制药有限公司计划在晨星生物园扩建。", 5, {"青禾制药有限公司": firm, "晨星生物园": park}
    )
    graph.relation(three, firm, "locatedIn", park, "target")
    graph.relation(three, firm, "locatedIn", park)
    graph.mention(drug, 100, "禾立平")
    other = graph.observation(three, firm, "6400000000", "CNY", comparator="=", modality="actual")
    graph.derived()
    graph.contradiction(said, other, "digit-transposition")
    graph.label(firm, "青禾制药有限公司", "zh-Hans")
    graph.label(firm, "Qinghe Pharma", "en")
    graph.label(head, "lin yizhou", "zh-Latn-pinyin", "altLabel")
    graph.add(MINT.entity("未提及", "Park"), RDFS_LABEL, Literal("只在名录里", language="zh-Hans"))
    graph.link(MINT.entity("未提及", "Park"), RDF + "type", TERMS + "Park")
    return graph


def build_figures() -> GraphBuilder:
    """The news, and a third article: figures with measures, a product's stages, an outlet."""
    graph = build_news()
    firm, drug = MINT.entity("青禾制药有限公司", "Organization"), MINT.entity("禾立平", "Product")
    value, growth = graph.measure("营业收入", "head"), graph.measure("同比", "modifier")
    for source, date in (("b1", "2023-05-02"), ("b2", "2023-05-09")):
        article = graph.article(source, date)
        graph.link(article, "http://purl.org/dc/terms/publisher", graph.entity("晨报"))
        sentence = graph.sentence(
            f"{date}，青禾制药有限公司营业收入3亿元，禾立平获批。",
            0,
            {"青禾制药有限公司": firm, "禾立平": drug},
        )
        seen = graph.observation(sentence, firm, "300000000", "CNY", modality="actual")
        graph.link(seen, TERMS + "measureConcept", value)
        graph.link(seen, TERMS + "measureConcept", growth)
        graph.relation(sentence, firm, "develops", drug)
        graph.milestone(sentence, drug, "approved", "2023-04", "片剂" if source == "b1" else "")
    return graph


@pytest.fixture
def figures() -> GraphBuilder:
    return build_figures()


@pytest.fixture
def news() -> GraphBuilder:
    return build_news()


@pytest.fixture
def iri() -> Callable[[str, str], str]:
    """The IRI of an entity of the small graph, by name and type."""
    return MINT.entity


@pytest.fixture(scope="session")
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(__file__).parent / "gexf-1.3" / "gexf.rng"))


@pytest.fixture
def ring() -> Callable[[Iterable[str]], Store]:
    """A store of organizations with the given names, each related to the next."""

    def build(names: Iterable[str]) -> Store:
        graph = GraphBuilder()
        graph.article("ring", "2024-01-01")
        entities = [graph.entity(name) for name in names]
        for number, entity in enumerate(entities):
            graph.mention(entity, number * 100, "x")
            sentence = graph.place("sentence", number * 100, f"句{digest(number)}。")
            graph.relation(sentence, entity, "partnersWith", entities[number - 1])
        return graph.store()

    return build


@pytest.fixture
def crowded() -> Store:
    """One sentence with 51 names, two of them related."""
    graph = GraphBuilder()
    graph.article("list", "2024-01-01")
    names = [f"甲{number:02}公司" for number in range(51)]
    entities = {name: graph.entity(name) for name in names}
    sentence = graph.sentence("、".join(names), 0, entities)
    graph.relation(sentence, entities[names[0]], "partnersWith", entities[names[1]])
    return graph.store()


@pytest.fixture
def repeated() -> Store:
    """One relation in twelve articles; the oldest has the last name and is added last."""
    graph = GraphBuilder()
    for day in reversed(range(12)):
        graph.article(f"article{30 - day}", f"2024-01-{day + 1:02}")
        one, two = graph.entity("甲公司"), graph.entity("乙公司")
        text = f"第{day}天，甲公司与乙公司合作。"
        sentence = graph.sentence(text, 0, {"甲公司": one, "乙公司": two})
        graph.relation(sentence, one, "partnersWith", two)
    return graph.store()


@pytest.fixture
def nested() -> Store:
    """A line on which a link rests, with two sentences inside it on which relations rest."""
    graph = GraphBuilder()
    graph.article("line", "2024-01-01")
    names = ["甲公司", "乙公司", "丙公司", "丁公司"]
    one, two, three, four = (graph.entity(name) for name in names)
    first = graph.sentence("甲公司投资乙公司。", 0, {"甲公司": one, "乙公司": two})
    second = graph.sentence("丙公司投资丁公司。", 9, {"丙公司": three, "丁公司": four})
    graph.relation(first, one, "invests", two)
    graph.relation(second, three, "invests", four)
    graph.claim("StockLink", graph.place("sentence", 0, "甲公司投资乙公司。丙公司投资丁公司。"))
    return graph.store()


@pytest.fixture(autouse=True)
def _page_script(request: pytest.FixtureRequest) -> None:
    """Tests of every format need the script of the page; continuous integration builds it."""
    asked = getattr(request.node, "callspec", None)
    is_missing = not page_file("built/standalone.js").exists() and not os.environ.get("CI")
    if asked and asked.params.get("fmt") == "html" and is_missing:
        pytest.skip("the script of the page is missing: python src/zjkg/server/ui/build.py")
