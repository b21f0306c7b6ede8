from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest
from benchmarks.synthetic.articles import articles
from pyoxigraph import RdfFormat, serialize

from zjkg.build import Build
from zjkg.settings import Settings
from zjkg.store import GraphStore

SEEDS = Path(__file__).parents[2] / "seeds"
FIVE = SEEDS / "articles"
JUDGED = """first,second,same,who,when,why
王凯荣,王凱榮,yes,test,2026-01-01,one name in two scripts
石谦,潘蓝海,no,test,2026-01-01,two people
"""
MADE_UP = 35


@pytest.fixture(scope="session")
def spark() -> None:
    """Continuous integration has Java and PySpark; elsewhere these tests are skipped."""
    lacking = []
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        lacking.append("Java 17: install Debian's default-jre-headless")
    if find_spec("pyspark") is None:
        lacking.append("PySpark: run make spark")
    if not lacking:
        return
    message = f"missing: {'; '.join(lacking)}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty articles in folders: the five and made-up ones, of all languages, with reposts.

    Two more files cannot be read, and one is no article.
    """
    folder = tmp_path_factory.mktemp("corpus") / "新闻 news"
    folder.mkdir()
    for path in FIVE.glob("*.txt"):
        shutil.copy(path, folder / path.name)
    for number, each in enumerate(articles(MADE_UP)):
        inside = folder / f"day {number % 3}"
        inside.mkdir(exist_ok=True)
        (inside / f"{each.source}.txt").write_text(each.content, "utf-8")
    (folder / "nothing.txt").touch()
    (folder / "day 1" / "007.md").write_text("# 同名文件\n\n滨江园有企业三家。\n", "utf-8")
    (folder / "day 2" / "007.html").write_text("<p>滨江园有企业四家。</p>", "utf-8")
    (folder / "README.txt").write_text("about the folder\n", "utf-8")
    return folder


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The authority, and judgements that join people of many articles and keep others apart."""
    folder = tmp_path_factory.mktemp("seeds")
    shutil.copy(SEEDS / "authority.ttl", folder)
    (folder / "judgements.csv").write_text(JUDGED, "utf-8")
    return folder


@pytest.fixture(scope="session")
def local_lines(corpus: Path, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What a local build of the corpus comes to, sorted."""
    settings = Settings(store=tmp_path_factory.mktemp("local") / "store", seeds=seeds)
    Build(settings, jobs=1).exactly([corpus])
    with GraphStore.open(settings.store) as store:
        written = BytesIO()
        serialize(iter(store.engine), written, format=RdfFormat.N_QUADS)
    return sorted(written.getvalue().decode().split("\n")[:-1])
