from __future__ import annotations

from pathlib import Path

import pytest

from zjkg.errors import SettingsError
from zjkg.quality import (
    ArticleScore,
    Measured,
    Score,
    load_floors,
    raised,
    under,
    write_floors,
)


def _measured(**figures: Score) -> list[Measured]:
    return [Measured("five", (ArticleScore("lanwan", "en", dict(figures), (), {}),))]


def test_a_floor_is_the_figure_rounded_down_less_a_hundredth() -> None:
    measured = _measured(
        roles=Score(2, 3, 3), relations=Score(1, 1, 1), entities=Score(29, 100, 100)
    )

    assert raised(measured, {}) == {"five": {"roles": 0.65, "relations": 0.99, "entities": 0.28}}


def test_a_floor_is_raised_and_never_lowered() -> None:
    measured = _measured(roles=Score(5, 10, 10), entities=Score(5, 10, 10))

    floors = raised(measured, {"five": {"roles": 0.8, "entities": 0.2}, "held": {"roles": 0.3}})

    assert floors == {"five": {"roles": 0.8, "entities": 0.49}, "held": {"roles": 0.3}}


def test_a_class_without_gold_gets_no_floor() -> None:
    assert raised(_measured(roles=Score()), {}) == {"five": {}}


def test_figures_under_their_floors_are_named() -> None:
    measured = _measured(roles=Score(5, 10, 10), entities=Score(5, 10, 10))
    floors = {"five": {"roles": 0.51, "entities": 0.5, "gone": 0.1}}

    assert list(under(measured, floors)) == [
        ("five", "roles", 0.5, 0.51),
        ("five", "gone", 0.0, 0.1),
    ]


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = {"five": {"roles": 0.65, "entities.Park": 0.0}, "held": {"roles": 0.3}}

    write_floors(tmp_path, floors)

    assert load_floors(tmp_path) == floors


def test_without_a_file_there_are_no_floors(tmp_path: Path) -> None:
    assert load_floors(tmp_path) == {}


@pytest.mark.parametrize(
    "content", ["[five", 'five = "x"', "[five]\nroles = 2", "[five]\nroles = true"]
)
def test_a_malformed_file_of_floors_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "floors.toml").write_text(content, "utf-8")

    with pytest.raises(SettingsError) as refusal:
        load_floors(tmp_path)

    assert "floors.toml" in refusal.value.problem.where
