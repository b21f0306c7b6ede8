"""What a careful reader gets right in the five articles, asked of the built graph."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zjkg.query import entities_named, named, provenance, records, run
from zjkg.store import GraphStore

Row = dict[str, str | int | Decimal | bool | None]
NOT_NAMES = ("国际医学", "中国医药", "创新医疗", "上海临港")
TRUE_LINKS = {
    "美迪西": "688202",
    "之江生物": "688317",
    "艾德生物": "300685",
    "诺禾致源": "688315",
    "硕世生物": "688399",
    "恩华药业": "002262",
}


def rows(store: GraphStore, name: str) -> list[Row]:
    return list(records(run(store.engine, named(name))))


def metrics(store: GraphStore, **wanted: object) -> list[Row]:
    return [
        row
        for row in rows(store, "metrics")
        if all(row[column] == value for column, value in wanted.items())
    ]


def test_t1_both_amounts_stand_with_sentence_and_speaker(five: GraphStore) -> None:
    high = metrics(five, value=46_100_000_000, unit="CNY")
    assert {str(row["source"])[:3] for row in high} == {"000", "001", "002"}
    (low,) = metrics(five, value=41_600_000_000, unit="CNY")
    assert low["speaker"] == "石谦"
    conflicts = [r for r in rows(five, "conflicts") if r["type"] == "digit-transposition"]
    pairs = {frozenset((str(r["sourceA"])[:3], str(r["sourceB"])[:3])) for r in conflicts}
    assert pairs == {frozenset(("000", "001")), frozenset(("001",)), frozenset(("001", "002"))}


def test_t1_an_article_that_states_it_twice_leads_to_both_sentences(five: GraphStore) -> None:
    found = {item.source[:3]: item for item in provenance(five.searchable, "46100000000").items}
    (again,) = found["000"].restated
    assert again.start >= found["000"].end
    assert "交易金额高达461亿元" in again.sentence
    assert found["002"].restated == ()


def test_t2_one_number_counts_two_kinds_of_thing(five: GraphStore) -> None:
    units = [r for r in rows(five, "conflicts") if r["type"] == "unit"]
    pairs = {frozenset((str(r["sourceA"])[:3], str(r["sourceB"])[:3])) for r in units}
    assert pairs == {frozenset(("000", "003")), frozenset(("002", "003"))}
    assert all("13" in str(r["quoteA"]) and "13 companies" in str(r["quoteB"]) for r in units)


def test_t3_targets_of_different_years_do_not_conflict(five: GraphStore) -> None:
    assert metrics(five, value=5, periodEnd="2024", modality="target", comparator=">")
    assert metrics(five, value=10, periodEnd="2027", modality="target", comparator=">")
    assert not [r for r in rows(five, "conflicts") if "2024" in str(r["quoteA"])]


def test_t4_compatible_bounds_do_not_conflict(five: GraphStore) -> None:
    (existing,) = metrics(five, value=20, comparator="~", periodEnd="2020")
    (planned,) = metrics(five, value=10, unit="家", comparator=">")
    ask = f"SELECT ?q {{ <{planned['observation']}> zj:qualifier ?q }}"
    assert [row["q"] for row in records(run(five.engine, ask))] == ["已建或拟建"]
    quotes = {existing["quote"], planned["quote"]}
    bounds = [r for r in rows(five, "conflicts") if r["type"] in {"bound", "value"}]
    assert not [r for r in bounds if {r["quoteA"], r["quoteB"]} & quotes]


def test_t5_a_weaker_claim_is_told(five: GraphStore) -> None:
    (conflict,) = [r for r in rows(five, "conflicts") if r["type"] == "modality"]
    assert "酝酿" in str(conflict["quoteA"]) + str(conflict["quoteB"])


def test_t6_shares_keep_their_denominators(five: GraphStore) -> None:
    for source in ("002", "004"):
        shares = {
            str(row["shareOf"]).replace("國", "国"): round(float(str(row["value"])), 2)
            for row in metrics(five, unit="ratio")
            if str(row["source"]).startswith(source)
        }
        assert shares == {"上海": 0.67, "全国": 0.33}
    assert not [r for r in rows(five, "conflicts") if r["type"] == "arithmetic"]


def test_t7_the_sum_of_areas_fits_and_leaves_the_other_out(five: GraphStore) -> None:
    check = (
        "SELECT ?stated ?fits WHERE { ?c a zj:ArithmeticCheck ; zj:stated ?stated ; zj:fits ?fits }"
    )
    assert {"stated": Decimal(920), "fits": True} in list(records(run(five.engine, check)))
    assert metrics(five, value=400, unit="mu", modality="target")


def test_t6_the_share_fits_its_numbers(five: GraphStore) -> None:
    ask = "SELECT ?kind ?fits ?reason { ?c zj:kind ?kind ; zj:fits ?fits ; zj:reason ?reason }"
    checks = [r for r in records(run(five.engine, ask)) if r["kind"] == "share"]
    assert checks
    assert all(check["fits"] is True for check in checks)
    assert any(
        "16项" in str(check["reason"]) and "54项" in str(check["reason"]) for check in checks
    )


def test_t8_the_value_before_a_growth_is_derived_and_nobody_says_it(five: GraphStore) -> None:
    ask = """SELECT DISTINCT ?value ?quote { ?d a zj:DerivedValue ; zj:kind "former-level" ;
      zj:value ?value ; zj:input ?input . ?input zj:value 117.0 ;
      zj:evidence/oa:hasSelector/oa:exact ?quote . }"""
    (derived,) = list(records(run(five.engine, ask)))
    assert derived["value"] == Decimal("111.63")
    assert "4.81" in str(derived["quote"])
    assert not metrics(five, value=111.63)
    assert not [
        r for r in rows(five, "conflicts") if "110.3" in str(r["quoteA"]) + str(r["quoteB"])
    ]


def test_t9_shares_of_different_things_do_not_conflict(five: GraphStore) -> None:
    shares = [row for row in metrics(five, unit="%") if row["value"] in {80, 27, 45, 40, 65}]
    assert {int(str(row["value"])) for row in shares} == {80, 27, 45, 40, 65}
    assert all(row["shareOf"] for row in shares)
    quotes = {row["quote"] for row in shares if "416" not in str(row["quote"])}
    kinds = {
        row["type"] for row in rows(five, "conflicts") if {row["quoteA"], row["quoteB"]} <= quotes
    }
    assert "value" not in kinds
    assert "scope" not in kinds


def test_t10_other_subjects_keep_their_numbers(five: GraphStore) -> None:
    (output,) = metrics(five, value=340_000_000_000)
    assert output["subjectLabel"] == "浦东"
    (revenue,) = metrics(five, value=10_000_000_000, unit="CNY")
    assert revenue["subjectLabel"] == "浦江基因未来谷"


def test_t11_the_bound_is_kept(five: GraphStore) -> None:
    bounds = {
        (str(row["source"])[:3], row["comparator"])
        for row in metrics(five, value=10, unit="%")
        if "参与度" in str(row["measure"])
    }
    assert bounds == {("000", ">"), ("001", "=")}


def test_t12_one_amount_in_two_currencies_is_linked(five: GraphStore) -> None:
    ask = """SELECT ?a ?b WHERE { ?x zj:equivalentTo ?y .
             ?x zj:value ?a ; zj:unit "USD" . ?y zj:value ?b ; zj:unit "CNY" }"""
    expected = {"a": Decimal(28_400_000_000), "b": Decimal(200_000_000_000)}
    assert expected in list(records(run(five.engine, ask)))


def test_t13_published_on_the_local_day(five: GraphStore) -> None:
    ask = (
        "SELECT ?source ?day { ?a a schema:NewsArticle ; zj:source ?source ; zj:issuedLocal ?day }"
    )
    days = {str(r["source"])[:3]: str(r["day"]) for r in records(run(five.engine, ask))}
    assert days == {"000": "2021-10-13", "001": "2021-10-13", "004": "2021-10-12"}
    ask = (
        "SELECT ?source ?anchor { ?v zj:source ?source . GRAPH ?v { ?o zj:periodAnchor ?anchor } }"
    )
    anchored = {(str(r["source"])[:3], str(r["anchor"])) for r in records(run(five.engine, ask))}
    assert anchored == {("001", "2021-10-13"), ("004", "2021-10-12")}


@pytest.mark.parametrize("words", ["遂昌", "哈爾濱", "青島", "濰坊", "石獅", "29 6%"])
def test_t14_unrelated_news_leaves_no_trace_but_its_removal(five: GraphStore, words: str) -> None:
    assert not entities_named(five.engine, words)
    assert not [r for r in rows(five, "metrics") if words in str(r["quote"])]
    assert [r for r in rows(five, "removals") if words in str(r["text"])]


def test_t15_links_are_judged(five: GraphStore) -> None:
    links = rows(five, "links")
    assert len(links) == 12
    assert {str(r["anchor"]): r["code"] for r in links if r["accepted"]} == TRUE_LINKS
    assert {r["anchor"] for r in links if not r["accepted"]} == set(NOT_NAMES)
    for name in NOT_NAMES:
        assert not entities_named(five.engine, name)


def test_t16_stored_text_is_never_converted(five: GraphStore) -> None:
    ask = "SELECT ?text WHERE { ?v a zj:ArticleVersion ; zj:text ?text }"
    texts = [str(row["text"]) for row in records(run(five.engine, ask))]
    residue = [text for text in texts if "醫藥" in text]
    assert len(residue) == 1
    assert all(words in residue[0] for words in ("20余家", "全球范圍", "并最終"))


def test_t17_parts_are_not_the_whole(five: GraphStore) -> None:
    whole = {"name": "张江细胞和基因产业园"}
    parts = {row["part"] for row in records(run(five.engine, named("parts-of"), whole))}
    (cells,) = entities_named(five.engine, "张江细胞产业园")
    (genes,) = entities_named(five.engine, "张江基因岛")
    (both,) = entities_named(five.engine, "张江细胞和基因产业园")
    assert parts == {cells, genes}
    assert both not in parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张江集团", "上海张江（集团）有限公司"),
        ("石谦", "Shi Qian"),
        ("石謙", "Shi Qian"),
        ("上海科学学研究所", "Shanghai Institute for Science of Science"),
        ("上海市科学学研究所", "上海科学学研究所"),
        ("中科院药物所", "中國科學院上海藥物研究所"),
        ("张江生物医药创新指数", "Zhangjiang Biomedicine Innovation Index"),
        ("王凯荣", "王凱榮"),
    ],
)
def test_t18_names_of_one_thing(five: GraphStore, one: str, other: str) -> None:
    (first,) = entities_named(five.engine, one)
    assert (first,) == entities_named(five.engine, other)


def test_t19_three_articles_and_one_origin(five: GraphStore) -> None:
    ask = """SELECT DISTINCT ?articles ?origins ?tie { ?c a zj:Corroboration ; zj:claim ?claim ;
      zj:articleCount ?articles ; zj:originCount ?origins ; zj:origin/zj:tie ?tie .
      ?claim zj:value 46100000000.0 ; zj:unit "CNY" . }"""
    found = list(records(run(five.engine, ask)))
    assert {(row["articles"], row["origins"]) for row in found} == {(3, 1)}
    assert "release" in {row["tie"] for row in found}


def test_t20_an_ambiguous_comparison_says_so(five: GraphStore) -> None:
    (times,) = metrics(five, value=Decimal("2.3"), unit="times")
    ask = f"SELECT ?words WHERE {{ <{times['observation']}> zj:ambiguity ?words }}"
    words = " ".join(str(row["words"]) for row in records(run(five.engine, ask)))
    assert "3.3" in words


def test_provenance_of_a_number_names_its_contradiction(five: GraphStore) -> None:
    answer = provenance(five.engine, "41600000000")
    (item,) = answer.items
    assert item.sentence[item.focus[0][0] - item.start : item.focus[0][1] - item.start] == "416亿元"
    assert {other.type for other in item.contradictions} == {"digit-transposition"}
