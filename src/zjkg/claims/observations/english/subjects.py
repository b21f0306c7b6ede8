"""The subjects of English sentences: who owns, does or houses what a number measures."""

from __future__ import annotations

import re

from zjkg.claims.observations.english.clauses import Clauses
from zjkg.claims.observations.english.discourse import Discourse
from zjkg.claims.observations.english.referents import Given
from zjkg.claims.observations.english.sentences import Parsed
from zjkg.claims.observations.text import Text, masked
from zjkg.model import EntityType, Quantity, Sentence

_DATELINE = re.compile(r"[A-Z〓][\w.,’'() 〓/]{1,70}?(?: [-–—]+ |: )(?=[A-Z〓])")
_FOCUSING = frozenset({"subject:clause", "subject:reference", "subject:site"})


class EnglishSubjects:
    """Reads English sentences."""

    def __init__(self, text: Text, discourse: Discourse) -> None:
        self._text = text
        self._discourse = discourse

    def read(self, sentence: Sentence, quantities: list[Quantity]) -> list[Given]:
        """The subject of each quantity of a sentence, in order, with the rule that found it."""
        self._discourse.begin()
        words = masked(self._text, sentence.span)
        dateline = _DATELINE.match(words)
        begin = sentence.span.start + (dateline.end() if dateline is not None else 0)
        parsed = Parsed.of(self._text, self._text.sentence_of(sentence.span), sentence)
        clause = None if parsed is None else Clauses(parsed, self._discourse, begin)
        given: list[Given] = []
        if clause is None:
            given = [(self._discourse.topic, "subject:topic") for _ in quantities]
        else:
            clause.employ()
            for quantity in quantities:
                restated = quantity.equivalent_to is not None and given
                given.append(given[-1] if restated else clause.subject(quantity))
                self._focus(*given[-1])
            if not any(rule in _FOCUSING for _, rule in given):
                self._focus(clause.main(), "subject:clause")
        attending = clause is not None and clause.attends()
        for item in self._text.names_in(sentence.span):
            if item.span.start >= begin:
                beside = parsed is not None and parsed.is_brought(item.span)
                self._discourse.mention(item, beside=beside or attending)
        return given

    def _focus(self, entity: str | None, rule: str) -> None:
        """What a value is of is what the text goes on about, but for a place around a park."""
        if entity is None or rule == "subject:topic":
            return
        topic = self._discourse.topic
        wider = rule == "subject:site" and self._discourse.type_of(entity) is EntityType.PLACE
        if not (wider and topic and self._discourse.type_of(topic) is EntityType.PARK):
            self._discourse.focus(entity)
