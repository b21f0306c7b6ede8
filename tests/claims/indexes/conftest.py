"""Editions as rows that a reader can compare."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Case

Row = tuple[str | None, ...]


@pytest.fixture(scope="session")
def editions(make_measured: Callable[..., Case]) -> Callable[..., list[Row]]:
    """Index, report year, data year, base year, base value, values, growth of each edition."""

    def build(text: str, published: str | None = None) -> list[Row]:
        case = make_measured(text, published)

        def numbers(indexes: tuple[int, ...]) -> str:
            quantities = (
                case.measurement.quantities[case.claims.observations[i].quantity] for i in indexes
            )
            return " ".join(f"{q.value:f}{q.unit if q.unit == '%' else ''}" for q in quantities)

        return [
            (
                case.label(each.index),
                each.report_year,
                each.data_year,
                each.base_year,
                None if each.base_value is None else f"{each.base_value:f}",
                numbers(each.values),
                numbers(each.growth),
            )
            for each in case.claims.editions
        ]

    return build
