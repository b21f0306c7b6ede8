"""Language and script of texts: Han against Latin, simplified against traditional."""

from __future__ import annotations

import re
from operator import ne

from zjkg.folding import simplified, traditional
from zjkg.model import LanguageTag

HAN_CLASS = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_HAN = re.compile(f"[{HAN_CLASS}]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*")
_ASIDE = re.compile(
    r"[（(][^（()）]{0,200}[)）]|“[^“”]{0,400}”|\"[^\"]{0,400}\"|「[^「」]{0,400}」|『[^『』]{0,400}』"
)
_MIN_ENGLISH_WORDS = 4


def han_count(text: str) -> int:
    """The number of Han characters."""
    return len(_HAN.findall(text))


def has_han(text: str) -> bool:
    """Whether the text holds a Han character."""
    return _HAN.search(text) is not None


def is_chinese(text: str) -> bool:
    """Whether the text is Chinese: quotations and brackets aside, Han outweigh Latin words."""
    outside = _ASIDE.sub(" ", text)
    if not _HAN.search(outside) and not _LATIN_WORD.search(outside):
        outside = text
    return han_count(outside) > len(_LATIN_WORD.findall(outside))


def script(text: str, default: LanguageTag) -> LanguageTag:
    """Simplified or traditional, by the characters that only one of the two scripts has."""
    return script_of(text, simplified(text), traditional(text), default)


def script_of(text: str, simplified: str, traditional: str, default: LanguageTag) -> LanguageTag:
    """The same from copies that were converted before."""
    if text == simplified:
        return default if text == traditional else LanguageTag.HANS
    if text == traditional:
        return LanguageTag.HANT
    hant = sum(map(ne, text, simplified))
    hans = sum(map(ne, text, traditional))
    if hant == hans:
        return default
    return LanguageTag.HANT if hant > hans else LanguageTag.HANS


class Languages:
    """The languages of one text: converted once, asked for any of its spans."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._simplified = simplified(text)
        self._traditional = traditional(text)
        self.chinese = is_chinese(text)
        self.main = self._script(0, len(text), LanguageTag.HANS) if self.chinese else LanguageTag.EN

    def _script(self, start: int, end: int, default: LanguageTag) -> LanguageTag:
        return script_of(
            self._text[start:end],
            self._simplified[start:end],
            self._traditional[start:end],
            default,
        )

    def of_sentence(self, start: int, end: int, *, chinese_block: bool) -> LanguageTag:
        """The language of a sentence; an English quotation in a Chinese block stays Chinese."""
        sentence = self._text[start:end]
        if self._is_english(sentence, chinese_block=chinese_block):
            return LanguageTag.EN
        default = LanguageTag.HANS if self.main is LanguageTag.EN else self.main
        return self._script(start, end, default)

    def _is_english(self, sentence: str, *, chinese_block: bool) -> bool:
        if has_han(sentence):
            return not is_chinese(sentence) and not chinese_block
        if chinese_block:
            return False
        words = len(_LATIN_WORD.findall(sentence))
        return not self.chinese or words >= _MIN_ENGLISH_WORDS
