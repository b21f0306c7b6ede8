"""The words that names are made of, in Chinese and English: ``lexicon.tsv``."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from zjkg.partition import Partition

_FUNCTION = frozenset("of for the and in on at to an a s".split())
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+")
_NO_PLURAL = ("ss", "us", "is", "ics")

Option = tuple[str, ...]
"""The English words of one translation; none where English leaves the word out."""


@cache
def lexicon() -> dict[str, tuple[Option, ...]]:
    """The translations of each Chinese word, in simplified characters."""
    rows = files("zjkg.linking").joinpath("lexicon.tsv").read_text("utf-8").splitlines()
    entries = (row.split("\t") for row in rows if row and not row.startswith("#"))
    return {
        chinese: tuple(words_of(option) for option in english.split("|"))
        for chinese, english in entries
    }


@cache
def senses() -> dict[Option, Option]:
    """For each English translation the one that stands for all that share a Chinese word.

    drug, medicine and pharmaceutical are one sense, since 药物 is any of them. Senses only bring
    names together that may translate each other; ``translates`` then looks at each word.
    """
    rows = [[option for option in options if option] for options in lexicon().values()]
    partition = Partition(sorted({option for row in rows for option in row}))
    for row in rows:
        for option in row[1:]:
            partition.join(row[0], option)
    return {option: partition.find(option) for row in rows for option in row}


def words_of(english: str) -> Option:
    """The words of an English name that count: in lower case, singular, without of, the, and."""
    plain = english.casefold().replace("’", "'").replace("-", " ")
    return tuple(_singular(word) for word in _WORD.findall(plain) if word not in _FUNCTION)


def _singular(word: str) -> str:
    word = word.removesuffix("'s")
    if word.endswith("ies"):
        return word[:-3] + "y"
    plural = word.endswith("s") and not word.endswith(_NO_PLURAL)
    return word[:-1] if plural else word


@cache
def places() -> frozenset[Option]:
    """The translations of the entries that are places: those before the first common word."""
    rows = list(lexicon())
    return frozenset(
        option
        for chinese in rows[: rows.index(_FIRST_COMMON)]
        for option in lexicon()[chinese]
        if option
    )


_FIRST_COMMON = "国际"
