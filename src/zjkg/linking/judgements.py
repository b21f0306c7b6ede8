"""A person's decisions about identity: ``seeds/judgements.csv``. They win over every rule."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from zjkg.errors import Bilingual, SettingsError

COLUMNS = ("first", "second", "same", "who", "when", "why")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two names (or IRIs) that a person declared the same or not the same."""

    first: str
    second: str
    same: bool
    who: str
    when: str
    why: str


def load_judgements(path: Path) -> tuple[Judgement, ...]:
    """The rows of a judgements file, in its order.

    Raises:
        SettingsError: where a column is missing or ``same`` is neither ``yes`` nor ``no``.
    """
    if not path.exists():
        return ()
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise _unusable(path, 1, f"{','.join(reader.fieldnames or ())}")
        return tuple(_judgement(path, reader.line_num, row) for row in reader)


def _judgement(path: Path, line: int, row: dict[str, str | None]) -> Judgement:
    if row["same"] not in ("yes", "no") or not row["first"] or not row["second"]:
        raise _unusable(path, line, str(row))
    return Judgement(
        row["first"],
        row["second"],
        row["same"] == "yes",
        row["who"] or "",
        row["when"] or "",
        row["why"] or "",
    )


def _unusable(path: Path, line: int, found: str) -> SettingsError:
    return SettingsError(
        Bilingual("a row of the judgements file is unusable", "判断文件中有无法使用的行"),
        where=f"{path}:{line}: {found}",
        expected=Bilingual(
            f"the columns {','.join(COLUMNS)}; 'same' is yes or no",
            f"列为 {','.join(COLUMNS)}；same 为 yes 或 no",
        ),
        next_step=Bilingual("correct the row", "改正该行"),
    )
