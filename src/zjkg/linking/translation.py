"""Whether a Chinese and an English name translate each other, word by word.

Names of institutions, parks, meetings and indexes are built of common words in both languages:
张江|生物医药|创新|指数 is Zhangjiang | Biomedicine | Innovation | Index. ``lexicon.tsv`` lists such
words; a stretch that it does not know is read by its pinyin, which is how brands and small places
are written in Latin letters. Word order does not count (研究所 stands last, Institute first).

A match is one kind of evidence. It never merges alone: two cities may have an institute each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from zjkg.folding import match_key
from zjkg.linking.counterparts import Part, uses_up
from zjkg.linking.editions import edition_of, without_edition
from zjkg.linking.lexicon import Option, lexicon, places, words_of
from zjkg.linking.readings import read_aloud
from zjkg.linking.remembering import REMEMBERED

_HAN = re.compile(r"[\u3400-\u9fff]+|[a-z]+|\d+")
_MOST_PARTS = 16
"""Longer names are lists or sentences; choosing among their translations would take too long."""
_LONGEST = 12
"""Characters of the longest entry of the lexicon; a cut never looks further back."""
_SEATED = 2
# How a firm is registered is told in one language and left out in the other.
_CHINESE_FORM = re.compile(
    r"(?<=..)(?:(?:集[团團])?(?:股份)?有限(?:[责責]任)?公司|股份公司|(?<!科技[园園])公司)\Z"
)
_ENGLISH_FORM = re.compile(
    r"(?:,?\s+(?:Co\.?,?\s*Ltd|Company\s+Limited|Limited|Ltd|Inc|Incorporated|Corp|Corporation"
    r"|Company|Co|PLC|LLC|Group|AG|AB|SA|GmbH)\b\.?)+\Z",
    re.IGNORECASE,
)


@lru_cache(maxsize=REMEMBERED)
def translates(chinese: str, english: str) -> bool:
    """Whether each word of one name has its counterpart in the other.

    An edition (2022, the second) that only one of the names tells does not part them: a series of
    meetings is one thing. Two different editions do. A name that is only spelled in pinyin, a
    brand, is no translation.
    """
    editions = edition_of(chinese), edition_of(english)
    if all(editions) and not editions[0] & editions[1]:
        return False
    parts = parts_of(without_edition(_CHINESE_FORM.sub("", chinese)))
    if all(part.spelled for part in parts) or len(parts) > _MOST_PARTS:
        return False
    # Third is an edition in Third Forum, and a part of the name in Third Hospital.
    plain = _ENGLISH_FORM.sub("", english)
    readings = {words_of(english), words_of(plain), words_of(without_edition(plain))}
    chosen = [(parts, words) for words in sorted(readings) if words]
    if is_seated(parts):
        chosen += [(parts[1:], words) for words in sorted(readings) if words]
    if any(part.spelled for part in parts):
        chosen += [(parts, words[size:]) for words in sorted(readings) for size in _seat(words)]
    return any(uses_up(some, words) for some, words in chosen)


def is_seated(parts: tuple[Part, ...]) -> bool:
    """Whether a name starts with a place that may be left out: a brand or a place follows."""
    return (
        len(parts) > _SEATED
        and _is_place(parts[0])
        and any(part.spelled or _is_place(part) for part in parts[1:])
    )


def _is_place(part: Part) -> bool:
    return any(option in places() for option in part.options)


def _seat(words: Option) -> Iterator[int]:
    """How many first words of an English name are a place that may be left out."""
    for size in (1, 2):
        if words[:size] in places() and len(words) > size + 1:
            yield size


@lru_cache(maxsize=REMEMBERED)
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
            parts.append(Part(unknown, ((read_aloud(unknown),),), spelled=True))
            unknown = ""
        if cut:
            parts.append(Part(cut, known[cut], spelled=False))
    return parts
