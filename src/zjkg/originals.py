"""The files of articles: where they are, and as the store keeps them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import msgspec

from zjkg.errors import Bilingual, ReadingError, StoreError
from zjkg.ids import digest
from zjkg.reading import discover, file_bytes
from zjkg.store import GraphStore, State, decoded

_ORIGINAL = "original-"


class Original(msgspec.Struct, frozen=True):
    """An article's file as the store keeps it: its name and its bytes."""

    name: str
    data: bytes

    @property
    def source(self) -> str:
        """The file's name without its extension."""
        return Path(self.name).stem


@dataclass(frozen=True, slots=True)
class File:
    """An article's file: its name, the SHA-256 of its bytes, and where they are.

    The store keeps the bytes under ``key``; without a path it has them.
    """

    name: str
    digest: str
    key: str
    path: Path | None = None

    @classmethod
    def of(cls, name: str, content_digest: str, path: Path | None = None) -> Self:
        """A file of this name whose bytes have this digest."""
        return cls(name, content_digest, f"{_ORIGINAL}{digest(name, content_digest)}", path)

    @property
    def source(self) -> str:
        """The file's name without its extension."""
        return Path(self.name).stem


def files_of(paths: Sequence[Path]) -> tuple[dict[str, File], list[ReadingError]]:
    """The files of articles at some paths, by their sources, and what cannot be read."""
    found, failed = discover(paths)
    files: dict[str, File] = {}
    for path in found:
        try:
            file = File.of(path.name, hashlib.sha256(file_bytes(path)).hexdigest(), path)
            files[file.source] = file
        except ReadingError as error:
            failed.append(error)
    return files, failed


def held_by(store: GraphStore, kept: Collection[str]) -> dict[str, File]:
    """The files of the store's articles; not those that an unfinished build left behind.

    ``kept`` are the keys of all records of the store.

    Raises:
        StoreError: where the bytes of an article are gone.
    """
    held = {
        source: File(state.file, state.file_digest, state.original)
        if state.original
        else File.of(state.file, state.file_digest)
        for source, state in store.state().articles.items()
    }
    if lost := [source for source, file in held.items() if file.key not in kept]:
        raise _lost(sorted(lost), store)
    return held


def original_of(store: GraphStore, file: File) -> tuple[File, Original]:
    """A file with its bytes; its digest is of these, as it may have been saved meanwhile.

    Raises:
        ReadingError: where it cannot be read.
    """
    if file.path is None:
        return file, decoded(store.load_record(file.key) or b"null", Original, file.key)
    data = file_bytes(file.path)
    now = hashlib.sha256(data).hexdigest()
    read = file if now == file.digest else File.of(file.name, now, file.path)
    return read, Original(file.name, data)


class RecordKeys:
    """Under which keys the store keeps what these rules read in files."""

    def __init__(self, rules: str, before: State) -> None:
        """``before`` tells those of the articles that were read by the same rules."""
        self.rules = rules
        articles = before.articles.values() if before.rules.startswith(f"{rules}:") else ()
        self._known = {each.original: each.record_key for each in articles}

    def of(self, file: File) -> str:
        """The key of a file's record."""
        found = self._known.get(file.key)
        if found is None:
            content = digest(file.name, file.digest, self.rules)
            found = self._known[file.key] = f"record-{content}"
        return found


def _lost(sources: Sequence[str], store: GraphStore) -> StoreError:
    names = ", ".join(sources)
    return StoreError(
        Bilingual(f"the store has lost the files of {names}", f"图库丢失了 {names} 的原文件"),
        where=str(store.folder),
        expected=Bilingual("the bytes of every article it holds", "保有每篇文章的原文件内容"),
        next_step=Bilingual("run zjkg build with all articles", "对全部文章运行 zjkg build"),
    )
