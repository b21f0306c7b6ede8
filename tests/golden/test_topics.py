"""Other indexes, alliances and parks in three scripts, the whole way, and faults in their graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from zjkg.build import Build
from zjkg.graph import check_grounding, validate
from zjkg.query import named, provenance, records, run
from zjkg.settings import Settings
from zjkg.store import GraphStore
from zjkg.vocab import SKOS, XSD, ZJ

Row = dict[str, str | int | Decimal | bool | None]
FOLDER = Path(__file__).parent / "topics"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("topics") / "store"
    outcome = Build(Settings(store=made), jobs=1).exactly(sorted(FOLDER.glob("*.txt")))
    assert not outcome.failed
    return made


@pytest.fixture
def store(folder: Path) -> Iterator[GraphStore]:
    with GraphStore.open(folder) as opened:
        yield opened


def rows(store: GraphStore, query: str, **parameters: str) -> list[Row]:
    return list(records(run(store.engine, named(query), parameters)))


def test_editions_in_three_scripts(store: GraphStore) -> None:
    columns = ("reportYear", "dataYear", "baseYear", "baseValue", "value", "growth")
    found = {
        row["source"]: tuple(str(row[column]) for column in columns)
        for row in rows(store, "index-editions")
    }
    assert found == {
        "nandu": ("2024", "2023", "2019", "100", "126.8", "5.3"),
        "hean": ("2023", "2022", "2018", "100", "118.4", "3.6"),
        "fenbridge": ("2024", "2023", "2018", "100", "121.5", "3.2"),
    }


def test_dimensions_in_three_scripts(store: GraphStore) -> None:
    found: dict[object, list[object]] = {}
    for row in rows(store, "index-dimensions"):
        found.setdefault((row["title"], row["lang"]), []).append(row["dimension"])
    assert found == {
        ("四个维度", "zh-Hans"): ["人才集聚", "资本活跃", "成果转化", "开放合作"],
        ("四大面向", "zh-Hant"): ["研發", "臨床", "製造", "國際化"],
        ("five areas", "en"): [
            "talent",
            "capital",
            "clinical trials",
            "manufacturing",
            "global reach",
        ],
    }


def test_parts_in_three_scripts(store: GraphStore) -> None:
    found = {
        (row["source"], row["kind"], row["thingLabel"])
        for row in rows(store, "alliances")
        if row["part"] is not None
    }
    assert found == {
        *(("nandu", "initiator", name) for name in ("南渡大学附属医院", "康泽生物", "明岳医药")),
        *(("nandu", "member", name) for name in ("禾润生物", "启衡医疗")),
        ("hean", "leader", "河岸大學"),
        *(("hean", "initiator", name) for name in ("禾曜生技", "岳明醫藥")),
        *(
            ("fenbridge", "founder", name)
            for name in ("Fenbridge University", "Tarn Biosciences", "Beck Hospital")
        ),
        ("fenbridge", "member", "Marlow Therapeutics"),
    }


def test_the_target_of_an_alliance_has_its_year(store: GraphStore) -> None:
    (target,) = [row for row in rows(store, "alliances") if row["kind"] == "target"]
    assert (target["value"], target["unit"], str(target["periodEnd"])) == (100, "家", "2026")


def test_a_park_has_operator_areas_and_targets(store: GraphStore) -> None:
    found = {
        (row["kind"], row["label"], row["value"], row["unit"])
        for row in rows(store, "park", name="南渡生物医药产业园")
    }
    assert {
        ("operator", "南渡产业发展集团", None, None),
        ("area", None, Decimal("3.2"), "km2"),
        ("area", None, 1200, "mu"),
        ("target", None, 30_000_000_000, "CNY"),
    } <= found


def test_trade_in_both_directions(store: GraphStore) -> None:
    found = {
        (row["source"], row["direction"], row["kind"], row["value"])
        for row in rows(store, "licence-trade")
    }
    assert found == {
        ("nandu", "out", "count", 21),
        ("nandu", "out", "amount", 8_600_000_000),
        ("nandu", "out", "share", 12),
        ("nandu", "in", "amount", 3_400_000_000),
        ("fenbridge", "out", "amount", 1_200_000_000),
    }


def test_a_claim_is_told_in_a_line(store: GraphStore) -> None:
    def summaries(kind: str) -> set[tuple[str, str]]:
        query = f"SELECT ?claim WHERE {{ ?claim a zj:{kind} }}"
        claims = [str(row["claim"]) for row in records(run(store.engine, query))]
        items = [item for claim in claims for item in provenance(store.engine, claim).items]
        return {(item.summary.en, item.summary.zh) for item in items}

    assert (
        "Fenbridge Life Science Index: report 2024, data 2023, base 2018 = 100",
        "Fenbridge Life Science Index：报告 2024，数据 2023，基期 2018 = 100",
    ) in summaries("IndexEdition")
    assert any("人才集聚、资本活跃" in zh for _, zh in summaries("DimensionScheme"))
    assert ("河岸大學: 牽頭, 河岸新藥聯盟", "河岸大學：河岸新藥聯盟 牽頭") in summaries(
        "Participation"
    )
    assert ("licence-in: 3400000000 CNY", "许可引进：3400000000 CNY") in summaries("LicenceTrade")


def test_plain_sparql_answers_too(store: GraphStore) -> None:
    query = """SELECT ?name ?year WHERE {
        ?edition zj:editionOf ?index ; zj:dataYear ?year . ?index zj:name ?name }"""
    assert {str(row["year"]) for row in records(run(store.engine, query))} == {"2022", "2023"}
    query = "SELECT ?name WHERE { ?alliance a zj:Alliance ; zj:name ?name }"
    assert len(list(records(run(store.engine, query)))) == 3


def _changed(predicate: NamedNode, value: Literal | NamedNode | None) -> Callable[[Store], None]:
    """Puts another value in the place of the first one of a property, or takes it away."""

    def change(store: Store) -> None:
        quad = min(store.quads_for_pattern(None, predicate, None, None), key=str)
        store.remove(quad)
        if value is not None:
            store.add(Quad(quad.subject, quad.predicate, value, quad.graph_name))

    return change


FAULTS = {
    "IndexEdition-index": _changed(ZJ.editionOf, None),
    "IndexEdition-reportYear": _changed(ZJ.reportYear, Literal("2024")),
    "IndexEdition-dataYear": _changed(ZJ.dataYear, Literal("last year")),
    "IndexEdition-baseYear": _changed(ZJ.baseYear, Literal("2018-01", datatype=XSD.gYearMonth)),
    "IndexEdition-baseValue": _changed(ZJ.baseValue, Literal("100")),
    "IndexEdition-value": _changed(ZJ.editionValue, NamedNode("https://zjkg.example/nothing")),
    "IndexEdition-growth": _changed(ZJ.editionGrowth, NamedNode("https://zjkg.example/nothing")),
    "DimensionScheme-index": _changed(ZJ.dimensionsOf, None),
    "IndexDimension-scheme": _changed(SKOS.inScheme, None),
    "IndexDimension-order": _changed(ZJ.order, Literal("0", datatype=XSD.integer)),
    "Participation-part": _changed(ZJ.part, None),
    "Participation-kind": _changed(ZJ.partKind, Literal("guest")),
    "LicenceTrade-figure": _changed(ZJ.figure, None),
    "LicenceTrade-direction": _changed(ZJ.tradeDirection, Literal("sideways")),
}


def test_faults_are_found_by_the_shapes(store: GraphStore) -> None:
    graph = Store()
    graph.extend(store.engine)
    assert check_grounding(graph) == []
    for seed in FAULTS.values():
        seed(graph)
    found = {violation.shape.rpartition("#")[2] for violation in validate(graph)}
    assert FAULTS.keys() <= found


def test_words_of_a_part_that_are_not_in_the_text_are_found(store: GraphStore) -> None:
    graph = Store()
    graph.extend(store.engine)
    _changed(ZJ.part, Literal("主办单位", language="zh-Hans"))(graph)
    assert [violation.path for violation in check_grounding(graph)] == [ZJ.part.value]
