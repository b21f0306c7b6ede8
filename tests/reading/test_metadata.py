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


@pytest.mark.parametrize(
    "page",
    [
        '<link rel="canonical" href="https://news.example/1">',
        '<meta property="og:url" content=" https://news.example/1 ">',
        '<script type="application/ld+json">{"headline": "x", "url": "https://news.example/1"}',
        """<script type="application/ld+json">{"@type": "NewsArticle",
        "mainEntityOfPage": {"@id": "https://news.example/1"}}</script>
        <meta name="url" content="https://else.example">""",
    ],
)
def test_a_page_says_where_it_stands(page: str) -> None:
    assert from_page(BeautifulSoup(page, "lxml")).url == "https://news.example/1"


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "//news.example/1",
        "/1",
        "https://",
        "https://[::1",
        "https://me:secret@news.example/",
        'https://news.example/"><script>',
        "https://news.example/" + "1" * 2_000,
        "ftp://news.example/1",
    ],
)
def test_an_address_is_of_the_web(written: str) -> None:
    assert not from_header({"url": written}).url


def test_front_matter_tells_the_address(read_text: ReadText) -> None:
    address = "https://新闻.example/张江?x=1&y=2"
    article = read_text(f"---\ntitle: 甲\n网址: {address}\n---\n<h1>乙</h1><p>园区今年扩建。</p>")
    assert article.url == address
    assert read_text("园区今年扩建。").url is None
