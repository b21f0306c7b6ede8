"""Article records as the caller's bytes, compressed, one file each."""

from __future__ import annotations

import gzip
import os
import re
import zlib
from collections.abc import Collection
from pathlib import Path
from typing import TypeVar

import msgspec

from zjkg.errors import Bilingual, StoreError
from zjkg.store.files import write_atomically

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,127}")
_SUFFIX = ".json.gz"
_PART = f"{_SUFFIX}.part"
"""What a killed build was writing."""
Kind = TypeVar("Kind")


def packed(content: bytes) -> bytes:
    """A record as it is kept; equal content gives equal bytes (no time stamp inside)."""
    return gzip.compress(content, compresslevel=6, mtime=0)


def save_packed(folder: Path, key: str, content: bytes) -> None:
    """Keeps a record that is packed already."""
    path = _path(folder, key)
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(path, content)


def load_record(folder: Path, key: str) -> bytes | None:
    """A record as it was saved, or None where there is none.

    Raises:
        StoreError: if the file is damaged or cannot be read.
    """
    path = _path(folder, key)
    try:
        return gzip.decompress(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, EOFError, zlib.error) as error:
        raise _damaged(str(path), error) from error


def has_record(folder: Path, key: str) -> bool:
    """Whether a record is kept under the key."""
    return _path(folder, key).is_file()


def decoded(content: bytes, kind: type[Kind], where: str) -> Kind:
    """What JSON that an earlier build wrote says; ``where`` names it in an error.

    Raises:
        StoreError: if the content is not what a build writes.
    """
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _damaged(where, error) from error


def record_keys(folder: Path) -> frozenset[str]:
    """The keys of all kept records."""
    return frozenset(
        name.removesuffix(_SUFFIX)
        for name in _names(folder)
        if name.endswith(_SUFFIX) and not name.startswith(".")
    )


def _names(folder: Path) -> list[str]:
    """The names of all files, of which there may be hundreds of thousands."""
    return os.listdir(folder) if folder.is_dir() else []  # noqa: PTH208 - no object for each


def is_record_key(key: str) -> bool:
    """Whether a record may be kept under the key."""
    return _KEY.fullmatch(key) is not None


def prune_records(folder: Path, keep: Collection[str]) -> tuple[str, ...]:
    """Deletes the records whose key is not in ``keep``; returns the deleted keys, sorted."""
    names = _names(folder)
    unfinished = (name for name in names if name.startswith(".") and name.endswith(_PART))
    superfluous = frozenset(names).difference(f"{key}{_SUFFIX}" for key in keep)
    gone = sorted(name for name in superfluous if name.endswith(_SUFFIX) and name[0] != ".")
    for name in (*gone, *unfinished):
        (folder / name).unlink()
    return tuple(name.removesuffix(_SUFFIX) for name in gone)


def _damaged(where: str, error: Exception) -> StoreError:
    return StoreError(
        Bilingual(f"a file of the store cannot be read: {error}", f"无法读取图库文件：{error}"),
        where=where,
        expected=Bilingual("a file as zjkg build wrote it", "由 zjkg build 写入的文件"),
        next_step=Bilingual(
            "run zjkg build --full with all articles", "对全部文章运行 zjkg build --full"
        ),
    )


def _path(folder: Path, key: str) -> Path:
    if not is_record_key(key):
        raise ValueError(f"a record key is made of letters, digits, _ and -, not {key!r}")
    return folder / f"{key}{_SUFFIX}"
