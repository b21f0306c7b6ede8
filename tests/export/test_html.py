"""The exported page: what it carries, how it is escaped, and how it behaves in a browser."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

import pytest
from lxml import html as markup
from pyoxigraph import Store

from zjkg.errors import Bilingual, ExportError, MessageLanguage
from zjkg.export import (
    Choices,
    Colour,
    Column,
    ColumnType,
    Edge,
    Node,
    View,
    build_view,
    export_file,
    html,
    views,
)
from zjkg.settings import page_file

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parents[2] / "src/zjkg/server/ui/node_modules/axe-core/axe.min.js"
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script> ]]>",
    "</style><img src=https://evil.example/x onerror=alert(1)>",
    '行\u2028分\u2029隔 & "引号" \'',
    "控制\x00\x07\x1b\x85\ufffe",
    "__proto__",
)
_QUOTE = "甲公司</td></table>入驻乙园。"


class News(Protocol):
    def store(self, shuffle: int = 0) -> Store: ...


@pytest.fixture
def stand_in(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Page files of which the script is another: what the writer does with it can be seen."""
    folder = tmp_path_factory.mktemp("static")
    (folder / "built").mkdir()
    for name in ("zjkg.css", "standalone.css", "icon.svg"):
        shutil.copy(page_file(name), folder / name)
    (folder / "built/standalone.js").write_text('window.said = "</script><!--";\r\n', "utf-8")
    (folder / "built/standalone-licenses.md").write_text("MIT <someone>", "utf-8")
    monkeypatch.setattr(html, "page_file", lambda name: folder / name)
    return folder


@pytest.fixture(scope="module")
def built(missing: Callable[[str, str], NoReturn]) -> None:
    if not page_file("built/standalone.js").exists():
        missing("the script of the page", "python src/zjkg/server/ui/build.py makes it")


def hostile_view() -> View:
    columns = (Column("fullLabel", ColumnType.STRING), Column("type", ColumnType.STRING))
    edge_columns = (Column("quote", ColumnType.STRING), Column("sources", ColumnType.STRINGS))
    nodes = [
        Node(f"n{place}", name, (name, name), Colour(1, 2, 3), 4.0, float(place), place % 2, None)
        for place, name in enumerate(HOSTILE)
    ]
    edges = [
        Edge(f"e{place}", "n0", f"n{place}", name, name, 1.0, True, (_QUOTE + name, (name,)))  # noqa: FBT003
        for place, name in enumerate(HOSTILE)
    ]
    words = Bilingual(HOSTILE[0], HOSTILE[1])
    return View("test", words, words, columns, edge_columns, nodes, edges, "2024-02-29", (words,))


def page_of(view: View) -> str:
    file = BytesIO()
    html.write_html(view, file)
    return file.getvalue().decode()


def carried(page: str) -> dict[str, Any]:
    (found,) = markup.fromstring(page).xpath("//script[@id='view']/text()")
    content: dict[str, Any] = json.loads(found)
    return content


@pytest.mark.parametrize("name", list(views()))
@pytest.mark.usefixtures("stand_in")
def test_the_page_carries_the_whole_view(news: News, name: str) -> None:
    view = build_view(news.store(), name)
    content = carried(page_of(view))
    assert [row[0] for row in content["nodes"]] == [node.id for node in view.nodes]
    assert [row[2:5] for row in content["nodes"]] == [[n.x, n.y, n.size] for n in view.nodes]
    assert [row[:4] for row in content["edges"]] == [
        [edge.id, edge.source, edge.target, edge.kind] for edge in view.edges
    ]
    for row, node in zip(content["nodes"], view.nodes, strict=True):
        assert row[6] == [list(v) if isinstance(v, tuple) else v for v in node.values]


@pytest.mark.usefixtures("stand_in")
def test_every_link_carries_its_sentences_with_article_and_date(news: News) -> None:
    view = build_view(news.store(), "entities")
    content = carried(page_of(view))
    place = [name for name, _ in content["edgeColumns"]].index("evidence")
    named = {iri for row in content["edges"] for iri in row[7][place].split()}
    assert named == {*content["evidence"]}
    for quote, source in content["evidence"].values():
        title, date = content["articles"][source]
        assert quote.endswith("。")
        assert title in {"晨星园迎来新企业", "又一年"}
        assert date in {"2021-10-12", "2022-03-01"}


@pytest.mark.usefixtures("stand_in")
def test_every_term_of_every_view_has_words(news: News, figures: News) -> None:
    for store in (news.store(), figures.store()):
        for name in views():
            view = build_view(store, name)
            terms = {column.name for column in (*view.node_columns, *view.edge_columns)}
            terms |= {edge.kind.partition(" (")[0] for edge in view.edges}
            assert terms <= set(carried(page_of(view))["words"])


