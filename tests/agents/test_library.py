"""Every question of the library, asked by an agent: its rows, and what they rest on."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from zjkg.agents.toolbox import Toolbox
from zjkg.query import library, named

# Questions whose rows rest on no sentence, and why.
WITHOUT_SENTENCE = {
    "articles": "is the article itself",
    "judgements": "a person judged; the five articles have none",
    "merges": "two names, each with its article",
    "merges-of": "two names, each with its article",
    "removals": "the removed text is no longer in the article",
    "reposts": "the two articles; the five have none",
    "evidence-of": "its example names no claim; tested below",
}


def asked(name: str) -> dict[str, str]:
    """The parameters of a question's own example."""
    words = shlex.split(named(name).example)
    pairs = [after for word, after in pairwise(words) if word == "-p"]
    return {pair.partition("=")[0]: pair.partition("=")[2] for pair in pairs}


@pytest.mark.parametrize("name", sorted(library()))
def test_every_row_rests_on_a_sentence(
    toolbox: Toolbox, is_grounded: Callable[[dict[str, Any]], None], name: str
) -> None:
    if name == "evidence-of":
        return
    outcome = toolbox.answer("ask", {"question": name, "parameters": asked(name), "limit": 100})
    assert not outcome.failed, outcome.text
    rows = outcome.content["rows"]
    assert rows or name in {"judgements", "reposts"}
    for row in rows:
        assert bool(row["evidence"]) == (name not in WITHOUT_SENTENCE), row["cells"]
        for ground in row["evidence"]:
            is_grounded(ground)
            source = row["cells"].get("source")
            assert source is None or ground["source"] == source or "claim" in row["cells"]


def test_a_row_names_the_claim_that_holds_its_values(toolbox: Toolbox) -> None:
    outcome = toolbox.answer(
        "ask",
        {"question": "quantities-of", "parameters": {"name": "张江"}, "limit": 100},
    )
    for row in outcome.content["rows"]:
        held = [
            toolbox.answer("evidence", {"thing": each["claim"], "limit": 1}).content["pieces"][0]
            for each in row["evidence"]
        ]
        assert held
        for piece in held:
            assert piece["values"]["zj:value"] == [row["cells"]["value"]]


def test_a_row_of_two_quotes_names_the_claims_that_oppose_each_other(toolbox: Toolbox) -> None:
    pairs = toolbox.answer("conflicts", {"limit": 100}).content["conflicts"]
    opposed = {
        (each["type"], *sorted((each["first"]["claim"], each["second"]["claim"]))) for each in pairs
    }
    for row in toolbox.answer("ask", {"question": "conflicts", "limit": 100}).content["rows"]:
        claims = sorted(each["claim"] for each in row["evidence"])
        assert any(
            (row["cells"]["type"], first, second) in opposed
            for first in claims
            for second in claims
        )


def test_parameters_are_typed(toolbox: Toolbox) -> None:
    rows = [
        toolbox.answer("ask", {"question": "amounts", "parameters": {"least": least}}).content
        for least in ("10000000000", 10_000_000_000, 1e10)
    ]
    assert rows[0]["rows"]
    assert rows[0]["rows"] == rows[1]["rows"] == rows[2]["rows"]
    for parameters in (
        {"least": "much"},
        {"least": True},
        {"lesat": 1},
        {"least": "1) } #"},
    ):
        outcome = toolbox.answer("ask", {"question": "amounts", "parameters": parameters})
        assert outcome.failed
        assert outcome.content["error"]["where"] == "amounts"
    assert toolbox.answer("ask", {"question": "targets"}).failed
    missing = toolbox.answer("ask", {"question": "amouts"})
    assert "amounts" in missing.text


def test_the_evidence_of_a_claim_is_a_question_too(toolbox: Toolbox) -> None:
    [piece, *_] = toolbox.answer("evidence", {"thing": "461亿元"}).content["pieces"]
    claim = piece["fact"]["claim"]
    outcome = toolbox.answer("ask", {"question": "evidence-of", "parameters": {"claim": claim}})
    assert {row["cells"]["quote"] for row in outcome.content["rows"]} == {piece["fact"]["sentence"]}


def test_the_list_is_the_library(toolbox: Toolbox) -> None:
    every = toolbox.answer("questions", {"limit": 100}).content["questions"]
    assert [each["name"] for each in every] == sorted(library())
    policy = toolbox.answer("questions", {"limit": 100, "user": "policy"}).content["questions"]
    assert 0 < len(policy) < len(every)
    found = toolbox.answer("questions", {"limit": 100, "words": "許可", "lang": "zh"}).content
    assert "licence-trade" in {each["name"] for each in found["questions"]}


def test_why_there_is_no_row(toolbox: Toolbox) -> None:
    outcome = toolbox.answer("ask", {"question": "targets", "parameters": {"year": 1900}})
    assert outcome.content["page"]["total"] == 0
    assert outcome.content["notes"]
