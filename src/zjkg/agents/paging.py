"""Answers in pages: as much as fits, how much is left out, and where it goes on.

A cursor names the place where the next page begins and a digest of what was asked, of the state of
the store and of how much there is in all. It fits no other question and no other state: a page
that would repeat or miss something is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

import msgspec

from zjkg.agents.schemas import meaning
from zjkg.errors import Bilingual, QueryError
from zjkg.ids import digest

_CURSOR = re.compile(r"([a-z2-7]{24})-([1-9][0-9]{0,8})")
_Item = TypeVar("_Item")


class Page(msgspec.Struct, frozen=True, rename="camel"):
    """Which part of all there is stands in an answer."""

    total: Annotated[int, meaning("items in all", "总条数")]
    first: Annotated[
        int, meaning("number of the first item here, from 1", "本页首条的序号，从 1 起")
    ]
    shown: Annotated[int, meaning("items in this answer", "本次回答的条数")]
    left_out: Annotated[int, meaning("items after these", "其后未显示的条数")]
    cursor: Annotated[
        str | None,
        meaning(
            "give it with the same arguments for what was left out; null at the end",
            "连同相同参数再次调用可取回其余内容；没有更多时为 null",
        ),
    ]

    @property
    def words(self) -> Bilingual:
        """What was left out, and how to get it."""
        last = self.first + self.shown - 1
        if self.shown == 0:
            return Bilingual("nothing found", "没有结果")
        if self.cursor is None:
            return Bilingual(
                f"{self.first}–{last} of {self.total}; nothing left out",
                f"第 {self.first}–{last} 条，共 {self.total} 条，没有遗漏",
            )
        return Bilingual(
            f"{self.first}–{last} of {self.total}; {self.left_out} left out: call again with the "
            f"same arguments and cursor={self.cursor}",
            f"第 {self.first}–{last} 条，共 {self.total} 条；另有 {self.left_out} 条未显示："
            f"以相同参数并加 cursor={self.cursor} 再次调用",
        )


@dataclass(frozen=True, slots=True)
class Paged(Generic[_Item]):
    """The items of a page, and its place among all."""

    items: list[_Item]
    page: Page


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins and how large it may be.

    ``asked`` is what the call asks for; ``characters`` bounds the items written as JSON.
    """

    asked: str
    state: str
    offset: int
    cursor: str | None
    limit: int
    characters: int

    @classmethod
    def of(cls, asked: str, state: str, cursor: str | None, limit: int, characters: int) -> Place:
        """The place that a cursor names, or the beginning.

        Raises:
            QueryError: if the cursor is none that an answer gave.
        """
        match = _CURSOR.fullmatch(cursor) if cursor is not None else None
        if cursor is not None and match is None:
            raise _bad_cursor()
        return cls(asked, state, int(match[2]) if match else 0, cursor, limit, characters)

    @property
    def end(self) -> int:
        """Where the page ends at the latest."""
        return self.offset + self.limit

    def page(self, items: Iterable[_Item], total: int, content: str = "") -> Paged[_Item]:
        """The items that fit, at least one.

        Args:
            items: those from ``offset`` on, in order; not more are made than fit.
            total: how many there are in all, before and after these.
            content: a digest of all of them, where the state of the store does not fix them.

        Raises:
            QueryError: if the cursor belongs to another question or another state.
        """
        key = digest(self.asked, self.state, total, content)
        if self.cursor is not None and (
            not self.cursor.startswith(f"{key}-") or self.offset >= total
        ):
            raise _bad_cursor()
        kept: list[_Item] = []
        room = self.characters
        for item in items:
            room -= len(msgspec.json.encode(item).decode())
            if kept and room < 0:
                break
            kept.append(item)
            if len(kept) >= self.limit:
                break
        after = self.offset + len(kept)
        left = max(total - after, 0)
        cursor = f"{key}-{after}" if left and kept else None
        return Paged(kept, Page(total, self.offset + 1, len(kept), left, cursor))


def _bad_cursor() -> QueryError:
    return QueryError(
        Bilingual(
            "the cursor does not belong to this question, or the graph has changed since",
            "cursor 与本次提问不符，或图谱此后已更新",
        ),
        where="cursor",
        expected=Bilingual(
            "the cursor of the answer before, with the same arguments",
            "上一次回答给出的 cursor，并保持参数不变",
        ),
        next_step=Bilingual(
            "begin anew without a cursor; order the rows of a query fully (ORDER BY)",
            "不带 cursor 重新开始；SPARQL 查询请用 ORDER BY 完整排序",
        ),
    )
