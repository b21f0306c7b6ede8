from __future__ import annotations

import itertools

import numpy as np
import pytest

from zjkg.linking.names import is_short_form
from zjkg.linking.pairs_within import longer_names
from zjkg.linking.within import _stands_for
from zjkg.model import EntityType

FIRMS = (
    "蓝舟 蓝舟科技 蓝舟生物 蓝舟生物医药(苏州)有限公司 武汉东湖（集团）有限公司 东湖集团 药监局 "
    "药品监督管理局 江州大学东关医院 东关医院 南江转化医学研究院 南京南江转化医学研究院 "
    "南江研究院 新湖管理局 新湖科学园区管理局 科园管理局 BGI 岚弗士 岚弗士医电 國家藥監局 Merid "
    "Halvard"
).split()
LATIN = ("Bay Genome Institute", "Halvard Optics AB", "Wuhan Merid Cell Technology")
NAMES = {
    EntityType.ORGANIZATION: [*FIRMS, *LATIN],
    EntityType.PERSON: ["Lin", "Lin Wei", "Alison Kwok Pui-yan", "Kwok", "KWOK", "周文彬", "周"],
    EntityType.PLACE: "滨江 滨江区 滨江新片区 滨江地区 浦江 浦江县".split(),
    EntityType.PARK: "生命谷 滨江生命谷 药谷 滨江药谷".split(),
    EntityType.EVENT: "产业周 滨江国际产业周".split(),
}


@pytest.mark.parametrize("kind", NAMES)
def test_no_short_form_is_missed(kind: EntityType) -> None:
    pairs = longer_names(NAMES[kind], kind)
    related = [
        (short, long)
        for short, long in itertools.permutations(NAMES[kind], 2)
        if is_short_form(short, long, kind) or _stands_for(short, long, kind)
    ]
    assert len(related) >= 1
    assert [(short, long) for short, long in related if long not in pairs[short]] == []


def test_few_of_many_names_are_compared() -> None:
    random = np.random.default_rng(5)
    syllables = [chr(0x4E00 + number * 37) for number in range(200)]
    brands = {"".join(random.choice(syllables, 3)) for _ in range(2000)}
    names = [f"上海{brand}医药科技有限公司" for brand in sorted(brands)]
    pairs = longer_names(names, EntityType.ORGANIZATION)
    assert sum(map(len, pairs.values())) < 50 * len(names)


def test_a_name_is_no_short_form_of_itself() -> None:
    assert longer_names(["蓝舟"], EntityType.ORGANIZATION) == {"蓝舟": []}
