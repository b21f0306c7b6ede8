"""A client in a real session: what the tools answer about the five articles."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no types
from mcp_types import CallToolResult

from zjkg.agents.schemas import schema_of
from zjkg.agents.toolbox import Toolbox
from zjkg.agents.tools import TOOLS
from zjkg.errors import MessageLanguage

OUT_461, OUT_416 = 46_100_000_000, 41_600_000_000
Paged = tuple[tuple[str, dict[str, Any], tuple[str, ...]], ...]


class Agent(Protocol):
    """A client in a session with a server."""

    def result(self, tool: str, **arguments: object) -> CallToolResult: ...

    def call(self, tool: str, **arguments: object) -> dict[str, Any]: ...

    def error(self, tool: str, **arguments: object) -> dict[str, Any]: ...

    def asked(self, method: str, *arguments: object) -> Any: ...  # noqa: ANN401  # one of many


def facts(content: object) -> Iterator[dict[str, Any]]:
    """Everything in an answer that has a claim and a sentence."""
    if isinstance(content, list):
        for each in content:
            yield from facts(each)
    elif isinstance(content, dict):
        if {"claim", "sentence", "start"} <= content.keys():
            yield content
        for each in content.values():
            yield from facts(each)


def test_tools_are_listed_with_valid_schemas(agent: Agent) -> None:
    listed = agent.asked("list_tools").tools
    assert [tool.name for tool in listed] == [
        *("search", "entity", "evidence", "compare", "conflicts"),
        *("questions", "ask", "sparql"),
    ]
    for tool in listed:
        Draft202012Validator.check_schema(tool.input_schema)
        Draft202012Validator.check_schema(tool.output_schema)
        assert tool.annotations.read_only_hint
        assert tool.input_schema["type"] == tool.output_schema["type"] == "object"
        assert all(each["description"] for each in described(tool.input_schema))


def described(schema: dict[str, Any]) -> list[dict[str, Any]]:
    properties = list(schema["properties"].values())
    return [each["anyOf"][0] if "anyOf" in each else each for each in properties]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_schemas_speak_the_language_of_the_server(lang: MessageLanguage) -> None:
    for tool in TOOLS:
        for record in (tool.arguments, tool.answer):
            written = json.dumps(schema_of(record, lang), ensure_ascii=False)
            assert '"zh":' not in written
            said = " ".join(re.findall(r'"description": "([^"]*)"', written))
            assert bool(re.search("[\u4e00-\u9fff]{4}", said)) == (lang == "zh")


@pytest.mark.parametrize("words", ["王凱榮", "王凯荣", "wangkairong", "Wang Kairong"])
def test_search_finds_one_person_in_any_script(agent: Agent, words: str) -> None:
    [found] = agent.call("search", words=words, kind="entity")["entities"]
    assert found["thing"]["type"] == "Person"
    assert found["thing"]["label"] == "王凯荣"
    [first] = found["evidence"]
    assert "王" in first["sentence"]


def test_search_marks_hits_and_names_the_claims(agent: Agent) -> None:
    content = agent.call("search", words="张江集团", kind="sentence")
    assert content["sentenceTotal"] == 4
    for sentence in content["sentences"]:
        assert re.sub("[【】]", "", sentence["marked"]) == sentence["sentence"]
        for claim in sentence["claims"]:
            asked = agent.call("evidence", thing=claim)["pieces"][0]["fact"]
            assert asked["article"]["source"] == sentence["source"]
            assert asked["start"] < sentence["end"]
            assert sentence["start"] < asked["end"]


def test_nothing_found_suggests_names(agent: Agent) -> None:
    content = agent.call("search", words="张江集困")
    assert content["page"]["total"] == 0
    assert content["page"]["cursor"] is None
    assert "张江集团" in content["suggestions"]


def test_an_entity_comes_with_its_names_and_facts(agent: Agent) -> None:
    content = agent.call("entity", thing="石谦", limit=100)
    assert {content["thing"]["label"], *content["thing"]["names"]} >= {"石谦", "石謙", "Shi Qian"}
    assert content["page"]["total"] == len(content["facts"]) > 5
    assert any(fact["kind"] == "Role" for fact in content["facts"])
    assert any(fact["speaker"] for fact in content["facts"])


def test_evidence_of_a_claim_is_itself_then_against_then_with_it(agent: Agent) -> None:
    [claim, *_] = [
        piece["fact"]["claim"]
        for piece in agent.call("evidence", thing="461亿元")["pieces"]
        if piece["fact"]["article"]["source"].startswith("000")
    ]
    pieces = agent.call("evidence", thing=claim, limit=100)["pieces"]
    parts = [piece["part"] for piece in pieces]
    assert parts[0] == "asked"
    assert parts == sorted(parts, key=["asked", "contradicts", "agrees"].index)
    assert {"contradicts", "agrees"} <= set(parts)
    assert pieces[0]["fact"]["claim"] == claim
    assert pieces[0]["values"]["zj:value"] == [OUT_461]
    against = next(piece for piece in pieces if piece["part"] == "contradicts")
    assert against["type"] == "digit-transposition"
    assert against["values"]["zj:value"] == [OUT_416]
    assert "416亿元" in against["fact"]["sentence"]
    assert against["reason"]
    claims = [piece["fact"]["claim"] for piece in pieces]
    assert len(claims) == len(set(claims))


def test_figures_that_disagree_stand_side_by_side(agent: Agent) -> None:
    content = agent.call("compare", measure="licence-out", limit=100)
    figures = [
        {figure["value"] for figure in group["figures"] if figure["unit"] == "CNY"}
        for group in content["groups"]
    ]
    assert {OUT_461, OUT_416} <= figures[0]
    assert content["understoodAs"] == ["licence-out"]


def test_no_figure_is_made_up(toolbox: Toolbox) -> None:
    """A mean, a sum or a median would be a number that no claim holds."""
    content = toolbox.answer("compare", {"things": ["张江"], "limit": 100}).content
    figures = [figure for group in content["groups"] for figure in group["figures"]]
    assert len(figures) > 50
    for figure in figures:
        claim = figure["fact"]["claim"]
        [piece] = toolbox.answer("evidence", {"thing": claim, "limit": 1}).content["pieces"]
        assert piece["values"]["zj:value"] == [figure["value"]]


def test_figures_of_two_things_are_about_them(toolbox: Toolbox) -> None:
    content = toolbox.answer("compare", {"things": ["张江", "浦东"], "limit": 100}).content
    wanted = {thing["iri"] for thing in content["things"]}
    found = {f["subjectIri"] for group in content["groups"] for f in group["figures"]}
    assert len(wanted) == 2
    assert found == wanted


@pytest.mark.parametrize("words", ["对外许可", "對外許可", "licence-out", "License Out"])
def test_a_measure_is_understood_in_any_language(agent: Agent, words: str) -> None:
    content = agent.call("compare", measure=words, limit=100)
    values = {f["value"] for group in content["groups"] for f in group["figures"]}
    assert {OUT_461, OUT_416} <= values


def test_conflicts_hold_both_sides(agent: Agent) -> None:
    every = agent.call("conflicts", limit=100)
    one = agent.call("conflicts", type="digit-transposition", limit=100)
    assert {each["type"] for each in one["conflicts"]} == {"digit-transposition"}
    assert 0 < one["page"]["total"] < every["page"]["total"]
    for each in one["conflicts"]:
        values = {each["first"]["summary"], each["second"]["summary"]}
        assert len(values) == 2
        assert {"46100000000", "41600000000"} == set(
            re.findall("4[16][16]00000000", " ".join(values))
        )
    about = agent.call("conflicts", about="张江", limit=100)
    assert about["page"]["total"] <= every["page"]["total"]
    assert agent.call("conflicts", about="石谦", type="scope")["page"]["total"] == 0


def test_every_fact_leads_to_its_claim_and_sentence(
    toolbox: Toolbox, paged: Paged, is_grounded: Callable[[dict[str, Any]], None]
) -> None:
    seen = 0
    for tool, arguments, _ in paged:
        if tool in {"questions", "sparql"}:
            continue
        for said in facts(toolbox.answer(tool, {**arguments, "limit": 100}).content):
            is_grounded(said)
            seen += 1
    assert seen > 200


def test_text_beside_the_content_names_claim_sentence_and_article(
    agent: Agent, text_of: Callable[[CallToolResult], str]
) -> None:
    for tool, arguments in (
        ("entity", {"thing": "石谦"}),
        ("evidence", {"thing": "461亿元"}),
        ("compare", {"measure": "licence-out"}),
        ("conflicts", {}),
        ("ask", {"question": "licence-amounts"}),
    ):
        result = agent.result(tool, **arguments, limit=5)
        said = list(facts(result.structured_content))
        assert said
        for each in said:
            source = each["article"]["source"] if "article" in each else each["source"]
            assert each["claim"] in text_of(result)
            assert each["sentence"] in text_of(result)
            assert source in text_of(result)


def test_both_languages(agent: Agent, text_of: Callable[[CallToolResult], str]) -> None:
    english, chinese = (
        agent.result("entity", thing="石谦", limit=2, lang=each) for each in ("en", "zh")
    )
    assert english.structured_content["thing"]["label"] == "Shi Qian"
    assert chinese.structured_content["thing"]["label"] == "石谦"
    assert "left out" in text_of(english)
    assert "未显示" in text_of(chinese)
    assert "没有名为" in text_of(agent.result("entity", thing="无此人无此名", lang="zh"))


def test_resources_and_prompt(agent: Agent) -> None:
    uris = [str(each.uri) for each in agent.asked("list_resources").resources]
    assert uris == ["zjkg://ontology", "zjkg://questions"]
    [template] = agent.asked("list_resource_templates").resource_templates
    assert template.uri_template == "zjkg://questions/{name}"
    ontology, questions, query = (
        agent.asked("read_resource", uri).contents[0].text
        for uri in (*uris, "zjkg://questions/conflicts")
    )
    assert "PREFIX zj: <https://zjkg.example/ontology#>" in ontology
    assert "zj:Observation" in ontology
    assert "quantities-of(name: name, portions: portions = 1+)" in questions
    assert "SELECT DISTINCT ?type ?sourceA" in query
    [prompt] = agent.asked("list_prompts").prompts
    said = agent.asked("get_prompt", prompt.name, {"statement": "出口 461亿元"})
    assert "出口 461亿元" in said.messages[0].content.text


def test_calls_at_once_are_all_answered(agent: Agent) -> None:
    names = ["石谦", "王凯荣", "张江", "浦东"] * 4
    with ThreadPoolExecutor(len(names)) as threads:
        found = list(threads.map(lambda name: agent.call("entity", thing=name, limit=1), names))
    assert [each["thing"]["iri"] for each in found[:4]] * 4 == [e["thing"]["iri"] for e in found]


def test_clients_of_the_former_protocol_are_served(
    connect: Callable[..., AbstractContextManager[Agent]], five_folder: Path
) -> None:
    with connect(("--store", str(five_folder)), mode="legacy") as opened:
        assert opened.call("conflicts", limit=1)["page"]["shown"] == 1
        assert opened.error("entity", thing="nobody at all")["where"] == "thing"
        assert len(opened.asked("list_tools").tools) == len(TOOLS)
