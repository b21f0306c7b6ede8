"""The explorer in a real browser: expand, follow a link to its sentence, share, undo, filter."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

WANG = "/entity/4wxl3tif6qsdxpchydfbwzs6"
PLACE = "/authority/p1"
NODES, EDGES = 10_000, 50_000
MOST_MILLISECONDS, MOST_TIMES = 100, 4  # for a frame: in itself, and beside a small graph's


class Visit(Protocol):
    page: Page
    said: list[str]

    def go(self, path: str) -> None: ...


Visiting = Callable[..., AbstractContextManager[Visit]]


def settled(page: Page) -> None:
    page.locator("body:not([aria-busy])").wait_for(timeout=60_000)


def status(page: Page) -> str:
    settled(page)
    return page.locator("#status").inner_text()


def click_on_canvas(page: Page, key: str) -> None:
    """Clicks where the canvas draws a thing or a link."""
    settled(page)
    page.wait_for_timeout(300)  # until it is drawn
    at = page.evaluate("key => window.zjkgPixel(key)", key)
    page.mouse.move(at["x"] - 3, at["y"] - 3)
    page.mouse.move(at["x"], at["y"])
    page.mouse.click(at["x"], at["y"])
    settled(page)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_from_a_name_over_a_link_to_its_sentence(visit: Visit, lang: str) -> None:
    page = visit.page
    visit.go(f"/search?q=王凱榮&lang={lang}")
    page.locator(".found .thing").first.click()
    page.get_by_role("link", name=re.compile("Explore what|探索其联系")).click()
    settled(page)
    button = page.locator('[data-kind="role.out"]')
    assert button.locator("b").inner_text() == "1"  # counted before it is expanded
    button.click()
    assert re.search(r"2 (things, 1 link|个实体，1 条联系)", status(page))
    edge = next(each for each in page.evaluate("zjkgEdges()") if each.startswith(f"{WANG} role "))
    click_on_canvas(page, edge)
    quote = page.locator("#panel blockquote a").first
    assert re.search("王[凯凱][荣榮]", quote.inner_text())
    quote.click()
    assert page.locator("mark#cited").first.is_visible()
    assert re.search("王[凯凱][荣榮]", page.locator("#cited").first.inner_text())


def test_a_node_leads_to_its_sentence_in_two_clicks(visit: Visit) -> None:
    page = visit.page
    visit.go(f"/explore?n={WANG}")
    click_on_canvas(page, WANG)
    page.locator("#panel blockquote a").first.click()
    assert re.search("王[凯凱][荣榮]", page.locator("#cited").first.inner_text())


def test_a_shared_address_shows_the_same(
    browser: Browser, site: object, visiting: Visiting
) -> None:
    with visiting(browser, site) as first:
        page = first.page
        first.go(f"/explore?n={PLACE}&sel={PLACE}")
        settled(page)
        for kind in ("relation.locatedIn.in", "metric.out"):
            page.locator(f'[data-kind="{kind}"]').click()
            settled(page)
        button = page.locator("#legend button", has_text="organization")
        count = button.locator("b").inner_text()
        button.click()
        told, address = status(page), page.url
        seen = page.evaluate("zjkgEdges()")
    assert f"Filtered out: {count} things, {count} links" in told
    with visiting(browser, site) as second:
        second.page.goto(address)
        assert status(second.page) == told
        assert second.page.evaluate("zjkgEdges()") == seen
        panel = second.page.locator("#panel h2").inner_text()
        assert panel == "Zhangjiang"


def test_undo_takes_back_step_by_step(visit: Visit) -> None:
    page = visit.page
    visit.go(f"/explore?n={PLACE}&sel={PLACE}")
    begin = status(page)
    assert page.locator("#undo").is_disabled()
    page.locator('[data-kind="metric.out"]').click()
    middle = status(page)
    page.locator("#legend button", has_text="metric").click()
    assert status(page) not in {begin, middle}
    page.locator("#undo").click()
    page.locator("#status", has_text=middle).wait_for()
    page.keyboard.press("Control+z")
    page.locator("#status", has_text=begin).wait_for()
    assert page.locator("#undo").is_disabled()


def test_the_table_holds_what_the_graph_holds_and_works_by_keyboard(visit: Visit) -> None:
    page = visit.page
    visit.go(f"/explore?n={PLACE}&x={PLACE}+relation.locatedIn.in&sel={PLACE}")
    settled(page)
    count = int(page.locator('[data-kind="relation.locatedIn.in"] b').inner_text())
    page.locator("#view-table").focus()
    page.keyboard.press("Enter")
    settled(page)
    assert page.locator("#table tbody tr").count() == count
    page.locator("#table tbody tr").first.locator("button").first.focus()
    page.keyboard.press("Enter")
    settled(page)
    assert page.locator("#panel h2").is_visible()
    assert page.locator("#panel [data-kind]").count() > 0
    assert "view=table" in page.url


def test_filters_by_source_and_time_say_what_they_leave_out(visit: Visit) -> None:
    page = visit.page
    visit.go(f"/explore?n={PLACE}&x={PLACE}+mention.out")
    assert status(page).startswith("6 things, 5 links")
    page.locator(".menu summary").click()
    page.locator("#filters input").first.uncheck()
    assert status(page).startswith("5 things, 4 links. Filtered out: 1 thing, 1 link.")
    page.locator("#filters select").first.select_option("2021-10-13")
    told = status(page)
    assert "without a date" in told
    assert "from=2021-10-13" in page.url


def test_what_is_shown_is_joined_by_every_link_among_it(visit: Visit) -> None:
    page = visit.page
    visit.go(f"/explore?n={PLACE}")
    settled(page)
    assert page.locator("#join").is_disabled()
    visit.go(f"/explore?n={PLACE}&x={PLACE}+relation.locatedIn.in&x={PLACE}+mention.out")
    settled(page)
    before = set(page.evaluate("zjkgEdges()"))
    page.locator("#join").click()
    told = status(page)
    after = set(page.evaluate("zjkgEdges()"))
    assert before < after
    assert all(PLACE in edge for edge in before)
    assert any(PLACE not in edge for edge in after)
    assert "Only links that were expanded" not in told
    assert page.locator("#join").get_attribute("aria-pressed") == "true"
    page.reload()
    assert status(page) == told
    added = next(edge for edge in sorted(after - before) if " mention " in edge)
    page.goto(f"{page.url}&{urlencode({'sel': added})}")
    settled(page)
    assert page.locator("#panel blockquote a").count() > 0


def test_years_that_are_spoken_of_are_filtered(visit: Visit) -> None:
    page = visit.page
    visit.go(f"/explore?n={PLACE}&x={PLACE}+metric.out")
    whole = status(page)
    page.locator(".menu summary").click()
    years = page.get_by_role("group", name="Years spoken of").get_by_role("combobox")
    found = years.first.locator("option").all_inner_texts()
    assert found[0] == "any"
    assert {"2020", "2022"} <= {*found}
    years.first.select_option("2022")
    told = status(page)
    assert told != whole
    assert "Filtered out" in told
    assert "since=2022" in page.url
    page.reload()
    assert status(page) == told


def test_the_keyboard_goes_from_thing_to_thing(visit: Visit) -> None:
    page = visit.page
    visit.go(f"/explore?n={PLACE}&x={PLACE}+mention.out")
    settled(page)
    page.locator("#canvas").focus()
    voice = page.locator("#canvas + [role=status]")
    page.keyboard.press("ArrowRight")
    assert voice.inner_text() == "Zhangjiang, place, 5 links"
    heard = set()
    for key in ("ArrowRight", "ArrowLeft", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        heard.add(voice.inner_text())
    assert len(heard) >= 3
    assert any(each.endswith(", article, 1 link") for each in heard)
    last = voice.inner_text()
    page.keyboard.press("Enter")
    settled(page)
    assert page.locator("#panel h2").inner_text().strip() == last.rsplit(", ", 2)[0]
    page.locator("#canvas").focus()
    page.keyboard.press("Escape")
    settled(page)
    assert page.locator("#panel h2").count() == 0


def test_a_name_in_any_script_is_put_into_the_graph(visit: Visit) -> None:
    page = visit.page
    visit.go("/explore")
    settled(page)
    box = page.locator("#finder input")
    box.fill("shi qian")
    box.press("Enter")
    page.locator("#found button").first.click()
    assert status(page).startswith("1 thing, 0 links")
    box.fill("no such thing at all")
    box.press("Enter")
    page.locator("#found .empty").wait_for()


def test_what_is_gone_from_the_store_is_said(visit: Visit) -> None:
    visit.go(f"/explore?n={PLACE}&n=/entity/gone&x=/entity/gone+role.out")
    assert "2 parts of this address are not in the store." in status(visit.page)
    visit.said.clear()  # the browser itself reports the missing parts


@pytest.mark.parametrize("view", ["graph", "table"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_serious_barrier(visit: Visit, axe: str, view: str, lang: str) -> None:
    page = visit.page
    visit.go(f"/explore?n={PLACE}&x={PLACE}+metric.out&sel={PLACE}&view={view}&lang={lang}")
    settled(page)
    page.locator(".menu summary").click()
    page.evaluate(axe)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    assert [
        f"{each['id']}: {node['html'][:200]}"
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ] == []


def synthetic() -> Iterator[tuple[str, dict[str, Any]]]:
    """A graph as the server would send it, far larger than it ever sends at once."""
    types = ("Organization", "Person", "Park", "Product", "Event")
    nodes = [
        {
            "id": f"/entity/{n}",
            "iri": f"https://example.org/{n}",
            "path": f"/entity/{n}",
            "label": f"实体 {n}",
            "lang": "zh",
            "type": types[n % 5],
            "type_label": types[n % 5],
        }
        for n in range(NODES)
    ]
    claim = {
        "path": "/",
        "place": "/",
        "says": "",
        "quote": "",
        "lang": "zh",
        "source": "s",
        "title": "s",
        "published": "2021-10-13",
        "since": "",
        "until": "",
        "modality": "",
        "is_disputed": False,
    }
    edges = [
        {
            "id": f"e{n}",
            "source": f"/entity/{n % NODES}",
            "kind": "role",
            "label": "role",
            "target": f"/entity/{(n * 7919 + n // NODES) % NODES}",
            "total": 1,
            "claims": [claim],
        }
        for n in range(EDGES)
    ]
    yield "/explore/node", {"node": nodes[0], "names": [], "kinds": []}
    yield (
        "/explore/edges",
        {"node": nodes[0], "kind": "role.out", "nodes": nodes, "edges": edges, "total": NODES},
    )


FRAMES = """async () => {
  const canvas = document.querySelector('#canvas .sigma-mouse');
  const {left, top, width, height} = canvas.getBoundingClientRect();
  const times = [];
  let last = performance.now();
  for (let step = 0; step < 40; step++) {
    canvas.dispatchEvent(new WheelEvent('wheel', {
      deltaY: step % 20 < 10 ? -120 : 120,
      clientX: left + width / 2, clientY: top + height / 2, bubbles: true,
    }));
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  return times.sort((a, b) => a - b);
}"""


@pytest.mark.alone
def test_ten_thousand_things_stay_interactive(
    visit: Visit, record_property: Callable[[str, object], None]
) -> None:
    """The frames while zooming, beside those of a graph of ten things in the same minute.

    Without a graphics card and on a machine with other work the times alone say little.
    """
    page = visit.page
    visit.go(f"/explore?n={PLACE}&x={PLACE}+relation.locatedIn.in")
    settled(page)
    small = page.evaluate(FRAMES)

    def answered(body: str, route: Route) -> None:
        route.fulfill(status=200, content_type="application/json", body=body)

    for path, answer in synthetic():
        page.route(f"**{path}?*", partial(answered, json.dumps(answer)))
    visit.go("/explore?n=/entity/0&x=/entity/0+role.out")
    page.locator("#status", has_text="10000 things, 50000 links").wait_for(timeout=60_000)
    settled(page)
    large = page.evaluate(FRAMES)
    for name, frames in (("small", small), ("large", large)):
        middle, slowest = frames[len(frames) // 2], frames[-1]
        record_property(f"frame_milliseconds_{name}", {"median": middle, "slowest": slowest})
    assert large[20] < max(MOST_MILLISECONDS, MOST_TIMES * small[20])


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "1 part of this address is not in the store"), ("zh", "此地址中有 1 项不在图库中")],
)
def test_an_address_of_nothing_says_so(visit: Visit, lang: str, said: str) -> None:
    visit.go(f"/explore?n=/entity/nope&lang={lang}")
    visit.page.locator("#problem", has_text=said).wait_for()
    assert visit.page.locator("#start").is_visible()
    visit.said.clear()  # the browser itself reports what is missing


def test_in_a_small_picture_every_thing_is_named(
    browser: Browser, site: object, visiting: Visiting
) -> None:
    with visiting(browser, site, width=1000) as visit:
        page = visit.page
        page.add_init_script("""
            window.written = new Set();
            const { fillText } = CanvasRenderingContext2D.prototype;
            CanvasRenderingContext2D.prototype.fillText = function (text, ...place) {
                window.written.add(text);
                return fillText.call(this, text, ...place);
            };
        """)
        visit.go(f"/explore?n={PLACE}&x={PLACE}+metric.out&lang=en")
        count = int(status(page).partition(" ")[0])
        page.wait_for_timeout(300)  # until it is drawn
        assert page.evaluate("window.written.size") == count > 20
