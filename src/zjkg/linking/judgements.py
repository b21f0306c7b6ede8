"""A person's decisions about identity: ``seeds/judgements.csv``. They win over every rule."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from zjkg.errors import Bilingual, SettingsError
from zjkg.folding import match_key
from zjkg.linking.profiles import Profile
from zjkg.model import Judgement, LocalKey

JUDGEMENTS = "judgements.csv"
"""The file's name in the seeds folder."""
COLUMNS = ("first", "second", "same", "who", "when", "why")


def load_judgements(path: Path) -> tuple[Judgement, ...]:
    """The rows of a judgements file, in its order; none where there is no file.

    Raises:
        SettingsError: where the file cannot be read, or as ``parse_judgements`` does.
    """
    try:
        return parse_judgements(path.read_bytes(), path) if path.exists() else ()
    except OSError as error:
        raise _unusable(path, 1, str(error)) from error


def parse_judgements(content: bytes, path: Path) -> tuple[Judgement, ...]:
    """The rows of what a judgements file holds; ``path`` names it in errors.

    Raises:
        SettingsError: where a column is missing or too many, ``same`` is neither ``yes`` nor
            ``no``, or two rows judge one pair of names differently.
    """
    try:
        reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
        if tuple(reader.fieldnames or ()) != COLUMNS:
            raise _unusable(path, 1, f"{','.join(reader.fieldnames or ())}")
        lines = [(reader.line_num, _judgement(path, reader.line_num, row)) for row in reader]
    except (UnicodeDecodeError, csv.Error) as error:
        raise _unusable(path, 1, str(error)) from error
    _refuse_contradictions(path, lines)
    return tuple(row for _, row in lines)


def _refuse_contradictions(path: Path, lines: Iterable[tuple[int, Judgement]]) -> None:
    """Which of two rows holds is for a person to say, not for their order in the file."""
    said: dict[frozenset[tuple[str, ...]], tuple[int, bool]] = {}
    for line, row in lines:
        earlier, same = said.setdefault(judged_names(row), (line, row.same))
        if same != row.same:
            raise SettingsError(
                Bilingual(
                    f"line {line} of the judgements file contradicts line {earlier}",
                    f"判断文件第 {line} 行与第 {earlier} 行相矛盾",
                ),
                where=f"{path}:{line}: {row.first}, {row.second}",
                expected=Bilingual("one judgement on a pair of names", "每对名称只有一个判断"),
                next_step=Bilingual("remove the row that no longer holds", "删除不再成立的一行"),
            )


def _judgement(path: Path, line: int, row: dict[str, str | None]) -> Judgement:
    # DictReader keeps cells beyond the header under None.
    if None in row or row["same"] not in ("yes", "no") or not row["first"] or not row["second"]:
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
        Bilingual("the judgements file is unusable", "判断文件无法使用"),
        where=f"{path}:{line}: {found}",
        expected=Bilingual(
            f"CSV in UTF-8 with the columns {','.join(COLUMNS)}; 'same' is yes or no",
            f"UTF-8 编码的 CSV，列为 {','.join(COLUMNS)}；same 为 yes 或 no",
        ),
        next_step=Bilingual("correct the row", "改正该行"),
    )


def judged_pairs(
    judgements: Iterable[Judgement], profiles: Iterable[Profile]
) -> dict[tuple[LocalKey, LocalKey], Judgement]:
    """The pairs of local entities that each judgement speaks of, in order of publication.

    A name means every entity that bears it, ``source#name`` those of that article, and
    ``source#name#Type`` the one of that type.
    """
    order: dict[LocalKey, int] = {}
    called: dict[str, list[LocalKey]] = {}
    for number, profile in enumerate(profiles):
        order[profile.key] = number
        for address in addresses_of(profile):
            called.setdefault(address, []).append(profile.key)
    found: dict[tuple[LocalKey, LocalKey], Judgement] = {}
    for row in judgements:
        sides = ([key for a in _addresses(n) for key in called.get(a, ())] for n in _names(row))
        for pair in product(*sides):
            first, second = sorted(pair, key=order.__getitem__)
            if first != second:
                found.setdefault((first, second), row)
    return found


def addresses_of(profile: Profile) -> Iterator[str]:
    """All that a judgement may call an entity."""
    for name in sorted(profile.names):
        here = f"{profile.key.source}#{name}"
        yield from (name, here, f"{here}#{match_key(profile.type)}")


def judged_names(row: Judgement) -> frozenset[tuple[str, ...]]:
    """The pair of names that a row judges; equal for rows that mean the same pair."""
    return frozenset(written_names(row).values())


def written_names(row: Judgement) -> dict[str, tuple[str, ...]]:
    """The names as they are written in a row, each with all that it may mean."""
    return {name: _addresses(name) for name in _names(row)}


def _names(row: Judgement) -> tuple[str, str]:
    return row.first, row.second


def _addresses(written: str) -> tuple[str, ...]:
    """What a written name may mean: a mark in it stands before the name or is part of it."""
    pieces = written.split("#")
    cuts = (("#".join(pieces[:n]), "#".join(pieces[n:])) for n in range(1, len(pieces)))
    return (match_key(written), *(f"{source}#{match_key(name)}" for source, name in cuts))
