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


def record_keys(folder: Path) -> tuple[str, ...]:
    """The keys of all kept records, sorted."""
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:
        names = (each.name for each in entries if each.name.endswith(_SUFFIX))
        return tuple(sorted(n.removesuffix(_SUFFIX) for n in names if not n.startswith(".")))


def is_record_key(key: str) -> bool:
    """Whether a record may be kept under the key."""
    return _KEY.fullmatch(key) is not None


def prune_records(folder: Path, keep: Collection[str]) -> tuple[str, ...]:
    """Deletes the records whose key is not in ``keep``; returns the deleted keys, sorted."""
    if not folder.is_dir():
        return ()
    kept = frozenset(keep)
    gone = tuple(key for key in record_keys(folder) if key not in kept)
    for key in gone:
        (folder / f"{key}{_SUFFIX}").unlink()
    for part in folder.glob(f".*{_SUFFIX}.part"):  # what a killed build was writing
        part.unlink()
    return gone


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
