from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from zjkg.build import Build
from zjkg.settings import Settings
from zjkg.store import GraphStore

ARTICLES = Path(__file__).parents[1] / "seeds/articles"


@pytest.fixture(scope="session")
def article_paths() -> tuple[Path, ...]:
    return tuple(sorted(ARTICLES.glob("*.txt")))


@pytest.fixture
def alone_in_memory() -> Iterator[None]:
    """The collector does not look at what all other tests have left, which would be timed too."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(scope="session")
def five_folder(tmp_path_factory: pytest.TempPathFactory, article_paths: tuple[Path, ...]) -> Path:
    """A store of the five articles, built once; tests only read it."""
    folder = tmp_path_factory.mktemp("five") / "store"
    outcome = Build(Settings(store=folder), jobs=1).exactly(article_paths)
    assert not outcome.failed
    return folder


@pytest.fixture
def five(five_folder: Path) -> Iterator[GraphStore]:
    with GraphStore.open(five_folder) as store:
        yield store
