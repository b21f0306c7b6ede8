"""Generic words in Chinese and English."""

from __future__ import annotations

import pytest

from zjkg.claims.observations.references import Sort, is_firm, references


@pytest.mark.parametrize(
    ("words", "sort", "word"),
    [
        ("该公司员工", Sort.FIRM, "公司"),
        ("预计公司明年", Sort.FIRM, "公司"),
        ("这家在港上市的企业", Sort.FIRM, "企业"),
        ("园区企业", Sort.PARK, "园区"),
        ("明年高新区计划", Sort.PARK, "高新区"),
        ("团队目前已", Sort.SPEAKER, "团队"),
        ("全园产值", Sort.PARK, "全园"),
        ("全区企业", Sort.PLACE, "全区"),
        ("该药单支价格", Sort.PRODUCT, "药"),
        ("联会有会员", Sort.BODY, "联会"),
        ("其年产能", Sort.TOPIC, "其"),
        ("我们的大楼", Sort.SPEAKER, "我们"),
        ("后者将投资", Sort.LATTER, "后者"),
    ],
)
def test_chinese(words: str, sort: Sort, word: str) -> None:
    (found,) = references(words, 10, english=False)
    assert (found.sort, found.word) == (sort, word)
    assert found.start >= len("0123456789")


@pytest.mark.parametrize("words", ["12家公司", "其中", "其他", "〓公司", "极其"])
def test_no_chinese_reference(words: str) -> None:
    assert references(words, 0, english=False) == []


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("The company hired", Sort.FIRM),
        ("The 38-hectare park had", Sort.PARK),
        ("the vaccine reduced", Sort.PRODUCT),
        ("They employ", Sort.TOPIC),
        ("We run", Sort.SPEAKER),
        ("the hospital will", Sort.BODY),
    ],
)
def test_english(words: str, sort: Sort) -> None:
    (found,) = references(words, 0, english=True)
    assert found.sort is sort


def test_companies_and_others() -> None:
    assert is_firm("明远生物")
    assert not is_firm("滨江区科技局")
    assert not is_firm("Rivertown University Hospital")
