"""Patterns that say in front what a match begins with find what they found before."""

import re
import subprocess
import sys

import pytest

from zjkg.patterns import Table, compiled

BROKEN = "(公司"
TEXTS = (
    "该公司去年营收3.2亿元，同比增长12%；公司表示，今年将再投2亿元。",
    "The company said on March 3 that K-Pharm, founded in 2019, had signed 12 deals.",
    "上海市药监局局长李文2021年5月到访\n园区内企业。",
    "\u212aelvin and ſummer, İstanbul ısı",
    "",
)
PATTERNS = (
    "(?:该|本(?!报))?公司|(?<=去年)营收|[上下]半年",
    r"(?<![\d.])\d{1,2}(?:月|日|%)|十[一二三]",
    r"\b(?:march|(?P<y>(?:19|20)\d{2})|[k-m]\w+)\b",
    "(?i:KELVIN|summer|istanbul|said)",
    "局长?|局(?=长)|(?:市|区){0,2}药",
    r"(?:a|\s)the|[^,]{3}d\b",
    r"(\w)\1|x*",
    "(?>ab|公)司|(?:^|，)公",
    r"(?:(?<=[^|(])|\b)(?:公司|s[ai|])|[(|)\]]|(?<!\()(?:\d|年)|([])|12])\||(?:(?<=1))2",
    r"(?:(\d)|年)\d|(?:(?<=，))(?:公|今)(?(1)x|.)",
)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE, re.MULTILINE])
def test_finds_the_same(pattern: str, flags: re.RegexFlag) -> None:
    for text in TEXTS:
        plain = [(m.span(), m.groupdict()) for m in re.compile(pattern, flags).finditer(text)]
        assert [(m.span(), m.groupdict()) for m in compiled(pattern, flags).finditer(text)] == plain


def _possible(pattern: str, text: str, flags: re.RegexFlag = re.NOFLAG) -> bool:
    return Table([re.compile(pattern, flags)], lambda row: row).possible(text) != []


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_no_text_with_a_match_is_passed_over(pattern: str, flags: re.RegexFlag) -> None:
    for text in TEXTS:
        for match in re.compile(pattern, flags).finditer(text):
            assert _possible(pattern, text[match.start() :], flags)


def test_texts_without_what_matches_contain_are_passed_over() -> None:
    pattern = r"(?<!第)\d+个月|[今去]年(?=底)(?:初|\w)"
    assert not _possible(pattern, "公司位于园区，去处")
    assert _possible(pattern, "公司有３个月历史")
    assert _possible(pattern, "去年")


def test_capitals_are_not_told_from_small_letters() -> None:
    assert _possible("(?i:said)", "Said")
    assert _possible("(?i:said)", "ſaid")
    assert _possible("(?i:SAID)", "he said")
    assert not _possible("(?i:said)", "told")


def test_what_cannot_be_told_passes_nothing_over() -> None:
    assert _possible("[^，]+", "月")
    assert _possible("年*", "月")
    assert _possible("(?i:Ωm?)", "ω")  # letters of other scripts that have cases
    assert compiled("[^，]年").pattern == "[^，]年"


def test_rows_keep_their_order() -> None:
    rows = [("third", "丙"), ("first", "甲"), ("any", "."), ("second", "乙")]
    table = Table(rows, lambda row: re.compile(row[1]))
    assert [name for name, _ in table.possible("甲丙")] == ["third", "first", "any"]


def test_what_a_match_begins_with_stands_in_front() -> None:
    pattern = compiled("(?<!第)(?:" + "|".join(f"[今去]年{i}" for i in range(100)) + ")")
    assert pattern.pattern.startswith("(?=")


def test_a_pattern_is_compiled_when_first_used() -> None:
    pattern = compiled(BROKEN)
    with pytest.raises(re.error):
        pattern.search("公司")


def test_a_pattern_has_nothing_that_patterns_lack() -> None:
    with pytest.raises(AttributeError):
        _ = compiled("公司").searched  # type: ignore[attr-defined]


def test_a_pattern_that_a_table_has_read_finds_the_same() -> None:
    for source in PATTERNS:
        pattern = compiled(source)
        Table([pattern], lambda row: row).possible("")
        assert pattern.pattern == compiled(source).pattern


EVERY_PATTERN = """
import gc
from zjkg import claims, measurement, reading, recognition
from zjkg.patterns import _Deferred

deferred = [each for each in gc.get_objects() if type(each) is _Deferred]
assert all(each.pattern for each in deferred)
print(len(deferred))
"""


def test_every_pattern_of_the_rules_can_be_compiled() -> None:
    # In a process of its own: here models may be loaded, which hide what was there before them.
    told = [sys.executable, "-W", "error", "-c", EVERY_PATTERN]
    done = subprocess.run(told, check=True, capture_output=True, text=True)
    assert int(done.stdout) > 300


@pytest.mark.parametrize("rules", ["claims", "measurement", "recognition"])
def test_a_build_without_new_articles_imports_no_rules(rules: str) -> None:
    told = f"import sys, zjkg.build; sys.exit('zjkg.{rules}' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
