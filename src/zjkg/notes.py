"""What a build keeps of what it found out, so that the next one does only what changed.

Notes stand under a kind and a name: of an article, its source. Beside them stands which articles
share a mark, and which of their entities meet under one, so that whoever looks at one article finds
those that it has to do with, and no other. Whatever is noted can be made anew: notes save work, no
more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable
from typing import NamedTuple, TypeVar

import msgspec

from zjkg.errors import Bilingual, ZjkgError

Kind = TypeVar("Kind")
_PAGE = 64
"""So many items that were appended stand in one note."""
OF_THE_STORE = ("portion", "written")
"""The kinds of notes that tell what a store holds; they do not hang on the others."""


class Met(NamedTuple):
    """An entity under a mark; those stand for each other that have the same ``bearers``.

    Rows of the same bearers come in order of publication: the instant in microseconds, the article,
    which of its entities.
    """

    bearers: int
    published: int
    source: str
    place: int
    key: str


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
        self._sharing: dict[int, set[str]] = {}
        self._met: dict[int, list[Met]] = {}

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

    def share(self, source: str, marks: Iterable[int]) -> None:
        """Note that an article has these marks."""
        for mark in marks:
            self._sharing.setdefault(mark, set()).add(source)

    def unshare(self, source: str, marks: Iterable[int]) -> None:
        """Note that an article no longer has these marks."""
        for mark in marks:
            self._sharing.get(mark, set()).discard(source)

    def meet(self, rows: Iterable[tuple[int, Met]]) -> None:
        """Note entities, each under a mark."""
        for mark, row in rows:
            insort(self._met.setdefault(mark, []), row)

    def part(self, rows: Iterable[tuple[int, Met]]) -> None:
        """Note that these entities are no longer there."""
        for mark, row in rows:
            if row in (known := self._met.get(mark, [])):
                known.remove(row)

    def met(self, mark: int, at_most: int | None = None) -> list[Met]:
        """The entities under a mark; with ``at_most`` only so many of them."""
        return self._met.get(mark, [])[:at_most]

    def met_before(self, mark: int, row: Met, at_most: int) -> list[Met]:
        """The entities of the same bearers that were published before one, the last first."""
        known = self._met.get(mark, [])
        first, end = bisect_left(known, (row.bearers,)), bisect_left(known, row)
        return known[max(first, end - at_most) : end][::-1]

    def met_after(self, mark: int, row: Met, at_most: int) -> list[Met]:
        """The entities of the same bearers that were published after one, the first first."""
        known = self._met.get(mark, [])
        first = bisect_right(known, row)
        found = known[first : first + at_most]
        return [each for each in found if each.bearers == row.bearers]

    def first_met(self, mark: int, at_most: int) -> list[Met]:
        """Of each bearers under a mark the entity first published, of so many bearers."""
        firsts: dict[int, Met] = {}
        for row in self._met.get(mark, []):
            firsts.setdefault(row.bearers, row)
        return list(firsts.values())[:at_most]

    def forget(self, source: str, kinds: Iterable[str]) -> None:
        """Take out what is noted of an article."""
        for kind in kinds:
            self.drop(kind, source)

    def clear(self) -> None:
        """Take out everything but what the store holds."""
        self._kept = {each: kept for each, kept in self._kept.items() if each[0] in OF_THE_STORE}
        self._sharing.clear()
        self._met.clear()

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

    def append(self, kind: str, name: str, what: object) -> None:
        """Take down one item more, at a cost that does not grow with what is there."""
        count = self.read(_count(kind), name, int) or 0
        page = f"{name}.{count // _PAGE}"
        items = self.read_surely(kind, page, list[msgspec.Raw]) if count % _PAGE else []
        self.write(kind, page, [*items, msgspec.Raw(msgspec.msgpack.encode(what))])
        self.write(_count(kind), name, count + 1)

    def appended(self, kind: str, name: str, as_a: type[Kind]) -> list[Kind]:
        """The items that were appended, in their order.

        Raises:
            LostNoteError: where one of them cannot be read.
        """
        count = self.read(_count(kind), name, int) or 0
        pages = (f"{name}.{page}" for page in range(-(-count // _PAGE)))
        return [each for page in pages for each in self.read_surely(kind, page, list[as_a])]  # type: ignore[valid-type] # made here

    def drop_appended(self, kind: str, name: str) -> None:
        """Take out all items."""
        count = self.read(_count(kind), name, int) or 0
        for page in range(-(-count // _PAGE)):
            self.drop(kind, f"{name}.{page}")
        self.drop(_count(kind), name)


def _count(kind: str) -> str:
    return f"{kind}, how many"
