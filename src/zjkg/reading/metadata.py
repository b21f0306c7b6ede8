"""What the source says about itself: title, publisher, author, date, address."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from zjkg.reading.addresses import web_address
from zjkg.reading.names import is_person

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_TITLE_KEYS = ("title", "headline", "标题", "標題")
_PUBLISHER_KEYS = ("publisher", "source", "site", "site_name", "media", "outlet", "来源", "來源")
_AUTHOR_KEYS = ("author", "authors", "byline", "reporter", "作者", "记者", "記者")
_DATE_KEYS = (
    "date",
    "published",
    "pubdate",
    "publish_date",
    "datepublished",
    "created",
    "日期",
    "时间",
)
_ADDRESS_KEYS = (
    "url",
    "link",
    "permalink",
    "canonical",
    "source_url",
    "网址",
    "链接",
    "網址",
    "連結",
)
_META_TITLE = ("og:title", "twitter:title", "headline", "dc.title", "title")
_META_PUBLISHER = ("og:site_name", "publisher", "dc.publisher", "source", "mediaid", "copyright")
_META_AUTHOR = ("author", "article:author", "dc.creator", "byl")
_META_DATE = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate",
    "publish_date", "date", "dc.date", "dc.date.issued", "weibo: article:create_at",
)  # fmt: skip
_META_ADDRESS = ("og:url", "twitter:url", "url")
_MAX_NODES = 1_000
_MAX_VALUE = 200


@dataclass(frozen=True, slots=True)
class Metadata:
    """Values as written; an empty string where the source says nothing.

    ``authors`` are people; an outlet named as author is the ``publisher`` if no other is named.
    ``url`` is the article's address on the web.
    """

    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    url: str = ""

    def over(self, other: Metadata) -> Metadata:
        """This metadata, with gaps filled from ``other``."""
        return Metadata(
            self.title or other.title,
            self.publisher or other.publisher,
            self.authors or other.authors,
            self.date or other.date,
            self.url or other.url,
        )


def from_header(values: Mapping[str, str]) -> Metadata:
    """The metadata in the values of a front matter."""
    return _metadata(
        _first(values, _TITLE_KEYS),
        _first(values, _PUBLISHER_KEYS),
        _first(values, _AUTHOR_KEYS),
        _first(values, _DATE_KEYS),
        _first(values, _ADDRESS_KEYS),
    )


def from_page(soup: BeautifulSoup) -> Metadata:
    """The metadata in JSON-LD, ``meta`` elements and ``title`` of a page, in that order."""
    described = Metadata()
    for item in islice(_linked_data(soup), _MAX_NODES):
        described = described.over(_from_linked_data(item))
    return described.over(_from_meta(soup)).over(_from_elements(soup))


def _metadata(title: str, publisher: str, author: str, date: str, url: str) -> Metadata:
    names = [name for part in author.split("\n") if (name := _one_line(part))]
    people = tuple(name for name in names if is_person(name))
    outlets = [name for name in names if not is_person(name)]
    return Metadata(
        _one_line(title),
        _one_line(publisher) or (outlets[0] if outlets else ""),
        people,
        _one_line(date),
        web_address(url),
    )


def _one_line(value: str) -> str:
    line = " ".join(value.split("\n")).replace("\t", " ").strip()
    return line if len(line) <= _MAX_VALUE else ""


def _first(values: Mapping[str, str], keys: Iterable[str]) -> str:
    return next((values[key] for key in keys if values.get(key)), "")


def _from_meta(soup: BeautifulSoup) -> Metadata:
    values: dict[str, str] = {}
    for element in soup.find_all("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if isinstance(name, str) and isinstance(content, str) and content.strip():
                values.setdefault(name.strip().lower(), content)
    return _metadata(
        _first(values, _META_TITLE),
        _first(values, _META_PUBLISHER),
        _first(values, _META_AUTHOR),
        _first(values, _META_DATE),
        _first(values, _META_ADDRESS),
    )


def _from_elements(soup: BeautifulSoup) -> Metadata:
    heading = soup.find("h1")
    title = heading.get_text("") if heading else soup.title.get_text("") if soup.title else ""
    time = soup.find("time", attrs={"datetime": True})
    written = time.get("datetime") if time else ""
    link = soup.find("link", rel="canonical", href=True)
    address = link.get("href") if link else ""
    return _metadata(title, "", "", _text(written), _text(address))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _linked_data(soup: BeautifulSoup) -> Iterator[Mapping[str, object]]:
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            loaded: object = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue  # a page's broken description of itself is no reason to refuse its text
        stack = [loaded]
        while stack:
            item = stack.pop()
            if isinstance(item, list):
                stack += reversed(item)
            elif isinstance(item, dict):
                yield item
                stack.append(item.get("@graph"))


def _from_linked_data(item: Mapping[str, object]) -> Metadata:
    if "Article" not in str(item.get("@type")) and "headline" not in item:
        return Metadata()
    return _metadata(
        _name(item.get("headline")),
        _name(item.get("publisher")),
        _name(item.get("author")),
        _name(item.get("datePublished")),
        _name(item.get("url")) or _page_of(item.get("mainEntityOfPage")),
    )


def _page_of(value: object) -> str:
    return _text(value.get("@id")) if isinstance(value, dict) else _text(value)


def _name(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        name = value.get("name")
        return name if isinstance(name, str) else ""
    if isinstance(value, list):
        items = (item.get("name") if isinstance(item, dict) else item for item in value)
        return "\n".join(item for item in items if isinstance(item, str))
    return ""
