"""Texts of our own writing, and the seed articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from zjkg.model import Article
from zjkg.reading import read, read_bytes

ARTICLES = Path(__file__).parents[2] / "seeds/articles"
SHANGHAI = ZoneInfo("Asia/Shanghai")

ReadText = Callable[..., Article]


@pytest.fixture(scope="session")
def seeds() -> dict[str, Article]:
    """The five seed articles by the first three digits of their names."""
    paths = sorted(ARTICLES.glob("*.txt"))
    return {path.name[:3]: read(path, zone=SHANGHAI) for path in paths}


@pytest.fixture(scope="session")
def read_text() -> ReadText:
    """Reads a text as a file of the given suffix."""

    def reader(text: str, suffix: str = ".txt") -> Article:
        return read_bytes(f"sample{suffix}", text.encode(), zone=SHANGHAI)

    return reader
