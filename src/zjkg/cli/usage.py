"""A wrong command line, told in both languages.

The parser of command lines words its messages in English alone; here stand its sentences beside
their Chinese. A sentence that it words otherwise some day is shown as it is.
"""

from __future__ import annotations

import re
from typing import Final

import click

from zjkg.errors import Bilingual, Problem

# English sentences of click and their Chinese, each looked for in what is left of a message.
_SENTENCES: Final = tuple(
    (re.compile(english), chinese)
    for english, chinese in (
        (r"No such command ('.*?')\.", r"没有命令 \1。"),
        (r"No such option ('.*?')\.", r"没有选项 \1。"),
        (r"\(?Did you mean one of: (.*?)\?\)?\Z", r"是否想用 \1？"),
        (r"\(?Did you mean (.*?)\?\)?\Z", r"是否想用 \1？"),
        (r"Missing command\.", "缺少命令。"),
        (r"Missing option (.*?)\.(?=\s|\Z)", r"缺少选项 \1。"),
        (r"Missing argument (.*?)\.(?=\s|\Z)", r"缺少参数 \1。"),
        (r"Choose from:", "可选："),
        (r"Got unexpected extra arguments? \((.*)\)", r"多余的参数：\1"),
        (r"Option ('.*?') requires an argument\.", r"选项 \1 后须有一个值。"),
        (r"Option ('.*?') requires (\d+) arguments\.", r"选项 \1 后须有 \2 个值。"),
        (r"Option ('.*?') does not take a value\.", r"选项 \1 不带值。"),
        (r"Invalid value for (.*?): ", r"\1 的值无效："),
        (r"Invalid value: ", "值无效："),
        (r"(\S+) is not in the range (.*?)\.\Z", r"\1 不在范围 \2 之内。"),
        (r"('.*') is not a valid integer(?: range)?\.\Z", r"\1 不是整数。"),
        (r"('.*') is not a valid float(?: range)?\.\Z", r"\1 不是数值。"),
        (r"('.*') is not one of (.*?)\.\Z", r"\1 不在 \2 之中。"),
        (r"(?:Path|File|Directory) ('.*') does not exist\.", r"\1 不存在。"),
        (r"(?:Path|File|Directory) ('.*') is a directory\.", r"\1 是文件夹。"),
        (r"(?:Path|File|Directory) ('.*') is a file\.", r"\1 是文件。"),
        (r"(?:Path|File|Directory) ('.*') is not readable\.", r"\1 无法读取。"),
        (r"(?:Path|File|Directory) ('.*') is not writable\.", r"\1 无法写入。"),
    )
)


def usage_problem(error: click.UsageError) -> Problem:
    """A wrong command line in the shape of every other error."""
    context = error.ctx
    path = context.command_path if context else "zjkg"
    usage = " ".join(context.command.collect_usage_pieces(context)) if context else ""
    said = error.format_message()
    return Problem(
        Bilingual(said, in_chinese(said)),
        path,
        Bilingual(f"{path} {usage}", f"{path} {usage}"),
        Bilingual(f"see {path} --help", f"请看 {path} --help"),
    )


def in_chinese(said: str) -> str:
    """A message of the parser with each of its sentences in Chinese."""
    for english, chinese in _SENTENCES:
        said = english.sub(chinese, said, count=1)
    return said.replace("。 ", "。")
