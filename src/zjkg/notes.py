"""What a build keeps of what it found out, so that the next one does only what changed.

Notes stand under a kind and a name: of an article, its source. Beside them stands which articles
share a mark, so that whoever looks at one article finds those that it has to do with, and no other.
Whatever is noted can be made anew: notes save work, no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

import msgspec

from zjkg.errors import Bilingual, ZjkgError

Kind = TypeVar("Kind")
NO_MORE: Mapping[int, bytes] = MappingProxyType({})
OF_THE_STORE = ("portion", "written")
"""The kinds of notes that tell what a store holds; they do not hang on the others."""


class LostNoteError(ZjkgError):
    """A note that others speak of cannot be read; whoever kept it begins anew."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(
            Bilingual("a note of an earlier build cannot be read", "无法读取此前构建的笔记"),
            where=f"{kind}: {name}",
            expected=Bilingual("the notes as zjkg build wrote them", "由 zjkg build 写入的笔记"),
            next_step=Bilingual(
                "delete notes.sqlite and build again", "删除 notes.sqlite 后重新构建"
            ),
        )


class Notes:
    """Notes in memory; a store has them in a file."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}
        self._sharing: dict[int, dict[str, bytes]] = {}

    def get(self, kind: str, name: str) -> bytes | None:
        """The note, None where there is none that can be read."""
        return self._kept.get((kind, name))

    def put(self, kind: str, name: str, content: bytes) -> None:
        """Take down a note in place of the former one."""
        self._kept[kind, name] = content

    def drop(self, kind: str, name: str) -> None:
        """Take out a note, if there is one."""
        self._kept.pop((kind, name), None)

    def sharing(self, mark: int, at_most: int | None = None) -> list[str]:
        """The articles that have the mark, the first of them in order."""
        return sorted(self._sharing.get(mark, ()))[:at_most]

    def shared(self, mark: int) -> list[tuple[str, bytes]]:
        """The articles that have the mark, in order, each with what it has there."""
        return sorted(self._sharing.get(mark, {}).items())

    def share(self, source: str, marks: Iterable[int], what: Mapping[int, bytes] = NO_MORE) -> None:
        """Note that an article has these marks, and what it has there."""
        for mark in marks:
            self._sharing.setdefault(mark, {})[source] = what.get(mark, b"")

    def unshare(self, source: str, marks: Iterable[int]) -> None:
        """Note that an article no longer has these marks."""
        for mark in marks:
            self._sharing.get(mark, {}).pop(source, None)

    def forget(self, source: str, kinds: Iterable[str]) -> None:
        """Take out what is noted of an article."""
        for kind in kinds:
            self.drop(kind, source)

    def clear(self) -> None:
        """Take out everything but what the store holds."""
        self._kept = {each: kept for each, kept in self._kept.items() if each[0] in OF_THE_STORE}
        self._sharing.clear()

    def read(self, kind: str, name: str, as_a: type[Kind]) -> Kind | None:
        """What a note says, None where there is none that can be read."""
        content = self.get(kind, name)
        try:
            return None if content is None else msgspec.msgpack.decode(content, type=as_a)
        except msgspec.DecodeError:
            return None

    def read_surely(self, kind: str, name: str, as_a: type[Kind]) -> Kind:
        """What a note says.

        Raises:
            LostNoteError: where there is none that can be read.
        """
        found = self.read(kind, name, as_a)
        if found is None:
            raise LostNoteError(kind, name)
        return found

    def write(self, kind: str, name: str, what: object) -> None:
        """Take down what a note shall say."""
        self.put(kind, name, msgspec.msgpack.encode(what))
