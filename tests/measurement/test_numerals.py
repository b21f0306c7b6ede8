from __future__ import annotations

from decimal import Decimal

import pytest

from zjkg.measurement import numerals


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("三百二十", 320),
        ("两千零五", 2005),
        ("十二", 12),
        ("二〇二一", 2021),
        ("一万五千", 15000),
        ("三亿六千万", 360_000_000),
        ("百", 100),
        ("千", 1000),
    ],
)
def test_chinese_numerals(written: str, value: int) -> None:
    assert numerals.chinese(written) == value


def test_chinese_decimal() -> None:
    assert numerals.chinese("一点五") == Decimal("1.5")


@pytest.mark.parametrize(
    ("written", "ends"), [("两三", (2, 3)), ("三五", (3, 5)), ("三二", None), ("三十", None)]
)
def test_neighbours(written: str, ends: tuple[int, int] | None) -> None:
    found = numerals.neighbours(written)
    assert (None if found is None else (int(found[0]), int(found[1]))) == ends


@pytest.mark.parametrize(
    ("written", "factor"),
    [("", 1), ("万", 10**4), ("百万", 10**6), ("千亿", 10**11), ("万亿", 10**12)],
)
def test_multipliers(written: str, factor: int) -> None:
    assert numerals.multiplier(written) == factor


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("half", "0.5"),
        ("one-quarter", "0.25"),
        ("two thirds", "0.6667"),
        ("a third", "0.3333"),
        ("three-quarters", "0.75"),
    ],
)
def test_english_fractions(written: str, value: str) -> None:
    assert numerals.english_fraction(written) == Decimal(value)


@pytest.mark.parametrize(("written", "value"), [("twelve", 12), ("forty-two", 42), ("Nine", 9)])
def test_english_words(written: str, value: int) -> None:
    assert numerals.english(written) == value
