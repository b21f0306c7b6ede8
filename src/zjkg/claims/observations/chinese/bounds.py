"""How far to the left a Chinese measure reaches whose last word is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from zjkg.claims.observations.chinese.options import ChineseSentence
from zjkg.claims.observations.options import Option
from zjkg.claims.observations.scales import Features
from zjkg.model import Span

PREFIX = "prefix"
SLOTS: Final = {
    PREFIX: (
        "tag-first",
        "tag-length",
        "tag-before",
        "last-character",
        "head-character",
        "word",
        "word-size",
        "first",
        "sizes",
        "sorts",
        "name",
        "suggested",
    )
}
_LONGEST = 12
_INNER = "、（）()·-“”《》/「」 "  # marks that may stand inside a phrase
_OUTSIDE = frozenset("为 是 达 占 至 将 由 从 在 共 约 逾 超".split())
_SIZE, _WORD = 6, 4


def steps(
    sentence: ChineseSentence, option: Option, suggestion: Span | None
) -> Iterator[tuple[int, Features]]:
    """The words that may join the phrase of an option, going left, one after the other.

    ``suggestion`` is the phrase that the grammar suggests.
    """
    ends = suggestion is not None and suggestion.end == option.within.end
    words, tags, last = sentence.words, sentence.tags, option.word
    head = words[last]
    for at in range(last - 1, max(-1, last - _LONGEST), -1):
        word, first = words[at], words[at + 1]
        if sentence.valued[at] or word.span.start < option.within.start:
            return
        if (word.tag == "w" and word.text not in _INNER) or word.text in _OUTSIDE:
            return
        own, size = tags[at], head.span.end - first.span.start
        before = tags[at - 1] if at else "start"
        name = sentence.names[at]
        named = ""
        if name is not None:
            inside = name is sentence.names[at + 1]
            named = f"{name.type}:{name.span.end == word.span.end}:{inside}"
        values = (
            own + tags[at + 1],
            f"{own}{min(size, _SIZE)}",
            own + before,
            word.text[-1],
            head.text[-1] + own,
            word.text,
            f"{word.text}{min(size, _SIZE)}",
            first.text,
            f"{min(len(word.text), _WORD)}{own}{min(size, _WORD)}",
            f"{head.sort}{word.sort}{own}",
            named,
            ("in" if suggestion.covers(word.span) else "out") if ends and suggestion else "",
        )
        yield at, Features(PREFIX, (), values)
