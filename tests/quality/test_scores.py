from __future__ import annotations

import pytest

from zjkg.quality import Score
from zjkg.quality.scores import total


def test_figures() -> None:
    score = Score(right=3, predicted=4, gold=6)

    assert score.precision == pytest.approx(0.75)
    assert score.recall == pytest.approx(0.5)
    assert score.f1 == pytest.approx(0.6)


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (1.0, 1.0, 1.0)


def test_nothing_found_where_there_was_something_is_zero() -> None:
    assert (Score(gold=2).precision, Score(gold=2).recall, Score(gold=2).f1) == (0.0, 0.0, 0.0)
    assert (Score(predicted=2).precision, Score(predicted=2).recall) == (0.0, 0.0)


def test_a_total_sums_counts_rather_than_figures() -> None:
    summed = total(
        [{"roles": Score(1, 1, 1)}, {"roles": Score(0, 9, 9), "entities": Score(1, 1, 2)}]
    )

    assert summed == {"roles": Score(1, 10, 10), "entities": Score(1, 1, 2)}
