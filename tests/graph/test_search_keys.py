from __future__ import annotations

from zjkg.graph.search_keys import search_keys
from zjkg.model import EntityType, LanguageTag

HANS, HANT, EN = LanguageTag.HANS, LanguageTag.HANT, LanguageTag.EN


def test_a_person_is_found_by_script_and_pinyin() -> None:
    keys = search_keys([("曾曉雲", HANT)], EntityType.PERSON)
    assert {"曾晓云", "曾曉雲", "zeng xiaoyun", "zengxiaoyun", "xiaoyun zeng"} <= set(keys)
    assert keys == tuple(sorted(set(keys)))


def test_the_vowel_of_a_surname_is_typed_in_two_ways() -> None:
    keys = search_keys([("吕青", HANS)], EntityType.PERSON)
    assert {"lu qing", "lv qing", "luqing", "lvqing"} <= set(keys)


def test_an_organization_is_found_by_every_name() -> None:
    names = [("上海青禾（集团）有限公司", HANS), ("Qinghe Group Co., Ltd.", EN)]
    keys = set(search_keys(names, EntityType.ORGANIZATION))
    assert {"上海青禾集团有限公司", "上海青禾集團有限公司", "qinghe group co ltd"} <= keys
    assert "shang hai qing he ji tuan you xian gong si" in keys


def test_no_name_no_key() -> None:
    assert search_keys([("（·）", HANS)], EntityType.PLACE) == ()
