"""How Han characters are read: pinyin without tones.

The dictionary of readings is loaded when a name is first read.
"""

from __future__ import annotations

from functools import lru_cache

from zjkg.linking.remembering import REMEMBERED


@lru_cache(maxsize=REMEMBERED)
def read_aloud(text: str) -> str:
    """Han characters in pinyin without tones, as one word."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(text))


@lru_cache(maxsize=REMEMBERED)
def readings_of(text: str) -> tuple[str, ...]:
    """The usual reading of Han characters first, then those of one character read otherwise."""
    from pypinyin import Style, lazy_pinyin, pinyin

    usual: list[str] = lazy_pinyin(text)
    others = pinyin(text, style=Style.NORMAL, heteronym=True)
    if len(others) != len(usual):
        return ("".join(usual),)
    return tuple(
        dict.fromkeys(
            "".join([*usual[:at], sound, *usual[at + 1 :]])
            for at, sounds in enumerate(others)
            for sound in (usual[at], *sounds)
        )
    )
