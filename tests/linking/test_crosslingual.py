"""Firms and people across languages: what two kinds of evidence join, and what they do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zjkg.ids import Minter
from zjkg.linking import resolve
from zjkg.linking.coined import coined
from zjkg.linking.posts import post_groups
from zjkg.linking.romanization import likeness, wade_giles
from zjkg.linking.translation import translates
from zjkg.model import ArticleRecord, EntityType, Identity, LanguageTag, LocalKey

ORG, PERSON = EntityType.ORGANIZATION, EntityType.PERSON
MINTER = Minter("https://example.org/")
MakeRecord = Callable[..., ArticleRecord]


def iri(identity: Identity, record: ArticleRecord, name: str) -> str:
    entity = next(e for e in record.entities if name in {n.text for n in e.names})
    return identity.iris[LocalKey(record.article.source, entity.key)]


def joined(a: ArticleRecord, one: str, b: ArticleRecord, other: str) -> bool:
    identity = resolve([a, b], [], [], MINTER)
    return iri(identity, a, one) == iri(identity, b, other)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("芮洲生物", "Ruizhou Biopharma"),
        ("杭州芮洲生物医药股份有限公司", "Ruizhou Biopharma"),
        ("芮洲诊断", "Hangzhou Ruizhou Diagnostics Co., Ltd."),
        ("宁波市海洋科技创新局", "Ningbo Haiyang Science and Technology Innovation Bureau"),
        ("泊川诊断", "Bochuan Diagnostics"),  # 泊 is bo or po
        ("杭州湾区产业研究院", "Bay Area Institute of Industrial Research"),
        ("宁江生物医药产业园三期", "Ningjiang Biomedicine Park Phase III"),
    ],
)
def test_legal_forms_and_places_may_be_left_out(chinese: str, english: str) -> None:
    assert translates(chinese, english)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("杭州芮洲生物", "Suzhou Ruizhou Biopharma"),
        ("芮洲生物", "Ruichuan Biopharma"),
        ("杭州研究院", "Institute"),
        ("宁江产业园三期", "Ningjiang Industrial Park Phase II"),
    ],
)
def test_other_places_brands_and_phases_are_no_translation(chinese: str, english: str) -> None:
    assert not translates(chinese, english)


def test_a_coined_stretch_sounds_alike_in_both_languages() -> None:
    assert coined("杭州芮江生物", english=False) & coined("Ruijiang Biopharma", english=True)
    assert not coined("上海研究院", english=False)


def test_surnames_of_hong_kong_and_names_of_taiwan() -> None:
    assert likeness("梁绮文", english=False) & likeness("Leung Yee-man", english=True)
    assert not likeness("王绮文", english=False) & likeness("Leung Yee-man", english=True)
    assert likeness("奥拉·贝格", english=False) & likeness("Ola Berg", english=True)
    assert wade_giles("许庭") == "hsuting"


def test_a_post_may_be_in_two_groups() -> None:
    assert post_groups("院长") >= post_groups("president") | post_groups("director")
    assert post_groups("灯塔看守") == {"灯塔看守"}


def hongkong(make_record: MakeRecord, post: str) -> tuple[ArticleRecord, ArticleRecord]:
    zh = make_record(
        "zh",
        "芮洲生物董事长梁绮文说",
        [("芮洲生物", ORG), ("梁绮文", PERSON)],
        roles=[("梁绮文", "芮洲生物", "董事长")],
    )
    en = make_record(
        "en",
        f"Leung Yee-man, {post} of Ruizhou Biopharma",
        [("Leung Yee-man", PERSON), ("Ruizhou Biopharma", ORG)],
        roles=[("Leung Yee-man", "Ruizhou Biopharma", post)],
        language=LanguageTag.EN,
    )
    return zh, en


def test_a_cantonese_name_needs_the_employer_and_the_post(make_record: MakeRecord) -> None:
    zh, en = hongkong(make_record, "chairwoman")
    assert joined(zh, "芮洲生物", en, "Ruizhou Biopharma")
    assert joined(zh, "梁绮文", en, "Leung Yee-man")
    zh, en = hongkong(make_record, "reporter")
    assert not joined(zh, "梁绮文", en, "Leung Yee-man")


def chaired(make_record: MakeRecord, source: str, firm: str) -> ArticleRecord:
    return make_record(
        source,
        f"{firm}董事长林微",
        [(firm, ORG), ("林微", PERSON)],
        roles=[("林微", firm, "董事长")],
    )


def test_the_chair_of_two_firms_of_one_brand_is_one_person(make_record: MakeRecord) -> None:
    first = chaired(make_record, "a", "芮洲生物")
    assert joined(first, "林微", chaired(make_record, "b", "芮洲细胞科技"), "林微")
    assert not joined(first, "林微", chaired(make_record, "b", "蓝舟细胞科技"), "林微")


def test_a_namesake_without_employer_joins_no_two_employers(make_record: MakeRecord) -> None:
    first = chaired(make_record, "a", "芮洲生物")
    second = chaired(make_record, "b", "蓝舟科技")
    between = make_record(
        "c",
        "芮洲生物、蓝舟科技和林微",
        [("芮洲生物", ORG), ("蓝舟科技", ORG), ("林微", PERSON)],
    )
    identity = resolve([first, second, between], [], [], MINTER)
    assert iri(identity, first, "林微") != iri(identity, second, "林微")
