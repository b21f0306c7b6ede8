from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from zjkg.errors import QueryError
from zjkg.graph.search_keys import search_keys
from zjkg.ids import Minter
from zjkg.measurement import read_quantities
from zjkg.model import EntityType, LanguageTag
from zjkg.query import (
    Match,
    SearchKind,
    bound,
    named,
    records,
    render_search,
    run,
    search,
    search_records,
)
from zjkg.store import GraphStore
from zjkg.vocab import SKOS, ZJ

MINTER = Minter("https://zjkg.example/")
NAMES = {
    ("青禾药谷", "Park"): ("青禾药谷", "药谷", "青禾藥谷", "Qinghe BioValley"),
    ("青禾基因岛", "Park"): ("青禾基因岛",),
    ("林晓", "Person"): ("林晓", "林曉"),
    ("青禾生物", "Organization"): ("青禾生物",),
}
ENTITY, SENTENCE = [SearchKind.ENTITY], [SearchKind.SENTENCE]


@pytest.fixture
def keyed(quads: list[Quad]) -> Iterator[Store]:
    """The three invented articles with the search keys that a build derives."""
    store = Store()
    store.extend(quads)
    graph = NamedNode(MINTER.graph("derived"))
    for (first, kind), names in NAMES.items():
        tagged = [(name, LanguageTag.HANS) for name in names]
        label = Literal(first, language="zh-Hans")
        store.add(Quad(NamedNode(MINTER.entity(first, kind)), SKOS.prefLabel, label, graph))
        for key in search_keys(tagged, EntityType(kind)):
            thing = NamedNode(MINTER.entity(first, kind))
            store.add(Quad(thing, ZJ.searchKey, Literal(key), graph))
    before = len(store)
    yield store
    assert len(store) == before


@pytest.mark.parametrize("words", ["46.1 billion yuan", "46.1 billion", "461億", "46100000000"])
def test_a_number_is_found_however_it_is_written(keyed: Store, words: str) -> None:
    found = search(keyed, words, parse_quantity=read_quantities).sentences
    assert any("461亿" in each.text for each in found)
    assert {each.match for each in found} <= {Match.NUMBER, Match.NAME}


def test_a_number_of_another_unit_is_not_found(keyed: Store) -> None:
    assert not search(keyed, "461亿家", parse_quantity=read_quantities).sentences


def found(store: Store, words: str) -> list[tuple[str, str]]:
    answer = search(store, words, kinds=ENTITY, lang="zh")
    return [(entity.label, entity.match.value) for entity in answer.entities]


def marked(store: Store, words: str) -> list[str]:
    return [each.marked for each in search(store, words, kinds=SENTENCE).sentences]


@pytest.mark.parametrize("words", ["林晓", "林曉", "Lin Xiao", "linxiao", "LÍN XIǍO", "xiao lin"])
def test_every_way_to_write_a_person_finds_the_same(keyed: Store, words: str) -> None:
    assert found(keyed, words)[0] == ("林晓", "name")
    assert "首席執行官【林曉】出席。" in marked(keyed, words)
    assert marked(keyed, "林曉") == marked(keyed, "林晓")


def test_names_come_before_beginnings_and_these_before_words(keyed: Store) -> None:
    assert found(keyed, "青禾") == [
        ("青禾生物", "prefix"),
        ("青禾药谷", "prefix"),
        ("青禾基因岛", "prefix"),
    ]
    assert found(keyed, "药谷") == [("青禾药谷", "name")]
    assert found(keyed, "基因岛") == [("青禾基因岛", "words")]
    assert found(keyed, "biovalley") == [("青禾药谷", "words")]


def test_letters_match_where_a_word_begins(keyed: Store) -> None:
    assert found(keyed, "valley") == []
    assert found(keyed, "he valley") == []
    assert found(keyed, "bio") == [("青禾药谷", "words")]


def test_words_of_a_name_match_one_by_one(keyed: Store) -> None:
    assert found(keyed, "基因 青禾") == [("青禾基因岛", "words")]
    assert found(keyed, "药谷 qinghe") == [("青禾药谷", "words")]


def test_labels_follow_the_language(keyed: Store) -> None:
    [park] = search(keyed, "qinghe biovalley", kinds=ENTITY, lang="en").entities
    assert park.label == "青禾药谷"  # the preferred label, which this graph has in Chinese only
    assert "Qinghe BioValley" in park.names
    assert (park.mentions, park.articles) == (3, 3)


def test_sentences_are_marked_at_their_offsets(keyed: Store) -> None:
    answer = search(keyed, "許可交易額", kinds=SENTENCE)
    assert [each.source for each in answer.sentences] == ["001_first", "002_second"]
    for each in answer.sentences:
        [(start, end)] = each.hits
        words = each.text[start - each.start : end - each.start]
        assert words in {"许可交易额", "許可交易額"}
        assert each.marked.replace("【", "").replace("】", "") == each.text


def test_words_that_stand_apart_find_sentences_that_hold_them(keyed: Store) -> None:
    [sentence] = search(keyed, "总经理 461亿元 全国 林晓", kinds=SENTENCE).sentences
    assert sentence.match is Match.WORDS
    assert "【总经理林晓】" in sentence.marked
    assert "【461亿元】" in sentence.marked


