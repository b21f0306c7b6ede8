"""What stands behind a number."""

from __future__ import annotations

import pytest

from zjkg.claims.observations.chinese import acts


@pytest.mark.parametrize(
    ("words", "span", "goal"),
    [
        ("从事药物研发，", "从事药物研发", False),
        ("都拥有博士学位。", "拥有博士学位", False),
        ("用于临床试验；", "临床试验", True),
        ("将用于核心产品的临床开发，", "临床开发", True),
        ("投向早期项目，", "早期项目", True),
        ("与脑机接口有关，", "与脑机接口有关", False),
        ("在海外设立研发中心。", "研发中心", True),
        ("来自高校。", "高校", True),
    ],
)
def test_what_a_part_does_or_goes_to(words: str, span: str, *, goal: bool) -> None:
    act = acts.done(words, 0, len(words))
    assert act is not None
    assert (act.span.of(words), act.goal) == (span, goal)


def test_nothing_is_done_at_the_end_of_a_clause_or_before_a_number() -> None:
    assert acts.done("，其余", 0, 3) is None
    assert acts.done("和7%", 0, 3) is None


def test_what_money_is_for() -> None:
    words = "建设研发中心"
    assert acts.is_spent("公司拟投资")
    assert not acts.is_spent("公司产值")
    assert acts.built(words, 0, len(words)) is not None
    assert acts.built("的基金", 0, 3) is None


def test_support_needs_a_verb_of_giving() -> None:
    found = acts.given("给予", "的资助", 0, 3)
    assert found is not None
    assert found.of("的资助") == "资助"
    assert acts.given("产值", "的资助", 0, 3) is None


def test_stakes_are_bought_with_money_only() -> None:
    words = "受让安和制药三成股权"
    found = acts.bought("公司以", words, 0, len(words))
    assert found is not None
    assert found.of(words) == "股权"
    assert acts.bought("公司投入", words, 0, len(words)) is None
