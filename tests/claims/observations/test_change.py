"""Whether a value says by how much its measure rose or fell, on sentences of our own."""

from __future__ import annotations

from functools import cache

import pytest

from zjkg.claims.observations.extraction import observations
from zjkg.linking import entities
from zjkg.measurement import measure
from zjkg.model import Change, EntityType
from zjkg.reading import read_bytes
from zjkg.recognition import Gazetteer, Recognizer
from zjkg.settings import Settings

UP, DOWN = Change.INCREASE, Change.DECREASE
_NAMES = (
    ("明远生物", EntityType.ORGANIZATION),
    ("明遠生物", EntityType.ORGANIZATION),
    ("Mingyuan Bio", EntityType.ORGANIZATION),
)


@cache
def recognizer() -> Recognizer:
    return Recognizer(Gazetteer(_NAMES))


def changes(text: str) -> list[Change | None]:
    """The change of each observation of an article with that text."""
    zone = Settings().zone
    article = read_bytes("sample.txt", f"2023-05-10\n{text}".encode(), zone=zone)
    (recognition,) = recognizer().recognize([article])
    measured = measure(article, recognition, zone=zone)
    kept, _ = observations(article, recognition, measured, entities(article, recognition))
    return [item.change for item in kept]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("明远生物去年产值8亿元，同比增长9.8%。", [None, UP]),
        ("明远生物去年产值8亿元，较上年下降了近一成。", [None, DOWN]),
        ("明遠生物去年營收8億元，年減6.3%，毛利率41%，季增2.1個百分點。", [None, DOWN, None, UP]),
        ("明远生物产值和利润分别增长14%和11.3%。", [UP, UP]),
        ("明远生物的产值增幅达到12%，高于全市5个百分点。", [UP, UP]),
        ("明远生物昨日股价跌幅为15%。", [DOWN]),
        ("明远生物的订单出现负增长，去年为负增长4%。", [DOWN]),
        # what it came to, where it stands, and what it is a part of
        ("明远生物的毛利率增至38%。", [None]),
        ("明远生物的出租率由64%升至90%。", [None, None]),
        ("明远生物的海外收入占比达到16%。", [None]),
        ("明远生物的产值占全市的三成。", [None]),
        ("明远生物新增员工30人。", [None]),
    ],
)
def test_chinese(text: str, expected: list[Change | None]) -> None:
    assert changes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mingyuan Bio's output reached 8 billion yuan, up 9.8 percent.", [None, UP]),
        ("Sales of Mingyuan Bio fell by almost 12 percent last year.", [DOWN]),
        ("Mingyuan Bio reported a 6 percent year-on-year increase in revenue.", [UP]),
        ("Shares in Mingyuan Bio closed 5.8 percent lower on Monday.", [DOWN]),
        ("Mingyuan Bio cut the cost of each treatment by about 40 percent.", [DOWN]),
        (
            "Mingyuan Bio's gross margin narrowed 1.2 percentage points to 57.4 percent.",
            [DOWN, None],
        ),
        ("Mingyuan Bio expects growth in sales of 15 percent next year.", [UP]),
        # what it came to or came from, and what it is a part of
        ("Occupancy at Mingyuan Bio climbed to 91 percent from 85 percent.", [None, None]),
        ("Mingyuan Bio holds up to 20 percent of the market.", [None]),
        ("The response rate in Mingyuan Bio's trial was 44 percent.", [None]),
    ],
)
def test_english(text: str, expected: list[Change | None]) -> None:
    assert changes(text) == expected
