from __future__ import annotations

from datetime import date

import pytest

from zjkg.comparison.periods import Timing, When

MARCH = date(2023, 3, 5)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("2022", "2022"), ("2022", "2022"), Timing.SAME),
        (("2022", "2022"), ("2022-01", "2022-12"), Timing.SAME),
        (("2022", "2022"), (None, "2022-12-31"), Timing.SAME),
        (("2022", "2022"), ("2022-01", "2022-06"), Timing.DIFFERENT),
        (("2022", "2022"), ("2021", "2021"), Timing.DIFFERENT),
        ((None, "2022"), (None, "2022-06"), Timing.DIFFERENT),
        ((None, "2020-02"), (None, "2020-02-29"), Timing.SAME),
        ((None, None), (None, None), Timing.LIKELY),
        ((None, None), ("2023-02", "2023-02"), Timing.LIKELY),
        ((None, None), ("2020", "2020"), Timing.UNKNOWN),
    ],
)
def test_timing(
    a: tuple[str | None, str | None], b: tuple[str | None, str | None], expected: Timing
) -> None:
    first, second = When.of(*a, MARCH), When.of(*b, MARCH)
    assert first.timing(second) is expected
    assert second.timing(first) is expected


def test_articles_months_apart_tell_no_common_news() -> None:
    first, second = When.of(None, None, MARCH), When.of(None, None, date(2023, 6, 1))
    assert first.timing(second) is Timing.UNKNOWN


def test_without_any_date_nothing_is_known() -> None:
    assert When.of(None, None, None).timing(When.of(None, None, MARCH)) is Timing.UNKNOWN
    assert When.of(None, None, None).year is None
