"""What a reader does, in a real browser: no error, no other host, no serious barrier."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Literal, Protocol

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARTICLE = "/article/001_e2210bb9bb458298"
ZJ_PLACE = "/authority/p1"
PAGES = (
    *("/", "/search?q=王凱榮", "/search?q=nothingofthekind", "/conflicts", "/sources"),
    *("/metrics", "/metric/transaction-value", ARTICLE, ZJ_PLACE, "/entity/none"),
)


class Visit(Protocol):
    page: Page
    said: list[str]

    def go(self, path: str) -> None: ...


Visiting = Callable[..., AbstractContextManager[Visit]]


def serious(violations: list[dict[str, Any]]) -> list[str]:
    return [
        f"{each['id']}: {node['html'][:160]}"
        for each in violations
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_no_serious_barrier(
    visit: Visit, axe: str, path: str, lang: str, scheme: Literal["light", "dark"]
) -> None:
    visit.page.emulate_media(color_scheme=scheme)
    visit.go(f"{path}{'&' if '?' in path else '?'}lang={lang}")
    visit.page.evaluate(axe)
    found = visit.page.evaluate("axe.run({resultTypes: ['violations']})")
    assert serious(found["violations"]) == []
    if path == "/entity/none":
        visit.said.clear()  # the browser itself reports the missing page


@pytest.mark.parametrize("path", PAGES[:-1])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_window(
    browser: Browser, site: object, visiting: Visiting, path: str, width: int
) -> None:
    with visiting(browser, site, width) as visit:
        visit.go(path)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_from_a_name_to_the_sentence_in_the_article(visit: Visit) -> None:
    page = visit.page
    visit.go("/")
    page.keyboard.press("/")
    page.keyboard.type("王凱榮")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="王凯荣", exact=True).first.click()
    assert page.locator("h1").inner_text() == "王凯荣"
    assert "王凱榮" in page.locator(".names").inner_text()
    page.locator("section", has=page.get_by_role("heading", name=re.compile("^Posts"))).locator(
        ".to-text"
    ).first.click()
    cited = page.locator("#cited")
    assert re.search("副(总经理|總經理)王[凯凱][荣榮]", cited.inner_text())
    assert cited.is_visible()
    assert 0 < page.evaluate("document.getElementById('cited').getBoundingClientRect().top") < 900
    page.get_by_role("link", name="All evidence").click()
    assert page.locator("blockquote.big").locator("strong").count() >= 2


def test_the_contradiction_stands_side_by_side(visit: Visit) -> None:
    visit.go("/conflicts")
    visit.page.get_by_role("link", name=re.compile("digit transposition")).first.click()
    visit.page.wait_for_url("**type=digit-transposition*")
    card = visit.page.locator(".conflict", has_text="416亿元").first
    sides = card.locator(".claim")
    boxes = [sides.nth(n).bounding_box() for n in range(2)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    shown = {sides.nth(n).locator("blockquote strong").inner_text() for n in range(2)}
    assert "416亿元" in shown
    assert shown & {"461亿元", "461億元"}


def test_the_language_is_switched_on_the_page_and_stays(visit: Visit) -> None:
    page = visit.page
    visit.go(ARTICLE)
    page.get_by_role("link", name="中文").click()
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.get_by_role("link", name="矛盾", exact=True).click()
    assert page.locator("h1").inner_text() == "来源之间的矛盾"
    assert "lang=zh" in page.url
    page.locator(".search input[type=search]").fill("zhangjiang")
    page.keyboard.press("Enter")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"


def test_the_keyboard_reaches_everything_in_order(visit: Visit) -> None:
    visit.go(ARTICLE)
    page = visit.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")
