"""Trade in licences: which numbers are about it, and which way the rights go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zjkg.model import ArticleRecord

Recorded = Callable[[str], ArticleRecord]


def trades(case: ArticleRecord) -> list[tuple[str, str | None]]:
    """The number and the direction of each trade."""
    return [
        (
            case.measurement.quantities[
                case.claims.observations[each.observation].quantity
            ].number.of(case.article.text),
            None if each.direction is None else each.direction.value,
        )
        for each in case.claims.licence_trades
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2022年，[K:青岚药谷]对外许可交易数达17项，交易金额52亿元，占全国的12%。",
            [("17", "out"), ("52亿", "out"), ("12", "out")],
        ),
        (
            "2022年，[K:青岚药谷]的许可引进交易保持增长，交易金额达38亿元。",
            [("38亿", "in")],
        ),
        (
            "2022年，[K:青嵐藥谷]企業對外授權交易總額超過300億元。",
            [("300億", "out")],
        ),
        (
            "2022年，[K:青岚药谷]对外授权交易总额52亿元。许可引进交易总额达38亿元。",
            [("52亿", "out"), ("38亿", "in")],
        ),
        ("2022年，[K:青岚药谷]跨境License out交易金额为52亿元。", [("52亿", "out")]),
        (
            "Out-licensing revenue in [K:Marlow Park] reached 52 million yuan in 2022.",
            [("52 million", "out")],
        ),
        (
            "In-licensing deals at [K:Marlow Park] were worth 38 million yuan in 2022.",
            [("38 million", "in")],
        ),
    ],
)
def test_trades(recorded: Recorded, text: str, expected: list[tuple[str, str]]) -> None:
    case = recorded(text)
    assert trades(case) == expected
    for each in case.claims.licence_trades:
        assert all(each.evidence.sentence.covers(span) for span in each.evidence.focus)


@pytest.mark.parametrize(
    "text",
    [
        "2022年，[K:青岚药谷]技术合同交易金额52亿元。",
        "[O:星河生物]授权[O:云帆医药]开发新药，首付款5亿元。",
        "2022年，[K:青岚药谷]产值520亿元，引进人才300人。",
        "Revenue of companies in [K:Marlow Park] reached 52 million yuan in 2022.",
    ],
)
def test_no_trade(recorded: Recorded, text: str) -> None:
    assert trades(recorded(text)) == []
