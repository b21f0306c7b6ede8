"""Indexes, alliances, parks and trade in licences, answered by named queries on the five."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from zjkg.query import named, records, run
from zjkg.query.results import Value
from zjkg.reading import read
from zjkg.settings import SHANGHAI
from zjkg.store import GraphStore

COLUMNS = {
    "index-editions": "index indexLabel reportYear dataYear baseYear baseValue comparator value "
    "valueMax growth growthUnit speaker source quote",
    "index-dimensions": "index indexLabel title order dimension lang source quote",
    "index-compilers": "index indexLabel compiler compilerLabel source quote",
    "licence-trade": "direction kind of subject subjectLabel measure comparator value valueMax "
    "unit base periodStart periodEnd modality speaker source quote",
    "alliances": "alliance allianceLabel kind part thing thingLabel measure comparator value "
    "valueMax unit periodEnd modality source quote",
    "park": "kind thing label measure comparator value valueMax unit periodStart periodEnd "
    "modality source quote",
}
PARKS = ("张江细胞和基因产业园", "浦江基因未来谷")


def rows(store: GraphStore, query: str, park: str = PARKS[0]) -> list[dict[str, Value]]:
    parameters = {"name": park} if query == "park" else {}
    return list(records(run(store.engine, named(query), parameters)))


def short(row: dict[str, Value], *columns: str) -> tuple[Value, ...]:
    return tuple(row[column] for column in columns)


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_exactly_these_in_this_order(five: GraphStore, name: str) -> None:
    parameters = {"name": PARKS[0]} if name == "park" else {}
    assert run(five.engine, named(name), parameters).columns == tuple(COLUMNS[name].split())


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_has_its_article_and_its_sentence(
    five: GraphStore, article_paths: tuple[Path, ...], name: str
) -> None:
    texts = {path.stem: read(path, zone=SHANGHAI).text for path in article_paths}
    found = rows(five, name)
    assert found
    for row in found:
        assert str(row["quote"]) in texts[str(row["source"])]


def test_t8_edition_year_and_data_year_are_different_things(five: GraphStore) -> None:
    editions = rows(five, "index-editions")
    assert len({row["index"] for row in editions}) == 1
    told = {
        str(row["source"])[:3]: tuple(
            None if value is None else str(value)
            for value in short(row, "reportYear", "dataYear", "baseYear", "baseValue", "value")
        )
        for row in editions
    }
    assert told == {
        "000": ("2021", "2020", "2019", "100", "110.3"),
        "001": (None, "2020", "2019", "100", "110.3"),
        "002": (None, "2020", "2019", "100", "110.3"),
        "003": ("2022", None, None, None, "117"),
    }
    growth = {str(row["source"])[:3]: row["growth"] for row in editions}
    assert growth == {
        "000": None,
        "001": Decimal("10.3"),
        "002": Decimal("10.3"),
        "003": Decimal("4.81"),
    }


def test_the_five_forces_and_the_four_degrees(five: GraphStore) -> None:
    lists: dict[tuple[str, Value], list[Value]] = {}
    for row in rows(five, "index-dimensions"):
        lists.setdefault((str(row["source"])[:3], row["title"]), []).append(row["dimension"])
    assert lists["002", "五個力"] == ["創新策源", "產業引領", "生態融合", "輻射帶動", "國際鏈接"]
    assert lists["002", "四個度"] == ["自身進步", "全市集聚", "全國貢獻", "全球參與"]
    assert lists["003", None] == [
        "innovate",
        "lead the industry",
        "integrate resources",
        "connect with the world",
        "influence the market",
    ]
    assert len(lists) == 3


def test_the_compilers(five: GraphStore) -> None:
    compilers = {row["compiler"] for row in rows(five, "index-compilers")}
    assert len(compilers) == 2


def test_trade_in_licences_by_direction(five: GraphStore) -> None:
    found = {
        (*short(row, "direction", "kind", "of"), row["value"], str(row["base"] or ""))
        for row in rows(five, "licence-trade")
        if str(row["source"]).startswith("000")
    }
    assert found == {
        ("out", "amount", "amount", 46_100_000_000, ""),
        ("out", "count", "count", 13, ""),
        ("out", "share", "count", 27, "全国"),
        ("out", "share", "count", 3, "全球"),
        ("out", "share", "amount", 80, "全国"),
        ("out", "share", "amount", 8, "全球"),
        ("in", "amount", "amount", 17_800_000_000, ""),
        ("in", "share", "amount", 45, "全国"),
    }


def test_both_sides_of_the_contradiction_are_in_the_table(five: GraphStore) -> None:
    amounts = {
        row["value"]
        for row in rows(five, "licence-trade")
        if short(row, "direction", "kind") == ("out", "amount")
    }
    assert amounts == {46_100_000_000, 41_600_000_000}


def test_one_figure_for_both_directions(five: GraphStore) -> None:
    both = [row for row in rows(five, "licence-trade") if row["direction"] == "both"]
    assert {row["value"] for row in both} == {200_000_000_000, 28_400_000_000, 40, 6}
    assert all(str(row["source"]).startswith("003") for row in both)


def test_who_initiated_the_alliance_and_what_it_aims_at(five: GraphStore) -> None:
    found = rows(five, "alliances")
    initiators = {
        (str(row["source"])[:3], row["thingLabel"], row["part"])
        for row in found
        if row["kind"] == "initiator"
    }
    academicians = {("002", name, "創始倡議") for name in ("陳凱先", "蔣華良", "饒子和")}
    assert academicians <= initiators
    assert ("002", "浙江大學上海高等研究院", "創始發起") in initiators
    assert ("001", "美迪西", "发起公司") in initiators
    aims = {short(row, "measure", "value", "unit") for row in found if row["kind"] == "target"}
    assert ("活跃机构", 300, "家") in aims
    assert {str(row["periodEnd"]) for row in found if row["kind"] == "target"} == {"2025"}


def test_the_parts_areas_and_targets_of_a_park(five: GraphStore) -> None:
    found = rows(five, "park", park=PARKS[0])
    by_kind: dict[Value, set[tuple[Value, ...]]] = {}
    for row in found:
        by_kind.setdefault(row["kind"], set()).add(short(row, "label", "value", "unit"))
    assert {("张江细胞产业园", None, None), ("张江基因岛", None, None)} <= by_kind["part"]
    assert {(None, 920, "mu"), (None, 290, "mu"), (None, 630, "mu")} <= by_kind["area"]
    assert (None, 20_000_000_000, "CNY") in by_kind["target"]
    years = {str(row["periodEnd"]) for row in found if row["kind"] == "target"}
    assert years == {"2027"}


def test_the_tenants_of_a_park(five: GraphStore) -> None:
    tenants = {row["label"] for row in rows(five, "park", park=PARKS[1]) if row["kind"] == "tenant"}
    assert {"因美纳", "燃石医学", "健耕医药"} <= tenants
