"""Names made of other names: what is split, and what keeps its parent beside it."""

import pytest

from zjkg.model import EntityType, Span
from zjkg.recognition.compounds import parents, split
from zjkg.recognition.passage import Candidate


def _parents(name: str) -> list[str]:
    return [span.of(name) for span in parents(name, Span(0, len(name)))]


def _parts(name: str, kind: EntityType = EntityType.ORGANIZATION) -> list[tuple[str, str]]:
    candidate = Candidate(Span(0, len(name)), kind, "tagger:lac")
    return [(part.span.of(name), part.type.value) for part in split(name, candidate)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("宁海市科学技术局综合处", ["宁海市科学技术局"]),
        ("江州大学药学院", ["江州大学"]),
        ("江州市人民医院检验科", ["江州市人民医院"]),
        ("江州市政府产业发展局技术服务中心", ["江州市政府产业发展局", "江州市政府"]),
        ("驻瑞士代表处经济组", ["驻瑞士代表处"]),
        ("江州医疗器械协会检测专委会", ["江州医疗器械协会"]),
        ("卫福部食品药物管理署", ["卫福部"]),
        ("江州大学医学院附属医院设备处", ["江州大学医学院附属医院"]),
        ("江州大学附属第一医院", []),
        ("江州药物研究所", []),
    ],
)
def test_a_department_names_its_parent_and_an_institute_does_not(
    name: str, expected: list[str]
) -> None:
    assert _parents(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("瑞典松石医药", [("瑞典", "Place"), ("松石医药", "Organization")]),
        ("荷兰商Oosterhof Nutrition", [("荷兰", "Place"), ("Oosterhof Nutrition", "Organization")]),
        ("日本企业", [("日本", "Place")]),
        ("美国食品药品监督管理局", [("美国食品药品监督管理局", "Organization")]),
        ("上海松石医药", [("上海松石医药", "Organization")]),
    ],
)
def test_a_country_before_a_firm_is_a_place(name: str, expected: list[tuple[str, str]]) -> None:
    assert _parts(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("上海浦东", [("上海", "Place"), ("浦东", "Place")]),
        ("厦门湖里区", [("厦门", "Place"), ("湖里区", "Place")]),
        ("临港新片区", [("临港新片区", "Place")]),
        ("苏州市", [("苏州市", "Place")]),
        ("新竹县竹北市", [("新竹县", "Place"), ("竹北市", "Place")]),
        ("新加坡Lantern Growth", [("新加坡", "Place"), ("Lantern Growth", "Organization")]),
    ],
)
def test_places_side_by_side_are_two(name: str, expected: list[tuple[str, str]]) -> None:
    assert _parts(name, EntityType.PLACE) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("岚舟基因与台北医学大学附设医院", ["岚舟基因", "台北医学大学附设医院"]),
        ("岚舟生物和映屿医药", ["岚舟生物", "映屿医药"]),
        ("中研院院士暨台湾精准健康协会", ["中研院", "台湾精准健康协会"]),
        ("上海细胞与基因产业联盟", ["上海细胞与基因产业联盟"]),
        ("创新科技及工业局", ["创新科技及工业局"]),
    ],
)
def test_two_names_that_a_tagger_has_joined_are_two(name: str, expected: list[str]) -> None:
    assert [part for part, _ in _parts(name)] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "宁海基因全资子公司江州宁海检验所",
            [("宁海基因", "Organization"), ("江州宁海检验所", "Organization")],
        ),
        (
            "江州高科集团运营着星河医药谷",
            [("江州高科集团", "Organization"), ("星河医药谷", "Park")],
        ),
        (
            "江州生命科技园运营主体江州生科发展有限公司",
            [("江州生命科技园", "Park"), ("江州生科发展有限公司", "Organization")],
        ),
        ("江州高科集团运营管理有限公司", [("江州高科集团运营管理有限公司", "Organization")]),
        ("江州星谷园区运营有限公司", [("江州星谷园区运营有限公司", "Organization")]),
        ("江州科学城企业服务中心", [("江州科学城企业服务中心", "Organization")]),
    ],
)
def test_two_names_with_words_for_their_relation_are_two(
    name: str, expected: list[tuple[str, str]]
) -> None:
    assert _parts(name) == expected
