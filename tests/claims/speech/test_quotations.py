"""Direct speech and its speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Make

NAMES = ("远帆生物=organization", "周岚=person", "江越=person", "滨湖药谷=park", "湖州=place")
CASES = [
    ("周岚表示，“我们看好湖州。”", [("周岚", ("我们看好湖州。",))]),
    ("周岚：“我们看好湖州。”", [("周岚", ("我们看好湖州。",))]),
    ("“我们看好湖州。”远帆生物首席执行官周岚博士说。", [("周岚", ("我们看好湖州。",))]),
    ("“我们看好湖州”，周岚告诉记者。", [("周岚", ("我们看好湖州",))]),
    (
        "“我们看好湖州。”周岚向记者表示，“这里人才多。”",
        [("周岚", ("我们看好湖州。", "这里人才多。"))],
    ),
    (
        "“我们看好湖州。”周岚接受记者采访时，“这里人才多。”",
        [("周岚", ("我们看好湖州。", "这里人才多。"))],
    ),
    (
        "周岚介绍了规划。他说，“我们看好湖州。”",
        [("周岚", ("我们看好湖州。",))],
    ),
    (
        "“我们看好湖州。”周岚说。“我们也一样。”江越说。",
        [("周岚", ("我们看好湖州。",)), ("江越", ("我们也一样。",))],
    ),
    (
        "“这里好招人，别处招不到。”谈及选址，周岚这样对记者说。",
        [("周岚", ("这里好招人，别处招不到。",))],
    ),
    ("周岚对江越说，“我们看好湖州。”", [("周岚", ("我们看好湖州。",))]),
    ("“这里有‘一站式’服务，很方便。”周岚说。", [("周岚", ("这里有‘一站式’服务，很方便。",))]),
    ("“我们很高兴，”他说，“能来这里。”", [(None, ("我们很高兴，", "能来这里。"))]),
    ("“为什么要等到明年才开工呢？”", [(None, ("为什么要等到明年才开工呢？",))]),
    ("周岚这样说道：\n“我们看好湖州。”", [("周岚", ("我们看好湖州。",))]),
    ("周岚说，“第一，人才多。\n“第二，资本足。”", [("周岚", ("第一，人才多。", "第二，资本足。"))]),
    ("从“全球买”到“全球卖”，湖州形成“一核两翼”格局。", []),
    ("“滨湖药谷”的建设正在加快。", []),
    ("周岚介绍“滨湖药谷”的规划。", []),
    ("形成“技术+源头+产业”的发展体系，打造“硬核”园区。", []),
    ("周岚说，湖州正在形成“一核两翼”。", []),
    ("周岚坦言，土地“还差得远”，明年再看。", [("周岚", ("还差得远",))]),
    ("周岚透露，公司有意上市，“金额未定，不会太大”。", [("周岚", ("金额未定，不会太大",))]),
    ("周岚说，云杉局预计增长一成，“但别高兴太早”。", [("周岚", ("但别高兴太早",))]),
    ("周岚去年回国，“手续只花了三天”。", [("周岚", ("手续只花了三天",))]),
    ("合同不足百万元，“钱不多，意义不小”。", [(None, ("钱不多，意义不小",))]),
    ("周岚介绍，湖州推行“不见面审批”。", []),
    (
        "周岚：我们看好湖州。这里人才多，资本足。",
        [("周岚", ("我们看好湖州。这里人才多，资本足。",))],
    ),
    (
        "“为什么要等到明年才开工？”今天上午，周岚在会上发布报告。",
        [("周岚", ("为什么要等到明年才开工？",))],
    ),
    ("周岚坦言“舍不得，但要走”。江越表示，湖州很好。", [("周岚", ("舍不得，但要走",))]),
    ("“前景好，成本低。”远帆生物首席分析师周岚这样评价。", [("周岚", ("前景好，成本低。",))]),
]
HANT = [
    (
        "「我們看好竹林。」周嵐說：「這裡人才多。」",
        [("周嵐", ("我們看好竹林。", "這裡人才多。"))],
    ),
    ("周嵐指出，「『一帶一路』是機遇，要把握。」", [("周嵐", ("『一帶一路』是機遇，要把握。",))]),
    ("“竹林的產業正在突破。”他表示,未來可期。", [(None, ("竹林的產業正在突破。",))]),
    (
        "在周嵐看來,前景好。“竹林的產業正在突破。”他表示,未來可期。",
        [("周嵐", ("竹林的產業正在突破。",))],
    ),
]
EN = [
    ('"We like Huzhou," said Ann Low, head of Farsail.', [("Ann Low", ("We like Huzhou,",))]),
    (
        '"We like Huzhou," said Ann Low, head of Farsail. "Talent is here."',
        [("Ann Low", ("We like Huzhou,", "Talent is here."))],
    ),
    ('Ann Low came. Low added, "We like Huzhou."', [("Ann Low", ("We like Huzhou.",))]),
    ("Ann Low came. “We like Huzhou,” Low said.", [("Ann Low", ("We like Huzhou,",))]),
    (
        "“We like Huzhou,” Ann Low said. “It grows.”",
        [("Ann Low", ("We like Huzhou,", "It grows."))],
    ),
    (
        "“We like it,” says Ann Low, head of Farsail. “We stay,” she adds.",
        [("Ann Low", ("We like it,",)), ("Ann Low", ("We stay,",))],
    ),
    ('"We like it," said Farsail\'s founder, Dr. Ann Low.', [("Ann Low", ("We like it,",))]),
    ('"We like it," said Farsail co-founder Ann Low.', [("Ann Low", ("We like it,",))]),
    ('"We like it," Ann Low, its head, told reporters.', [("Ann Low", ("We like it,",))]),
    (
        '"We like it," joked Ann Low. Asked why, she was blunt. "It is cheap here."',
        [("Ann Low", ("We like it,",)), ("Ann Low", ("It is cheap here.",))],
    ),
    (
        'Sales, Ann Low said, were "somewhere north of ten million" last year.',
        [("Ann Low", ("somewhere north of ten million",))],
    ),
    ('Ann Low said the costs were "eating" margins.', []),
    ('The park calls itself a "cradle" of drugs.', []),
    ("Farsail‘s plan isn’t final, and it’s not ‘new’.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_simplified(
    make: Make, text: str, expected: list[tuple[str | None, tuple[str, ...]]]
) -> None:
    assert make(text, *NAMES).quotes == expected


@pytest.mark.parametrize(("text", "expected"), HANT)
def test_traditional(
    make: Make, text: str, expected: list[tuple[str | None, tuple[str, ...]]]
) -> None:
    assert make(text, "周嵐=person", "竹林=place").quotes == expected


@pytest.mark.parametrize(("text", "expected"), EN)
def test_english(make: Make, text: str, expected: list[tuple[str | None, tuple[str, ...]]]) -> None:
    names = ("Ann Low=person", "Farsail=organization", "Huzhou=place")
    assert make(text, *names).quotes == expected


def test_clauses_in_marks_that_nobody_speaks_are_dropped_with_their_reason(make: Make) -> None:
    case = make("湖州提出“三年见成效、五年成规模，十年树品牌”的目标。", *NAMES)
    assert case.quotes == []
    assert [item.rule for item in case.claims.dropped] == ["quotation-term"]


def test_parts_are_exact_and_lie_in_the_evidence(make: Make) -> None:
    case = make("今日多云。“我们看好湖州。”周岚向记者表示，“这里人才多。”完。", *NAMES)
    (quotation,) = case.claims.quotations
    assert quotation.evidence.focus == quotation.parts
    assert all(quotation.evidence.sentence.covers(part) for part in quotation.parts)
    assert not quotation.evidence.sentence.of(case.article.text).startswith("今日")
