"""The SPARQL workbench in a real browser: library, completion, table, graph, chart, download."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROLES = "SELECT ?who ?post { ?role org:member ?who ; zj:post ?post } ORDER BY ?who ?post"
TRIPLES = "CONSTRUCT { ?a zj:locatedIn ?b } WHERE { ?a zj:locatedIn ?b }"


class Visit(Protocol):
    page: Page
    said: list[str]

    def go(self, path: str) -> None: ...


Visiting = Callable[..., AbstractContextManager[Visit]]


def answered(page: Page) -> str:
    told = page.locator("body:not([aria-busy]) #status", has_text=re.compile(r"\S"))
    return told.inner_text()


def write(page: Page, text: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(text)


@pytest.mark.parametrize(("lang", "name"), [("en", "Roles"), ("zh", "职务")])
def test_a_question_of_the_library_runs(visit: Visit, lang: str, name: str) -> None:
    page = visit.page
    visit.go(f"/query?lang={lang}")
    page.locator("#library optgroup").first.wait_for(state="attached")
    assert page.locator("#library optgroup").count() == 4
    page.locator("#library").select_option(label=name)
    page.locator("#table tbody tr").first.wait_for()
    assert answered(page).startswith(str(page.locator("#table tbody tr").count()))
    assert "org:member" in page.locator(".cm-content").inner_text()
    row = page.locator("#table tr", has_text="王凯荣")
    row.locator("td.long a").click()
    assert "王凯荣" in page.locator("#cited").inner_text()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", " Only portions 1 to 2 of 5 were read, 100 articles or findings each; go on with "),
        ("zh", " 只读取了第 1 至 2 份，共 5 份，每份 100 篇文章或 100 项结论；继续请用 "),
    ],
)
def test_what_of_a_large_store_was_not_read_is_told(visit: Visit, lang: str, said: str) -> None:
    query = "SELECT * { VALUES ?portion { 1 2 } # portions 1-2 of 5, next 3+\n}"
    visit.go(f"/query?lang={lang}&query={quote(query)}")
    status = answered(visit.page)
    assert said in status
    assert "portions=3+" in status
    assert " / " not in status


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_before_a_query_the_questions_stand_where_the_answer_will(visit: Visit, lang: str) -> None:
    page = visit.page
    visit.go(f"/query?lang={lang}")
    page.locator("#begin section").first.wait_for()
    assert page.locator("#begin section").count() == 4
    assert not page.locator("#tools").is_visible()
    page.locator('#begin a[href*="library=roles"]').click()
    page.locator("#table tbody tr").first.wait_for()
    assert not page.locator("#begin").is_visible()
    assert page.locator("#tools").is_visible()
    assert "org:member" in page.locator(".cm-content").inner_text()
    page.go_back()
    page.locator("#begin section").first.wait_for()
    assert not page.locator("#tools").is_visible()


def test_a_question_takes_values(visit: Visit) -> None:
    page = visit.page
    visit.go("/query?library=conflict-details")
    page.locator("#table tbody tr").first.wait_for()
    page.locator("#parameters input[name=type]").fill("any")
    page.locator("#parameters input[name=type]").press("Tab")
    page.locator(".cm-content", has_text='"any" = "any"').wait_for()
    page.locator("#run").click()
    page.locator("#table td", has_text="digit-transposition").first.wait_for()
    answered(page)
    everything = page.locator("#table tbody tr").count()
    page.locator("#parameters input[name=type]").fill("unit")
    page.locator("#parameters input[name=type]").press("Tab")
    page.locator(".cm-content", has_text='"unit"').wait_for()
    page.locator("#run").click()
    page.locator("#table td", has_text="unit").first.wait_for()
    answered(page)
    assert 0 < page.locator("#table tbody tr").count() < everything


@pytest.mark.parametrize(
    ("words", "term"), [("陈述", "zj:Claim"), ("speak", "zj:speaker"), ("zj:内机构", "")]
)
def test_completion_knows_both_languages(visit: Visit, words: str, term: str) -> None:
    page = visit.page
    visit.go("/query")
    page.locator("#library optgroup").first.wait_for(state="attached")
    write(page, "SELECT * { ?a ")
    page.keyboard.insert_text(words[:-1])
    page.keyboard.type(words[-1]) if words.isascii() else page.keyboard.insert_text(words[-1])
    if not term:
        page.wait_for_timeout(500)
        assert page.locator(".cm-tooltip-autocomplete").count() == 0
        return
    page.locator(".cm-tooltip-autocomplete li", has_text=term).first.wait_for()
    page.locator(".cm-tooltip-autocomplete li", has_text=term).first.click()
    assert term in page.locator(".cm-content").inner_text()


def test_an_own_query_is_run_by_key_and_shared(
    browser: Browser, site: object, visiting: Visiting
) -> None:
    with visiting(browser, site) as first:
        page = first.page
        first.go("/query")
        write(page, ROLES)
        page.keyboard.press("Control+Enter")
        told = answered(page)
        cells, address = page.locator("#table td").all_inner_texts(), page.url
    assert re.fullmatch(r"\d+ rows\.", told)
    with visiting(browser, site) as second:
        second.page.goto(address)
        assert answered(second.page) == told
        assert second.page.locator("#table td").all_inner_texts() == cells


def test_an_answer_as_graph_and_as_chart(visit: Visit) -> None:
    page = visit.page
    visit.go("/query?library=roles&view=graph")
    assert re.search(r"[1-9]\d* things, [1-9]\d* links", answered(page))
    visit.go("/query?library=licence-amounts&view=chart")
    page.locator(".bar").first.wait_for()
    lengths = [float(bar.get_attribute("width") or 0) for bar in page.locator(".bar").all()]
    amounts = [
        int(text.inner_html().replace(",", "")) for text in page.locator(".bars .amount").all()
    ]
    assert 41_600_000_000 in amounts
    assert 46_100_000_000 in amounts
    ratios = [length / amount for length, amount in zip(lengths, amounts, strict=True)]
    assert max(ratios) == pytest.approx(min(ratios))


def test_triples_are_shown_and_downloaded(visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    visit.go(f"/query?query={quote(TRIPLES)}")
    assert "triples" in answered(page)
    assert page.locator("#table td", has_text="zj:locatedIn").count() > 5
    page.locator(".menu summary").click()
    with page.expect_download() as waiting:
        page.locator("#downloads button", has_text="Turtle").click()
    target = tmp_path / "answer.ttl"
    waiting.value.save_as(target)
    assert "zj:locatedIn" in target.read_text("utf-8")


def test_rows_are_downloaded_whole(visit: Visit, tmp_path: Path) -> None:
    page = visit.page
    visit.go(f"/query?query={quote(ROLES)}")
    count = int(answered(page).partition(" ")[0])
    page.locator(".menu summary").click()
    with page.expect_download() as waiting:
        page.locator("#downloads button", has_text="CSV").click()
    target = tmp_path / "answer.csv"
    waiting.value.save_as(target)
    with target.open(encoding="utf-8") as file:
        assert len(list(csv.reader(file))) == count + 1


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_mistake_is_told_with_its_place(visit: Visit, lang: str) -> None:
    page = visit.page
    visit.go(f"/query?lang={lang}&query={quote('SELECT * { ?a zj:claim }')}")
    page.locator("#problem pre").wait_for()
    told = page.locator("#problem").inner_text()
    assert ("correct the marked place" if lang == "en" else "请更正标出的位置") in told
    assert "^" in told
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    visit.said.clear()  # the browser itself reports the refusal


@pytest.mark.parametrize(
    ("lang", "says", "meant"),
    [
        ("en", "Nothing in the store fits", "did you mean zj:Person"),
        ("zh", "没有符合查询的内容", "是否想用 zj:Person"),
    ],
)
def test_an_empty_answer_says_why(visit: Visit, lang: str, says: str, meant: str) -> None:
    page = visit.page
    visit.go(f"/query?lang={lang}&query={quote('SELECT ?a { ?a a zj:Persn }')}")
    assert says in answered(page)
    page.locator("#advice li", has_text=meant).wait_for()
    assert page.locator("#advice li", has_text="?a a zj:Persn").count() == 1
    page.locator("#library").select_option("roles")
    page.locator("#table tbody tr").first.wait_for()
    assert answered(page)
    assert page.locator("#advice li").count() == 0


def test_a_misspelt_term_is_told_beside_rows(visit: Visit) -> None:
    query = "SELECT ?a ?b { ?a a zj:Person OPTIONAL { ?a zj:lable ?b } }"
    visit.go(f"/query?query={quote(query)}")
    visit.page.locator("#advice li", has_text="zj:lable").wait_for()
    assert visit.page.locator("#table tbody tr").count() > 1


@pytest.mark.parametrize(("lang", "said"), [("en", "There is no query yet"), ("zh", "还没有查询")])
def test_without_a_query_run_says_so(visit: Visit, lang: str, said: str) -> None:
    visit.go(f"/query?lang={lang}")
    visit.page.locator("#run").click()
    visit.page.locator("#problem", has_text=said).wait_for()


@pytest.mark.parametrize("view", ["table", "graph", "chart"])
def test_no_serious_barrier(visit: Visit, axe: str, view: str) -> None:
    page = visit.page
    visit.go(f"/query?library=metrics&view={view}")
    answered(page)
    page.evaluate(axe)
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    assert [
        f"{each['id']}: {node['html'][:200]}"
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ] == []
