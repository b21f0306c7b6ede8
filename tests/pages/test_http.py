"""The pages over HTTP: stable addresses, three forms each, strict headers, escaped labels."""

from __future__ import annotations

import json
import re
from html import escape
from html.parser import HTMLParser
from typing import Any, Protocol

import pytest
from pyoxigraph import DefaultGraph, RdfFormat, parse

from zjkg.ids import TERMS

ARTICLE = "/article/001_e2210bb9bb458298"
ZJ_PLACE = "/authority/p1"
MARKUP = "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E{{7*7}}"
LISTS = ("/", "/search?q=%E5%BC%A0%E6%B1%9F", "/conflicts", "/sources", "/metrics")


class Reply(Protocol):
    status: int
    headers: dict[str, str]
    body: bytes
    text: str


class Site(Protocol):
    def get(
        self, path: str, accept: str = "text/html", method: str = "GET", **headers: str
    ) -> Reply: ...


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.found += [value for name, value in attrs if name == "href" and value]


def links(text: str) -> list[str]:
    parser = _Links()
    parser.feed(text)
    return parser.found


def get_json(site: Site, path: str) -> Any:  # noqa: ANN401  # what JSON holds
    return json.loads(site.get(path, "application/json").body)


def claim_of(site: Site, words: str) -> str:
    """The address of the claim in 001 that speaks of these words."""
    claims = get_json(site, ARTICLE)["claims"]
    path: str = next(each["link"]["path"] for each in claims if words in each["summary"])
    return path


@pytest.mark.parametrize("path", [*LISTS, ARTICLE, ZJ_PLACE, "/metric/transaction-value"])
def test_a_page_loads_nothing_from_elsewhere_and_runs_no_foreign_script(
    site: Site, path: str
) -> None:
    reply = site.get(path)
    assert reply.status == 200
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script(?![^>]* src=\"/)", reply.text)
    assert not re.search(r"\s(on\w+|style)=", reply.text)
    loaded = re.findall(r'<(?:link rel="stylesheet"|script)[^>]*(?:href|src)="([^"]*)"', reply.text)
    assert loaded
    assert all(each.startswith("/static/") for each in loaded)


def test_every_link_of_the_first_pages_leads_somewhere(site: Site) -> None:
    seen: set[str] = set()
    for start in ("/", "/conflicts", ARTICLE, "/entity/4wxl3tif6qsdxpchydfbwzs6"):
        found = links(site.get(start).text)
        seen |= {each.partition("#")[0] for each in found if each.startswith("/")}
    assert len(seen) > 100
    failed = [path for path in sorted(seen) if site.get(path).status != 200]
    assert failed == []


@pytest.mark.parametrize(
    "path", [ARTICLE, ZJ_PLACE, "/conflicts", "/sources", "/metric/company-count"]
)
@pytest.mark.parametrize(
    ("media_type", "form"),
    [("text/turtle", RdfFormat.TURTLE), ("application/ld+json", RdfFormat.JSON_LD)],
)
def test_the_same_address_gives_triples(
    site: Site, path: str, media_type: str, form: RdfFormat
) -> None:
    reply = site.get(path, media_type)
    assert reply.status == 200
    assert reply.headers["content-type"].startswith(media_type)
    assert "Accept" in reply.headers["vary"]
    quads = list(parse(reply.body, format=form))
    assert len(quads) > 10
    assert all(quad.graph_name == DefaultGraph() for quad in quads)


def test_triples_of_a_claim_hold_its_sentence(site: Site) -> None:
    path = claim_of(site, "跨境License out")
    quads = list(parse(site.get(path, "text/turtle").body, format=RdfFormat.TURTLE))
    exact = [quad.object.value for quad in quads if quad.predicate.value.endswith("#exact")]
    assert any("2020年这一数字为416亿元" in words for words in exact)
    assert any(quad.predicate.value == f"{TERMS}second" for quad in quads)


def test_a_browser_gets_html_and_a_format_in_the_address_wins(site: Site) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert site.get(ZJ_PLACE, accept).headers["content-type"] == "text/html; charset=utf-8"
    turtle = site.get(f"{ZJ_PLACE}?format=turtle", accept)
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert site.get(ZJ_PLACE, "image/png").status == 406


def test_the_first_page_is_for_browsers_and_the_endpoint_for_programs(site: Site) -> None:
    assert "<h1>" in site.get("/").text
    reply = site.get("/", "text/turtle")
    assert (reply.status, reply.headers["location"]) == (307, "/sparql")


