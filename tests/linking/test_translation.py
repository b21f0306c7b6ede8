"""Names that translate each other, and names that only look as if they did."""

import pytest

from zjkg.linking.editions import edition_of, without_edition
from zjkg.linking.lexicon import lexicon
from zjkg.linking.translation import parts_of, translates


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("江宁医药创新指数", "Jiangning Pharmaceutical Innovation Index"),
        ("武漢市科學技術局", "Wuhan Science and Technology Bureau"),
        ("第二届东湖生命科学国际论坛", "Second Donghu International Life Science Forum"),
        ("东湖生命科学国际论坛", "2023 Donghu International Life Science Forum"),
        ("四川大学华西医院", "West China Hospital of Sichuan University"),
        ("成都天府国际生物城", "Chengdu Tianfu International Bio-Town"),
        ("北京大学第三医院", "Peking University Third Hospital"),
        ("中国科学院武汉梅岭研究所", "Wuhan Meiling Institute, Chinese Academy of Sciences"),
        ("中国科学院武汉病毒研究所", "Wuhan Institute of Virology, Chinese Academy of Sciences"),
    ],
)
def test_translations(chinese: str, english: str) -> None:
    assert translates(chinese, english)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("南京药物研究所", "Suzhou Institute of Materia Medica"),
        ("苏州大学", "Suzhou Hospital"),
        ("苏州大学", "Suzhou University Hospital"),
        ("第二届东湖论坛", "Third Donghu Forum"),
        ("芮洲", "Ruizhou"),  # only spelled: a brand
        ("北京大学第一医院", "Peking University Third Hospital"),
        ("", "Bureau"),
        ("论坛", ""),
    ],
)
def test_no_translations(chinese: str, english: str) -> None:
    assert not translates(chinese, english)


@pytest.mark.parametrize(
    ("name", "edition", "series"),
    [
        ("第二十三届医药博览会", {"23"}, "医药博览会"),
        ("2024年度創新峰會", {"2024"}, "創新峰會"),
        ("首屆論壇", {"1"}, "論壇"),
        ("Third Bio Forum", {"3"}, "Bio Forum"),
        ("12th Bio Expo", {"12"}, "Bio Expo"),
        ("Inaugural Bio Week", {"1"}, "Bio Week"),
        ("第三医院", set(), "第三医院"),
    ],
)
def test_editions(name: str, edition: set[str], series: str) -> None:
    assert edition_of(name) == edition
    assert without_edition(name) == series


def test_a_name_is_cut_into_known_words_and_spelled_stretches() -> None:
    parts = parts_of("苏州芮洲生物技术研究院")
    assert [(part.text, part.spelled) for part in parts] == [
        ("苏州", False),
        ("芮洲", True),
        ("生物技术", False),
        ("研究院", False),
    ]


def test_each_entry_is_simplified_and_stands_once() -> None:
    from importlib.resources import files

    from zjkg.folding import simplified

    rows = files("zjkg.linking").joinpath("lexicon.tsv").read_text("utf-8").splitlines()
    words = [row.split("\t")[0] for row in rows if row and not row.startswith("#")]
    assert len(words) == len(set(words)) == len(lexicon())
    assert [word for word in words if simplified(word) != word] == []
