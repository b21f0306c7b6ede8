"""What every match of a pattern contains."""

import re
from importlib import import_module

import pytest

from zjkg.needles import folded, needles


def _of(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> frozenset[str] | None:
    return needles(import_module("re._parser").parse(pattern, flags))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("去年底", {"去年底"}),
        ("[今去]年", {"今年", "去年"}),
        (r"\d+(?:万|亿)?元人民币", {"元人民币", "万元人民币", "亿元人民币"}),
        (r"(?<!在)(?:园区|基地)(?:内|\w{2})", {"园区", "基地"}),
        (r"与.{1,9}(?:签约|合作)", {"签约", "合作"}),
        (r"(?:(?:甲)|乙丙?)\d", {"甲", "乙", "乙丙"}),
        (r"(?:(?:\d年){2}|三月)后", {"后"}),
        (r"(?:\d年内){1,2}", {"年内"}),
        ("Said|TOLD", {"said", "told"}),
        (r"年(?=底)", {"年"}),  # what only stands beside a match may lie outside the text
        (r"\d*", None),
        ("(?:年|)", None),
        (r"[^，]|年", None),
    ],
)
def test_strings_of_which_a_match_has_one(pattern: str, expected: set[str] | None) -> None:
    assert _of(pattern) == expected


def test_folded_texts_have_what_re_takes_for_equal() -> None:
    for text in ("\u212aelvin", "\u017faid", "\u0130n", "\u0131n", "SAID"):
        for pattern in ("kelvin", "said", "in", "K", "S", "I"):
            if re.search(pattern, text, re.IGNORECASE):
                assert any(each in folded(text) for each in _of(pattern, re.IGNORECASE) or ())
