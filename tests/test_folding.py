from __future__ import annotations

import pytest

from zjkg.folding import search_key, simplified, spaced, squeezed, traditional


@pytest.mark.parametrize(
    "written", ["wangkairong", "Wang Kairong", "WANG-KAIRONG", "Wáng Kǎiróng", "ｗａｎｇ　kai'rong"]
)
def test_ways_to_type_pinyin_have_one_search_key(written: str) -> None:
    assert search_key(written) == "wangkairong"


def test_scripts_and_punctuation_have_one_search_key() -> None:
    assert search_key("上海張江（集團）有限公司") == search_key("上海张江(集团)有限公司")


def test_marks_that_change_a_kana_stay() -> None:
    assert search_key("ガス") != search_key("カス")
    assert search_key("Société") == "societe"


def test_squeezed_and_spaced_keep_the_script() -> None:
    assert squeezed("張江（集團）") == "張江集團"
    assert spaced("  Zhangjiang  GROUP, Co. ") == "zhangjiang group co"


def test_halves_of_characters_keep_the_length() -> None:
    assert simplified("張\udcff江\ud800") == "张\ufffd江\ufffd"


def test_hong_kong_variants_are_folded() -> None:
    assert simplified("醫務衞生局啓用") == "医务卫生局启用"


@pytest.mark.parametrize("text", ["“Novara” – a £5m café…", "１２％，。（）", ""])
def test_a_text_without_ideographs_stays(text: str) -> None:
    assert simplified(text) == text
    assert traditional(text) == text


@pytest.mark.parametrize("times", [1, 100, 30_000])
def test_hong_kong_variants_are_simplified_in_texts_of_any_length(times: int) -> None:
    assert simplified("衞生" * times) == "卫生" * times
