"""The cases of the five articles once more, on text of the project's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from zjkg.build import Build
from zjkg.query import named, records, run
from zjkg.settings import Settings
from zjkg.store import GraphStore

Row = dict[str, str | int | Decimal | bool | None]
Metrics = Callable[..., list[Row]]

TEXTS = {
    "t03a": "河西生物港发布规划\n河西生物港管委会主任陈立群表示，到2026年，园区上市产品将超过6个。",
    "t03b": "河西生物港再加码\n河西生物港管委会主任陈立群表示，到2029年，园区上市产品将超过12个。",
    "t04a": "河西生物港现状\n截至2022年，河西生物港集聚近30家开放实验室。",
    "t04b": "河西生物港布局\n河西生物港已建或拟建的开放实验室超过20家。",
    "t06": "河西试验\n目前，全国批准的60项基因药物临床试验项目中，20项来自河西，占全国三分之一。",
    "t07": (
        "河西园区面积\n河西生物港规划面积850亩，其中核心区350亩，拓展区500亩。"
        "另外，园区拟安排200亩产业用地。"
    ),
    "t09": (
        "河西交易\n2021年，河西的跨境对外许可交易金额达120亿元，占全国60%。"
        "与此同时，河西的许可引进交易金额达80亿元，占全国35%。"
    ),
    "t10": (
        "河西与东城\n河西生物港力争到2027年实现产值300亿元。"
        "东城区科技局局长林微表示，预计到2026年，东城区生物医药产业规模将达到2000亿元。"
    ),
    "t11a": "河西指数\n2021年，河西生物医药产业全国贡献度为12%。",
    "t11b": "河西指数再发布\n2021年，河西生物医药产业全国贡献度超过12%。",
    "t12": (
        "Westbank deals\nLicensing revenue of companies in Westbank added up to more than "
        "30 billion yuan (US$4.2 billion) between 2018 and 2023."
    ),
    "t13": (
        "---\ntitle: 河西去年引资\ndate: 2022-03-09T18:30:00Z\n---\n"
        "去年，河西生物港引进企业45家。今年1月，园区新增企业8家。"
    ),
    "t13u": "河西去年引资\n去年，河西生物港引进企业45家。",
    "t20": (
        "Westbank patents\nBetween 2020 and 2022, institutes in Westbank obtained over 300 patents. "
        "It was 1.8 times higher than the total number made in the previous decade."
    ),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    folder = tmp_path_factory.mktemp("siblings")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    settings = Settings(store=folder / "store")
    assert not Build(settings, jobs=1).exactly([folder]).failed
    with GraphStore.open(settings.store) as opened:
        yield opened


@pytest.fixture
def metrics(store: GraphStore) -> Metrics:
    def ask(source: str, **wanted: object) -> list[Row]:
        rows = records(run(store.engine, named("metrics")))
        return [
            row
            for row in rows
            if row["source"] == source and all(row[c] == v for c, v in wanted.items())
        ]

    return ask


def conflicts(store: GraphStore, *sources: str) -> list[Row]:
    rows = records(run(store.engine, named("conflicts")))
    return [row for row in rows if {row["sourceA"], row["sourceB"]} <= set(sources)]


def test_t3_other_years_are_other_targets(store: GraphStore, metrics: Metrics) -> None:
    assert metrics("t03a", value=6, comparator=">", modality="target", periodEnd="2026")
    assert metrics("t03b", value=12, comparator=">", modality="target", periodEnd="2029")
    assert not conflicts(store, "t03a", "t03b")


def test_t4_compatible_bounds(store: GraphStore, metrics: Metrics) -> None:
    assert metrics("t04a", value=30, comparator="~")
    (planned,) = metrics("t04b", value=20, comparator=">")
    ask = f"SELECT ?q {{ <{planned['observation']}> zj:qualifier ?q }}"
    assert [row["q"] for row in records(run(store.engine, ask))] == ["已建或拟建"]
    assert not conflicts(store, "t04a", "t04b")


def test_t6_shares_keep_their_wholes(store: GraphStore, metrics: Metrics) -> None:
    (share,) = metrics("t06", unit="ratio")
    assert share["shareOf"] == "全国"
    assert float(str(share["value"])) == pytest.approx(1 / 3, abs=1e-4)
    ask = "SELECT ?fits { ?c zj:kind 'share' ; zj:fits ?fits }"
    assert all(row["fits"] for row in records(run(store.engine, ask)))


def test_t7_the_sum_fits_without_the_other_area(store: GraphStore, metrics: Metrics) -> None:
    ask = "SELECT ?stated ?fits { ?c zj:kind 'sum' ; zj:stated ?stated ; zj:fits ?fits }"
    assert {"stated": 850, "fits": True} in list(records(run(store.engine, ask)))
    assert metrics("t07", value=200, unit="mu", modality="target")
    assert not conflicts(store, "t07")


def test_t9_licence_out_is_not_licence_in(store: GraphStore, metrics: Metrics) -> None:
    assert metrics("t09", value=60, unit="%", shareOf="全国")
    assert metrics("t09", value=35, unit="%", shareOf="全国")
    assert not conflicts(store, "t09")


def test_t10_each_number_has_its_own_subject(metrics: Metrics) -> None:
    (output,) = metrics("t10", value=30_000_000_000)
    assert (output["subjectLabel"], output["modality"]) == ("河西生物港", "target")
    (industry,) = metrics("t10", value=200_000_000_000)
    assert (industry["subjectLabel"], industry["modality"]) == ("东城区", "forecast")


def test_t11_a_bound_is_not_its_number(store: GraphStore, metrics: Metrics) -> None:
    assert metrics("t11a", value=12, unit="%", comparator="=")
    assert metrics("t11b", value=12, unit="%", comparator=">")
    assert not conflicts(store, "t11a", "t11b")


def test_t12_two_currencies_are_one_amount(store: GraphStore, metrics: Metrics) -> None:
    (yuan,) = metrics("t12", value=30_000_000_000, unit="CNY")
    (dollars,) = metrics("t12", value=4_200_000_000, unit="USD")
    assert yuan["comparator"] == dollars["comparator"] == ">"
    ask = f"ASK {{ <{dollars['observation']}> zj:equivalentTo <{yuan['observation']}> }}"
    assert list(records(run(store.engine, ask))) == [{"boolean": True}]
    assert not conflicts(store, "t12")


def test_t13_last_year_is_read_in_local_time_or_not_at_all(
    store: GraphStore, metrics: Metrics
) -> None:
    (flow,) = metrics("t13", value=45)
    assert (flow["periodStart"], flow["periodEnd"]) == ("2021", "2021")
    (month,) = metrics("t13", value=8)
    assert month["periodEnd"] == "2022-01"
    ask = f"SELECT ?a {{ <{flow['observation']}> zj:periodAnchor ?a }}"
    assert [row["a"] for row in records(run(store.engine, ask))] == ["2022-03-10"]
    (undated,) = metrics("t13u", value=45)
    assert (undated["periodStart"], undated["periodEnd"]) == (None, None)


def test_t20_times_higher_is_ambiguous(store: GraphStore, metrics: Metrics) -> None:
    (times,) = metrics("t20", unit="times")
    ask = f"SELECT ?w {{ <{times['observation']}> zj:ambiguity ?w FILTER(LANG(?w) = 'en') }}"
    assert any("2.8" in str(row["w"]) for row in records(run(store.engine, ask)))
