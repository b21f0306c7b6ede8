from __future__ import annotations

from zjkg.model import (
    Article,
    ArticleRecord,
    Claims,
    LanguageTag,
    Measurement,
    Recognition,
    Records,
    in_order,
)


def record(source: str) -> ArticleRecord:
    article = Article(
        source, source, "utf-8", "text/plain", source, LanguageTag.EN, None, None, None, (), ()
    )
    return ArticleRecord(article, Recognition((), (), ()), Measurement(()), (), Claims())


def test_records_come_in_the_order_of_their_sources() -> None:
    records = in_order([record("b"), record("c"), record("a")])
    assert [each.article.source for each in records] == ["a", "b", "c"]
    assert records.of_source("b").article.source == "b"
    assert (len(records), records[2].article.source) == (3, "c")
    assert [each.article.source for each in records[1:]] == ["b", "c"]
    assert in_order(records) is records


def test_only_so_many_records_stay_in_memory() -> None:
    loaded: list[str] = []

    def load(source: str) -> ArticleRecord:
        loaded.append(source)
        return record(source)

    records = Records("cab", load, at_hand=2)
    assert loaded == []
    assert [each.article.source for each in records] == ["a", "b", "c"]
    records.of_source("c")
    assert loaded == ["a", "b", "c"]
    records.of_source("a")
    assert loaded == ["a", "b", "c", "a"]
