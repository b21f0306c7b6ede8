"""The lock over the gold files: SHA-256 of each, so that a change cannot go unseen."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

from zjkg.errors import Bilingual, SettingsError
from zjkg.quality.gold import SETS

Lock = dict[str, dict[str, str]]
"""SHA-256 by set and file name."""

FILE = "lock.toml"
_HEADING = "# SHA-256 of every gold file, by set; written by `zjkg quality --lock`.\n"


def locked(folder: Path) -> Lock:
    """The lock that fits the files as they are now."""
    return {
        name: {
            file.name: hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted((folder / name).iterdir())
            if file.is_file() and not file.name.startswith(".")
        }
        for name in SETS
        if (folder / name).is_dir()
    }


def load_lock(folder: Path) -> Lock:
    """The lock as it was written.

    Raises:
        SettingsError: where it is missing or is not what ``write_lock`` writes.
    """
    file = folder / FILE
    try:
        tables = tomllib.loads(file.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _unusable(file, error) from error
    if not all(isinstance(table, dict) for table in tables.values()):
        raise _unusable(file, "a value outside of a table")
    return {
        name: {key: str(value) for key, value in table.items()} for name, table in tables.items()
    }


def write_lock(folder: Path) -> None:
    """Lock the files as they are now."""
    tables = [
        f"\n[{name}]\n" + "".join(f'"{file}" = "{digest}"\n' for file, digest in files.items())
        for name, files in locked(folder).items()
    ]
    (folder / FILE).write_text(_HEADING + "".join(tables), "utf-8")


def differences(lock: Lock, now: Lock, name: str) -> Iterator[str]:
    """The files of a set that were changed, added or removed since it was locked."""
    before, after = lock.get(name, {}), now.get(name, {})
    for file in sorted(before.keys() | after.keys()):
        if before.get(file) != after.get(file):
            yield f"{name}/{file}"


def _unusable(file: Path, found: object) -> SettingsError:
    return SettingsError(
        Bilingual(f"the lock of the gold files is not usable: {found}", f"标注锁不可用：{found}"),
        where=str(file),
        expected=Bilingual(
            "TOML: a table per set, a SHA-256 per file", "TOML：每集一表，每文件一 SHA-256"
        ),
        next_step=Bilingual("write it with zjkg quality --lock", "用 zjkg quality --lock 写入"),
    )
