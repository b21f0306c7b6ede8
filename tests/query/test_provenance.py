from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.errors import MessageLanguage
from zjkg.folding import search_key
from zjkg.passages import occurrences, sentence_around
from zjkg.query import (
    Agreement,
    SearchedAs,
    close_names,
    entities_named,
    provenance,
    render,
    render_rich,
)
from zjkg.query.opening import opening
from zjkg.query.reader import GraphReader
from zjkg.vocab import DCTERMS, RDFS, SCHEMA, ZJ

LINE = "青禾药谷总经理林晓表示，去年青禾药谷对外许可交易额达461亿元，约占全国80%。"


def parse(text: str) -> Sequence[tuple[Decimal, str | None]]:
    """A stand-in for the measuring package: 461亿元, 80%."""
    match = re.fullmatch(r"([0-9.]+)(亿元|%)?", text)
    if not match:
        return []
    factor = 10**8 if match[2] == "亿元" else 1
    unit = {"亿元": "CNY", "%": "%"}.get(match[2] or "")
    return [(Decimal(match[1]) * factor, unit)]


@pytest.mark.parametrize(
    "name",
    ["青禾药谷", "青禾藥谷", "青禾 药谷", "QINGHE  BioValley", "ｑｉｎｇｈｅ biovalley", "药谷"],
)
def test_an_entity_by_any_of_its_names(store: Store, name: str) -> None:
    answer = provenance(store, name)
    assert answer.searched_as == (SearchedAs.NAME,)
    assert [(item.source, item.kind) for item in answer.items] == [
        ("001_first", "Role"),
        ("001_first", "Observation"),
        ("001_first", "Observation"),
        ("001_first", "Relation"),
        ("001_first", "Relation"),
        ("002_second", "Observation"),
        ("003_third", "Observation"),
    ]


@pytest.mark.parametrize("name", ["lin xiao", "Lin Xiao", "linxiao", "林曉", "晓林"])
def test_a_person_by_script_and_pinyin(store: Store, name: str) -> None:
    items = provenance(store, name).items
    assert [item.kind for item in items] == [
        "Role",
        "Role",
        "Observation",
        "Observation",
        "Quotation",
    ]


def test_an_item_leads_back_to_its_sentence(store: Store) -> None:
    [item] = provenance(store, "461亿元", parse_quantity=parse).items[:1]
    assert item.sentence == LINE
    assert (item.start, item.end) == (9, 9 + len(LINE))
    [(start, end)] = item.focus
    assert LINE[start - item.start : end - item.start] == "461亿元"
    assert (item.speaker, item.source, item.title) == ("晓林", "001_first", "青禾药谷发布年报")
    assert (item.publisher, item.published) == ("河岸日报", "2021-10-13")
    assert (item.rule, item.agreement) == ("observation-rule", Agreement(2, 2, 1))
    assert item.summary.en == "青禾药谷 | 对外许可交易额: 46100000000 CNY, 2020"
    [other] = item.contradictions
    assert (other.type, other.source) == ("digit-transposition", "002_second")
    assert "416億元" in other.sentence
    assert (other.reason.en, other.reason.zh) == ("61 and 16 are swapped", "61 与 16 互换")


def test_an_item_names_its_authors_in_the_order_of_the_text_and_begins_like_it(
    store: Store,
) -> None:
    headline = Literal("青禾药谷发布年报", language="zh-Hans")
    [found] = store.quads_for_pattern(None, SCHEMA.headline, headline, None)
    people = [NamedNode(f"https://made.example/{name}") for name in ("z", "a")]
    of_people = [
        Quad(person, RDFS.label, Literal(name), found.graph_name)
        for person, name in zip(people, ("青禾药谷", "林晓"), strict=True)
    ]
    authors = [Quad(found.subject, SCHEMA.author, each, found.graph_name) for each in people]
    own = Store()
    own.extend([quad for quad in store if quad != found] + of_people + authors)
    items = [
        each for each in provenance(own, "461亿元", parse_quantity=parse).items if each.authors
    ]
    assert {(item.authors, item.title, item.opening) for item in items} == {
        (("青禾药谷", "林晓"), None, "青禾药谷发布年报")
    }


