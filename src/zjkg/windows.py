"""Sentences too long for grammar, cut into windows, so that cost stays in step with length."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from zjkg.model import Article, Recognition, Sentence, Span, Token
from zjkg.stretches import Stretches

LONGEST = 1000
"""Code points of the longest sentence that is read whole; only lines without stops have more."""
_BREAKS = frozenset("，、；：。,;:")
_DIGITS = frozenset(
    "0123456789０１２３４５６７８９.%零〇一二三四五六七八九十百千万萬亿億两兩余餘多约約"
)


def windowed(article: Article, recognition: Recognition) -> tuple[Article, Recognition]:
    """An article none of whose sentences is longer than :data:`LONGEST`, and its words likewise.

    The rules look back and forth inside a sentence, which takes time in the square of its length.
    A longer one is cut behind a comma, else between two words, never inside a name or beside a
    digit where a window has another place.
    """
    if all(_length(sentence.span) <= LONGEST for sentence in article.sentences):
        return article, recognition
    held = Stretches([mention.span for mention in recognition.mentions], lambda span: span)
    sentences: list[Sentence] = []
    tokens: list[tuple[Token, ...]] = []
    for index, sentence in enumerate(article.sentences):
        words = recognition.tokens[index] if index < len(recognition.tokens) else ()
        at, first = sentence.span.start, 0
        for end in (*_cuts(article.text, sentence.span, words, held), sentence.span.end):
            last = bisect_left(words, end, key=lambda word: word.span.start)
            sentences.append(replace(sentence, span=Span(at, end)))
            tokens.append(words[first:last])
            at, first = end, last
    return (
        replace(article, sentences=tuple(sentences)),
        replace(recognition, tokens=tuple(tokens)),
    )


def _length(span: Span) -> int:
    return span.end - span.start


def _cuts(
    text: str, span: Span, words: tuple[Token, ...], held: Stretches[Span]
) -> tuple[int, ...]:
    """Where a sentence is cut; every window is at most :data:`LONGEST`, at least half of it."""
    cuts: list[int] = []
    start = span.start
    while span.end - start > LONGEST:
        end = start + LONGEST
        least = start + LONGEST // 2
        start = _comma(text, least, end, held) or _word(text, words, least, end, held) or end
        cuts.append(start)
    return tuple(cuts)


def _comma(text: str, least: int, end: int, held: Stretches[Span]) -> int | None:
    """The offset behind the last free comma of a range."""
    places = (at for at in range(end, least, -1) if text[at - 1] in _BREAKS)
    return next((at for at in places if _is_free(text, at, held)), None)


def _word(
    text: str, words: tuple[Token, ...], least: int, end: int, held: Stretches[Span]
) -> int | None:
    """The offset of the last word of a range that begins outside names and numbers."""
    last = bisect_right(words, end, key=lambda word: word.span.start)
    first = bisect_left(words, least, key=lambda word: word.span.start)
    places = (word.span.start for word in reversed(words[first:last]))
    return next((at for at in places if _is_free(text, at, held)), None)


def _is_free(text: str, at: int, held: Stretches[Span]) -> bool:
    if text[at - 1] in _DIGITS or text[at] in _DIGITS:
        return False
    return not any(span.start < at < span.end for span in held.near(Span(at, at)))