def test_the_language_stays_in_the_address(site: Site) -> None:
    chinese = site.get(f"{ZJ_PLACE}?lang=zh", **{"Accept-Language": "en"})
    assert '<html lang="zh-Hans">' in chinese.text
    own = [
        each
        for each in links(chinese.text)
        if each.startswith("/") and not each.startswith("/static/")
    ]
    assert [each for each in own if "lang=" not in each] == []
    assert [each for each in own if "lang=en" in each] == [f"{ZJ_PLACE}?lang=en"]
    assert '<html lang="zh-Hans">' in site.get(ZJ_PLACE, **{"Accept-Language": "zh-CN"}).text
    assert '<html lang="en">' in site.get(ZJ_PLACE, **{"Accept-Language": "fr"}).text


def test_the_article_page_shows_the_whole_text_and_what_was_removed(site: Site) -> None:
    page = get_json(site, "/article/002_2164841e86bfa5ab")
    pieces = [
        piece
        for paragraph in page["paragraphs"]
        for stretch in paragraph["stretches"]
        for piece in stretch["pieces"]
    ]
    shown = "".join(run["text"] for piece in pieces for run in piece["runs"])
    turtle = site.get("/article/002_2164841e86bfa5ab", "text/turtle").body
    stored = {
        quad.object.value
        for quad in parse(turtle, format=RdfFormat.TURTLE)
        if quad.predicate.value == f"{TERMS}text"
    }
    assert shown in {text.replace("\n", "") for text in stored}
    removed = [each["text"] for paragraph in page["paragraphs"] for each in paragraph["removed"]]
    assert any("紅色電影" in text for text in removed)
    assert "紅色電影" not in shown
    assert "紅色電影" in site.get("/article/002_2164841e86bfa5ab").text


def test_a_claim_in_the_address_is_marked_and_shown(site: Site) -> None:
    local = claim_of(site, "跨境License out").partition("/version/")[2].partition("/")[2]
    page = get_json(site, f"{ARTICLE}?claim={local}")
    marked = [
        "".join(run["text"] for piece in stretch["pieces"] for run in piece["runs"])
        for paragraph in page["paragraphs"]
        for stretch in paragraph["stretches"]
        if stretch["is_cited"]
    ]
    assert "".join(marked) == page["cited"]["quote"]
    assert page["cited"]["speaker"]["label"] == "Shi Qian"
    assert len(re.findall('id="cited"', site.get(f"{ARTICLE}?claim={local}").text)) == 1


def test_a_claim_that_is_gone_is_said_and_the_article_still_shown(site: Site) -> None:
    reply = site.get(f"{ARTICLE}?claim=observation/nothing")
    assert reply.status == 200
    assert "not in the article any more" in reply.text
    assert "416亿元" in reply.text


def test_the_claim_page_sets_the_contradiction_side_by_side(site: Site) -> None:
    page = get_json(site, claim_of(site, "跨境License out"))
    kinds = {each["type"] for each in page["conflicts"]}
    assert kinds == {"digit-transposition"}
    shown = {
        "".join(run["text"] for run in each[side]["runs"] if run["strong"])
        for each in page["conflicts"]
        for side in ("first", "second")
    }
    assert {"416亿元", "461亿元", "461億元"} >= shown >= {"416亿元", "461亿元"}


def test_what_is_contradicted_is_marked_wherever_a_claim_is_listed(site: Site) -> None:
    disputed = claim_of(site, "跨境License out")
    lines = get_json(site, ARTICLE)["claims"]
    marked = {each["link"]["path"] for each in lines if each["contradictions"]}
    assert disputed in marked
    assert len(marked) < len(lines)
    assert f'class="badge is-disputed" href="{disputed}#conflicts"' in site.get(ARTICLE).text
    found = get_json(site, "/search?q=416亿元")["sentences"]
    assert any(each["contradictions"].endswith("#conflicts") for each in found)
    assert "is-disputed" in site.get("/search?q=416亿元").text
    others = get_json(site, "/search?q=上海科学学研究所")["sentences"]
    assert any(each["contradictions"] == "" for each in others)


def test_articles_show_their_authors(site: Site) -> None:
    authors = get_json(site, "/article/002_2164841e86bfa5ab")["authors"]
    assert [each["label"] for each in authors] == ["唐瑋婕"]
    head = (
        site.get("/article/002_2164841e86bfa5ab")
        .text.partition('<p class="from">')[2]
        .partition("</p>")[0]
    )
    assert f'href="{authors[0]["path"]}"' in head


def test_the_claim_page_has_the_other_sentences_of_the_article(site: Site) -> None:
    path = claim_of(site, "一类新药上市数量")
    (again,) = get_json(site, path)["restated"]
    assert again["quote"] == "张江一类新药上市数量近全国三分之一"
    for lang, words in (("en", "Again in the article"), ("zh", "同文再述")):
        page = site.get(f"{path}?lang={lang}").text
        assert words in page
        assert escape(again["quote"]) in page
    assert get_json(site, claim_of(site, "跨境License out"))["restated"] == []


