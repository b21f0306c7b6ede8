"""The day that anchors 去年 in articles that lost their date, and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from zjkg.measurement import measure
from zjkg.measurement.publication import anchoring_day
from zjkg.model import Article, Recognition

ZONE = ZoneInfo("Asia/Shanghai")
Maker = Callable[..., tuple[Article, Recognition]]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # 18 May was a Tuesday in 2021, the only such year near those named
        (
            "BASEL, May 18 (Rhine Wire) - Helvor said on Tuesday it lost money in 2020.",
            "2021-05-18",
        ),
        # what is to be reached by a year lies ahead: 6 November was a Tuesday in 2018 and in 2029
        (
            "WUHAN, Nov. 6 (River Wire) -- Firms were few in 2017, it said Tuesday. By 2030: 500.",
            "2018-11-06",
        ),
        ("武汉11月6日电 周二，园区称2017年有企业126家，到2030年将达500家。", "2018-11-06"),
        ("苏州6月5日电 周三，园区公布2023年数据。", "2024-06-05"),
        # a full date shortly before the dateline has its year
        ("武汉11月24日电 2022年11月22日，论坛在此举行。", "2022-11-24"),
        # the report of a year, after the first three months of the next
        ("某公司昨（14）日公布2021年财报，去年转盈。前三月营收2亿元。", "2022-04-15"),
        # nothing tells the year
        ("武汉11月24日电 论坛在此举行。", None),
        ("BASEL, May 18 (Rhine Wire) - Helvor lost money in 2020.", None),
        ("某公司公布2021年财报，去年转盈。", None),
    ],
)
def test_the_article_tells_its_day(make: Maker, text: str, day: str | None) -> None:
    article, _ = make(text)
    found = anchoring_day(article, text, ZONE)
    assert (found.isoformat() if found else None) == day


def test_a_date_of_publication_comes_first(make: Maker) -> None:
    text = "武汉11月24日电 2022年11月22日，论坛在此举行。"
    article, _ = make(text, None, "2023-05-09T20:00:00+00:00")
    found = anchoring_day(article, text, ZONE)
    assert found is not None
    assert found.isoformat() == "2023-05-10"


def test_last_year_is_anchored_by_the_dateline(make: Maker) -> None:
    article, recognition = make(
        "BASEL, May 18 (Rhine Wire) - Helvor said on Tuesday it lost money in 2020.\n"
        "Sales rose 12 percent last year."
    )
    period = measure(article, recognition, zone=ZONE).quantities[-1].period
    assert period is not None
    assert (period.start, period.end) == ("2020", "2020")
