from __future__ import annotations

import pytest

from zjkg.graph.pinyin import pinyin
from zjkg.model import EntityType


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("曾小芸", "zeng xiaoyun"),
        ("单云", "shan yun"),
        ("單雲", "shan yun"),
        ("解晓东", "xie xiaodong"),
        ("仇伟", "qiu wei"),
        ("翟明", "zhai ming"),
        ("朴智", "piao zhi"),
        ("尉迟恭", "yuchi gong"),
        ("尉遲恭", "yuchi gong"),
        ("欧阳", "ou yang"),
        ("欧阳明", "ouyang ming"),
        ("吕芳", "lü fang"),
        ("约翰·史密斯", "yuehan shimisi"),
        ("Li Ming", ""),
    ],
)
def test_a_person_has_surname_and_given_name(name: str, sound: str) -> None:
    assert pinyin(name, EntityType.PERSON) == sound


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("滨江（集团）有限公司", "bin jiang ji tuan you xian gong si"),
        ("星河AI研究院", "xing he ai yan jiu yuan"),
        ("BioNorth", ""),
    ],
)
def test_an_organization_is_read_syllable_by_syllable(name: str, sound: str) -> None:
    assert pinyin(name, EntityType.ORGANIZATION) == sound