def test_letters_inside_a_word_are_no_hit(keyed: Store) -> None:
    assert marked(keyed, "icensed ou") == []
    assert marked(keyed, "6.1") == []
    assert marked(keyed, "46 billion") == []
    assert marked(keyed, "licensed out") == [
        "Qinghe BioValley 【licensed out】 drugs worth 46.1 billion yuan."
    ]


def test_the_limit_hides_and_the_total_tells(keyed: Store) -> None:
    answer = search(keyed, "青禾", limit=1)
    assert (len(answer.entities), answer.entity_total) == (1, 3)
    assert len(answer.sentences) == 1
    assert answer.sentence_total > 1


def test_nothing_found_gives_names_that_resemble(keyed: Store) -> None:
    answer = search(keyed, "青禾药股")
    assert not answer.entities
    assert "青禾药谷" in answer.suggestions


def test_nothing_to_search_for_is_an_error(keyed: Store) -> None:
    with pytest.raises(QueryError, match="nothing to search for"):
        search(keyed, " （·） ")


@pytest.mark.parametrize(
    "words", ['" } #', "'", "\\", "a\nb", "?x $y", ") || true || (", "%", "\ud800"]
)
def test_any_text_can_be_searched_for(keyed: Store, words: str) -> None:
    try:
        answer = search(keyed, words)
    except QueryError:
        return
    assert not answer.entities


def test_records_are_flat_and_alike(keyed: Store) -> None:
    rows = list(search_records(search(keyed, "林晓")))
    assert {row["kind"] for row in rows} == {"entity", "sentence"}
    assert len({tuple(row) for row in rows}) == 1
    assert {type(value) for row in rows for value in row.values()} <= {str, int, type(None)}


@pytest.mark.parametrize("words", ["林曉", "Lin Xiao", "linxiao"])
def test_plain_sparql_finds_them_too(keyed: Store, words: str) -> None:
    rows = list(records(run(keyed, named("search"), {"words": words})))
    assert [(row["label"], row["match"]) for row in rows] == [("林晓", "name")]
    keys = run(keyed, "SELECT ?e { ?e zj:searchKey ?k FILTER(?k = LCASE($w)) }", {"w": words})
    assert [row["e"] for row in records(keys)] == [MINTER.entity("林晓", "Person")]


WAYS = {
    "王凯荣": ("王凱榮", "王凯荣", "Wang Kairong", "wangkairong", "WANG KAI RONG"),
    "上海张江（集团）有限公司": (
        "张江集团",
        "張江集團",
        "上海张江（集团）有限公司",
        "zhangjiang jituan",
    ),
}


@pytest.mark.parametrize(("label", "words"), [(k, way) for k, ways in WAYS.items() for way in ways])
def test_the_five_articles_answer_in_every_script(five: GraphStore, label: str, words: str) -> None:
    answer = search(five.engine, words, lang="zh")
    assert (answer.entities[0].label, answer.entities[0].match) == (label, Match.NAME)
    usual = search(five.engine, WAYS[label][1], lang="zh")
    assert answer.sentences == usual.sentences
    assert {each.source[:3] for each in answer.sentences} >= {"002", "004"}
    [row] = records(run(five.engine, named("search"), {"words": words}))
    assert (row["entity"], row["match"]) == (answer.entities[0].iri, "name")


def test_the_order_is_the_same_every_time(five: GraphStore) -> None:
    first = search(five.engine, "张江", limit=50)
    assert search(five.engine, "張江", limit=50).entities == first.entities
    ranks = [list(Match).index(entity.match) for entity in first.entities]
    assert ranks == sorted(ranks)
    assert first.entities[0].match is Match.NAME


def test_a_name_with_a_word_too_many_is_found_by_its_words(five: GraphStore) -> None:
    answer = search(five.engine, "张江集团公司", lang="zh")
    assert [(entity.label, entity.match) for entity in answer.entities] == [
        ("上海张江（集团）有限公司", Match.WORDS)
    ]
    assert "【張江集團】" in answer.sentences[-1].marked


def test_of_many_articles_the_first_are_looked_at_and_that_is_said(
    keyed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = search(keyed, "青禾", kinds=SENTENCE, limit=99)
    assert whole.left_out is None
    dates = [each.published for each in whole.sentences if each.match is Match.NAME]
    assert len(set(dates)) > 1
    monkeypatch.setattr("zjkg.query.sentence_search._MOST_TEXTS", 1)
    first = search(keyed, "青禾", kinds=SENTENCE, limit=99)
    assert {each.version for each in first.sentences} == {whole.sentences[0].version}
    assert first.sentence_total == len(first.sentences)
    assert first.left_out is not None
    assert "first 1 articles" in first.left_out.en
    assert first.left_out.en in render_search(first, "en", None)
    assert first.left_out.zh in render_search(first, "zh", None)


@pytest.mark.parametrize("words", ["青禾", "QingHe", "lin xiao", "青禾藥谷", "无此名", "ß", "-"])
def test_the_query_finds_the_same_with_an_index(keyed: Store, tmp_path: Path, words: str) -> None:
    with GraphStore.open(tmp_path, write=True) as store:
        store.engine.extend(keyed)
    with GraphStore.open(tmp_path) as store:
        told = bound(store.searchable, named("search"), {"words": words})
        assert ("VALUES ?entity" in told) == (words not in {"ß", "-"})
        assert entities(store.searchable, words) == entities(keyed, words)


def entities(store: Store, words: str) -> list[str]:
    answer = run(store, named("search"), {"words": words}).answer
    assert isinstance(answer, QuerySolutions)
    return [row["entity"].value for row in answer]
