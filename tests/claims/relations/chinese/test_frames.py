"""Frames of Chinese sentences: by whom, with whom, from where; and what speakers call theirs.

A name is written ``[O:远帆生物]``, with the letter of its type (see ``make_marked``). The sentences
are invented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import MakeMarked

SITES = [
    ("来自[L:苏州]的诊断企业[O:远帆生物]带来了新品。", "远帆生物 locatedIn 苏州"),
    ("来自[L:德国]的诊断企业[O:远帆生物]带来了新品。", ""),
    ("[K:滨湖药谷]迎来首家外资药企[O:远帆生物]。", "远帆生物 locatedIn 滨湖药谷"),
    ("落户[K:滨湖药谷]五年来，[O:远帆生物]员工增加到三百人。", "远帆生物 locatedIn 滨湖药谷"),
    ("[K:滨湖药谷]租户[O:远帆生物]表示满意。", "远帆生物 locatedIn 滨湖药谷"),
    ("[O:远帆生物]在[L:苏州]、[L:无锡]、[L:常州]三市开设了四十家门店。", ""),
    ("此前，[O:远帆生物]扩建。落户[K:滨湖药谷]的企业都在扩建。", ""),
    ("[K:启航园]所在的[L:苏州]地价便宜。", "启航园 locatedIn 苏州"),
    ("[O:远帆生物]帮客户在[L:巴西]完成了注册，并在那里设立办事处。", ""),
]
PARTIES = [
    ("[K:滨湖药谷]由[K:东湖高新区]与[L:西湖区]合作共建。", "东湖高新区 partnersWith 西湖区"),
    ("[O:远帆生物]与[O:云杉医药]签署合作协议。", "远帆生物 signs 云杉医药"),
    (
        "[O:远帆生物]与[O:云杉医药]签署合作协议，双方将共建实验室。",
        "远帆生物 signs 云杉医药；远帆生物 partnersWith 云杉医药",
    ),
    ("[O:云杉医药]向[O:远帆生物]采购培养基。", "远帆生物 supplies 云杉医药"),
    (
        "[E:滨湖论坛]昨日开幕。论坛由[O:远帆协会]及[O:滨湖公司]合办，今届是第三届。",
        "远帆协会 hosts 滨湖论坛；滨湖公司 hosts 滨湖论坛",
    ),
]
ORIGINS = [
    ("[O:远帆生物]是2017年自[O:东湖大学]衍生的新创公司。", "东湖大学 founderOf 远帆生物"),
    ("[O:远帆生物]脱胎于[O:东湖大学]的一个课题组。", "东湖大学 founderOf 远帆生物"),
    ("政府去年成立的[O:临床试验所]开始收案，[P:林晓岚]很高兴。", ""),
    ("[D:帆瑞单抗]是[O:远帆生物]研发的一款双抗。", "远帆生物 develops 帆瑞单抗"),
    ("[D:帆瑞单抗]被[O:药监局]授予孤儿药资格。", "药监局 approves 帆瑞单抗"),
    ("[O:药监局]同意[D:帆瑞单抗]开展临床试验。", "药监局 approves 帆瑞单抗"),
    ("[O:云杉医药]控股[O:远帆生物]。", "远帆生物 subsidiaryOf 云杉医药"),
    ("[O:滨湖集团]负责[K:滨湖药谷]的开发和运营。", "滨湖集团 operates 滨湖药谷"),
    ("[K:滨湖药谷]由[O:滨湖集团]和[O:远帆协会]组成的小组牵头。", ""),
]
EVENTS = [
    ("[P:林晓岚]应邀在[E:滨湖大会]作主旨演讲。", "林晓岚 attends 滨湖大会"),
    ("[P:林晓岚]担任[E:滨湖大会]主持人。", "林晓岚 attends 滨湖大会"),
    (
        "[P:林晓岚]在[E:滨湖大会]上说，成本涨了。[P:周致远]回应时指，租金没有涨。[P:徐亭]则认为两者都涨了。",
        "林晓岚 attends 滨湖大会；周致远 attends 滨湖大会；徐亭 attends 滨湖大会",
    ),
    ("[P:周致远]则认为租金没有涨。[E:滨湖大会]明年再办。", ""),
]


@pytest.mark.parametrize(("marked", "expected"), [*SITES, *PARTIES, *ORIGINS, *EVENTS])
def test_what_a_frame_states(make_marked: MakeMarked, marked: str, expected: str) -> None:
    found = make_marked(marked).relations
    assert {" ".join(map(str, row)) for row in found} == {x for x in expected.split("；") if x}


def test_who_speaks_says_we_of_an_employer(make_marked: MakeMarked) -> None:
    case = make_marked(
        "[P:林晓岚]是[O:远帆生物]总经理，常去[O:云杉医药]走动。\n"
        "[P:林晓岚]：我们和[O:松陵医院]签了协议，共建病房。"
    )
    assert ("远帆生物", "signs", "松陵医院") in case.relations
    assert ("远帆生物", "partnersWith", "松陵医院") in case.relations
    assert not any("云杉医药" in row for row in case.relations)


def test_we_outside_speech_is_nobody(make_marked: MakeMarked) -> None:
    case = make_marked(
        "[P:林晓岚]是[O:远帆生物]总经理。\n一路走来，我们和[O:松陵医院]的医生都聊过。"
    )
    assert ("远帆生物", "partnersWith", "松陵医院") not in case.relations
