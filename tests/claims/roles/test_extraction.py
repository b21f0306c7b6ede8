"""Who holds which post where, in the three scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zjkg.model import Credit, Predicate, Span

if TYPE_CHECKING:
    from tests.claims.conftest import Make

ZH = [
    (
        "滨湖创新研究院院长周岚昨日到访。",
        ("滨湖创新研究院=organization", "周岚=person"),
        {("周岚", "滨湖创新研究院", "院长")},
    ),
    (
        "远帆生物创始人、董事长兼首席执行官顾明哲博士出席。",
        ("远帆生物=organization", "顾明哲=person"),
        {
            ("顾明哲", "远帆生物", "创始人"),
            ("顾明哲", "远帆生物", "董事长"),
            ("顾明哲", "远帆生物", "首席执行官"),
        },
    ),
    (
        "远帆生物常务副总经理顾明哲说，进展顺利。",
        ("远帆生物=organization", "顾明哲=person"),
        {("顾明哲", "远帆生物", "常务副总经理")},
    ),
    (
        "湖州市药监局药品注册处处长江越、副处长韩青到场。",
        ("湖州市药监局=organization", "江越=person", "韩青=person"),
        {("江越", "湖州市药监局", "处长"), ("韩青", "湖州市药监局", "副处长")},
    ),
    (
        "远帆生物今年落户滨湖。该公司联合创始人顾明哲表示满意。",
        ("远帆生物=organization", "顾明哲=person", "滨湖=place"),
        {("顾明哲", "远帆生物", "联合创始人")},
    ),
    (
        "基因检测企业——远帆生物的首席科学官顾明哲这样说。",
        ("远帆生物=organization", "顾明哲=person"),
        {("顾明哲", "远帆生物", "首席科学官")},
    ),
    (
        "远帆生物任命顾明哲为总裁。",
        ("远帆生物=organization", "顾明哲=person"),
        {("顾明哲", "远帆生物", "总裁")},
    ),
    (
        "顾明哲现任远帆生物监事长。",
        ("远帆生物=organization", "顾明哲=person"),
        {("顾明哲", "远帆生物", "监事长")},
    ),
    (
        "滨湖大学校长、滨湖医学会会长周岚教授致辞。",
        ("滨湖大学=organization", "滨湖医学会=organization", "周岚=person"),
        {("周岚", "滨湖大学", "校长"), ("周岚", "滨湖医学会", "会长")},
    ),
    (
        "滨湖管委会副主任周岚、江越参加座谈。",
        ("滨湖管委会=organization", "周岚=person", "江越=person"),
        {("周岚", "滨湖管委会", "副主任"), ("江越", "滨湖管委会", "副主任")},
    ),
    (
        "滨湖大学周岚教授介绍了方案。",
        ("滨湖大学=organization", "周岚=person"),
        {("周岚", "滨湖大学", "教授")},
    ),
    ("衛福部長周嵐到場。", ("衛福部=organization", "周嵐=person"), {("周嵐", "衛福部", "部長")}),
    ("秘书长周岚主持。", ("周岚=person",), {("周岚", None, "秘书长")}),
    ("周岚院士和江越博士讨论了方案。", ("周岚=person", "江越=person"), set()),
    (
        "據遠帆生物行政總裁顧明哲介紹，進展順利。",
        ("遠帆生物=organization", "顧明哲=person"),
        {("顧明哲", "遠帆生物", "行政總裁")},
    ),
    (
        "香江科技園公司主席周嵐與遠帆生物聯合創辦人顧明哲會面。",
        ("香江科技園公司=organization", "遠帆生物=organization", "周嵐=person", "顧明哲=person"),
        {("周嵐", "香江科技園公司", "主席"), ("顧明哲", "遠帆生物", "聯合創辦人")},
    ),
]
EN = [
    (
        "Ann Low, director of the Lakeside Institute, agreed.",
        ("Ann Low=person", "Lakeside Institute=organization"),
        {("Ann Low", "Lakeside Institute", "director")},
    ),
    (
        "Ann Low, founder, chairman and chief executive of Farsail Bio, agreed.",
        ("Ann Low=person", "Farsail Bio=organization"),
        {
            ("Ann Low", "Farsail Bio", "founder"),
            ("Ann Low", "Farsail Bio", "chairman"),
            ("Ann Low", "Farsail Bio", "chief executive"),
        },
    ),
    (
        "Farsail Bio CEO Ann Low and Kitemed's chief scientific officer, Bo Reed, met.",
        ("Ann Low=person", "Farsail Bio=organization", "Bo Reed=person", "Kitemed=organization"),
        {("Ann Low", "Farsail Bio", "CEO"), ("Bo Reed", "Kitemed", "chief scientific officer")},
    ),
    (
        "Dr Ann Low is vice president of oncology at Farsail Bio.",
        ("Ann Low=person", "Farsail Bio=organization"),
        {("Ann Low", "Farsail Bio", "vice president of oncology")},
    ),
    ("Chairman Low spoke first.", ("Low=person",), {("Low", None, "Chairman")}),
    ("Dr Ann Low spoke first.", ("Ann Low=person",), set()),
]


@pytest.mark.parametrize(("text", "names", "expected"), [*ZH, *EN])
def test_roles(
    make: Make,
    text: str,
    names: tuple[str, ...],
    expected: set[tuple[str, str | None, str]],
) -> None:
    assert make(text, *names).roles == expected


def test_a_post_given_up_is_no_role(make: Make) -> None:
    case = make("顾明哲不再担任远帆生物董事长。", "顾明哲=person", "远帆生物=organization")
    assert case.roles == set()
    assert any(item.rule.startswith("role-") for item in case.claims.dropped)


def test_a_bare_repetition_is_dropped_with_its_reason(make: Make) -> None:
    case = make(
        "滨湖研究院院长周岚到访。院长周岚说，很好。", "滨湖研究院=organization", "周岚=person"
    )
    assert case.roles == {("周岚", "滨湖研究院", "院长")}
    assert [item.rule for item in case.claims.dropped if "role" in item.rule] == ["role-repeated"]


def test_a_courtesy_title_is_no_second_post(make: Make) -> None:
    case = make("滨湖医院院长周岚教授到访。", "滨湖医院=organization", "周岚=person")
    assert case.roles == {("周岚", "滨湖医院", "院长")}


def test_founders_found(make: Make) -> None:
    case = make("远帆生物联合创始人顾明哲到访。", "远帆生物=organization", "顾明哲=person")
    assert case.relations == {("顾明哲", "founderOf", "远帆生物")}
    (relation,) = case.claims.relations
    assert relation.predicate is Predicate.FOUNDER_OF
    assert relation.speaker is None


def test_credits_become_roles(make: Make) -> None:
    text = "滨湖日报记者 周岚\n责任编辑：江越"
    case = make(
        text,
        "滨湖日报=organization",
        "周岚=person",
        "江越=person",
        credits_=(
            Credit(Span(7, 9), Span(4, 6), Span(0, 4)),
            Credit(Span(15, 17), Span(10, 14), None),
        ),
    )
    assert case.roles == {("周岚", "滨湖日报", "记者"), ("江越", None, "责任编辑")}


def test_an_unrecognized_credit_is_recorded(make: Make) -> None:
    case = make("记者 周岚", credits_=(Credit(Span(3, 5), Span(0, 2), None),))
    assert [item.rule for item in case.claims.dropped] == ["role-credit"]


def test_evidence_stands_in_its_sentence(make: Make) -> None:
    case = make("今日多云。滨湖研究院院长周岚到访。", "滨湖研究院=organization", "周岚=person")
    (role,) = case.claims.roles
    assert role.evidence.sentence.of(case.article.text) == "滨湖研究院院长周岚到访。"
    focus = [span.of(case.article.text) for span in role.evidence.focus]
    assert focus == ["滨湖研究院", "院长", "周岚"]
