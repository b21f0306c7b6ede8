"""What an English number measures: the counted noun, the subject noun, the noun of a share."""

from __future__ import annotations

import re

from zjkg.claims.observation_phrases import RATIOS, Measured, index_name, trimmed
from zjkg.claims.observation_text import Text, clause_at
from zjkg.model import Quantity, Sentence, Span, Token

_GROWTH = re.compile(
    r"\b(?:up|down|rises?|rose|grows?|falls?|drops?|risen|rising|rise of"
    r"|grew|grown|growing|growth of|increase[ds]?(?: of| by)?"
    r"|increasing|jump(?:ed)?|surg(?:ed|ing)|climb(?:ed|ing)|fell|fallen|declin(?:ed|ing)"
    r"|decrease[ds]?(?: by| of)?|drop(?:ped)?|gain(?:ed)?)(?: by| of| an?)?\s\Z",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\s(?:have|has|had|entered|hold|held|obtained|received|were|are)\s(?:an? |the )?"
    r"(?P<name>(?:(?!(?:in|of|with|from|for|to|by|at|on|that|which|who)\b)[\w'’%-]+ ?){1,8})"
)
_WHOLE = re.compile(r"(?:total|['’]s|world|country|nation|city|market)$")
_PRONOUN = re.compile(r"(?:and |but )?(?:It|They|This|That|These|it|they|which)\b")
_DETERMINERS = re.compile(r"(?:the |a |an |its |their |our |total number of )+", re.IGNORECASE)


class EnglishMeasures:
    """Finds the measures of English sentences."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def measure(
        self, index: int, sentence: Sentence, quantity: Quantity, last: Span | None
    ) -> Measured:
        """The measure of a quantity; ``last`` is that of the value before, to lean on."""
        growth = self._growth(index, sentence, quantity, last)
        if growth is not None:
            return growth
        if quantity.counted is not None:
            return Measured(quantity.counted, "right-noun")
        clauses = self._text.clauses(sentence)
        share = self._share(quantity, clauses[clause_at(clauses, quantity.span.start)])
        if share is not None:
            return Measured(share, "share-noun")
        refers = _PRONOUN.match(self._text.key, sentence.span.start)
        if last is not None and (refers or quantity.equivalent_to is not None):
            return Measured(last, "carried-noun")
        if quantity.unit == "score":
            return Measured(index_name(self._text, sentence, quantity.span.start), "index-name")
        start = quantity.span.start
        clause = clauses[clause_at(clauses, start)]
        noun = self._subject_noun(index, clause, start) or self._subject_noun(
            index, sentence.span, start
        )
        return Measured(noun or last, "subject-noun")

    def _growth(
        self, index: int, sentence: Sentence, quantity: Quantity, last: Span | None
    ) -> Measured | None:
        start = quantity.span.start
        if quantity.unit not in ("%", "times", "百分点"):
            return None
        if _GROWTH.search(self._text.key, sentence.span.start, start) is None:
            return None
        if last is not None and sentence.span.covers(last):
            return Measured(last, "growth")
        clauses = self._text.clauses(sentence)
        noun = self._subject_noun(
            index, clauses[clause_at(clauses, start)], start
        ) or self._subject_noun(index, sentence.span, start)
        return Measured(noun or last, "growth")

    def _share(self, quantity: Quantity, clause: Span) -> Span | None:
        share = quantity.share_of
        if share is None or quantity.unit not in RATIOS:
            return None
        acts = _OBJECT.match(self._text.key, quantity.span.end, clause.end)
        if acts is not None:
            return _stripped(self._text.key, Span(*acts.span("name")))
        if _WHOLE.search(share.of(self._text.key)):
            return None
        lead = _DETERMINERS.match(self._text.key, share.start, share.end)
        return Span(lead.end() if lead else share.start, share.end)

    def _subject_noun(self, index: int, within: Span, end: int) -> Span | None:
        """The first noun phrase of a stretch that is not a name."""
        phrase: list[Token] = []
        key = self._text.key
        names = [item.span for item in self._text.names_in(within)]
        for token in self._text.words(index, Span(within.start, end)):
            named = any(token.span.overlaps(name) for name in names)
            gerund = token.tag == "vn" and bool(phrase) and phrase[-1].tag == "n"
            if token.tag in ("n", "nz", "vn", "a", "an") and not named and not gerund:
                phrase.append(token)
            elif token.span.of(key) in ("'s", "’s", "'", "’"):
                phrase = []  # the company's net profit
            elif (found := trimmed(phrase, key)) is not None:
                return found
            else:
                phrase = []
        return trimmed(phrase, key)


def _stripped(key: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(key).rstrip()))
