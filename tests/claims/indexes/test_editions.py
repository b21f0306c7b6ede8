"""Editions of indexes: the year of the report, of the data and of the base are three things."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Case

Row = tuple[str | None, ...]
Editions = Callable[..., list[Row]]

QL = "青岚药谷创新指数"
MARLOW = "Marlow Biotech Vitality Index"


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            f"2021年发布的[I:{QL}]显示，2020年[I:{QL}]为110.3（以2019年为100）。",
            None,
            [(QL, "2021", "2020", "2019", "100", "110.3", "")],
        ),
        (
            f"2022[I:{QL}]为117，较上年增长4.81%。",
            None,
            [(QL, "2022", None, None, None, "117", "4.81%")],
        ),
        (
            (
                "《2023年度[I:青岚生物医药活力指数]》昨日发布。2022年该指数得分为125.6分，"
                "同比提高3.2%。该指数以2018年为基期，基期值为100。"
            ),
            "2024-01-01",
            [("青岚生物医药活力指数", "2023", "2022", "2018", "100", "125.6", "3.2%")],
        ),
        (
            (
                f"研究院去年10月发布了[I:{QL}]。该指数采用2021年数据，以2017年为基准年（100分），"
                "综合得分为131.5分，比上年上升2.1分。"
            ),
            "2023-03-02",
            [(QL, "2022", "2021", "2017", "100", "131.5", "2.1")],
        ),
        (
            (
                "[I:青嵐藥谷創新指數]（2023）顯示，以2020年為基期100點，2022年指數得分為121.7分，"
                "較上年成長5.2%。"
            ),
            None,
            [("青嵐藥谷創新指數", "2023", "2022", "2020", "100", "121.7", "5.2%")],
        ),
        (
            "[I:青嵐藥谷創新指數]2024年版昨天出爐，得分為131.2分。",
            "2024-11-20",
            [("青嵐藥谷創新指數", "2024", None, None, None, "131.2", "")],
        ),
        (
            (
                f"The 2023 edition of the [I:{MARLOW}] scored 121.5, up 3.2 percent from a year"
                " earlier. The index uses data for 2022, with 2018 as the base year (100)."
            ),
            None,
            [(MARLOW, "2023", "2022", "2018", "100", "121.5", "3.2%")],
        ),
        (
            (
                f"The [I:{MARLOW}], published in May 2024, stood at 131.5 points in 2023, compared"
                " with 125.2 points in 2022. The base year is 2015."
            ),
            None,
            [
                (MARLOW, "2024", "2023", "2015", None, "131.5", ""),
                (MARLOW, None, "2022", "2015", None, "125.2", ""),
            ],
        ),
        (
            (
                f"The [I:{MARLOW} 2022] reached 117 points. Taking 2019 as 100, the index rose"
                " 4.8 percent."
            ),
            None,
            [(f"{MARLOW} 2022", "2022", None, "2019", "100", "117", "4.8%")],
        ),
        (
            f"[I:{QL}]2019年为101.2分，2020年为105.6分，2021年达到112.3分。",
            None,
            [
                (QL, None, "2019", None, None, "101.2", ""),
                (QL, None, "2020", None, None, "105.6", ""),
                (QL, None, "2021", None, None, "112.3", ""),
            ],
        ),
        (
            "去年[I:青岚指数]为118.5，[I:远川指数]为112.3。",
            "2023-05-01",
            [
                ("青岚指数", None, "2022", None, None, "118.5", ""),
                ("远川指数", None, "2022", None, None, "112.3", ""),
            ],
        ),
    ],
)
def test_editions(
    editions: Editions, text: str, published: str | None, expected: list[Row]
) -> None:
    assert editions(text, published) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"到2030年，[I:{QL}]力争达到150分。",
        "[O:青岚生物]2022年营收12亿元。指数级增长令人瞩目。",
        f"[I:{QL}]将于2025年发布。",
        f"2020年，[I:{QL}]引起了广泛关注。",
        f"The [I:{MARLOW}] will be published in 2025.",
        "[O:Tarn Bio] raised 100 million yuan in 2019.",
    ],
)
def test_no_edition(editions: Editions, text: str) -> None:
    assert editions(text) == []


def test_the_value_of_a_dimension_is_not_that_of_the_index(editions: Editions) -> None:
    text = f"[I:{QL}]每年发布，2022年得分118.5分，其中“人才集聚”得分131.2分。"
    assert editions(text) == [(QL, None, "2022", None, None, "118.5", "")]


def test_a_report_that_is_named_after_an_index_gives_the_year_of_the_edition(
    editions: Editions,
) -> None:
    text = "研究院发布《[J:青岚创新指数报告（2024）]》。[I:青岚创新指数]2023年得分为118.5分。"
    assert editions(text) == [("青岚创新指数", "2024", "2023", None, None, "118.5", "")]


def test_an_edition_alone_is_no_index_of_its_own(editions: Editions) -> None:
    text = (
        f"2022年[I:{QL}]得分为128.9分，以2018年为基期（基期值为100）。"
        "院长说，[I:2021版指数]得分为123.5分。"
    )
    assert editions(text) == [
        (QL, None, "2022", "2018", "100", "128.9", ""),
        (QL, "2021", None, "2018", "100", "123.5", ""),
    ]


def test_the_index_named_before_a_number_wins_over_the_one_spoken_of(editions: Editions) -> None:
    text = (
        "研究院公布，[I:河岸创新指数]2022年为126.4。"
        "院长指出，同一机构编制的[I:坪山创新指数]2022年为117.5。"
    )
    assert editions(text) == [
        ("河岸创新指数", None, "2022", None, None, "126.4", ""),
        ("坪山创新指数", None, "2022", None, None, "117.5", ""),
    ]


def test_a_day_without_a_date_of_publication_gives_no_year(editions: Editions) -> None:
    text = f"研究院昨天发布了[I:{QL}]。2022年该指数得分为118.5分。"
    assert editions(text) == [(QL, None, "2022", None, None, "118.5", "")]
    assert editions(text, "2024-01-01") == [(QL, "2023", "2022", None, None, "118.5", "")]


def test_every_word_stands_in_its_sentence(make_measured: Callable[..., Case]) -> None:
    text = (
        f"研究院去年10月发布了[I:{QL}]。该指数采用2021年数据，综合得分为131.5分。"
        "该指数以2017年为基期（100分）。"
    )
    (edition,) = make_measured(text, "2023-03-02").claims.editions
    assert len(edition.evidence) == 3
    for evidence in edition.evidence:
        assert evidence.focus
        assert all(evidence.sentence.covers(span) for span in evidence.focus)


def test_the_speaker_of_a_value_is_the_speaker_of_the_edition(
    make_measured: Callable[..., Case],
) -> None:
    case = make_measured(f"“2022年[I:{QL}]得分为118.5分。”院长[P:王敏]说。")
    (edition,) = case.claims.editions
    assert case.label(edition.speaker) == "王敏"


def test_time_is_linear_in_the_text(make_measured: Callable[..., Case]) -> None:
    """A sentence without an end is no trap for the patterns."""
    text = f"[I:{QL}]以2019年为基期，" + "基期为2019年、基期、以2019年、2019年数据、" * 400
    started = time.perf_counter()
    make_measured(text)
    assert time.perf_counter() - started < 20
