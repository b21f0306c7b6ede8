"""Sentences about other parks and firms, in all three scripts, written for this test.

Each line lists what a careful reader finds. A few are known to fail; the floor counts them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from zjkg.model import Article
from zjkg.recognition import Recognizer

MakeArticle = Callable[[str], Article]


class Case(NamedTuple):
    text: str
    names: str


CASES = tuple(
    Case(*line.split("\t"))
    for line in Path(__file__)
    .with_name("sentences.tsv")
    .read_text(encoding="utf-8")
    .removesuffix("\n")
    .split("\n")
)
KNOWN_GAPS = ("和记黄埔医药", "Biopolis", "赛诺菲")
FLOOR = 0.95


def _expected(case: Case) -> set[tuple[str, str]]:
    pairs = (entry.rsplit("=", 1) for entry in case.names.split(" | ") if entry)
    return {(name, kind) for name, kind in pairs}


def _found(recognizer: Recognizer, article: Article) -> set[tuple[str, str]]:
    (result,) = recognizer.recognize([article])
    return {(m.span.of(article.text), m.type.value) for m in result.mentions}


@pytest.mark.parametrize(
    "case", [c for c in CASES if not any(gap in c.text for gap in KNOWN_GAPS)], ids=lambda c: c.text
)
def test_sentence(case: Case, recognizer: Recognizer, article: MakeArticle) -> None:
    assert _found(recognizer, article(case.text)) == _expected(case)


def test_floor_over_all_sentences(recognizer: Recognizer, article: MakeArticle) -> None:
    right = found = expected = 0
    for case in CASES:
        names, wanted = _found(recognizer, article(case.text)), _expected(case)
        right += len(names & wanted)
        found += len(names)
        expected += len(wanted)
    assert right / found >= FLOOR
    assert right / expected >= FLOOR
