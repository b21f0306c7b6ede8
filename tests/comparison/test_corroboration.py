from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from zjkg.model import ArticleRecord, ClaimKind, Comparison, Corroboration, EntityType

Make = Callable[..., ArticleRecord]
Compare = Callable[..., Comparison]
FixtureClass = Any  # a class of conftest.py, which a test module cannot import

NUMBER = ("461亿元", "46100000000", "CNY", "交易金额")


def the_amount(found: Comparison) -> Corroboration:
    [only] = [c for c in found.corroborations if c.claims[0].kind is ClaimKind.OBSERVATION]
    return only


@pytest.mark.parametrize(
    ("second", "origins", "ties"),
    [
        ({}, 2, ()),
        ({"outlet": "河岸日报"}, 1, ("outlet",)),
        ({"speaker": "林晓"}, 1, ("speaker",)),
        ({"names": (("滨江指数", EntityType.INDEX),)}, 1, ("release",)),
        ({"names": (("滨江指数", EntityType.INDEX),), "published": "2023-03-01"}, 2, ()),
    ],
    ids=["independent", "one outlet", "one speaker", "one release", "years apart"],
)
def test_origins(
    make_record: Make,
    compared: Compare,
    said: FixtureClass,
    paper: FixtureClass,
    second: dict[str, Any],
    origins: int,
    ties: tuple[str, ...],
) -> None:
    text = "滨江园2020年交易金额461亿元，河岸日报、林晓、滨江指数都提到。"
    first = paper(text, outlet="河岸日报", names=(("滨江指数", EntityType.INDEX),))
    speaker = second.pop("speaker", None)
    one = make_record("a", first, said(*NUMBER, speaker="林晓"))
    two = make_record("b", paper(text[:-1] + "过。", **second), said(*NUMBER, speaker=speaker))
    found = the_amount(compared(one, two))
    assert (len(found.claims), found.articles, len(found.origins)) == (2, 2, origins)
    assert found.origins[0].ties == ties


def test_a_repost_in_the_other_script_is_one_origin(
    make_record: Make, compared: Compare, said: FixtureClass, paper: FixtureClass
) -> None:
    text = (
        "滨江园2020年交易金额461亿元。记者从管理委员会了解到，园区今年还将建设三个公共平台。"
        "多家企业的负责人在会上介绍了经验。与会专家认为这一成绩来之不易。"
    )
    copy = (
        "濱江園2020年交易金額461億元。記者從管理委員會了解到，園區今年還將建設三個公共平台。"
        "多家企業的負責人在會上介紹了經驗。與會專家認為這一成績來之不易。本網綜合報導。"
    )
    one = make_record("a", paper(text), said(*NUMBER))
    two = make_record("b", paper(copy), said("461億元", *NUMBER[1:3], "交易金額", "濱江園"))
    found = compared(one, two)
    [repost] = found.reposts
    assert (repost.first, repost.second) == ("a", "b")
    assert repost.share > 0.8
    assert [origin.ties for origin in the_amount(found).origins] == [("repost",)]


def test_two_reports_of_one_meeting_are_no_reposts(
    make_record: Make, compared: Compare, said: FixtureClass
) -> None:
    one = make_record(
        "a", "滨江园2020年交易金额461亿元，创下新高。专家对此表示乐观。", said(*NUMBER)
    )
    two = make_record("b", "去年滨江园交易金额达到461亿元。园区负责人说会继续努力。", said(*NUMBER))
    assert not compared(one, two).reposts


def test_roles_are_corroborated_too(
    make_record: Make, compared: Compare, paper: FixtureClass
) -> None:
    def article(source: str, text: str, post: str) -> ArticleRecord:
        names = (("林晓", EntityType.PERSON), ("滨江研究院", EntityType.ORGANIZATION))
        roles = (("林晓", "滨江研究院", post),)
        return make_record(source, paper(text, names=names, roles=roles))

    a = article("a", "滨江研究院院长林晓到会。", "院长")
    b = article("b", "林晓任滨江研究院院长已有三年。", "院长")
    other = article("c", "滨江研究院副院长林晓到会。", "副院长")
    [group] = compared(a, b, other).corroborations
    assert [(ref.source, ref.kind) for ref in group.claims] == [
        ("a", ClaimKind.ROLE),
        ("b", ClaimKind.ROLE),
    ]
