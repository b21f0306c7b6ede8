"""Who says what is not in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Make

NAMES = (
    "远帆生物=organization",
    "云杉医药=organization",
    "周岚=person",
    "滨湖研究院=organization",
    "Farsail=organization",
    "Kitemed=organization",
    "Ann Low=person",
)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("周岚介绍称，远帆生物收购云杉医药。", "周岚"),
        ("滨湖研究院院长 周岚：远帆生物收购云杉医药。", "周岚"),
        ("记者 周岚：远帆生物收购云杉医药。", None),
        ("某报讯（记者 周岚）5月2日，预计远帆生物收购云杉医药。", None),
        ("据周岚介绍，远帆生物收购云杉医药。", "周岚"),
        ("在周岚看来，远帆生物收购云杉医药意义重大。", "周岚"),
        ("周岚接受记者采访时表示，远帆生物收购云杉医药。", "周岚"),
        ("据滨湖研究院统计，远帆生物收购云杉医药。", "滨湖研究院"),
        ("周岚到访。他透露，远帆生物收购云杉医药。", "周岚"),
        ("周岚说，“远帆生物收购云杉医药。”", "周岚"),
        ("远帆生物收购云杉医药。", None),
        ("周岚到访，远帆生物收购云杉医药。", None),
        ("Ann Low said that Farsail acquired Kitemed.", "Ann Low"),
        ("Farsail acquired Kitemed, Ann Low said.", "Ann Low"),
        ("Farsail acquired Kitemed, according to Ann Low.", "Ann Low"),
        ("Farsail acquired Kitemed, according to its chief executive, Ann Low.", "Ann Low"),
        ("According to Ann Low, Farsail acquired Kitemed.", "Ann Low"),
        ('"Farsail acquired Kitemed," said Ann Low.', "Ann Low"),
        ("Farsail acquired Kitemed.", None),
    ],
)
def test_speaker(make: Make, text: str, speaker: str | None) -> None:
    case = make(text, *NAMES)
    (relation,) = case.claims.relations
    assert case.label(relation.speaker) == speaker
