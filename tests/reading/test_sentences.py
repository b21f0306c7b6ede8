import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjkg.reading.sentences import spans


def split(block: str) -> list[str]:
    return [block[start:end] for start, end in spans(block)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["园区开工了。", "企业来了！", "还缺什么？"],
        ["产值增长10.3%，达到1.5亿元。", "其中，出口占一半；进口占四成。"],
        ["他说：“先建楼。", "再招商。”", "随后离开。"],
        ["“先建楼。”主任李某说，“再招商。”", "会议结束。"],
        ["“先建楼，再招商。”某某公司创始人、董事长兼首席执行官李某博士说。", "他随后离开。"],
        ["《为什么是这里？》一书出版。", "好。"],
        ["规模居前（见表一。表二），增长明显。", "（记者 王明）"],
        ["规模居前。", "（本文已更新。）", "完。"],
        ["他想……再看看。", "好"],
        ["“真的吗？”她问。", "没有人回答。"],
        ["「先建樓。」", "「再招商。」"],
        ["企業已超過50家,產值增長3.5%。", "園區擴建."],
        ["完成了.", "下一步是招商."],
        ["1. 建楼。", "2. 招商。"],
    ],
)
def test_chinese(sentences: list[str]) -> None:
    assert split("".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Wu of Acme Co. Ltd. spoke.", "He paid 3.5 million."],
        ["It opened at 9 a.m. on Monday.", "J. K. Lin came."],
        ["The firm is based in the U.S.", "It hired 20 people."],
        ["U.S. Steel left.", "No. 5 Road is closed.", "We said no.", "They left."],
        ['"Is it open?" he asked.', '"Yes!" Wu Min said.', '"Come in."'],
        ['She said, "We build.', 'We grow."', "It ended."],
        ["It grew... and then fell.", "It rose again..."],
        ["Prof. Wu, et al. found it.", "See fig. 3 for more."],
        ["The park (opened in 2010. It is large) grew.", "Done."],
        ["See zjkg.example for 1.5.2 notes.", "Version 2.0 came."],
    ],
)
def test_english(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_white_space_is_outside() -> None:
    assert split("\u3000 一。 \u3000二。 ") == ["一。", "二。"]
    assert split(" \u3000 ") == []


def test_unbalanced_brackets_hold_nothing_together() -> None:
    assert split("（一。二。三。") == ["（一。", "二。", "三。"]


_ALPHABET = "园区药。！？；…“”「」（）()《》\"'.!? aAbDr1٢\u3000\n\t𠮷👩‍🔬\u200b,，"


@given(st.text(alphabet=_ALPHABET, max_size=80))
def test_every_character_is_in_exactly_one_sentence(block: str) -> None:
    seen = [0] * len(block)
    for start, end in spans(block):
        assert block[start:end] == block[start:end].strip() != ""
        for place in range(start, end):
            seen[place] += 1
    assert all(count == 1 for count, char in zip(seen, block, strict=True) if not char.isspace())
    assert max(seen, default=0) <= 1


@pytest.mark.parametrize(
    "unit", ["园区增长。", "无标点", "（", "“a. ", "...", "（）", ".”", "A.", "。”说"]
)
def test_cost_is_linear(unit: str) -> None:
    block = unit * (1_000_000 // len(unit))
    started = time.perf_counter()
    count = sum(1 for _ in spans(block))
    assert count >= 1
    assert time.perf_counter() - started < 20
