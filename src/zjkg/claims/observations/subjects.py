"""Whose value it is: the entity that a clause speaks of, carried from clause to clause."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from zjkg.claims.observations.chinese.subjects import ChineseSubjects, Choose
from zjkg.claims.observations.chinese.weights import RANKING
from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.subjects import EnglishSubjects
from zjkg.claims.observations.text import Named, Text, is_english
from zjkg.claims.observations.voices import Voices
from zjkg.model import BlockKind, Quantity, Sentence, Span

_PAIR = 2
_JOINS = frozenset({"、", "和", "与", "及", "以及"})


@dataclass(frozen=True, slots=True)
class Found:
    """The subject of a quantity, and how it was found."""

    entity: str | None
    rule: str


class SubjectFinder:
    """Reads an article sentence by sentence and remembers what it speaks of.

    ``choose`` picks the subject of a Chinese value among its candidates.
    """

    def __init__(self, text: Text, voices: Voices, choose: Choose = RANKING.likeliest) -> None:
        self._text = text
        self._discourse = Discourse(text, voices)
        self._chinese = ChineseSubjects(text, voices, choose)
        self._english = EnglishSubjects(text, self._discourse)

    def sentence(
        self, sentence: Sentence, quantities: list[tuple[int, Quantity]]
    ) -> dict[int, Found]:
        """The subjects of the quantities of the next sentence, by quantity index."""
        if not quantities and not self._tells(sentence):
            return {}
        reader = self._english if is_english(sentence) else self._chinese
        given = reader.read(sentence, [quantity for _, quantity in quantities])
        clauses = self._text.clauses(sentence)
        found: dict[int, Found] = {}
        for (index, _), (entity, rule) in zip(quantities, given, strict=True):
            found[index] = Found(entity, rule)
        for clause in clauses:
            inside = [each for each in quantities if clause.covers(each[1].span)]
            for (index, _), item in zip(inside, self._respective(clause, inside), strict=False):
                found[index] = Found(item.entity, "subject:respective")
        return found

    def _tells(self, sentence: Sentence) -> bool:
        """Whether a line says something: a by-line or a credit has no verb."""
        kind = self._text.article.blocks[sentence.block].kind
        number = self._text.sentence_of(sentence.span)
        words = self._text.words(number, sentence.span)
        return kind is not BlockKind.BYLINE and any(word.tag == "v" for word in words)

    def _respective(self, clause: Span, here: list[tuple[int, Quantity]]) -> list[Named]:
        """The names that 分别 deals out to the values of a clause, in their order; else none."""
        key = self._text.key
        at = key.find("分别", clause.start, here[0][1].span.start) if here else -1
        names = self._text.names_in(clause) if at >= 0 else ()
        listed = [item for item in names if item.span.end <= at][-len(here) :]
        if len(listed) != len(here) or len(here) < _PAIR:
            return []
        gaps = [key[first.span.end : second.span.start] for first, second in pairwise(listed)]
        return listed if all(gap in _JOINS for gap in gaps) else []