def test_the_opening_passes_lines_that_only_name_outlet_and_author() -> None:
    version, article, daily = (f"https://made.example/{name}" for name in ("v", "a", "d"))
    graph = NamedNode(version)
    text = "某某日报\n园区去年集聚企业300余家，产值86亿元，今年计划再引进企业50家，并动工建设二期。"
    store = Store()
    store.extend(
        [
            Quad(graph, ZJ.text, Literal(text, language="zh-Hans"), graph),
            Quad(NamedNode(article), DCTERMS.publisher, NamedNode(daily), graph),
            Quad(NamedNode(daily), RDFS.label, Literal("某某日报", language="zh-Hans"), graph),
        ]
    )
    begins = opening(GraphReader(store), article, version)
    assert begins == "园区去年集聚企业300余家，产值86亿元…"


@pytest.mark.parametrize(
    ("thing", "sources"),
    [
        ("461亿元", ["001_first", "003_third"]),
        ("46100000000", ["001_first", "003_third"]),
        ("416亿元", ["002_second"]),
        ("80%", ["001_first"]),
        ("80", ["001_first"]),
    ],
)
def test_numbers(store: Store, thing: str, sources: list[str]) -> None:
    answer = provenance(store, thing, parse_quantity=parse)
    assert answer.searched_as == (SearchedAs.NUMBER,)
    assert [item.source for item in answer.items] == sources


def test_the_unit_counts(store: Store) -> None:
    assert not provenance(store, "46100000000%", parse_quantity=parse).items
    assert len(provenance(store, "46,100,000,000").items) == 2


def test_words_find_claims_in_any_script(store: Store) -> None:
    answer = provenance(store, "對外 許可交易額")
    assert answer.searched_as == (SearchedAs.WORDS,)
    assert {item.source for item in answer.items} == {"001_first", "002_second"}
    assert all(item.claim for item in answer.items)


def test_words_without_a_claim_are_found_in_the_text(store: Store) -> None:
    [item] = provenance(store, "發布年報").items
    assert (item.claim, item.kind, item.sentence) == (None, "Passage", "青禾药谷发布年报")
    assert item.focus == ((4, 8),)


def test_iris_of_claims_evidence_and_entities(store: Store) -> None:
    [item] = (
        provenance(store, "416億元", parse_quantity=parse).items
        or provenance(store, "416億元").items
    )
    assert item.claim
    assert provenance(store, item.claim).items == (item,)
    assert provenance(store, f"<{item.claim}>").items == (item,)
    [evidence] = [
        quad.object
        for quad in store.quads_for_pattern(None, None, None, None)
        if str(quad.subject) == f"<{item.claim}>" and quad.predicate.value.endswith("#evidence")
    ]
    assert provenance(store, str(evidence)).items == (item,)
    [entity] = entities_named(store, "青禾药谷")
    assert provenance(store, entity).items == provenance(store, "青禾药谷").items
    assert provenance(store, "https://nowhere.example/a").items == ()
    assert provenance(store, "https://nowhere.example/a> b").items == ()


def test_an_entity_without_claims_gives_its_mentions(quads: list[Quad]) -> None:
    bare = Store()
    bare.extend(
        q for q in quads if not q.predicate.value.endswith(("#subject", "#object", "#about"))
    )
    [item] = provenance(bare, "青禾生物").items
    assert (item.kind, item.sentence) == ("Mention", "青禾生物位于青禾药谷。")
    assert item.focus == ((item.start, item.start + 4),)


def test_nothing_found_says_what_was_searched_and_what_is_close(store: Store) -> None:
    answer = provenance(store, "青禾药股", parse_quantity=parse)
    assert (answer.items, answer.total) == ((), 0)
    assert answer.searched_as == (SearchedAs.NAME, SearchedAs.WORDS)
    assert "青禾药谷" in answer.suggestions
    assert "青禾药谷" in render(answer, "en")
    assert "未找到" in render(answer, "zh")
    assert provenance(store, "  ").items == ()


def test_the_limit_is_announced(store: Store) -> None:
    answer = provenance(store, "青禾药谷", limit=2)
    assert (len(answer.items), answer.total) == (2, 7)
    assert "5 more" in render(answer, "en")
    assert "另有 5 条" in render(answer, "zh")


def test_answers_do_not_depend_on_the_order_of_loading(store: Store, quads: list[Quad]) -> None:
    backwards = Store()
    for quad in reversed(quads):
        backwards.add(quad)
    for thing in ("青禾药谷", "林晓", "80", "交易额", "年报"):
        assert provenance(backwards, thing) == provenance(store, thing)


