from __future__ import annotations

from pathlib import Path

import pytest

from zjkg.extraction import extract_all
from zjkg.model import ArticleRecord
from zjkg.reading import read
from zjkg.settings import SHANGHAI, Settings
from zjkg.store import GraphStore, decoded

WORLD = Path(__file__).parents[2] / "seeds/gold/worlds"


@pytest.fixture(scope="session")
def records(five_folder: Path) -> tuple[ArticleRecord, ...]:
    """The records of the five articles and of one world in three scripts, extracted once."""
    with GraphStore.open(five_folder) as store:
        five = [
            decoded(store.load_record(state.record_key) or b"", ArticleRecord, source)
            for source, state in store.state().articles.items()
        ]
    articles = [read(path, zone=SHANGHAI) for path in sorted(WORLD.glob("w4_*.txt"))]
    return (*five, *extract_all(articles, Settings(), jobs=1, progress=lambda _: None))