def test_the_claim_page_has_references_to_copy(site: Site) -> None:
    path = claim_of(site, "跨境License out")
    chicago, chinese = get_json(site, f"{path}?lang=en")["references"]
    assert (chicago["style"], chinese["style"]) == ("Chicago", "GB/T 7714")
    assert "October 13, 2021" in chicago["text"]
    assert "[EB/OL]" in chinese["text"]
    styles = [each["style"] for each in get_json(site, f"{path}?lang=zh")["references"]]
    assert styles[0] == "GB/T 7714"
    page = site.get(path).text
    assert all(escape(each["text"]) in page for each in (chicago, chinese))


def test_disagreeing_sources_are_separate_points_of_one_chart(site: Site) -> None:
    charts = get_json(site, ZJ_PLACE)["charts"]
    [disputed] = [
        each for each in charts if any("416亿元" in point["words"] for point in each["points"])
    ]
    words = sorted(point["words"] for point in disputed["points"])
    assert words == ["416亿元", "461亿元", "461亿元", "461亿元"] or len(words) >= 3
    places = [(point["x"], point["y"]) for point in disputed["points"]]
    assert len({x for x, _ in places}) == len(places)
    assert disputed["disputes"]


@pytest.mark.parametrize(
    "path", ["/entity/nothing", "/elsewhere", "/static/../app.py", "/static/x"]
)
def test_an_address_that_leads_nowhere_says_what_to_do(site: Site, path: str) -> None:
    reply = site.get(path)
    assert reply.status == 404
    assert "nothing" in reply.text
    problem = json.loads(site.get(path, "application/json").body)["error"]
    assert problem["next_step"]["zh"]


def test_a_reader_at_no_page_is_led_on_and_a_program_to_the_endpoint(site: Site) -> None:
    page = site.get("/elsewhere").text
    assert "search box" in page
    assert "sparql" not in page.partition("<main")[2]
    assert "检索框" in site.get("/elsewhere?lang=zh").text
    told = json.loads(site.get("/elsewhere", "application/json").body)["error"]
    assert told["expected"]["en"] == "/sparql or /.well-known/void"


@pytest.mark.parametrize("path", ["/", "/search", "/sources", "/.well-known/void"])
def test_a_method_that_a_page_does_not_take(site: Site, path: str) -> None:
    reply = site.get(path, "application/json", method="DELETE")
    problem = json.loads(reply.body)["error"]
    assert reply.status == 405
    assert {"GET", "HEAD"} == set(reply.headers["allow"].split(", "))
    assert "DELETE" in problem["what"]["en"]
    assert problem["where"] == path
    assert "DELETE" in site.get(path, method="DELETE").text


def test_problems_are_told_in_the_language_of_the_address(site: Site) -> None:
    for path in (
        "/query/bound?name=nothing&lang=zh",
        "/static/x?lang=zh",
        "/sparql?query=x&lang=zh",
    ):
        assert site.get(path, "text/plain, application/json;q=0.5").text.startswith("错误：")


def test_text_cannot_turn_the_words_around_it(site: Site) -> None:
    text = site.get("/search?q=%E2%80%AEgnp%E2%81%A6").text
    assert "\ufffdgnp\ufffd" in text
    assert not {"\u202e", "\u2066"} & set(text)


def test_an_iri_of_another_host_has_a_page_too(hostile: Site) -> None:
    reply = hostile.get("/thing?iri=https%3A%2F%2Fexample.org%2Fx")
    assert reply.status == 200
    assert hostile.get("/thing?iri=nothing").status == 404


@pytest.mark.parametrize(
    "path",
    ["/thing?iri=https%3A%2F%2Fexample.org%2Fx", "/search?q=img", f"/search?q={MARKUP}", "/"],
)
def test_labels_are_text_whatever_they_hold(hostile: Site, path: str) -> None:
    text = hostile.get(path).text
    parser = _Links()
    parser.feed(text)
    assert "img" not in parser.tags
    assert "49" not in text.partition("<main")[2]


def test_a_store_without_articles_says_what_to_do(hostile: Site) -> None:
    assert "zjkg build" in hostile.get("/").text
    assert "zjkg add" in hostile.get("/conflicts").text
    assert "zjkg add" in hostile.get("/sources").text
    assert "没有数值陈述" in hostile.get("/metrics?lang=zh").text


def test_words_of_a_sentence_lead_to_it(site: Site) -> None:
    page = get_json(site, f"{ARTICLE}?quote=这一数字为416亿元")
    assert not page["is_cited_unknown"]
    assert "<mark" in site.get(f"{ARTICLE}?quote=这一数字为416亿元").text