def test_rendering_marks_the_focus(store: Store) -> None:
    answer = provenance(store, "461亿元", parse_quantity=parse)
    text = render(answer, "en")
    assert "交易额达【461亿元】，约占" in text
    assert "said by 晓林" in text
    assert "contradicted (digit-transposition) by 002_second" in text
    assert "规则：observation-rule" in render(answer, "zh")
    styled = render_rich(answer, "en")
    marked = [styled.plain[span.start : span.end] for span in styled.spans if span.style]
    assert marked == ["461亿元", "46.1 billion yuan"]


@pytest.mark.parametrize(
    ("lang", "agreed", "undated"),
    [
        ("en", "go back to 1 origin (reposts, one outlet, one speaker or", "park opens, undated"),
        ("zh", "归于 1 个源头（转载、同一媒体、同一说话人", "park opens, 无日期"),
    ],
)
def test_rendering_explains_origins_and_dates(
    store: Store, lang: MessageLanguage, agreed: str, undated: str
) -> None:
    answer = provenance(store, "461亿元", parse_quantity=parse)
    item = next(each for each in answer.items if each.agreement)
    bare = replace(item, title="park opens", publisher=None, published=None)
    text = render(replace(answer, items=(bare,)), lang)
    assert agreed in text
    assert undated in text


def test_of_nothing_nothing_is_found(store: Store) -> None:
    answer = provenance(store, "  ")
    assert render(answer, "en").startswith("Nothing was asked: give a name")
    assert render(answer, "zh").startswith("没有给出要查的内容")


def test_a_split_quotation_has_two_marks(store: Store) -> None:
    text = render(provenance(store, "更要稳"), "zh")
    assert "\n   引语\n" in text
    assert "“【创新要快，】”他又说，“【更要稳。】”" in text


@pytest.mark.parametrize(
    ("text", "words", "spans"),
    [
        ("張江 科學城在張江", "张江", ((0, 2), (7, 9))),
        ("Ａ　Ｂ ab", "a b", ((0, 3), (4, 6))),
        ("aaa", "aa", ((0, 2),)),
        ("x", " ", ()),
        ("", "x", ()),
    ],
)
def test_occurrences(text: str, words: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert occurrences(text, words) == spans


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("甲来了。乙说：“好。”丙走了。", "好", "乙说：“好。”"),
        ("标题\n甲来了。乙", "乙", "乙"),
        ("It grew 4.5 percent. Then it fell. End", "fell", "Then it fell."),
        ("It grew 4.5 percent. Then it fell.", "4.5", "It grew 4.5 percent."),
    ],
)
def test_sentence_around(text: str, words: str, sentence: str) -> None:
    at = text.index(words)
    start, end = sentence_around(text, at, at + len(words))
    assert text[start:end] == sentence


def test_close_names(store: Store) -> None:
    assert close_names(store, "青禾")[0].startswith("青禾")
    assert close_names(store, "@@@") == ()
    assert entities_named(store, "，") == ()


def test_terms_of_the_ontology_are_no_entities(store: Store) -> None:
    assert entities_named(store, "located in") == ()
    assert "located in" not in close_names(store, "located on")


def test_only_names_that_find_something_are_suggested_and_never_what_was_asked_for(
    store: Store,
) -> None:
    own = Store()
    own.extend(store)
    term = NamedNode("http://www.w3.org/2004/02/skos/core#notation")
    graph = NamedNode("https://made.example/ontology")
    own.add(Quad(term, RDFS.label, Literal("青禾药圃", language="zh"), graph))
    [park] = entities_named(store, "青禾药谷")
    own.add(Quad(NamedNode(park), ZJ.searchKey, Literal(search_key("青禾药谷")), graph))
    assert "青禾药圃" not in close_names(own, "青禾药圃")
    assert "青禾药圃" not in close_names(own, "青禾药园")
    assert "青禾药谷" in close_names(own, "青禾药园")
    assert "青禾药谷" not in close_names(own, "青禾药谷")


def test_undated_articles_come_last(quads: list[Quad]) -> None:
    undated = Store()
    undated.extend(
        quad
        for quad in quads
        if not (quad.predicate.value.endswith("#issuedLocal") and "001_" in str(quad.subject))
    )
    sources = [item.source for item in provenance(undated, "青禾药谷").items]
    assert sources == ["002_second", "003_third", *["001_first"] * 5]
