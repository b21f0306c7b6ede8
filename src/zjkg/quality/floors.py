"""Floors under the measured figures: the least F1 that each class of each set may have."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from zjkg.errors import Bilingual, SettingsError
from zjkg.quality.measuring import TOTAL, Measured
from zjkg.quality.scores import Figures

Floors = dict[str, dict[str, float]]
"""The least F1 by set and class."""

FILE = "floors.toml"
_MARGIN = 0.01  # so that one row of a small class does not fail the gate
_HEADING = (
    "# The least F1 of each class, by set. `zjkg quality --update` raises a floor to what is\n"
    "# measured, rounded down to two digits, less 0.01. It never lowers one: to lower a floor,\n"
    "# change it here by hand and say in the commit why.\n"
)


def load_floors(folder: Path) -> Floors:
    """The floors beside the gold sets; none where the file is not there.

    Raises:
        SettingsError: where the file is no TOML or a floor is no number between 0 and 1.
    """
    file = folder / FILE
    if not file.is_file():
        return {}
    try:
        tables = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _unusable(str(file), error) from error
    return {
        name: {figure: _floor(file, name, figure, value) for figure, value in _items(file, table)}
        for name, table in tables.items()
    }


def under(measured: Iterable[Measured], floors: Floors) -> Iterator[tuple[str, str, float, float]]:
    """Set, class, F1 and floor of each figure that lies under its floor.

    A floored class that the set no longer has counts as 0.
    """
    for each in measured:
        figures = each.by_language()[TOTAL]
        for figure, floor in floors.get(each.set, {}).items():
            f1 = figures[figure].f1 if figure in figures else 0.0
            if f1 < floor:
                yield each.set, figure, f1, floor


def raised(measured: Iterable[Measured], floors: Floors) -> Floors:
    """The floors, each raised to what is measured where that is higher."""
    new = {name: dict(table) for name, table in floors.items()}
    for each in measured:
        table = new.setdefault(each.set, {})
        table.update(_raised(each.by_language()[TOTAL], table))
    return new


def write_floors(folder: Path, floors: Floors) -> None:
    """Write the file of floors."""
    tables = [
        f"\n[{name}]\n" + "".join(f'"{figure}" = {floor:.2f}\n' for figure, floor in table.items())
        for name, table in floors.items()
    ]
    (folder / FILE).write_text(_HEADING + "".join(tables), "utf-8")


def _raised(figures: Figures, table: dict[str, float]) -> dict[str, float]:
    return {
        figure: max(table.get(figure, 0.0), _below(score.f1))
        for figure, score in figures.items()
        if score.gold
    }


def _below(f1: float) -> float:
    # The small number keeps 0.29 * 100 = 28.999… from losing a hundredth.
    hundredths = math.floor(f1 * 100 + 1e-9)
    return max(0.0, round(hundredths / 100 - _MARGIN, 2))


def _items(file: Path, table: object) -> Iterable[tuple[str, Any]]:
    if not isinstance(table, dict):
        raise _unusable(str(file), "a value outside of a table")
    return table.items()


def _floor(file: Path, name: str, figure: str, value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise _unusable(f"{file}: {name}.{figure}", f"{value!r}")


def _unusable(where: str, found: object) -> SettingsError:
    return SettingsError(
        Bilingual(f"the file of floors is not usable: {found}", f"下限文件不可用：{found}"),
        where=where,
        expected=Bilingual(
            "TOML: a table per set, a number from 0 to 1 per class",
            "TOML：每个集合一个表，每类一个 0 到 1 的数",
        ),
        next_step=Bilingual(
            "correct it, or restore it from version control", "请更正，或从版本库恢复"
        ),
    )
