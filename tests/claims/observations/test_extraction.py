"""Observations on sentences of our own, in three scripts, and on the five articles."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from zjkg.claims.observations.extraction import observations
from zjkg.folding import simplified
from zjkg.linking import entities
from zjkg.measurement import measure
from zjkg.model import (
    Article,
    Block,
    BlockKind,
    Dropped,
    EntityType,
    LanguageTag,
    Publication,
    Sentence,
    Span,
)
from zjkg.reading import read
from zjkg.recognition import Gazetteer, Recognizer

ZONE = ZoneInfo("Asia/Shanghai")
ARTICLES = Path(__file__).parents[3] / "seeds/articles"
NAMES = (
    ("滨江药谷", EntityType.PARK),
    ("濱江藥谷", EntityType.PARK),
    ("松湖生物城", EntityType.PARK),
    ("明远生物", EntityType.ORGANIZATION),
    ("安和制药", EntityType.ORGANIZATION),
    ("药谷活力指数", EntityType.INDEX),
    ("Rivertown Biopark", EntityType.PARK),
    ("Meridian Therapeutics", EntityType.ORGANIZATION),
    ("星火智药计划", EntityType.PROJECT),
    ("Meridian Labs", EntityType.ORGANIZATION),
    ("安舒灵", EntityType.PRODUCT),
    ("周启明", EntityType.PERSON),
    ("滨江药谷扶持办法", EntityType.POLICY),
)


@dataclass(frozen=True)
class Row:
    """An observation in plain words."""

    words: str
    value: str
    unit: str
    comparator: str
    subject: str | None
    measure: str | None
    modality: str
    share: str | None
    period: tuple[str | None, str | None] | None
    qualifier: str | None
    rule: str
    quote: str
    restated: tuple[str, ...]


@cache
def recognizer() -> Recognizer:
    return Recognizer(Gazetteer(NAMES))


def plain(text: str, published: str | None, *, titled: bool) -> Article:
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    start = 0
    for line in text.split("\n"):
        kind = BlockKind.TITLE if titled and not blocks else BlockKind.PARAGRAPH
        for match in re.finditer(r"\S(?:[^。.]|\.(?!\s|$))*[。.]?", line):
            span = Span(start + match.start(), start + match.end())
            sentences.append(Sentence(span, _language(span.of(text)), len(blocks)))
        blocks.append(Block(Span(start, start + len(line)), kind))
        start += len(line) + 1
    instant = dt.datetime.fromisoformat(published) if published else None
    return Article(
        source="sample", digest="0", encoding="utf-8", media_type="text/plain", text=text,
        language=sentences[0].language, title=blocks[0].span if titled else None, publisher=None,
        published=Publication(instant, published) if instant and published else None,
        blocks=tuple(blocks), sentences=tuple(sentences),
    )  # fmt: skip


def _language(text: str) -> LanguageTag:
    if not re.search(r"[一-鿿]", text):
        return LanguageTag.EN
    return LanguageTag.HANS if simplified(text) == text else LanguageTag.HANT


def rows(article: Article) -> tuple[list[Row], tuple[Dropped, ...]]:
    (recognition,) = recognizer().recognize([article])
    found = entities(article, recognition)
    measurement = measure(article, recognition, zone=ZONE)
    kept, dropped = observations(article, recognition, measurement, found)
    labels = {entity.key: entity.names[0].text for entity in found}
    text = article.text
    result = []
    for item in kept:
        quantity = measurement.quantities[item.quantity]
        assert item.speaker is None
        assert item.evidence.focus == (quantity.span,)
        assert item.evidence.sentence.covers(quantity.span)
        period = quantity.period
        result.append(
            Row(
                words=quantity.span.of(text),
                value=f"{quantity.value:f}",
                unit=quantity.unit,
                comparator=quantity.comparator.value,
                subject=labels[item.subject] if item.subject else None,
                measure=item.measure.of(text) if item.measure else None,
                modality=item.modality.value,
                share=quantity.share_of.of(text) if quantity.share_of else None,
                period=(period.start, period.end) if period else None,
                qualifier=item.qualifier.of(text) if item.qualifier else None,
                rule=item.rule,
                quote=item.evidence.sentence.of(text),
                restated=tuple(each.of(text) for each in item.restated),
            )
        )
    return result, dropped


def of(text: str, published: str | None = "2023-05-10T08:00:00+08:00") -> list[Row]:
    return rows(plain(text, published, titled=False))[0]


SUBJECTS_AND_MEASURES = """
滨江药谷集聚1400余家创新企业。|滨江药谷:创新企业
濱江藥谷集聚1400餘家創新企業。|濱江藥谷:創新企業
滨江药谷去年产值达461亿元。|滨江药谷:产值
滨江药谷规划面积920亩，其中核心区290亩。|滨江药谷:规划面积|滨江药谷:核心区
松湖生物城的交易金额为20亿元，占全国45%。|松湖生物城:交易金额|松湖生物城:交易金额
全国在研的54项临床试验中，16项来自滨江药谷。|:临床试验|滨江药谷:临床试验
药谷活力指数得分为110.3分。|药谷活力指数:得分
明远生物已有3款产品在松湖生物城上市。|明远生物:产品
滨江药谷启动星火智药计划。计划到2030年，生态内集聚300家机构。|星火智药计划:机构
安和制药入驻滨江药谷。该公司员工超过500人。|安和制药:员工
滨江药谷由安和制药运营，目前集聚企业300家。|滨江药谷:企业
入驻滨江药谷的明远生物员工超过500人。|明远生物:员工
明远生物董事长周启明表示，今年营收3亿元。|明远生物:营收
滨江药谷举行发布会。周启明说，园区产值同比增长8%。|滨江药谷:产值
明远生物自主研发的疫苗“安舒灵”累计接种30万剂。|安舒灵:接种
根据《滨江药谷扶持办法》，单个项目最高补助300万元。|滨江药谷扶持办法:单个项目最高补助
明远生物将投入2亿元建设研发中心。|明远生物:研发中心
滨江药谷产值20亿元，同比增长8%。|滨江药谷:产值|滨江药谷:产值
滨江药谷共有企业90家，其中六成从事药物研发。|滨江药谷:企业|滨江药谷:从事药物研发
滨江药谷上市企业由3家增至7家。|滨江药谷:上市企业|滨江药谷:上市企业
全国类似园区已超过500个。|:类似园区
Rivertown Biopark hosts 300 firms.|Rivertown Biopark:firms
Meridian Labs hired 40 chemists. It runs 3 plants.|Meridian Labs:chemists|Meridian Labs:plants
Total revenue in Rivertown Biopark reached 5 billion yuan.|Rivertown Biopark:Total revenue
Meridian Labs will spend $50 million on a new laboratory.|Meridian Labs:new laboratory
Meridian Labs opened a $50 million laboratory in Rivertown.|Meridian Labs:laboratory
Meridian Labs had sales of 5 million yuan, up 7 percent.|Meridian Labs:sales|Meridian Labs:sales
Chemistry accounts for 20 percent of the firms in Rivertown Biopark.|Rivertown Biopark:Chemistry
"""


@pytest.mark.parametrize("line", SUBJECTS_AND_MEASURES.strip().splitlines())
def test_subject_and_measure(line: str) -> None:
    text, *expected = line.split("|")
    assert [f"{row.subject or ''}:{row.measure}" for row in of(text)] == expected


def test_values_are_dealt_out_in_order() -> None:
    found = of("明远生物和安和制药分别投资3亿元、5亿元。")
    assert [(row.subject, row.value) for row in found] == [
        ("明远生物", "300000000"),
        ("安和制药", "500000000"),
    ]


def test_founding_year_dates_no_level() -> None:
    (row,) = of("明远生物成立于2011年，拥有员工1.2万名。")
    assert (row.value, row.period) == ("12000", None)


def test_round_number_is_no_year() -> None:
    (row,) = of("滨江药谷集聚企业2000多家。")
    assert (row.value, row.comparator, row.period) == ("2000", ">", None)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("滨江药谷集聚300家企业。", "actual"),
        ("到2027年，滨江药谷集聚300家企业。", "target"),
        ("滨江药谷力争集聚300家企业。", "target"),
        ("滨江药谷将新增300家企业。", "target"),
        ("濱江藥谷今年計劃引進300家企業。", "target"),
        ("滨江药谷拟安排400亩用地。", "target"),
        ("滨江药谷规划面积920亩。", "actual"),
        ("滨江药谷产值有望突破300亿元。", "forecast"),
        ("预计到2030年，滨江药谷产值将达到300亿元。", "forecast"),
        ("滨江药谷是区内两成企业将研发布局的首选。", "actual"),
        ("滨江药谷争取扩容，引进300家企业。", "target"),
        ("滨江药谷争取扩容，目前已引进300家企业。", "actual"),
        ("20家企业将入驻滨江药谷。", "target"),
        ("Rivertown Biopark aims to host 300 firms.", "target"),
        ("Rivertown Biopark will host 300 firms.", "target"),
        ("Rivertown Biopark is expected to host 300 firms.", "forecast"),
        ("Rivertown Biopark hosted 300 firms.", "actual"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert [row.modality for row in of(text)] == [modality]


def test_name_of_a_programme_plans_nothing() -> None:
    (row,) = of("星火智药计划投资者有20家。")
    assert row.modality == "actual"


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("滨江药谷已建或拟建的创新中心超过10家。", "已建或拟建"),
        ("9家企业在滨江药谷已设立或酝酿设立创新中心。", "已设立或酝酿设立"),
        ("滨江药谷有9家企业已经或正筹备在海外设厂。", "已经或正筹备"),
        ("濱江藥谷有9間企業已在濱江設立或正籌備設立研發中心。", "已在濱江設立或正籌備設立"),
        ("滨江药谷正筹建或已建成的实验室有9个。", "正筹建或已建成"),
        (
            "Nine firms have opened, or are preparing to open, a centre.",
            "opened, or are preparing to open",
        ),
        ("滨江药谷已建成10家创新中心。", None),
    ],
)
def test_qualifier(text: str, qualifier: str | None) -> None:
    (row,) = of(text)
    assert (row.qualifier, row.modality) == (qualifier, "actual")


@pytest.mark.parametrize(
    "text",
    [
        "滨江药谷并未引进100家企业。",
        "濱江藥谷沒有超過100家企業。",
        "Rivertown Biopark did not attract 100 firms.",
    ],
)
def test_denied_values_are_dropped(text: str) -> None:
    kept, dropped = rows(plain(text, None, titled=False))
    assert kept == []
    assert [item.rule for item in dropped] == ["observation:denied"]


def test_not_only_denies_nothing() -> None:
    assert len(of("滨江药谷不仅有100家企业。")) == 1


def test_headline_yields_to_the_text() -> None:
    text = "滨江药谷产值逾400亿元\n2022年，滨江药谷产值达461亿元。"
    kept, dropped = rows(plain(text, None, titled=True))
    assert [row.words for row in kept] == ["461亿元"]
    assert [item.rule for item in dropped] == ["observation:repeated"]


@pytest.mark.parametrize(
    "text",
    [
        "2022年，滨江药谷产值达461亿元。园区负责人表示，461亿元的产值来之不易。2022年，滨江药谷产值461亿元。",
        "2022年，濱江藥谷產值達461億元。園區負責人表示，461億元的產值來之不易。2022年，濱江藥谷產值461億元。",
    ],
)
def test_a_fact_knows_the_other_sentences_that_state_it(text: str) -> None:
    made = plain(text, None, titled=False)
    kept, _ = rows(made)
    assert [row.words for row in kept] == [kept[0].words]
    assert kept[0].restated == tuple(each.span.of(text) for each in made.sentences[1:])


def test_a_headline_with_a_lower_bound_is_no_place_that_states_the_fact() -> None:
    kept, _ = rows(
        plain("滨江药谷产值逾400亿元\n2022年，滨江药谷产值达461亿元。", None, titled=True)
    )
    assert [row.restated for row in kept] == [()]


def test_a_headline_repeats_the_fact_that_it_names() -> None:
    text = (
        "滨江药谷新药数量占全国三分之一\n"
        "全国三分之一的百强企业在滨江药谷设立了研发中心。滨江药谷新药数量占全国三分之一。"
    )
    made = plain(text, None, titled=True)
    kept, _ = rows(made)
    headline = made.sentences[0].span.of(text)
    assert [(row.measure, row.restated) for row in kept] == [
        ("研发中心", ()),
        ("新药数量", (headline,)),
    ]


def test_a_fact_told_twice_in_one_sentence_is_restated_nowhere() -> None:
    found = of("滨江药谷产值461亿元，这461亿元来自300家企业。")
    assert found
    assert all(row.restated == () for row in found)


def test_values_that_differ_are_both_kept() -> None:
    found = of("2022年，滨江药谷产值461亿元。审计显示，2022年滨江药谷产值416亿元。")
    assert [row.value for row in found] == ["46100000000", "41600000000"]


def test_same_value_of_other_years_is_kept() -> None:
    assert len(of("2021年，滨江药谷产值461亿元。2022年，滨江药谷产值461亿元。")) == 2


def test_growth_names_what_grew() -> None:
    (row,) = of("滨江药谷产值同比增长12.5%。")
    assert (row.measure, row.rule) == ("产值", "observation:growth")


@cache
def article(number: str) -> tuple[Row, ...]:
    (path,) = ARTICLES.glob(f"{number}_*.txt")
    return tuple(rows(read(path, zone=ZONE))[0])


def having(number: str, **wanted: object) -> list[Row]:
    return [
        row
        for row in article(number)
        if all(getattr(row, name) == value for name, value in wanted.items())
    ]


@pytest.mark.parametrize(
    ("number", "value"),
    [("000", "46100000000"), ("001", "46100000000"), ("001", "41600000000")],
)
def test_licensing_values_stand_side_by_side(number: str, value: str) -> None:
    (row,) = having(number, value=value, unit="CNY")
    assert (row.subject, row.period, row.modality) == ("张江", ("2020", "2020"), "actual")


def test_deals_and_companies_keep_their_units() -> None:
    assert [row.unit for row in having("000", value="13")] == ["项"]
    assert [row.unit for row in having("002", value="13")] == ["項"]
    assert [row.unit for row in having("003", value="13")] == ["companies"]


@pytest.mark.parametrize(("number", "value", "end"), [("002", "5", "2024"), ("004", "10", "2027")])
def test_listed_products_by_target_year(number: str, value: str, end: str) -> None:
    (row,) = having(number, value=value, unit="个" if number == "004" else "個")
    assert (row.comparator, row.modality, row.period) == (">", "target", (None, end))
    assert row.measure is not None
    assert simplified(row.measure).endswith("上市产品")


def test_centres_keep_bound_and_qualifier() -> None:
    (near,) = having("000", words="近20家")
    assert (near.comparator, near.period) == ("~", (None, "2020"))
    (over,) = having("001", words="超过10家")
    assert (over.comparator, over.qualifier) == (">", "已建或拟建")


def test_centres_of_the_top_twenty() -> None:
    (planned,) = having("000", value="9", unit="家")
    (plain_claim,) = having("001", value="9", unit="家")
    assert (planned.qualifier, plain_claim.qualifier) == ("已设立或酝酿设立", None)
    assert (planned.share, plain_claim.share) == ("全球医药企业20强", "全球医药20强")


@pytest.mark.parametrize("number", ["002", "004"])
def test_trial_shares_keep_their_wholes(number: str) -> None:
    ratios = [
        (row.value, row.comparator, simplified(row.share or ""))
        for row in having(number, unit="ratio")
    ]
    assert ratios == [("0.6667", "=", "上海"), ("0.3333", "~", "全国")]
    (trials,) = [row for row in article(number) if row.value == "16"]
    assert trials.share is not None


def test_areas() -> None:
    areas = [(row.value, row.modality) for row in having("004", unit="mu")]
    assert areas == [
        ("920", "actual"),
        ("290", "actual"),
        ("630", "actual"),
        ("400", "target"),
    ]


@pytest.mark.parametrize("number", ["000", "001", "002"])
def test_index_and_its_base(number: str) -> None:
    found = [(row.value, row.period) for row in having(number, unit="score")]
    assert found == [("100", ("2019", "2019")), ("110.3", ("2020", "2020"))]


def test_edition_of_the_index_is_not_its_data_year() -> None:
    (score,) = having("003", unit="score")
    assert (score.value, score.period) == ("117", None)
    (growth,) = having("003", rule="observation:growth")
    assert (growth.value, growth.unit) == ("4.81", "%")


def test_english_shares() -> None:
    found = [(row.value, row.comparator, row.share) for row in having("003", unit="%")][1:]
    assert found == [
        ("40", "=", "the nation's total"),
        ("6", "=", "the global total"),
        ("65", "~", "the total cross-border licensing revenue"),
        ("5", ">", "the over 4,000 surveyed scientists in Zhangjiang"),
        ("65", "~", "the over 4,000 surveyed scientists in Zhangjiang"),
    ]
    assert having("003", value="40")[0].period == ("2015", "2022")


def test_other_subjects_than_the_park() -> None:
    (scale,) = having("001", value="340000000000")
    assert (scale.subject, scale.modality, scale.period) == ("浦东", "forecast", (None, "2023"))
    (revenue,) = having("004", value="10000000000")
    assert revenue.subject == "浦江基因未来谷"
    assert (revenue.modality, revenue.period) == ("target", (None, "2025"))


def test_participation_bound() -> None:
    assert having("000", words="超过10%")[0].comparator == ">"
    assert [row.comparator for row in having("001", value="10", unit="%")] == ["="]


def test_capacity_is_the_companys() -> None:
    found = [(row.value, row.subject) for row in having("004", unit="人份")]
    assert found == [("100000", "之江生物"), ("2000000", "之江生物")]


def test_relative_day_without_publication_stays_open() -> None:
    (row,) = having("002", value="31200000000")
    assert row.period == (None, None)
