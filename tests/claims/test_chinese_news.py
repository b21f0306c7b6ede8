"""What sentences of Chinese business news state, by predicate: relations and posts.

``chinese_news.txt`` has a text and, below it, the relations (``=``) and the roles (``@``) that it
states; a bare mark says that there are none. A name is written ``[O:远帆生物]``, with the letter of
its type (see ``make_marked``). Texts under ``## not stated`` only look as if they stated something.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import MakeMarked


class News(NamedTuple):
    """A text with its names marked, and what it states."""

    text: str
    stated: frozenset[str]


def _load(mark: str) -> list[News]:
    text = (Path(__file__).parent / "chinese_news.txt").read_text(encoding="utf-8")
    blocks = [
        [line for line in block.splitlines() if not line.startswith("##")]
        for block in text.split("\n\n")
    ]
    return [
        News(lines[0], frozenset(line[2:].strip() for line in lines[1:]) - {""})
        for lines in blocks
        if len(lines) > 1 and lines[1].startswith(mark)
    ]


def _rows(rows: set[tuple[str | None, str, str | None]]) -> frozenset[str]:
    return frozenset(" | ".join(map(str, row)) for row in rows)


@pytest.mark.parametrize("news", _load("="), ids=lambda news: news.text[:40])
def test_relations(make_marked: MakeMarked, news: News) -> None:
    assert _rows(make_marked(news.text).relations) == news.stated


@pytest.mark.parametrize("news", _load("@"), ids=lambda news: news.text[:40])
def test_roles(make_marked: MakeMarked, news: News) -> None:
    rows = {(person, place, post) for person, place, post in make_marked(news.text).roles}
    assert frozenset(" | ".join(map(str, row)) for row in rows) == news.stated
