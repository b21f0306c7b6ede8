"""Sentences of our own to values, units, comparators; and the numbers that are none."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from zjkg.measurement import measure
from zjkg.model import Article, EntityType, Quantity, Recognition

ZONE = ZoneInfo("Asia/Shanghai")
Maker = Callable[..., tuple[Article, Recognition]]
Row = tuple[str, str, str]


def rows(make: Maker, text: str) -> list[Row]:
    article, recognition = make(text)
    return [
        (q.comparator.value, f"{q.value:f}", q.unit)
        for q in measure(article, recognition, zone=ZONE).quantities
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年产值达461亿元。", ("=", "46100000000", "CNY")),
        ("基金规模3.5亿美元。", ("=", "350000000", "USD")),
        ("总投资新台幣35億元。", ("=", "3500000000", "TWD")),
        ("募集资金人民币２０亿元。", ("=", "2000000000", "CNY")),
        ("销售额1,400万欧元。", ("=", "14000000", "EUR")),
        ("市值超过千亿港元。", (">", "100000000000", "HKD")),
        ("厂房面积33万平方米。", ("=", "330000", "m2")),
        ("核心区2.4平方公里。", ("=", "2.4", "km2")),
        ("用地12公頃。", ("=", "12", "ha")),
        ("首期用地三百二十亩。", ("=", "320", "mu")),
        ("良品率提高到百分之九十五。", ("=", "95", "%")),
        ("占比上升6.5个百分点。", ("=", "6.5", "百分点")),
        ("约三分之二的员工来自海外。", ("~", "0.6667", "ratio")),
        ("近1/3的项目已经结题。", ("~", "0.3333", "ratio")),
        ("七成五的企业盈利。", ("=", "75", "%")),
        ("半数企业盈利。", ("=", "0.5", "ratio")),
        ("产能是上一代的2.5倍。", ("=", "2.5", "times")),
        ("出口额翻了两番。", ("=", "4", "times")),
        ("综合得分为88.6分。", ("=", "88.6", "score")),
        ("引进近20家企业。", ("~", "20", "家")),
        ("引进约二十家企业。", ("~", "20", "家")),
        ("签约20家企业。", ("=", "20", "家")),
        ("附近20家企业停工。", ("=", "20", "家")),
        ("拥有超过600个品种。", (">", "600", "个")),
        ("拥有專利逾600項。", (">", "600", "項")),
        ("聚集1400余家企业。", (">", "1400", "家")),
        ("聚集企业30多家。", (">", "30", "家")),
        ("聚集百余家企业。", (">", "100", "家")),
        ("聚集上百家企业。", (">=", "100", "家")),
        ("龙头企业不低于30家。", (">=", "30", "家")),
        ("企业在30家以上。", (">=", "30", "家")),
        ("至少有3款药上市，不计器械。", (">=", "3", "款")),
        ("上市药不足5款。", ("<", "5", "款")),
        ("上市药不超过5款。", ("<=", "5", "款")),
        ("单个项目最高500万元。", ("<=", "5000000", "CNY")),
        ("员工200人左右。", ("~", "200", "人")),
        ("日产能200万人份。", ("=", "2000000", "人份")),
        ("指数2021年为128.4点。", ("=", "128.4", "score")),
        ("指数在2020年为118.6。", ("=", "118.6", "score")),
        ("利润大约减少0.3个百分点。", ("~", "0.3", "百分点")),
        ("车间扩建了一倍。", ("=", "100", "%")),
        ("The index reading rose to 131.6 in 2022.", ("=", "131.6", "score")),
        ("Output doubled.", ("=", "100", "%")),
        ("集聚近7万从业人员。", ("~", "70000", "人")),
        ("分析检测仪器12件。", ("=", "12", "件")),
        ("More than 2,000 firms settled here.", (">", "2000", "firms")),
        ("The fund raised €150 million.", ("=", "150000000", "EUR")),
        ("The fund raised RMB500 million.", ("=", "500000000", "CNY")),
        ("Sales reached 1.2 billion yuan.", ("=", "1200000000", "CNY")),
        ("Sales grew 4.5 percent.", ("=", "4.5", "%")),
        ("The share fell by two percentage points.", ("=", "2", "百分点")),
        ("It runs a dozen laboratories.", ("=", "12", "laboratories")),
        ("It runs at least three hospitals.", (">=", "3", "hospitals")),
        ("It hired up to 50 engineers.", ("<=", "50", "engineers")),
        ("It hired fewer than 50 engineers.", ("<", "50", "engineers")),
        ("About two thirds of the staff left.", ("~", "0.6667", "ratio")),
        ("The site covers 3.2 square kilometers.", ("=", "3.2", "km2")),
        ("The region scored 88.", ("=", "88", "score")),
        ("It employs 20+ chemists.", (">", "20", "chemists")),
        ("It employs nearly forty chemists.", ("~", "40", "chemists")),
        ("It leases an 11,000-square-foot floor.", ("=", "11000", "square feet")),
        ("The plot of 12 acres was sold.", ("=", "12", "acres")),
        ("A 9,300-square-meter hall opened.", ("=", "9300", "m2")),
        ("It spent CHF 14.5 million.", ("=", "14500000", "CHF")),
        ("It spent Rs 310 crore.", ("=", "3100000000", "INR")),
        ("It paid $85M in cash.", ("=", "85000000", "USD")),
        ("Fewer than two in five firms replied.", ("<", "0.4", "ratio")),
        ("It supports half a dozen firms.", ("=", "6", "firms")),
        ("A body of 60-odd firms met.", (">", "60", "firms")),
        ("It grants as much as $3 million.", ("<=", "3000000", "USD")),
        ("Profit fell by a third.", ("=", "0.3333", "ratio")),
        ("It approved 15 cell and gene therapies.", ("=", "15", "therapies")),
        ("Forty firms filled jobs.", ("=", "40", "firms")),
        ("The number of tenants is just over 700.", (">", "700", "tenants")),
        ("出口增长一倍有余。", (">", "100", "%")),
        ("上市企业翻了一番。", ("=", "100", "%")),
        ("医疗器械占三分之一强。", (">", "0.3333", "ratio")),
        ("上半年营收破800亿元。", (">", "80000000000", "CNY")),
        ("今年收入可望过亿元。", (">", "100000000", "CNY")),
        ("单个项目最高补助3000万元。", ("<=", "30000000", "CNY")),
        ("每年费用不到营收的3%。", ("<", "3", "%")),
        ("条件是估值不得超过12亿元。", ("<=", "1200000000", "CNY")),
        ("半衰期约为同类产品甲的2.3倍。", ("~", "2.3", "times")),
        ("轮岗员工约占其当地员工总数的一成五。", ("~", "15", "%")),
        ("总额超过最后一轮估值（见公告）的五倍。", (">", "5", "times")),
        ("平台数据超过30PB。", (">", "30", "PB")),
        ("基地面积3,200坪。", ("=", "3200", "坪")),
        ("樓地板面積1.5萬平方公尺。", ("=", "15000", "m2")),
        ("澳門分店銷售額800萬澳門元。", ("=", "8000000", "MOP")),
    ],
)
def test_value_unit_comparator(make: Maker, text: str, expected: Row) -> None:
    assert rows(make, text) == [expected]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("新引进企业8-10家。", 8, 10, "家"),
        ("新引进企业30至50家。", 30, 50, "家"),
        ("资助300万~500万元。", 3_000_000, 5_000_000, "CNY"),
        ("资助3-5亿元。", 300_000_000, 500_000_000, "CNY"),
        ("每年淘汰两三家企业。", 2, 3, "家"),
        ("It plans 3 to 5 clinics.", 3, 5, "clinics"),
        ("It treated between 20 and 30 patients.", 20, 30, "patients"),
        ("Output rose 5-8 percent.", 5, 8, "%"),
    ],
)
def test_ranges(make: Maker, text: str, low: int, high: int, unit: str) -> None:
    article, recognition = make(text)
    (quantity,) = measure(article, recognition, zone=ZONE).quantities
    found = (quantity.comparator.value, quantity.value, quantity.value_max, quantity.unit)
    assert found == ("range", Decimal(low), Decimal(high), unit)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("大会于10月12日开幕。", "date"),
        ("规划期为2021-2035年。", "date"),
        ("会议9:30开始。", "date"),
        ("咨询电话:021-50801234。", "code"),
        ("该公司(600276)停牌。", "code"),
        ("地址在蔡伦路780号。", "address"),
        ("这是第三代产品。", "ordinal"),
        ("它位居前三。", "ordinal"),
        ("研发1类新药。", "class"),
        ("Ⅲ期试验与二期工程并行。", "class"),
        ("靶向CD19的细胞疗法。", "class"),
        ("打造“1+3”产业版图。", "class"),
        ("发布行动方案2.0版。", "class"),
        ("公布三大重磅计划。", "shape"),
        ("聚焦“五个力”建设。", "shape"),
        ("培育百亿级集群。", "level"),
        ("集聚一批企业。", "idiom"),
        ("打造一个平台。", "indefinite"),
        ("增长29 6%。", "damaged-decimal"),
        ("入围全球20强。", "rank-band"),
        ("市值超500亿元的企业增多。", "size-class"),
        ("印发《扶持办法二十条》。", "title"),
        ("近三年发展迅速。", "duration"),
        ("The talk began at 9:30 a.m.", "date"),
        ("It opened on March 3, 2021.", "date"),
        ("The Phase 3 trial failed.", "class"),
        ("COVID-19 slowed the work.", "class"),
        ("It ranked among the top 20.", "rank-band"),
        ("It was the 5th of its kind.", "ordinal"),
        ("The 2022 Park Vitality Index is out.", "edition-year"),
    ],
)
def test_numbers_that_are_no_quantities(make: Maker, text: str, rule: str) -> None:
    article, recognition = make(text)
    measurement = measure(article, recognition, zone=ZONE)
    assert measurement.quantities == ()
    assert rule in {item.rule.removeprefix("measurement:") for item in measurement.dropped}


def test_numbers_inside_names_belong_to_the_names(make: Maker) -> None:
    article, recognition = make(
        "2021滨江医药周期间，100家企业参展。", {"2021滨江医药周": EntityType.EVENT}
    )
    measurement = measure(article, recognition, zone=ZONE)
    assert [q.value for q in measurement.quantities] == [100]
    assert [d.rule for d in measurement.dropped] == ["measurement:name"]


def test_size_class_belongs_to_the_measure(make: Maker) -> None:
    assert rows(make, "新增50亿级企业5家。") == [("=", "5", "家")]


def test_count_of_the_names_just_listed_is_no_quantity(make: Maker) -> None:
    names = {"陈甲": EntityType.PERSON, "李乙": EntityType.PERSON, "王丙": EntityType.PERSON}
    article, recognition = make("由陈甲、李乙和王丙三位教授发起。", names)
    measurement = measure(article, recognition, zone=ZONE)
    assert measurement.quantities == ()


def test_one_amount_in_two_currencies(make: Maker) -> None:
    article, recognition = make("Deals exceeded 20 billion yuan (US$2.84 billion) in total.")
    first, second = measure(article, recognition, zone=ZONE).quantities
    assert (first.unit, second.unit, second.equivalent_to) == ("CNY", "USD", 0)
    assert second.comparator is first.comparator


def test_times_higher_is_marked_ambiguous(make: Maker) -> None:
    article, recognition = make("Output was 1.5 times higher than before.")
    (quantity,) = measure(article, recognition, zone=ZONE).quantities
    assert quantity.value == Decimal("1.5")
    assert quantity.ambiguity is not None
    assert "2.5" in quantity.ambiguity.en
    assert "2.5" in quantity.ambiguity.zh


def test_bare_scaled_amount_takes_its_currency_from_the_noun(make: Maker) -> None:
    assert rows(make, "首期基金规模10亿元，目标规模100亿。")[1] == ("=", "10000000000", "CNY")


def shares(make: Maker, text: str, names: dict[str, EntityType] | None = None) -> list[str | None]:
    article, recognition = make(text, names)
    found = measure(article, recognition, zone=ZONE).quantities
    return [q.share_of.of(text) if q.share_of else None for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("交易数占全国27%、占全球3%。", ["全国", "全球"]),
        ("交易数占全国的27%、全球的3%。", ["全国", "全球"]),
        ("产值占全市的比重为80%。", ["全市"]),
        ("产值在全省的比例约50%。", ["全省"]),
        ("获批数量近全国三分之一。", ["全国"]),
        ("人才占比超15%。", [None]),
        ("在研的54项试验中，16项来自本地。", [None, "在研的54项试验"]),
        ("全球药企20强中的9家已设立中心。", ["全球药企20强"]),
        ("全球药企10强有7家入驻，面积500平方米。", ["全球药企10强", None]),
        ("It makes up 40 percent of the nation's total.", ["the nation's total"]),
        ("Nine of the top 20 drugmakers came.", ["the top 20 drugmakers"]),
        ("Of the 4,000 staff, 5 percent left.", [None, "the 4,000 staff"]),
    ],
)
def test_shares(make: Maker, text: str, expected: list[str | None]) -> None:
    assert shares(make, text) == expected


def test_named_place_before_a_fraction_is_the_whole(make: Maker) -> None:
    found = shares(make, "这里有江苏1/4的院士。", {"江苏": EntityType.PLACE})
    assert found == ["江苏"]


def test_hedge_before_the_whole_is_kept(make: Maker) -> None:
    assert rows(make, "获批数量近全国三分之一。") == [("~", "0.3333", "ratio")]


def test_spans_hold_what_they_say(make: Maker) -> None:
    text = "園區集聚逾1,400家企業，累計融資約20億元。"
    article, recognition = make(text)
    quantities: tuple[Quantity, ...] = measure(article, recognition, zone=ZONE).quantities
    assert [q.span.of(text) for q in quantities] == ["逾1,400家", "約20億元"]
    assert [q.number.of(text) for q in quantities] == ["1,400", "20億"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("公司投入新台幣3億元，每股虧損0.6元。", "TWD"),
        ("該公司在香港上市，市值8億港元，每股0.6元。", "HKD"),
        ("園區產值3億元，每股虧損0.6元。", "CNY"),
        ("公司投入3亿元，另有新台币2亿元，每股0.6元。", "CNY"),
    ],
)
def test_what_a_bare_yuan_is(make: Maker, text: str, unit: str) -> None:
    article, recognition = make(text)
    assert measure(article, recognition, zone=ZONE).quantities[-1].unit == unit


def test_a_limit_holds_for_the_list_of_amounts(make: Maker) -> None:
    assert [row[0] for row in rows(make, "分别给予最高300万元、500万元、800万元扶持。")] == [
        "<="
    ] * 3


def test_counts_without_a_noun_take_the_one_before(make: Maker) -> None:
    text = "The park added 47 firms this spring, bringing the total to more than 2,050."
    assert rows(make, text) == [("=", "47", "firms"), (">", "2050", "firms")]


def test_from_a_percentage_to_another_is_a_change(make: Maker) -> None:
    assert rows(make, "It rose from 24 percent to 28 percent.")[0] == ("=", "24", "%")
