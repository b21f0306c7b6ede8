"""The gate: no figure under its floor, and the kept-aside articles as they were locked."""

from __future__ import annotations

from pathlib import Path

from zjkg.quality import SETS, TOTAL, Measured, differences, load_floors, load_lock, locked, under


def test_no_figure_is_under_its_floor(measured: list[Measured], seeds: Path) -> None:
    low = [
        f"{name} {figure}: F1 {f1:.3f} < {floor:.2f}"
        for name, figure, f1, floor in under(measured, load_floors(seeds / "gold"))
    ]

    assert not low, "; ".join(low)


def test_every_set_has_a_floor_under_every_class_with_gold(
    measured: list[Measured], seeds: Path
) -> None:
    floors = load_floors(seeds / "gold")

    for each in measured:
        annotated = {name for name, score in each.by_language()[TOTAL].items() if score.gold}
        assert annotated <= floors[each.set].keys()


def test_the_kept_aside_set_is_as_it_was_locked(seeds: Path) -> None:
    folder = seeds / "gold"

    changed = list(differences(load_lock(folder), locked(folder), "held"))

    assert not changed, f"the kept-aside set was changed: {', '.join(changed)}"


def test_every_gold_article_is_scored_with_rows_of_its_own(measured: list[Measured]) -> None:
    assert [each.set for each in measured] == list(SETS)
    for each in measured:
        assert len(each.articles) > 4
        for article in each.articles:
            assert article.figures["entities"].gold > 0
            assert article.figures["entities"].right > 0
