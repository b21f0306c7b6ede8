"""Things that stand at places of a text, found by place.

Asking every name or every speech of an article whether it touches a sentence takes time that grows
with the square of the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Generic, TypeVar

from zjkg.model import Span

Item = TypeVar("Item")
_SIZE: Final = 256
"""Characters of a section of the text; things are looked up by section."""


class Stretches(Generic[Item]):
    """Items with their spans."""

    __slots__ = ("_items", "_sections")

    def __init__(self, items: Iterable[Item], span_of: Callable[[Item], Span]) -> None:
        """Take the items, and what gives the span of one."""
        self._items = tuple(items)
        self._sections: dict[int, list[int]] = {}
        for number, item in enumerate(self._items):
            span = span_of(item)
            for section in range(span.start // _SIZE, span.end // _SIZE + 1):
                self._sections.setdefault(section, []).append(number)

    def near(self, span: Span) -> list[Item]:
        """The items, in their order, that may touch the span: all that do, and some more."""
        sections = range(span.start // _SIZE, span.end // _SIZE + 1)
        if len(sections) == 1:
            return [self._items[number] for number in self._sections.get(sections[0], ())]
        numbers = {number for each in sections for number in self._sections.get(each, ())}
        return [self._items[number] for number in sorted(numbers)]
