"""Whose shares a percentage is of."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from zjkg.measurement import measure
from zjkg.model import Article, EntityType, Recognition

ZONE = ZoneInfo("Asia/Shanghai")
Maker = Callable[..., tuple[Article, Recognition]]
NAMES = dict.fromkeys(
    ("远衡医疗", "科朗资本", "鸣石基金", "科创板", "Larkholm", "Tidewater Fund"),
    EntityType.ORGANIZATION,
)


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        # the firm beside the holder
        ("至于转投资的远衡医疗，科朗资本目前持股38%。", "远衡医疗"),
        ("远衡医疗最大股东为科朗资本，持股22.5%。", "远衡医疗"),
        ("远衡医疗昨获科朗资本投资2亿元，持股比重18%。", "远衡医疗"),
        ("科朗资本投资了远衡医疗，占股8%。", "远衡医疗"),
        # the firm that the article speaks of
        ("远衡医疗将在科创板上市。科朗资本持股12%。", "远衡医疗"),
        ("远衡医疗将上市。科朗资本和鸣石基金分别持有12%及7%。", "远衡医疗"),
        ("Larkholm sells lenses. Tidewater Fund owns 31% of its shares.", "Larkholm"),
        ("Larkholm was founded by a teacher who holds 11% of the company.", "Larkholm"),
        ("Larkholm sold Tidewater Fund a stake of 20%.", "Tidewater Fund"),
        # no holding
        ("It employs 12 people.", None),
    ],
)
def test_the_firm_that_is_held(make: Maker, text: str, firm: str | None) -> None:
    article, recognition = make(text, NAMES)
    share = measure(article, recognition, zone=ZONE).quantities[-1].share_of
    assert (share.of(text) if share else None) == firm
