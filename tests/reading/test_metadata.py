from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup

from zjkg.model import Article
from zjkg.reading.metadata import Metadata, from_header, from_page

ReadText = Callable[..., Article]


@pytest.mark.parametrize(
    ("author", "publisher", "authors"),
    [
        ("某某时报网", "某某时报网", ()),
        ("王小明", "", ("王小明",)),
        ("张江日报", "张江日报", ()),
        ("陳大文", "", ("陳大文",)),
        ("Jane Doe", "", ("Jane Doe",)),
        ("Some Daily", "Some Daily", ()),
        ("王小明\n李四光", "", ("王小明", "李四光")),
    ],
)
def test_author_is_a_person_or_an_outlet(
    author: str, publisher: str, authors: tuple[str, ...]
) -> None:
    assert from_header({"author": author}) == Metadata("", publisher, authors, "")


def test_stated_publisher_wins() -> None:
    found = from_header(
        {"author": "某某网", "publisher": "某某社", "title": "题", "date": "2022-01-01"}
    )
    assert found == Metadata("题", "某某社", (), "2022-01-01")


def test_linked_data_in_a_graph() -> None:
    page = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
    {"@type": ["NewsArticle"], "headline": "Park opens", "publisher": {"name": "Some Daily"},
     "author": [{"name": "Jane Doe"}], "datePublished": "2022-01-01"}]}</script>"""
    found = from_page(BeautifulSoup(page, "lxml"))
    assert found == Metadata("Park opens", "Some Daily", ("Jane Doe",), "2022-01-01")


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, '"text"', '{"@graph": 5}', "null"])
def test_broken_linked_data_is_passed_over(broken: str) -> None:
    page = f'<title>Park</title><script type="application/ld+json">{broken}</script>'
    assert from_page(BeautifulSoup(page, "lxml")) == Metadata("Park")


def test_title_of_the_page_is_the_last_resort() -> None:
    page = "<title>Park - Site</title><h1>Park</h1><time datetime='2022-01-01T00:00Z'>x</time>"
    assert from_page(BeautifulSoup(page, "lxml")) == Metadata("Park", "", (), "2022-01-01T00:00Z")


def test_front_matter_over_the_page(read_text: ReadText) -> None:
    article = read_text("---\ntitle: 甲\n---\n<h1>乙</h1><p>园区今年扩建。</p>")
    assert article.text == "甲\n乙\n园区今年扩建。"
