from __future__ import annotations

import pytest

from zjkg.printable import printable, printable_line


@pytest.mark.parametrize(
    "mark", ["\x1b", "\x07", "\r", "\x7f", "\x9b", "\u202e", "\u2066", "\udcff"]
)
def test_what_steers_a_terminal_is_replaced(mark: str) -> None:
    assert printable(f"张江{mark}a") == "张江\ufffda"


def test_text_stays() -> None:
    assert printable("张江 Zhāngjiāng 😀\t\n") == "张江 Zhāngjiāng 😀\t\n"
    assert printable_line("one\ntwo") == "one two"