@pytest.mark.usefixtures("stand_in")
def test_hostile_text_is_text() -> None:
    view = hostile_view()
    page = page_of(view)
    tree = markup.fromstring(page)
    assert len(tree.xpath("//script")) == 2
    assert not tree.xpath("//img")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe]", _json_of(page))
    assert [row[1] for row in carried(page)["nodes"]] == list(HOSTILE)
    assert len(tree.xpath("//tbody/tr")) == len(HOSTILE)
    assert HOSTILE[2] in tree.xpath("//tbody/tr[3]/td[3]")[0].text


def _json_of(page: str) -> str:
    found = re.search(r'id="view">(.*?)</script>', page, re.DOTALL)
    assert found
    return found[1]


def test_every_variable_of_the_styles_is_set_in_them() -> None:
    styles = "".join(page_file(name).read_text("utf-8") for name in ("zjkg.css", "standalone.css"))
    drawn = {"--ground", "--ink", "--warn", "--drawn-link"}
    used = drawn | set(re.findall(r"var\((--[\w-]+)", styles))
    assert used <= set(re.findall(r"(--[\w-]+):", styles))


@pytest.mark.usefixtures("stand_in")
def test_the_policy_allows_nothing_from_elsewhere(news: News) -> None:
    tree = markup.fromstring(page_of(build_view(news.store(), "entities")))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    sources = [*tree.xpath("//@src"), *tree.xpath("//@href")]
    assert all(source.startswith("data:") for source in sources)
    assert not tree.xpath("//@style | //@onclick | //iframe | //form")


@pytest.mark.usefixtures("stand_in")
def test_the_script_cannot_end_its_element_and_licences_travel_along(news: News) -> None:
    page = page_of(build_view(news.store(), "entities"))
    tree = markup.fromstring(page)
    assert tree.xpath("//script")[-1].text == r'window.said = "\x3c/script>\x3c!--";' + "\n"
    assert "\r" not in page
    assert "MIT <someone>" in tree.xpath("//details[@id='licences']/pre")[0].text


@pytest.mark.usefixtures("stand_in")
def test_a_long_table_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "TABLE_ROWS", 4)
    page = page_of(hostile_view())
    tree = markup.fromstring(page)
    assert len(tree.xpath("//tbody/tr")) == 4
    summary = tree.xpath("//details[@id='links']/summary")[0].text_content()
    assert "the first 4 of 6" in summary
    assert "共 6 条，列出前 4 条" in summary
    assert len(carried(page)["edges"]) == 6


@pytest.mark.parametrize("name", ["built/standalone.js", "built/standalone-licenses.md"])
def test_without_the_script_the_error_says_how_to_build_it(
    news: News, stand_in: Path, tmp_path: Path, name: str
) -> None:
    (stand_in / name).unlink()
    path = tmp_path / "x.html"
    path.write_text("old")
    with pytest.raises(ExportError, match="was not built") as caught:
        export_file(news.store(), "html", path)
    assert "ui/build.py" in caught.value.problem.next_step.en
    assert "ui/build.py" in caught.value.problem.next_step.zh
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["x.html"]  # noqa: PTH208 - names only


@pytest.mark.usefixtures("stand_in")
def test_what_is_lost_is_listed(news: News, tmp_path: Path) -> None:
    exported = export_file(news.store(), "html", tmp_path / "x.html", Choices("people"))
    assert (exported.nodes, exported.edges) == (2, 1)
    assert {"selection", "quotes", "offsets", "time"} == {loss.name for loss in exported.losses}


Opening = Callable[..., AbstractContextManager["Page"]]


@pytest.fixture
def opening(browser: Browser, built: None) -> Opening:  # noqa: ARG001 - the page needs its script
    """Opens a file; nothing else may be asked for, no error may show."""

    @contextmanager
    def opened(path: Path, lang: str = "en", *, scripts: bool = True) -> Iterator[Page]:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900},
            locale=lang,
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        page = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("console", lambda heard: said.append(heard.text) if heard.type == "error" else None)
        try:
            page.goto(path.as_uri())
            yield page
            assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
            assert said == []
        finally:
            context.close()

    return opened


@pytest.fixture
def entities(news: News, tmp_path: Path) -> Path:
    path = tmp_path / "entities.html"
    export_file(news.store(), "html", path)
    return path


def test_the_real_page_is_of_a_size_to_be_sent(
    news: News,
    tmp_path: Path,
    built: None,  # noqa: ARG001 - the page needs its script
) -> None:
    path = tmp_path / "x.html"
    exported = export_file(news.store(), "html", path)
    assert 100_000 < exported.bytes == path.stat().st_size < 600_000


