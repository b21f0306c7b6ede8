from __future__ import annotations

from decimal import Decimal

import pytest

from zjkg.measurement import read_quantities


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("527亿元", [(Decimal(52_700_000_000), "CNY")]),
        ("近527億元", [(Decimal(52_700_000_000), "CNY")]),
        ("80%", [(Decimal(80), "%")]),
        ("30 billion yuan", [(Decimal(30_000_000_000), "CNY")]),
        ("52,700,000,000", [(Decimal(52_700_000_000), None)]),
        ("110.3", [(Decimal("110.3"), None)]),
        ("527亿", [(Decimal(52_700_000_000), None)]),
        ("527億", [(Decimal(52_700_000_000), None)]),
        ("52.7 billion", [(Decimal(52_700_000_000), None)]),
        ("1,300万", [(Decimal(13_000_000), None)]),
        ("310亩", [(Decimal(310), "mu")]),
        ("滨江研究所", []),
        ("", []),
    ],
)
def test_numbers_that_are_asked_for(words: str, expected: list[tuple[Decimal, str | None]]) -> None:
    assert read_quantities(words) == expected


@pytest.mark.parametrize("words", ["9" * 5000 + "亿元", "9" * 5000 + " yuan"])
def test_a_number_without_end_is_no_quantity(words: str) -> None:
    assert read_quantities(words) == []
