"""What sentences of English business news state: relations and posts.

``english_news.txt`` has a text and, below it, the relations (``=``) and the roles (``@``) that it
states; a bare mark says that there are none. A name is written ``[O:Marlow Bio]``, with the first
letter of its type (``K`` park, ``L`` place, ``D`` product, ``Y`` policy, ``J`` project).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import MakeMarked


class News(NamedTuple):
    """A text with its names marked, and the rows that it states; None where it is not asked."""

    text: str
    relations: list[str] | None
    roles: list[str] | None


def _rows(lines: list[str], mark: str) -> list[str] | None:
    found = [line[1:].strip() for line in lines if line.startswith(mark)]
    return sorted(filter(None, found)) if found else None


def _load() -> list[News]:
    text = (Path(__file__).parent / "english_news.txt").read_text(encoding="utf-8")
    records = [block.splitlines() for block in text.split("\n\n") if not block.startswith("##")]
    return [
        News(lines[0], _rows(lines[1:], "="), _rows(lines[1:], "@")) for lines in records if lines
    ]


NEWS = _load()


def _stated(rows: Iterable[tuple[str | None, ...]]) -> list[str]:
    return sorted(" | ".join(map(str, row)) for row in rows)


@pytest.mark.parametrize(
    "news", [each for each in NEWS if each.relations is not None], ids=lambda news: news.text[:60]
)
def test_relations(make_marked: MakeMarked, news: News) -> None:
    assert _stated(make_marked(news.text).relations) == news.relations


@pytest.mark.parametrize(
    "news", [each for each in NEWS if each.roles is not None], ids=lambda news: news.text[:60]
)
def test_roles(make_marked: MakeMarked, news: News) -> None:
    assert _stated(make_marked(news.text).roles) == news.roles
