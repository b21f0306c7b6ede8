from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from zjkg.build import Build
from zjkg.settings import Settings
from zjkg.store import GraphStore

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
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


@pytest.fixture(scope="session")
def missing() -> Callable[[str, str], NoReturn]:
    """Continuous integration has all that tests need; elsewhere those that lack it are skipped."""

    def missing(what: str, how: str) -> NoReturn:
        message = f"{what} is missing: {how}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)

    return missing


@pytest.fixture(scope="module")
def browser(missing: Callable[[str, str], NoReturn]) -> Iterator[Browser]:
    """A Chromium; ended with the module, since nothing else may run an event loop beside it."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright", "it is in the dev group of pyproject.toml")
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        missing("a Chromium", "on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()
