"""Matching keys: what two spellings of one text have in common. Never stored, never shown.

Promise 4 of the design: the original script is stored, conversion is only a key. ``simplified``
keeps the length, so offsets into the key are offsets into the text; ``match_key`` does not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import opencc

# Quotation marks, brackets, spaces, hyphens and dots carry no identity in a name.
_NO_IDENTITY = str.maketrans(
    "",
    "",
    " \t\n\u3000\u00a0\u200b\ufeff\"'“”‘’「」『』《》〈〉()[]【】·•.,、-–—_/",
)
# Marks over Latin letters, as in toned pinyin (Zhāngjiāng); the marks of kana are not among them.
_LATIN_MARKS = re.compile("[\u0300-\u036f]")
_SIMPLIFIED = "t2s"
_TRADITIONAL = "s2t"
_VARIANTS = str.maketrans("衞啓羣敎", "卫启群教")
"""Characters as Hong Kong writes them, which the converter leaves as they are."""
_CONVERTIBLE = re.compile("[\u3400-\U0010ffff]")
"""What a conversion may change begins with the first ideograph."""
_WORD = re.compile(r"\w+")
_HALVES = re.compile("[\ud800-\udfff]")  # of characters, as the shell passes bytes on
_LONGEST_NAME = 64
_REMEMBERED = 1 << 15
_LONGEST_TEXT = 20_000
_TEXTS = 64


@cache
def _converter(direction: str) -> opencc.OpenCC:
    return opencc.OpenCC(direction)


def simplified(text: str) -> str:
    """The text with traditional characters made simplified; of the same length."""
    return _converted(text, _SIMPLIFIED)


def traditional(text: str) -> str:
    """The text with simplified characters made traditional; of the same length."""
    return _converted(text, _TRADITIONAL)


def _converted(text: str, direction: str) -> str:
    """Names and words come again and again, texts in each step; their conversion is remembered."""
    if len(text) <= _LONGEST_NAME:
        return _remembered(text, direction)
    return (_remembered_text if len(text) <= _LONGEST_TEXT else _convert)(text, direction)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(text: str, direction: str) -> str:
    return _convert(text, direction)


@lru_cache(maxsize=_TEXTS)
def _remembered_text(text: str, direction: str) -> str:
    return _convert(text, direction)


def _convert(text: str, direction: str) -> str:
    if _CONVERTIBLE.search(text) is None:
        return text
    converted = _same_length(text, direction)
    return converted.translate(_VARIANTS) if direction == _SIMPLIFIED else converted


def _same_length(text: str, direction: str) -> str:
    converter = _converter(direction)
    try:
        whole: str = converter.convert(text)
    except UnicodeEncodeError:
        return _same_length(_HALVES.sub("\ufffd", text), direction)
    if len(whole) == len(text):
        return whole
    # A conversion that changes the length would shift every offset: go character by character.
    single = (converter.convert(character) for character in text)
    return "".join(
        key if len(key) == 1 else character for key, character in zip(single, text, strict=True)
    )


def match_key(name: str) -> str:
    """The key under which two spellings of one name meet.

    Script, full and half width, case, spaces, quotation marks, brackets and hyphens are folded:
    ``上海張江（集團）有限公司`` and ``上海张江(集团)有限公司`` have one key.
    """
    return (_remembered_key if len(name) <= _LONGEST_NAME else _match_key)(name)


@lru_cache(maxsize=_REMEMBERED)
def _remembered_key(name: str) -> str:
    return _match_key(name)


def _match_key(name: str) -> str:
    folded = unicodedata.normalize("NFKC", simplified(name)).casefold()
    return folded.translate(_NO_IDENTITY)


def search_key(words: str) -> str:
    """The key under which words that a person types meet a name: ``match_key`` without marks.

    ``Wáng Kǎiróng``, ``wang kairong`` and ``WangKairong`` have one key.
    """
    return squeezed(simplified(words))


def squeezed(words: str) -> str:
    """Half width, lower case, no marks over Latin letters, no spaces; the script stays."""
    return _plain(words).translate(_NO_IDENTITY)


def spaced(words: str) -> str:
    """The same with one space between words: ``zhangjiang group``; the script stays."""
    return " ".join(_WORD.findall(_plain(words)))


def _plain(words: str) -> str:
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", words))
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", apart)).casefold()