def test_the_explorer_counts_before_it_expands(site: Site) -> None:
    view = get_json(site, f"/explore/node?at={ZJ_PLACE}")
    for kind in view["kinds"]:
        edges = get_json(site, f"/explore/edges?at={ZJ_PLACE}&kind={kind['kind']}")
        assert edges["total"] == kind["count"] == len(edges["nodes"])
        assert all(edge["claims"][0]["quote"] for edge in edges["edges"])
    first = get_json(site, f"/explore/edges?at={ZJ_PLACE}&kind=metric.out&limit=3")
    counts = {each["kind"]: each["count"] for each in view["kinds"]}
    assert (len(first["nodes"]), first["total"]) == (3, counts["metric.out"])


@pytest.mark.parametrize(
    "kind", ["", "x", "role", "role.up", "relation.x y.out", "relation.>{}.in", "mention.out.in"]
)
def test_a_kind_of_link_that_is_none_is_refused(site: Site, kind: str) -> None:
    path = f"/explore/edges?at={ZJ_PLACE}&kind={kind.replace(' ', '%20')}"
    assert site.get(path, "application/json").status == 404


def test_every_question_of_the_library_can_be_put_into_the_editor(site: Site) -> None:
    groups = get_json(site, "/query/catalogue")["groups"]
    asked = [query for group in groups for query in group["queries"]]
    assert len(asked) > 70
    failed = {}
    for query in asked:
        values = "".join(
            f"&p.{each['name']}={each['value']}" for each in query["parameters"] if each["value"]
        )
        reply = site.get(
            f"/query/bound?name={query['name']}{values}".replace(" ", "%20"), "application/json"
        )
        if reply.status != 200:
            failed[query["name"]] = reply.text
    assert failed == {}


def test_the_terms_are_known_by_both_labels(site: Site) -> None:
    terms = {each["name"]: each for each in get_json(site, "/query/catalogue")["terms"]}
    assert (terms["zj:Claim"]["en"], terms["zj:Claim"]["zh"]) == ("claim", "陈述")
    assert "zj:locatedIn" in terms
    assert not any(name.startswith("zj:unit-") for name in terms)


def test_a_change_is_no_level(site: Site) -> None:
    page = "/article/003_323c6548c23ea6a5"
    (grew,) = (each for each in get_json(site, page)["claims"] if "4.81%" in each["summary"])
    assert ": up 4.81%" in grew["summary"]
    fields = get_json(site, grew["link"]["path"])["fields"]
    (change,) = (each for each in fields if each["term"] == "zj:change")
    assert [value["text"] for value in change["values"]] == ["increase"]
    shown = [each["shown"] for each in get_json(site, "/metric/growth")["observed"]]
    assert "up 4.81%" in shown
    assert "上升4.81%" in site.get("/metric/growth?lang=zh").text


def test_counts_and_lists_agree(site: Site) -> None:
    for line in get_json(site, "/sources")["sources"]:
        page = get_json(site, line["article"]["link"]["path"])
        assert line["claims"] == len(page["claims"])
        assert line["dropped"] == len(page["dropped"])
        assert line["removed"] == page["removed"]
    metrics = [line for group in get_json(site, "/metrics")["groups"] for line in group["metrics"]]
    opposing = 0
    for line in metrics:
        page = get_json(site, line["link"]["path"])
        assert len(page["observed"]) == page["observed_total"]
        assert page["observed_total"] - page["opposing_total"] == line["claims"]
        opposing += page["opposing_total"]
    assert opposing, "no metric shows a number that contradicts it under another name"


@pytest.mark.parametrize(
    ("lang", "words", "badge"),
    [
        ("en", "11 of this metric, and 1 called otherwise that contradicts", "called otherwise"),
        ("zh", "其中属本指标 11 个；另有 1 个名称不同", "名称不同"),
    ],
)
def test_what_a_count_of_numbers_counts(site: Site, lang: str, words: str, badge: str) -> None:
    text = site.get(f"/metric/transaction-value?lang={lang}").text
    assert words in text
    assert text.count(f">{badge}</span>") == 1


@pytest.mark.parametrize(
    ("lang", "whole"), [("en", "share of the whole country"), ("zh", "占全国")]
)
def test_a_usual_whole_is_named_in_the_readers_language(site: Site, lang: str, whole: str) -> None:
    charts = json.loads(
        site.get(f"/metric/transaction-value?lang={lang}", "application/json").body
    )["charts"]
    assert any(whole in each["title"] for each in charts)
    assert not any("全國" in each["title"] for each in charts)
