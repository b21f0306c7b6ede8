"""Pinyin of Han names, so that a reader without a Chinese keyboard finds them."""

from __future__ import annotations

import re

from zjkg.model import EntityType

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_ONE_NAME = re.compile(r"[^·•・‧\s]+")

# Readings that a character has only as a surname, in both scripts. Left out: characters whose
# usual reading is also that of the surname.
_SURNAMES = {
    "曾": "zeng", "单": "shan", "單": "shan", "解": "xie", "仇": "qiu", "翟": "zhai",
    "朴": "piao", "查": "zha", "盖": "ge", "蓋": "ge", "区": "ou", "區": "ou", "任": "ren",
    "华": "hua", "華": "hua", "乐": "yue", "樂": "yue", "纪": "ji", "紀": "ji", "缪": "miao",
    "繆": "miao", "种": "chong", "冼": "xian", "洗": "xian", "员": "yun", "員": "yun",
    "秘": "bi", "折": "she", "召": "shao", "燕": "yan", "覃": "qin", "葛": "ge", "宁": "ning",
    "车": "che", "車": "che", "繁": "po", "应": "ying", "應": "ying", "相": "xiang", "哈": "ha",
    "隗": "wei", "句": "gou", "祭": "zhai", "谌": "chen", "諶": "chen", "那": "na", "逄": "pang",
    "贠": "yun", "郇": "xun", "黑": "he", "宓": "mi", "能": "nai", "阚": "kan", "闞": "kan",
    "呙": "guo", "咼": "guo", "晁": "chao", "訾": "zi", "柏": "bai", "重": "chong", "佴": "nai",
}  # fmt: skip
_COMPOUND_SURNAMES = {
    "尉迟": "yuchi", "尉遲": "yuchi", "万俟": "moqi", "萬俟": "moqi", "长孙": "zhangsun",
    "長孫": "zhangsun", "澹台": "tantai", "澹臺": "tantai", "欧阳": "ouyang", "歐陽": "ouyang",
    "司马": "sima", "司馬": "sima", "诸葛": "zhuge", "諸葛": "zhuge", "上官": "shangguan",
    "皇甫": "huangfu", "令狐": "linghu", "慕容": "murong", "司徒": "situ", "司空": "sikong",
    "夏侯": "xiahou", "东方": "dongfang", "東方": "dongfang", "端木": "duanmu", "公孙": "gongsun",
    "公孫": "gongsun", "轩辕": "xuanyuan", "軒轅": "xuanyuan", "宇文": "yuwen", "闻人": "wenren",
    "聞人": "wenren", "申屠": "shentu", "独孤": "dugu", "獨孤": "dugu", "呼延": "huyan",
    "钟离": "zhongli", "鍾離": "zhongli", "鲜于": "xianyu", "鮮于": "xianyu", "南宫": "nangong",
    "南宮": "nangong", "太史": "taishi", "濮阳": "puyang", "濮陽": "puyang", "淳于": "chunyu",
}  # fmt: skip
_LONGEST_PERSONAL_NAME = 4


def pinyin(name: str, kind: EntityType) -> str:
    """The name in pinyin without tones, lower case; empty where it has no Han character.

    A person is written as surname and given name, ``zeng xiaoyun``; a transliterated name
    (约翰·史密斯) part by part; an organization syllable by syllable, other letters as they are.
    """
    if not _HAN.search(name):
        return ""
    if kind is not EntityType.PERSON:
        return syllables(name)
    parts = _ONE_NAME.findall(name)
    if len(parts) == 1 and _HAN.fullmatch(name) and len(name) <= _LONGEST_PERSONAL_NAME:
        return " ".join(_person(name))
    return " ".join("".join(_pieces(part)) for part in parts).lower()


def syllables(name: str) -> str:
    """The name syllable by syllable, by the usual readings: ``wang kai rong``."""
    return " ".join(_pieces(name)).lower()


def _person(name: str) -> tuple[str, ...]:
    length = 2 if name[:2] in _COMPOUND_SURNAMES and len(name) > 2 else 1  # noqa: PLR2004 - letters
    surname, given = name[:length], name[length:]
    reading = _COMPOUND_SURNAMES.get(surname) or _SURNAMES.get(surname) or "".join(_read(surname))
    return (reading, "".join(_read(given))) if given else (reading,)


def _pieces(text: str) -> list[str]:
    """Syllables of Han characters and the other runs between them, without punctuation."""
    return [piece for word in re.findall(r"\w+", text) for piece in _read(word)]


def _read(text: str) -> list[str]:
    from pypinyin import lazy_pinyin

    syllables: list[str] = lazy_pinyin(text, v_to_u=True)
    return syllables
