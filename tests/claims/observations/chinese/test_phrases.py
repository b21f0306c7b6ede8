"""Chinese noun phrases beside a number, on words that are tagged by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from zjkg.claims.observations.chinese.lexicon import unlinked
from zjkg.claims.observations.chinese.phrases import Phrases
from zjkg.claims.observations.text import Named, Text
from zjkg.folding import simplified
from zjkg.model import (
    Article,
    EntityType,
    LanguageTag,
    Publication,
    Span,
    Token,
)

_NAMES = {"PARK": EntityType.PARK, "LOC": EntityType.PLACE, "ORG": EntityType.ORGANIZATION}


def _text(tagged: str) -> Text:
    """The view of ``word/tag word/tag``; words tagged as names are names."""
    tokens: list[Token] = []
    words = ""
    for each in tagged.split():
        word, tag = each.rsplit("/", 1)
        tokens.append(Token(Span(len(words), len(words) + len(word)), tag))
        words += word
    named = [
        Named(token.span, f"e{index}", _NAMES[token.tag])
        for index, token in enumerate(tokens)
        if token.tag in _NAMES
    ]
    instant = dt.datetime(2023, 5, 10, tzinfo=dt.UTC)
    article = Article(
        source="sample", digest="0", encoding="utf-8", media_type="text/plain", text=words,
        language=LanguageTag.HANS, title=None, publisher=None,
        published=Publication(instant, "2023-05-10"), blocks=(), sentences=(),
    )  # fmt: skip
    starts = tuple(item.span.start for item in named)
    return Text(article, simplified(words), tuple(named), starts, (tuple(tokens),), {})


def _ending(tagged: str, *, counted: bool = True) -> str | None:
    text = _text(tagged)
    found = Phrases(text).ending(0, Span(0, len(text.key)), counted=counted)
    return None if found is None else found.of(text.article.text)


def _beginning(tagged: str) -> str | None:
    text = _text(tagged)
    found = Phrases(text).beginning(0, 0, len(text.key))
    return None if found is None else found.of(text.article.text)


@pytest.mark.parametrize(
    ("tagged", "phrase"),
    [
        ("集聚/v 生物/n 医药/n 企业/n", "生物医药企业"),
        ("注册/v 企业/n", "注册企业"),
        ("公司/n 现有/v 员工/n", "员工"),
        ("目前/TIME 已/d 服务/vn 企业/n", "企业"),
        ("在/p 研/v 管线/n", "在研管线"),
        ("完成/v A/xc 轮/q 融资/vn", "A轮融资"),
        ("企业/n 总收入/n", "总收入"),
        ("医药/n 制造业/n 产值/n", "医药制造业产值"),
        ("孵化/v 面积/n", "孵化面积"),
        ("实现/v 产值/n", "产值"),
        ("新增/v 10亿元/m 以上/f 项目/n", "10亿元以上项目"),
        ("首付款/n 和/c 里程碑/n 付款/vn", "首付款和里程碑付款"),
        ("园区/n 内/f 从事/v 细胞/n 治疗/vn 的/u 企业/n", "从事细胞治疗的企业"),
        ("新药/n 累计/v 上市/v", "新药"),
        ("滨江药谷/PARK 从业人员/n", "从业人员"),
        ("占地/v", None),
        ("公司/n", "公司"),
    ],
)
def test_phrase_that_ends_a_stretch(tagged: str, phrase: str | None) -> None:
    assert _ending(tagged) == phrase


def test_only_a_measure_stands_before_the_verb_of_an_amount() -> None:
    assert _ending("政府/n 预留/v", counted=False) is None
    assert _ending("经费/n 编列/v", counted=False) == "经费"
    assert _ending("公司/n", counted=False) is None


@pytest.mark.parametrize(
    ("tagged", "phrase"),
    [
        ("医院/n 投入/v 使用/vn", "医院"),
        ("医院/n 装机/vn", "医院"),
        ("创新药/n 研发/vn 项目/n 获批/v", "创新药研发项目"),
        ("的/u B轮/nz 融资/vn", "B轮融资"),
        ("员工/n 平均年龄/n", "员工"),
        ("企业/n 与/c 机构/n 签约/v", "企业"),
        ("未有/v 收入/n 的/u 公司/n 上市/v", "未有收入的公司"),
        ("日本/LOC 药厂/n 下单/v", "日本药厂"),
        ("日本/LOC 生物/n 医药/n 企业/n", "生物医药企业"),
        ("“/w 安舒灵/nz ”/w", "安舒灵"),
        ("重大/a 产业/n (/w 平台/n )/w 项目/n", "重大产业(平台)项目"),
        ("来自/v 海外/s", None),
    ],
)
def test_phrase_that_begins_a_stretch(tagged: str, phrase: str | None) -> None:
    assert _beginning(tagged) == phrase


@pytest.mark.parametrize(
    ("tagged", "verb"),
    [
        ("共/d 植入/v", "植入"),
        ("租/v 了/u", "租"),
        ("省/v 下/v", "省下"),
        ("首期/m 到位/v", "首期到位"),
        ("已/d 占地/v", "占地"),
        ("预计/v 达到/v", None),
        ("员工/n", None),
    ],
)
def test_verb_that_says_what_is_counted(tagged: str, verb: str | None) -> None:
    text = _text(tagged)
    found = Phrases(text).verb(0, Span(0, len(text.key)))
    assert (None if found is None else found.of(text.article.text)) == verb


def test_place_says_which_short_noun_has_the_share() -> None:
    text = _text("澳门/LOC 企业/n")
    assert Phrases(text).owned(0, Span(0, 4)) == Span(0, 4)


def test_items_of_a_list() -> None:
    text = _text("营收/n 、/w 净利润/n 和/c 税收/n")
    spans = Phrases(text).items(Span(0, len(text.key)))
    assert [span.of(text.key) for span in spans] == ["营收", "净利润", "税收"]


@pytest.mark.parametrize(
    "words",
    [
        "员工已达",
        "员工有",
        "员工目前约",
        "员工由三年前的",
        "员工截至6月底共",
        "员工 ",
        "员工今年首三季",
    ],
)
def test_links_are_taken_off(words: str) -> None:
    assert words[: unlinked(words, 0, len(words))] == "员工"


def test_words_that_only_look_like_links_stay() -> None:
    for words in ("产能", "现有材料", "医药大会", "许可"):
        assert unlinked(words, 0, len(words)) == len(words)
