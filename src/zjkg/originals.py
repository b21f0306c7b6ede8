"""The files of articles: where they are, and as the store keeps them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from zjkg.errors import Bilingual, ReadingError, StoreError
from zjkg.ids import digest
from zjkg.reading import discover, file_bytes
from zjkg.store import GraphStore

_ORIGINAL = "original-"


class Original(msgspec.Struct, frozen=True):
    """An article's file as the store keeps it: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class File:
    """An article's file: its name, the SHA-256 of its bytes, and where they are.

    Without a path the store has the bytes.
    """

    name: str
    digest: str
    path: Path | None = None

    @property
    def source(self) -> str:
        """The file's name without its extension."""
        return Path(self.name).stem

    @property
    def key(self) -> str:
        """Under which key the store keeps the bytes."""
        return f"{_ORIGINAL}{digest(self.name, self.digest)}"


def files_of(paths: Sequence[Path]) -> tuple[dict[str, File], list[ReadingError]]:
    """The files of articles at some paths, by their sources, and what cannot be read."""
    found, failed = discover(paths)
    files: dict[str, File] = {}
    for path in found:
        try:
            file = File(path.name, hashlib.sha256(file_bytes(path)).hexdigest(), path)
            files[file.source] = file
        except ReadingError as error:
            failed.append(error)
    return files, failed


def held_by(store: GraphStore) -> dict[str, File]:
    """The files of the store's articles; not those that an unfinished build left behind.

    Raises:
        StoreError: where the bytes of an article are gone.
    """
    held = {
        source: File(state.file, state.file_digest)
        for source, state in store.state().articles.items()
    }
    if lost := [source for source, file in held.items() if not store.has_record(file.key)]:
        raise _lost(sorted(lost), store)
    return held


@lru_cache(maxsize=1 << 17)
def record_key(file: File, rules: str) -> str:
    """Under which key the store keeps what these rules read in a file."""
    return f"record-{digest(file.name, file.digest, rules)}"


def _lost(sources: Sequence[str], store: GraphStore) -> StoreError:
    names = ", ".join(sources)
    return StoreError(
        Bilingual(f"the store has lost the files of {names}", f"图库丢失了 {names} 的原文件"),
        where=str(store.folder),
        expected=Bilingual("the bytes of every article it holds", "保有每篇文章的原文件内容"),
        next_step=Bilingual("run zjkg build with all articles", "对全部文章运行 zjkg build"),
    )
