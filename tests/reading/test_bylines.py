from zoneinfo import ZoneInfo

import pytest

from zjkg.reading.bylines import Person, bare_name, in_brackets, whole_line

SHANGHAI = ZoneInfo("Asia/Shanghai")


def shown(line: str, people: tuple[Person, ...]) -> list[tuple[str, str, str | None]]:
    return [
        (
            line[slice(*person.name)],
            line[slice(*person.post)],
            line[slice(*person.organization)] if person.organization else None,
        )
        for person in people
    ]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("某某时报记者 王小明", [("王小明", "记者", "某某时报")]),
        ("新华社记者王小明", [("王小明", "记者", "新华社")]),
        ("2021-11-18 22:06 某某财经记者 王小明 发自苏州", [("王小明", "记者", "某某财经")]),
        ("2024-04-11 02:18　某某快報　記者屠大文／台北報導", [("屠大文", "記者", "某某快報")]),
        ("本報記者 陳大文", [("陳大文", "記者", None)]),
        ("责任编辑：王小明", [("王小明", "责任编辑", None)]),
        ("（責任編輯：陳大文）", [("陳大文", "責任編輯", None)]),
        (
            "记者 王明 李小红 通讯员 赵一",
            [("王明", "记者", None), ("李小红", "记者", None), ("赵一", "通讯员", None)],
        ),
        ("见习记者 欧阳小明", [("欧阳小明", "见习记者", None)]),
        ("文/王小明", [("王小明", "", None)]),
        ("编辑 王小明 校对 李四光", [("王小明", "编辑", None), ("李四光", "校对", None)]),
        ("作者：王小明", [("王小明", "作者", None)]),
        ("By Jane Doe", [("Jane Doe", "", None)]),
        ("By Jane Doe and John Roe", [("Jane Doe", "", None), ("John Roe", "", None)]),
        ("By Jane Doe, Staff Writer", [("Jane Doe", "Staff Writer", None)]),
        (
            "Reporting by Jane Doe; Editing by John Q. Roe",
            [("Jane Doe", "", None), ("John Q. Roe", "", None)],
        ),
        ("Editor: Jane Doe", [("Jane Doe", "Editor", None)]),
        ("By Jane Doe / Staff reporter, in Hsinchu", [("Jane Doe", "Staff reporter", None)]),
        ("某某週報／記者 陳大文　2024.07.24", [("陳大文", "記者", "某某週報")]),
        ("某某产经　2024年9月12日　记者 王小明", [("王小明", "记者", "某某产经")]),
        ("来源：某某产经　记者：王小明", [("王小明", "记者", None)]),
        ("某某月刊　撰文：王小明", [("王小明", "撰文", None)]),
        ("某某网记者 王小明 上海报道", [("王小明", "记者", "某某网")]),
        (
            "□ 本报记者 王小明 通讯员 赵一 李红",
            [("王小明", "记者", None), ("赵一", "通讯员", None), ("李红", "通讯员", None)],
        ),
        (
            "撰文｜王小明摄影｜李红审核｜赵一",
            [("王小明", "撰文", None), ("李红", "摄影", None), ("赵一", "审核", None)],
        ),
        ("某经记者 王小明 某经编辑 李红", [("王小明", "记者", "某经"), ("李红", "编辑", "某经")]),
        ("採訪、撰文／陳大文", [("陳大文", "採訪", None), ("陳大文", "撰文", None)]),
        ("核稿編輯：陳大文", [("陳大文", "核稿編輯", None)]),
        ("記者陳大文、李小紅／綜合報導", [("陳大文", "記者", None), ("李小紅", "記者", None)]),
        ("記者陳大文台北報導", [("陳大文", "記者", None)]),
        ("某某網記者陳大文 台北", [("陳大文", "記者", "某某網")]),
        (
            "一审：王小明 二审：李红 三审：赵一",
            [("王小明", "一审", None), ("李红", "二审", None), ("赵一", "三审", None)],
        ),
        ("2024-09-20 00:18　某某日報／ 記者駱大文／新竹報導", [("駱大文", "記者", "某某日報")]),
        ("某某评论 | 记者 陈大文 发自武汉", [("陈大文", "记者", "某某评论")]),
        ("2019年04月19日　04:10　某某網　記者駱大文／上海報導", [("駱大文", "記者", "某某網")]),
        ("文/本报记者 王小明 摄/李红", [("王小明", "记者", None), ("李红", "", None)]),
        ("Jane Doe, Staff Reporter", [("Jane Doe", "Staff Reporter", None)]),
        ("Photo: Jane Doe", [("Jane Doe", "", None)]),
        ("采写 王小明 实习生 李红", [("王小明", "采写", None), ("李红", "实习生", None)]),
    ],
)
def test_whole_lines(line: str, people: list[tuple[str, str, str | None]]) -> None:
    found = whole_line(line, SHANGHAI)
    assert found is not None
    assert shown(line, found.people) == people


def test_line_with_date_source_and_author() -> None:
    line = "2021-10-12 20:00 来源：某某时报 作者：王小明"
    found = whole_line(line, SHANGHAI)
    assert found is not None
    assert found.has_date
    assert found.outlet is not None
    assert line[slice(*found.outlet)] == "某某时报"
    assert shown(line, found.people) == [("王小明", "作者", None)]


@pytest.mark.parametrize(
    "line",
    [
        "记者获悉",
        "记者调查",
        "记者从园区管委会获悉，产值增长。",
        "编辑部",
        "10月12日，某某时报记者在会上获悉",
        "By 2025, the park will double in size",
        "王小明表示",
        "来源广泛的资金进入园区。",
        "园区2021-10-12开工",
    ],
)
def test_lines_that_are_text(line: str) -> None:
    assert whole_line(line, SHANGHAI) is None


def test_brackets() -> None:
    line = "规模扩大。（某某电视台记者 王小明）"
    assert shown(line, in_brackets(line)) == [("王小明", "记者", "某某电视台")]
    line = "本报讯（记者 王小明 通讯员 李四光）园区（位于城东）开工。"
    assert [name for name, _, _ in shown(line, in_brackets(line))] == ["王小明", "李四光"]


def test_bare_names() -> None:
    assert bare_name("Wu Min") is not None
    assert bare_name("Special Reports") is None
    assert bare_name("Science Park") is None
    assert bare_name("wu min") is None


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("（某通社記者陳大文新竹2日電）園區擴建。", ("陳大文", "記者", "某通社")),
        ("〔記者陳大文／新竹報導〕園區擴建。", ("陳大文", "記者", None)),
        ("（記者陳大文／新竹報導）園區擴建。", ("陳大文", "記者", None)),
    ],
)
def test_dispatches(line: str, person: tuple[str, str, str | None]) -> None:
    assert shown(line, in_brackets(line)) == [person]


@pytest.mark.parametrize(
    ("line", "outlet", "names"),
    [
        ("2021-10-12 20:00 某某新闻网", "某某新闻网", []),
        ("By Wu Min | Some Daily | Updated: 2021-10-12 20:00", "Some Daily", ["Wu Min"]),
        ("By Wu Min in Suzhou | Some Daily | 2021-10-12 20:00", "Some Daily", ["Wu Min"]),
        ("2021-10-12 20:00:11　来源: 某某日报　　字号：大 中 小", "某某日报", []),
    ],
)
def test_outlet_beside_a_date(line: str, outlet: str, names: list[str]) -> None:
    found = whole_line(line, SHANGHAI)
    assert found is not None
    assert found.outlet is not None
    assert line[slice(*found.outlet)] == outlet
    assert [name for name, _, _ in shown(line, found.people)] == names
    assert found.has_date
