"""Wrong command lines are told in the language that was asked for."""

from __future__ import annotations

import re

import pytest

from zjkg.cli import main

_ENGLISH = re.compile(r"[A-Z]?[a-z]{2,}(?: [a-z]{2,})+")  # two English words in a row


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["quary"], "没有命令 'quary'。是否想用"),
        (["query", "--stor", "x"], "没有选项 '--stor'。是否想用"),
        (["query", "--zzz"], "没有选项 '--zzz'。"),
        (["build", "--jobs", "x"], "'--jobs' 的值无效：'x' 不是整数。"),
        (["build", "--jobs", "-1"], "'--jobs' 的值无效：-1 不在范围 "),
        (["query", "x", "--format", "doc"], "'--format' 的值无效：'doc' 不在 "),
        (["query", "x", "--store"], "选项 '--store' 后须有一个值。"),
        (["query", "x", "y"], "多余的参数：y"),
        (["provenance"], "缺少参数 "),
        (["query", "--list=x"], "选项 '--list' 不带值。"),
    ],
)
def test_in_chinese(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    command, *rest = arguments
    with pytest.raises(SystemExit) as ended:
        main([command, "--lang=zh", *rest])
    assert ended.value.code == 2
    (first, *_) = capsys.readouterr().err.splitlines()
    assert first.startswith(f"错误：{words}")
    assert not _ENGLISH.search(first)