def test_a_reader_finds_a_thing_and_the_sentence_behind_its_link(
    opening: Opening, entities: Path
) -> None:
    view = carried(entities.read_text("utf-8"))
    edge = next(row for row in view["edges"] if row[3] == "role")
    quote = edge[7][[name for name, _ in view["edgeColumns"]].index("quote")]
    evidence = edge[7][[name for name, _ in view["edgeColumns"]].index("evidence")]
    person = next(row for row in view["nodes"] if row[0] == edge[1])
    with opening(entities) as page:
        assert page.locator("#problem").inner_text() == ""
        assert page.locator("#canvas canvas").count() > 1
        page.keyboard.press("/")
        page.keyboard.type(person[1])
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        assert page.locator(".panel h2").inner_text() == person[1]
        page.locator(f'.links button[data-id="{edge[0]}"]').focus()
        page.keyboard.press("Enter")
        assert page.locator(".panel blockquote").inner_text() == quote
        assert page.locator(".panel .from").inner_text() == "晨星园迎来新企业 2021-10-12"
        assert page.locator(".iris code").first.inner_text() == evidence.split()[0]


def test_a_click_in_the_picture_chooses(opening: Opening, entities: Path) -> None:
    view = carried(entities.read_text("utf-8"))
    node = view["nodes"][0]
    with opening(entities) as page:
        place = page.evaluate("id => window.zjkgPixel(id)", node[0])
        page.mouse.click(place["x"], place["y"])
        page.locator(".panel code", has_text=node[0]).wait_for(timeout=5_000)
        page.locator("#canvas").focus()
        page.keyboard.press("Escape")
        page.locator(".panel h2", has_text="In this file").wait_for(timeout=5_000)


def test_the_keyboard_goes_from_thing_to_thing(opening: Opening, entities: Path) -> None:
    nodes = carried(entities.read_text("utf-8"))["nodes"]
    names = {node[6][0] for node in nodes}
    with opening(entities, "zh-CN") as page:
        page.locator("#canvas").focus()
        voice = page.locator("#canvas + [role=status]")
        heard = set()
        for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "ArrowRight"):
            page.keyboard.press(key)
            heard.add(voice.inner_text())
        assert len(heard) > 1
        assert {each.partition("，")[0] for each in heard} <= names
        assert all(re.search(r"，\d+ 条联系$", each) for each in heard)
        last = voice.inner_text().partition("，")[0]
        page.keyboard.press("Enter")
        page.locator(".panel h2", has_text=last).wait_for(timeout=5_000)


def test_the_legend_leaves_out_a_type_and_says_so(opening: Opening, entities: Path) -> None:
    nodes = carried(entities.read_text("utf-8"))["nodes"]
    with opening(entities) as page:
        people = page.locator('.keys [data-type="Person"]')
        count = int(people.locator("b").inner_text())
        people.press("Enter")
        assert people.get_attribute("aria-pressed") == "false"
        left = f"{len(nodes) - count} of {len(nodes)} things"
        assert left in page.locator("#status").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(
    opening: Opening, entities: Path, scheme: str, missing: Callable[[str, str], NoReturn]
) -> None:
    if not AXE.exists():
        missing("axe-core", "python hatch_build.py installs it")
    with opening(entities) as page:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.locator(".links button").first.click()
        page.locator("#links summary").click()
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate("axe.run()")["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def test_both_languages(opening: Opening, entities: Path) -> None:
    with opening(entities, "zh-CN") as page:
        assert page.locator("h1").inner_text().strip() == "命名实体"
        assert "机构" in page.locator(".keys").inner_text()
        page.get_by_role("button", name="English").click()
        assert page.locator("h1").inner_text().strip() == "Named entities"
        assert "organization" in page.locator(".keys").inner_text()
        assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize(("made", "reader"), [("zh", "en"), ("en", "zh-CN")])
def test_the_page_opens_in_the_language_it_was_made_in(
    opening: Opening, news: News, tmp_path: Path, made: MessageLanguage, reader: str
) -> None:
    path = tmp_path / "x.html"
    export_file(news.store(), "html", path, Choices(lang=made))
    with opening(path, reader) as page:
        title = "命名实体" if made == "zh" else "Named entities"
        assert page.locator("h1").inner_text().strip() == title
        tag = "zh-Hans" if made == "zh" else "en"
        assert page.locator("html").get_attribute("lang") == tag


def test_without_scripts_the_table_is_open(opening: Opening, entities: Path) -> None:
    edges = carried(entities.read_text("utf-8"))["edges"]
    with opening(entities, scripts=False) as page:
        assert page.locator("#links tbody tr:visible").count() == len(edges)
        assert page.get_by_text("图形需要 JavaScript").is_visible()


def test_hostile_text_runs_nothing(opening: Opening, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(page_of(hostile_view()), "utf-8")
    with opening(path) as page:
        page.locator("#words").fill("alert")
        assert page.locator("#found button").count() == 2
        page.locator("#found button").first.click()
        page.locator(".links button").first.click()
        assert page.locator(".panel blockquote").inner_text().startswith(_QUOTE)
        assert page.locator("img").count() == 0
        assert page.locator("#problem").inner_text() == ""
