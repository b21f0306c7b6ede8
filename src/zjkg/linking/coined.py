"""The coined stretch of a name, as it sounds: what a brand's two spellings have in common."""

from __future__ import annotations

from functools import cache, lru_cache

from zjkg.linking.counterparts import Part
from zjkg.linking.editions import without_edition
from zjkg.linking.lexicon import places, senses, words_of
from zjkg.linking.readings import readings_of
from zjkg.linking.remembering import REMEMBERED
from zjkg.linking.translation import parts_of


@lru_cache(maxsize=REMEMBERED)
def coined(name: str, *, english: bool) -> frozenset[str]:
    """The coined stretches of a name in Latin letters; none where it has common words only."""
    return _of_english(name) if english else _of_chinese(name)


def _of_chinese(name: str) -> frozenset[str]:
    parts = parts_of(without_edition(name))
    found = {part.text for part in parts if part.text.isascii()}
    run: list[Part] = []
    for part in (*parts, None):
        if part is not None and not part.text.isascii() and (part.spelled or len(part.text) == 1):
            run.append(part)
            continue
        # 浦江 is coined although 江 is a word, and 市 after a coined place is none of it.
        spelled = [each.text for each in run if each.spelled]
        whole = "".join(each.text for each in run)
        for text in (*spelled, whole) if spelled else ():
            if len(text) > 1:
                found.update(readings_of(text))
        run = []
    return frozenset(found)


def _of_english(name: str) -> frozenset[str]:
    words = [word if word not in _english() else "|" for word in words_of(without_edition(name))]
    runs = {run.replace(" ", "") for run in " ".join(words).split("|")}
    return frozenset({*runs, *words} - {"", "|"})


def sited(name: str, *, english: bool) -> frozenset[str]:
    """The place of a name of common words, with what its last word may mean."""
    if english:
        words = words_of(without_edition(name))
        starts = range(len(words))
        sites = {words[at : at + size] for size in range(1, 4) for at in starts} & places()
        return frozenset(f"{' '.join(site)}|{word}" for site in sites for word in words)
    parts = parts_of(without_edition(name))
    if not parts:
        return frozenset()
    sites = {option for part in parts for option in part.options if option in places()}
    tails = {option[-1] for option in parts[-1].options if option}
    return frozenset(f"{' '.join(site)}|{tail}" for site in sites for tail in tails)


@cache
def _english() -> frozenset[str]:
    return frozenset(word for option in senses() for word in option)
