"""Whether decoded text reads as Chinese or as Latin text, or is another encoding's debris."""

from __future__ import annotations

import re
from functools import cache

from zjkg.folding import simplified

# The commonest characters of modern written Chinese; they make up more than half of any text.
_FREQUENT = frozenset(
    "的一是不了在人有我他这中大来上个国和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
    "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想"
    "实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文"
    "体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立"
    "及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做"
    "接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难"
    "且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争"
    "运医药企研亿落推升项园首集源网京责编辑版闻省县网委协创"
)
_CHINESE_MARKS = frozenset("，。、；：？！“”‘’（）《》「」『』【】—…·　％．")
_GB_LEVEL_ONE = range(0xB0, 0xD8)
_SAMPLE = 20_000
_FREQUENT_POINTS, _COMMON_POINTS, _STRANGE_POINTS = 1.0, 0.5, -1.0
_MAX_NON_ASCII_SHARE = 0.2
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u2010-\u2026\u00a0-\u00bf\u20ac\u2122\u2022]")


def chinese_score(text: str) -> float:
    """Mean plausibility of the characters beyond ASCII: 1 all frequent, -1 all strange."""
    sample = [char for char in text[:_SAMPLE] if char > "\x7f"]
    if not sample:
        return 0.0
    return sum(_points(char) for char in sample) / len(sample)


def latin_plausible(text: str) -> bool:
    """Whether the text is Latin letters with some accents and typographic marks."""
    beyond = [char for char in text if char > "\x7f"]
    letters = sum(char.isascii() and char.isalpha() for char in text)
    return (
        letters > 0
        and len(beyond) <= letters * _MAX_NON_ASCII_SHARE
        and all(_LATIN.match(char) for char in beyond)
    )


@cache
def _points(char: str) -> float:
    folded = simplified(char)
    if folded in _FREQUENT or char in _CHINESE_MARKS:
        return _FREQUENT_POINTS
    return _COMMON_POINTS if _is_common(folded) else _STRANGE_POINTS


def _is_common(char: str) -> bool:
    try:
        return char.encode("gb2312")[0] in _GB_LEVEL_ONE
    except UnicodeEncodeError:
        return False
