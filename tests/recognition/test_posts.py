"""Employers and persons on both sides of a post with its field of work."""

from collections.abc import Callable

import pytest

from zjkg.model import Article, EntityType
from zjkg.recognition import Recognizer

MakeArticle = Callable[[str], Article]


@pytest.mark.parametrize(
    ("text", "firm", "person"),
    [
        ("岭澜生物人力资源经理阳丽娟表示，新厂房明年投产。", "岭澜生物", "阳丽娟"),
        ("穆拉诊断数字化转型总监隋文静介绍，团队有八十人。", "穆拉诊断", "隋文静"),
        ("佐木製藥製程開發副總裁祁連山指出，新廠明年投產。", "佐木製藥", "祁連山"),
        ("景澄藥業亞太區臨床營運主管卜延年說，團隊有八十人。", "景澄藥業", "卜延年"),
        ("岭澜生物首席商务官岳清和补充，团队有八十人。", "岭澜生物", "岳清和"),
        ("博聞基因營運總監區學謙透露，新廠明年投產。", "博聞基因", "區學謙"),
    ],
)
def test_both_sides_of_a_post(
    recognizer: Recognizer, article: MakeArticle, text: str, firm: str, person: str
) -> None:
    made = article(text)
    (result,) = recognizer.recognize([made])
    names = {mention.span.of(made.text): mention.type for mention in result.mentions}
    assert names == {firm: EntityType.ORGANIZATION, person: EntityType.PERSON}


@pytest.mark.parametrize(
    "text", ["医生白天看门诊，晚上填表格。", "学者、医生和业界人士出席。", "理事长单位的代表到场。"]
)
def test_nobody_stands_behind_a_post(
    recognizer: Recognizer, article: MakeArticle, text: str
) -> None:
    (result,) = recognizer.recognize([article(text)])
    assert not any(mention.type is EntityType.PERSON for mention in result.mentions)


@pytest.mark.parametrize(
    ("text", "unit", "parent"),
    [
        ("江北新区管委会生物医药处负责落实。", "江北新区管委会生物医药处", "江北新区管委会"),
        ("深圳海关关税处近日发布通知。", "深圳海关关税处", "深圳海关"),
        (
            "據生物技術開發中心產業資訊組統計，去年成長14%。",
            "生物技術開發中心產業資訊組",
            "生物技術開發中心",
        ),
    ],
)
def test_a_department_and_its_parent(
    recognizer: Recognizer, article: MakeArticle, text: str, unit: str, parent: str
) -> None:
    made = article(text)
    (result,) = recognizer.recognize([made])
    assert {unit, parent} <= {mention.span.of(made.text) for mention in result.mentions}
