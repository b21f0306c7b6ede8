"""Places sort as the order of publication, and pairs are those of one block."""

from __future__ import annotations

from pathlib import Path

import pytest

from zjkg.distributed.connected import forest
from zjkg.distributed.session import spark_session
from zjkg.distributed.ties import judged, placed
from zjkg.errors import SettingsError
from zjkg.extraction import extract_all
from zjkg.linking import published
from zjkg.model import ArticleRecord
from zjkg.reading import is_article, read
from zjkg.settings import SHANGHAI, Settings

FIVE = Path(__file__).parents[2] / "seeds/articles"


@pytest.fixture(scope="module")
def records() -> list[ArticleRecord]:
    articles = [read(path, zone=SHANGHAI) for path in sorted(FIVE.glob("*.txt"))]
    return list(extract_all(articles, Settings(), jobs=1, progress=lambda _: None))


def test_places_sort_as_the_order_of_publication(records: list[ArticleRecord]) -> None:
    found = [each for record in reversed(records) for each in placed(record)]
    by_place = [profile.key.source for _, profile in sorted(found, key=lambda each: each[0])]
    ordered = sorted(records, key=lambda record: published(record.article))
    expected = [record.article.source for record in ordered for _ in record.entities]
    assert by_place == expected
    assert len({place for place, _ in found}) == len(found)


def test_a_task_joins_what_its_edges_join() -> None:
    edges = [("c", "d"), ("b", "c"), ("x", "y"), ("a", "b")]
    assert set(forest(edges)) == {("b", "a"), ("c", "a"), ("d", "a"), ("y", "x")}
    assert list(forest(edges)) == list(forest(edges[::-1]))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.txt", True), ("a.HTML", True), (".a.txt", False), ("README.md", False), ("a.pdf", False)],
)
def test_files_are_told_by_their_names(name: str, *, expected: bool) -> None:
    assert is_article(name) is expected


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyspark", None)
    with pytest.raises(SettingsError, match="needs the package pyspark"), spark_session(None):
        pass


def test_no_judgements_ask_nothing_of_the_cluster() -> None:
    assert judged(None, ()) == {}
