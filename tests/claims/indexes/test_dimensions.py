"""Dimensions of indexes: lists by number and noun, after a colon, behind a verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Case

Make = Callable[..., "Case"]


def schemes(case: Case) -> list[tuple[str | None, str | None, str]]:
    """Index, title and dimensions of each list."""
    text = case.article.text
    return [
        (
            case.label(each.index),
            None if each.title is None else each.title.of(text),
            "|".join(span.of(text) for span in each.dimensions),
        )
        for each in case.claims.dimension_schemes
    ]


@pytest.mark.parametrize(
    ("text", "title", "dimensions"),
    [
        (
            "[I:青岚创新指数]由人才集聚、资本活力、成果转化和开放合作四个维度构成。",
            "四个维度",
            "人才集聚|资本活力|成果转化|开放合作",
        ),
        (
            "[I:青岚创新指数]从创新策源力、产业引领力、生态融合力等五个维度对园区进行评价。",
            "五个维度",
            "创新策源力|产业引领力|生态融合力",
        ),
        (
            "该指数下设三个一级指标：人才、资本、成果。[I:青岚创新指数]首次发布。",
            "三个一级指标",
            "人才|资本|成果",
        ),
        (
            "[I:青岚创新指数]包括研发投入、临床进展与国际合作等方面。",
            None,
            "研发投入|临床进展|国际合作",
        ),
        (
            "[I:青嵐創新指數]涵蓋人才、資本、臨床與國際化四大面向。",
            "四大面向",
            "人才|資本|臨床|國際化",
        ),
        (
            "[I:青岚创新指数]分为“基础力”“转化力”“辐射力”三个维度。",
            "三个维度",
            "基础力|转化力|辐射力",
        ),
        (
            "[I:青岚创新指数]以人才、资本、成果三大类12项指标衡量园区创新能力。",
            "三大类",
            "人才|资本|成果",
        ),
        (
            "[I:青岚创新指数]设置了创新资源、创新企业、创新绩效、创新环境4个一级指标。",
            "4个一级指标",
            "创新资源|创新企业|创新绩效|创新环境",
        ),
        (
            "The [I:Marlow Index] covers five areas: talent, capital, trials, output and reach.",
            "five areas",
            "talent|capital|trials|output|reach",
        ),
        (
            "The [I:Marlow Index] is made up of talent, capital, clinical work and global reach.",
            None,
            "talent|capital|clinical work|global reach",
        ),
        (
            "The [I:Marlow Index] measures talent, capital, and output across four dimensions.",
            None,
            "talent|capital|output",
        ),
        (
            (
                "The index has three pillars, namely research depth, patient access and sales. "
                "The [I:Marlow Index] is new."
            ),
            "three pillars",
            "research depth|patient access|sales",
        ),
    ],
)
def test_dimensions(make_measured: Make, text: str, title: str | None, dimensions: str) -> None:
    ((_, found_title, found),) = schemes(make_measured(text))
    assert (found_title, found) == (title, dimensions)


@pytest.mark.parametrize(
    "text",
    [
        "[I:青岚创新指数]显示，[O:青岚生物]在研发、生产、销售三个方面领先。",
        "[I:青岚创新指数]显示，企业在研发、生产、销售三个方面领先。",
        "公司在研发、生产、销售三个方面发力。[I:青岚创新指数]今日发布。",
        "[I:青岚创新指数]由[O:青岚研究院]、[O:远川大学]、[O:滨江大学]三家单位编制。",
        "[I:青岚创新指数]发布，报告用人才、资本、成果三个章节分析了园区。",
        "The [I:Marlow Index] rose, and firms in London, Oxford and Cambridge led it.",
        "[O:Tarn Bio] is based on talent, capital and luck.",
    ],
)
def test_no_dimensions(make_measured: Make, text: str) -> None:
    assert schemes(make_measured(text)) == []


def test_a_list_whose_number_is_wrong_is_dropped_with_the_reason(make_measured: Make) -> None:
    case = make_measured("[I:青岚创新指数]由人才、资本、成果五个维度构成。")
    assert schemes(case) == []
    (dropped,) = [each for each in case.claims.dropped if each.rule == "dimension-count"]
    assert dropped.span.of(case.article.text) == "人才、资本、成果五个维度"


def test_two_lists_of_one_sentence_are_two(make_measured: Make) -> None:
    case = make_measured(
        "該指數聚焦基礎、轉化和輻射“三個力”，從自身進步、全市集聚、全國貢獻“三個度”呈現圖景。"
        "[I:青嵐創新指數]發布。"
    )
    assert [(title, items) for _, title, items in schemes(case)] == [
        ("三個力", "基礎|轉化|輻射"),
        ("三個度", "自身進步|全市集聚|全國貢獻"),
    ]
