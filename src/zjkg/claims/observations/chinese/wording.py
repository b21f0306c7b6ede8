"""The words of a Chinese stretch as the grammar of measures sees them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from zjkg.claims.observations.chinese import lexicon
from zjkg.claims.observations.text import Text
from zjkg.model import Span

NOUNS = frozenset({"n", "nz", "vn", "an", "j", "nw", "s", "xc"})
_BEFORE_NOUNS = NOUNS | {"a", "b", "ad", "f"}
_VERBS = frozenset({"v", "vn", "vd"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word in simplified script with the tagger's part of speech, and what it can be."""

    span: Span
    text: str
    tag: str

    @property
    def is_noun(self) -> bool:
        """Whether the tagger calls it a noun."""
        return self.tag in NOUNS

    @property
    def is_verb(self) -> bool:
        """Whether the tagger calls it a verb, be it used as a noun or not."""
        return self.tag in _VERBS

    @property
    def is_nominal(self) -> bool:
        """Whether it is used as a noun though the tagger may call it a verb: 投入, 补贴."""
        return self.text in lexicon.NOMINAL

    @property
    def is_measure(self) -> bool:
        """Whether it names an amount, a rate or the like, whatever the tagger calls it."""
        named = lexicon.OWNED.search(self.text) or lexicon.AMOUNT.search(self.text)
        return self.is_nominal or named is not None

    @property
    def is_owner(self) -> bool:
        """Whether values belong to what it names: 公司, 园区."""
        return lexicon.OWNER.search(self.text) is not None

    @property
    def sort(self) -> str:
        """Whether it names an amount (``m``) or an owner of values (``o``)."""
        return _sort(self.text)

    @property
    def is_joining(self) -> bool:
        """Whether it joins two nouns."""
        return self.text in lexicon.JOINING

    @property
    def stands_before_nouns(self) -> bool:
        """Whether it can be part of a noun phrase before the noun."""
        classes = self.tag == "m" and lexicon.CLASS.fullmatch(self.text) is not None
        return self.tag in _BEFORE_NOUNS or self.text == "-" or classes


@lru_cache(maxsize=1 << 14)
def _sort(word: str) -> str:
    if lexicon.OWNED.search(word) or lexicon.AMOUNT.search(word):
        return "m"
    return "o" if lexicon.OWNER.search(word) else ""


def words(text: Text, index: int, span: Span) -> list[Word]:
    """The words of a stretch, clipped to it, with those whole that the tagger often cuts."""
    tokens = text.words(index, span)
    found = [
        _word(text, token.span.start, min(token.span.end, span.end), token.tag) for token in tokens
    ]
    if found and found[0].span.start > span.start:
        found.insert(0, _word(text, span.start, found[0].span.start, "n"))
    for pattern, tag in ((lexicon.QUALIFIERS, "b"), (lexicon.COMPOUNDS, "n")):
        for match in pattern.finditer(text.key, span.start, span.end):
            found = _merged(text, found, _word(text, match.start(), match.end(), tag))
    return found


def _word(text: Text, start: int, end: int, tag: str) -> Word:
    span = Span(start, end)
    return Word(span, span.of(text.key), tag)


def _merged(text: Text, found: list[Word], whole: Word) -> list[Word]:
    """The words with one that is whole; those it takes a part of are cut."""
    merged: list[Word] = []
    for word in found:
        if not word.span.overlaps(whole.span):
            merged.append(word)
            continue
        if word.span.start < whole.span.start:
            merged.append(_word(text, word.span.start, whole.span.start, word.tag))
        if not merged or merged[-1] != whole:
            merged.append(whole)
        if whole.span.end < word.span.end:
            merged.append(_word(text, whole.span.end, word.span.end, word.tag))
    return merged
