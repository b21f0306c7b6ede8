"""Parts in alliances: who initiates, founds, leads, joins, supports."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from zjkg.claims.alliances.grammar import EN, ZH
from zjkg.claims.frames.frame import LETTERS
from zjkg.model import EntityType

if TYPE_CHECKING:
    from tests.claims.conftest import Case

Make = Callable[..., "Case"]
INITIATED = "initiator founder"


def parts(case: Case) -> list[tuple[str | None, str, str]]:
    """Participant, words and kinds of each part."""
    return [
        (case.label(each.participant), each.part.of(case.article.text), " ".join(each.kinds))
        for each in case.claims.participations
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[O:青岚新药联盟]由[O:远川大学]、[O:滨江医院]和[O:星河生物]共同发起成立。",
            [(name, "共同发起成立", INITIATED) for name in ("远川大学", "滨江医院", "星河生物")],
        ),
        (
            "[O:星河生物]、[O:云帆医药]联合[O:远川大学]发起设立[O:青岚新药联盟]。",
            [(name, "发起设立", INITIATED) for name in ("星河生物", "云帆医药", "远川大学")],
        ),
        (
            "[O:青岚新药联盟]今天成立。首批成员单位包括[O:星河生物]、[O:云帆医药]等30家企业。",
            [(name, "首批成员单位", "member") for name in ("星河生物", "云帆医药")],
        ),
        (
            "[O:星河生物]是[O:青岚新药联盟]的副理事长单位，[O:云帆医药]为创始成员。",
            [("星河生物", "副理事长单位", "member"), ("云帆医药", "创始成员", "founder member")],
        ),
        (
            "[O:青岚新药联盟]理事长单位[O:星河生物]宣布扩建。",
            [("星河生物", "理事长单位", "leader")],
        ),
        (
            "[O:青岚新药联盟]昨日成立。作为联盟发起单位，[O:星河生物]将开放平台。",
            [("星河生物", "发起单位", "initiator")],
        ),
        (
            "[O:青嵐新藥聯盟]揭牌。[O:星河生技]為發起單位之一。",
            [("星河生技", "發起單位", "initiator")],
        ),
        (
            "牵头组建[O:青岚新药联盟]的是[O:远川协会]。",
            [("远川协会", "牵头组建", "founder leader")],
        ),
        (
            "[O:青岚新药联盟]宣布吸收[O:星河生物]等21家企业为新会员。",
            [("星河生物", "新会员", "member")],
        ),
        (
            "The [O:Marlow Cell Alliance] was founded by [O:Tarn Bio] and [O:Fell University].",
            [("Tarn Bio", "founded", "founder"), ("Fell University", "founded", "founder")],
        ),
        (
            (
                "[O:Tarn Bio] joined the [O:Marlow Cell Alliance] in 2023. "
                "[O:Fell University] leads the alliance."
            ),
            [("Tarn Bio", "joined", "member"), ("Fell University", "leads", "leader")],
        ),
        (
            (
                "Founding members of the [O:Marlow Cell Alliance] include [O:Tarn Bio] and"
                " [O:Beck Hospital]."
            ),
            [
                (name, "Founding members", "founder member")
                for name in ("Tarn Bio", "Beck Hospital")
            ],
        ),
        (
            (
                "The [O:Consortium for Rare Disease Trials], led by [O:Fell University], has 40"
                " members. [O:Tarn Bio] is a founding member."
            ),
            [
                ("Fell University", "led", "leader"),
                ("Tarn Bio", "founding member", "founder member"),
            ],
        ),
    ],
)
def test_parts(make_measured: Make, text: str, expected: list[tuple[str, str, str]]) -> None:
    case = make_measured(text)
    assert parts(case) == expected
    for each in case.claims.participations:
        assert all(each.evidence.sentence.covers(span) for span in each.evidence.focus)


@pytest.mark.parametrize(
    "text",
    [
        "[O:青岚新药联盟]揭牌。[O:青岚平台公司]由[O:星河生物]牵头组建。",
        "[O:青岚新药联盟]由近20家企业组建。[O:星河生物]是一家发起于远川的公司。",
        "[O:星河生物]由[P:王明]创立，专注基因治疗。",
        "[O:青岚联盟科技有限公司]由[O:星河生物]发起成立。",
        "[O:欧洲联盟]由[O:远川大学]发起成立。",
        "[O:Tarn Bio] was founded by [P:Ann Lee]. It did not join the [O:Marlow Cell Alliance].",
        "[O:Tarn Bio] launched a trial. The [O:Marlow Cell Alliance] met in June.",
        "[O:Alliance Pharma] was founded by [O:Tarn Bio].",
    ],
)
def test_no_part(make_measured: Make, text: str) -> None:
    assert parts(make_measured(text)) == []


def test_a_denied_part_is_dropped_and_a_planned_one_is_a_target(make_measured: Make) -> None:
    denied = make_measured("[O:云帆医药]没有加入[O:青岚新药联盟]。")
    assert parts(denied) == []
    assert [each.rule for each in denied.claims.dropped if each.rule == "part-joins"]
    (planned,) = make_measured("[O:云帆医药]拟加入[O:青岚新药联盟]。").claims.participations
    assert planned.modality.value == "target"


def test_alliances_are_told_by_their_names(make_measured: Make) -> None:
    case = make_measured(
        "[O:青岚新药联盟]、[O:远川创新联合体]、[O:滨江协会]、[O:青岚联盟科技公司]、"
        "[O:Marlow Alliance for Cell Therapy]和[O:Fell Consortium]。"
    )
    assert [case.label(key) for key in case.claims.alliances] == [
        "青岚新药联盟",
        "远川创新联合体",
        "Marlow Alliance for Cell Therapy",
        "Fell Consortium",
    ]


def test_time_is_linear_in_the_number_of_names() -> None:
    name = LETTERS[EntityType.ORGANIZATION]
    listed = (f"{name}、" * 10_000, f"{name}, the " * 5_000)
    started = time.perf_counter()
    for text, patterns in zip(listed, (ZH, EN), strict=True):
        for pattern, _, _ in patterns:
            assert not list(pattern.finditer(text))
    assert time.perf_counter() - started < 5
