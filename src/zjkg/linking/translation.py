"""Whether a Chinese and an English name translate each other, word by word.

Names of institutions, parks, meetings and indexes are built of common words in both languages:
张江|生物医药|创新|指数 is Zhangjiang | Biomedicine | Innovation | Index. ``lexicon.tsv`` lists such
words; a stretch that it does not know is read by its pinyin, which is how brands and small places
are written in Latin letters. Word order does not count (研究所 stands last, Institute first).

A match is one kind of evidence. It never merges alone: two cities may have an institute each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pypinyin import lazy_pinyin

from zjkg.folding import match_key
from zjkg.linking.editions import edition_of, without_edition
from zjkg.linking.lexicon import Option, lexicon, words_of

_HAN = re.compile(r"[\u3400-\u9fff]+|[a-z]+|\d+")
_MOST_PARTS = 16
"""Longer names are lists or sentences; choosing among their translations would take too long."""
_LONGEST = 12
"""Characters of the longest entry of the lexicon; a cut never looks further back."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a Chinese name: a dictionary word, or a stretch that is spelled in pinyin."""

    text: str
    options: tuple[Option, ...]
    spelled: bool


@cache
def translates(chinese: str, english: str) -> bool:
    """Whether each word of one name has its counterpart in the other.

    An edition (2022, the second) that only one of the names tells does not part them: a series of
    meetings is one thing. Two different editions do. A name that is only spelled in pinyin, a
    brand, is no translation.
    """
    editions = edition_of(chinese), edition_of(english)
    if all(editions) and not editions[0] & editions[1]:
        return False
    parts = parts_of(without_edition(chinese))
    if all(part.spelled for part in parts) or len(parts) > _MOST_PARTS:
        return False
    # Third is an edition in Third Forum, and a part of the name in Third Hospital.
    readings = {words_of(english), words_of(without_edition(english))}
    return any(_consumed(parts, Counter(words)) for words in sorted(readings) if words)


def _consumed(parts: tuple[Part, ...], words: Counter[str]) -> bool:
    """Whether some choice of translations uses up the English words exactly."""
    if not parts:
        return not words
    for option in () if parts[0].spelled else parts[0].options:
        need = Counter(option)
        if need <= words and _consumed(parts[1:], words - need):
            return True
    return any(
        _spelled_out(pinyin, parts[size:], words) for size, pinyin in _spellings(parts, words)
    )


def _spellings(parts: tuple[Part, ...], words: Counter[str]) -> Iterator[tuple[int, str]]:
    """How many of the first parts are read by sound, and how: 东|湖 may be Donghu, not East …."""
    pinyin = ""
    for size, part in enumerate(parts, 1):
        if not part.spelled and len(part.text) > 1:
            return
        pinyin += "".join(lazy_pinyin(part.text))
        if pinyin[:1] and any(pinyin.startswith(word) for word in words):
            yield size, pinyin


def _spelled_out(pinyin: str, rest: tuple[Part, ...], words: Counter[str]) -> bool:
    """Whether words that spell a stretch of pinyin in turn leave a match of the rest."""
    if not pinyin:
        return _consumed(rest, words)
    return any(
        _spelled_out(pinyin.removeprefix(word), rest, words - Counter([word]))
        for word in sorted(words)
        if pinyin.startswith(word)
    )


@cache
def parts_of(name: str) -> tuple[Part, ...]:
    """A Chinese name cut into dictionary words, with as few characters left over as can be."""
    parts: list[Part] = []
    for stretch in _HAN.findall(match_key(name)):
        if stretch[0].isascii():
            parts.append(Part(stretch, (words_of(stretch) or (stretch,),), spelled=True))
        else:
            parts.extend(_joined(_cut(stretch)))
    return tuple(parts)


def _cut(text: str) -> list[str]:
    known = lexicon()
    # best[i]: fewest unknown characters and fewest pieces up to i, and where the last one began.
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(text) + 1):
        steps = [(best[end - 1][0] + (text[end - 1] not in known), best[end - 1][1] + 1, end - 1)]
        steps.extend(
            (best[start][0], best[start][1] + 1, start)
            for start in range(max(0, end - _LONGEST), end - 1)
            if text[start:end] in known
        )
        best.append(min(steps))
    cuts: list[str] = []
    end = len(text)
    while end:
        start = best[end][2]
        cuts.append(text[start:end])
        end = start
    return cuts[::-1]


def _joined(cuts: list[str]) -> list[Part]:
    """Parts of the pieces; neighbouring unknown characters are one spelled part."""
    known, parts, unknown = lexicon(), list[Part](), ""
    for cut in [*cuts, ""]:
        if cut and cut not in known:
            unknown += cut
            continue
        if unknown:
            parts.append(Part(unknown, (("".join(lazy_pinyin(unknown)),),), spelled=True))
            unknown = ""
        if cut:
            parts.append(Part(cut, known[cut], spelled=False))
    return parts
