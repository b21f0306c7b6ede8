import pytest

from zjkg.folding import simplified
from zjkg.model import LanguageTag
from zjkg.reading.scripts import Languages, is_chinese, script

HANS, HANT, EN = LanguageTag.HANS, LanguageTag.HANT, LanguageTag.EN


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("园区企业增长", HANS),
        ("園區企業增長", HANT),
        ("余家企業,范圍更廣,并最終落地", HANT),
        ("上海人口", HANS),
    ],
)
def test_script(text: str, tag: LanguageTag) -> None:
    assert script(text, HANS) is tag


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("他说：“Innovation is the key to everything we do in this park.”", True),
        ("跨境License out交易", True),
        ("Suzhou (苏州) is a city of many parks.", False),
        ("The park opened.", False),
        ("AI+药", False),
        ("12.5%", False),
    ],
)
def test_chinese(text: str, *, chinese: bool) -> None:
    assert is_chinese(text) is chinese


def test_sentences_of_a_mixed_text() -> None:
    text = "园区开放了。\nThe park is open to all.\nBioBAY"
    languages = Languages(text)
    assert languages.main is EN or languages.main is HANS
    assert languages.of_sentence(0, 6, chinese_block=True) is HANS
    assert languages.of_sentence(7, 31, chinese_block=False) is EN


def test_simplified_copy_has_equal_length() -> None:
    text = "乾隆後裏臺灣𠮷\u200b髮薹，干里"
    assert len(simplified(text)) == len(text)
