"""Teasers of other stories go; the last paragraphs of ordinary articles stay."""

from collections.abc import Callable
from pathlib import Path

import pytest

from zjkg.model import Article

ReadText = Callable[..., Article]
TEXTS = Path(__file__).parent / "texts"


def text_of(name: str) -> str:
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8").strip()


HANS_BODY = text_of("hans_body")
HANS_TEASERS = text_of("hans_teasers")
HANT_BODY = text_of("hant_body")
HANT_TEASERS = text_of("hant_teasers")
EN_BODY = text_of("en_body")
EN_TEASERS = text_of("en_teasers")
MENTION = (
    "某地创新药企业座谈会召开,与会代表围绕粮食收购、秋粮入库、烘干设备补贴展开热烈讨论,并就仓储"
)


def text_after(read_text: ReadText, *parts: str) -> tuple[str, list[str]]:
    article = read_text("\n".join(parts))
    return article.text, [removal.rule for removal in article.removals]


@pytest.mark.parametrize(
    ("body", "byline", "teasers"),
    [
        (HANS_BODY, "本报记者 王小明", HANS_TEASERS),
        (HANT_BODY, "本報記者 陳大文", HANT_TEASERS),
        (EN_BODY, "By Wu Min", EN_TEASERS),
        (EN_BODY, "Reporting by Wu Min; Editing by Jane Doe", EN_TEASERS),
        (HANS_BODY, "本报记者 王小明", HANS_TEASERS + "\n" + MENTION),
        (HANS_BODY, "（本报记者 王小明）", HANS_TEASERS),
    ],
)
def test_teasers_after_a_closing_byline(
    read_text: ReadText, body: str, byline: str, teasers: str
) -> None:
    text, rules = text_after(read_text, body, byline, teasers)
    assert text == f"{body}\n{byline}"
    assert rules == ["unrelated-teaser"] * len(teasers.split("\n"))


@pytest.mark.parametrize(
    ("body", "teasers"),
    [(HANS_BODY, HANS_TEASERS), (HANT_BODY, HANT_TEASERS), (EN_BODY, EN_TEASERS)],
)
def test_teasers_without_a_byline(read_text: ReadText, body: str, teasers: str) -> None:
    assert text_after(read_text, body, teasers)[0] == body


def test_teasers_after_a_credit_at_the_end_of_a_paragraph(read_text: ReadText) -> None:
    body = f"{HANS_BODY}（某某台记者 王小明）"
    assert text_after(read_text, body, HANS_TEASERS)[0] == body


def test_editor_after_the_teasers_stays(read_text: ReadText) -> None:
    text, _ = text_after(read_text, HANS_BODY, "本报记者 王小明", HANS_TEASERS, "责任编辑：李四光")
    assert text == f"{HANS_BODY}\n本报记者 王小明\n责任编辑：李四光"


def test_complete_teasers_of_many_stories(read_text: ReadText) -> None:
    teasers = (
        "宁波港一季度集装箱吞吐量创下历史新高，海铁联运表现亮眼。\n"
        "洛阳龙门石窟增设三处停车场，提醒游客错峰出行。\n"
        "呼伦贝尔草原出现降雪，多条公路临时管制。"
    )
    text, _ = text_after(read_text, HANS_BODY, "本报记者 王小明", teasers)
    assert text.endswith("本报记者 王小明")


ORDINARY_ENDS = {
    "outlook": (
        "业内人士认为，随着资本市场回暖，更多海外人才将选择回国创业，行业有望迎来新一轮增长。"
    ),
    "background": (
        "据悉，该市去年地区生产总值突破两万亿元，常住人口超过一千二百万，拥有高校二十余所。"
    ),
    "colour": ("夜幕降临，实验楼里依旧灯火通明。窗外的金鸡湖边，几个晚归的年轻人正骑车穿过小桥。"),
    "other topics": (
        "会上还发布了绿色金融指引。\n论坛同期举办了书画展和马拉松比赛。\n雨天没有影响大家的热情。"
    ),
}


@pytest.mark.parametrize("end", ORDINARY_ENDS.values(), ids=ORDINARY_ENDS.keys())
@pytest.mark.parametrize("byline", ["", "本报记者 王小明"])
def test_ordinary_ends_stay(read_text: ReadText, end: str, byline: str) -> None:
    parts = [part for part in (HANS_BODY, end, byline) if part]
    assert text_after(read_text, *parts) == ("\n".join(parts), [])


def test_byline_in_the_middle(read_text: ReadText) -> None:
    lines = HANS_BODY.split("\n")
    middle = [*lines[:3], "本报记者 王小明", *lines[3:], ORDINARY_ENDS["outlook"]]
    assert text_after(read_text, *middle) == ("\n".join(middle), [])


def test_byline_at_the_top(read_text: ReadText) -> None:
    text = f"本报记者 王小明\n{HANS_BODY}\n{ORDINARY_ENDS['colour']}"
    assert text_after(read_text, text) == (text, [])


def test_background_after_the_byline(read_text: ReadText) -> None:
    text = (
        f"{HANS_BODY}\n本报记者 王小明\n相关背景\n"
        "苏州生物医药园区于2007年启用，一期和二期共引进创新药企业三百余家。\n"
        "细胞治疗是园区近年重点发展的方向，公共实验平台由园区和企业共同出资。"
    )
    assert text_after(read_text, text) == (text, [])


def test_list_of_names_at_the_end(read_text: ReadText) -> None:
    text = f"{HANS_BODY}\n首批签约名单\n甲壳医疗\n蓝鲸制药\n青鸟诊断\n北辰试剂"
    assert text_after(read_text, text) == (text, [])


def test_short_english_article(read_text: ReadText) -> None:
    text = (
        "Harbor town gets a clinic\nA clinic opened on Friday.\nThe mayor cut the ribbon.\n"
        "Rain fell all morning, yet hundreds of families came to see the building."
    )
    assert text_after(read_text, text) == (text, [])
