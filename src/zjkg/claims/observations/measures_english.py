"""What an English number measures: the counted noun, what money is for, what grows."""

from __future__ import annotations

import re

from zjkg.claims.observations.phrases import RATIOS, Measured, index_name
from zjkg.claims.observations.phrases_english import EnglishPhrases
from zjkg.claims.observations.text import Text
from zjkg.model import Quantity, Sentence, Span

_HEDGE = (
    r"(?:(?:about|around|some|nearly|almost|roughly|approximately|over|under|up to|as much as"
    r"|more than|less than"
    r"|fewer than|at least|at most|no more than|no less than|no fewer than|just|only|between"
    r"|close to|a total of"
    r"|an additional|another|just over|just under|well over|an estimated|or|by|of|to|from) )*"
)
_GROWTH = re.compile(
    r"\b(?:up|down|ris(?:e|es|ing)|rose|risen|grow(?:s|ing|n)?|grew|fall(?:s|en|ing)?|fell|slid"
    r"|slipp?(?:ed)?"
    r"|drop(?:s|ped|ping)?|increas(?:e|es|ed|ing)|jump(?:s|ed)?|surg(?:e|es|ed|ing)|climb(?:s|ed"
    r"|ing)?"
    r"|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|gain(?:s|ed)?|expand(?:s|ed|ing)?|shr[aiu]nk"
    r"|soar(?:s|ed)?|doubled|tripled|reduc(?:e|es|ed|ing)|cut|lower(?:s|ed)?|improv(?:e|es|ed)"
    r"|rais(?:e|es|ed)|boost(?:s|ed)?|go(?:es|ing)? up|went up|gone up|higher|lower)(?: further"
    r"| again| year on year)?"
    rf"(?: (?:an|a))? {_HEDGE}\Z",
    re.IGNORECASE,
)
_MORE = re.compile(r" (?:more|higher|lower|less|fewer|up|down|above|below)\b")
_ACTED_ON = re.compile(
    r"\b(?:reduc(?:e|es|ed|ing)|cut|cuts|lower(?:s|ed)?|rais(?:e|es|ed)|boost(?:s|ed)?"
    r"|increas(?:e|es|ed)"
    rf"|improv(?:e|es|ed)|expand(?:s|ed)?) (?P<name>[\w -]{{2,50}}?) {_HEDGE}\Z"
)
_LEANS = re.compile(
    rf"(?:(?:percent|per cent|%|fifth|third|quarter|half|\d)(?: \w+){{0,3}} to|\b(?:up|down"
    rf"|risen|increased|rose|fell|compared) (?:from|to|with)|, (?:against|compared with|versus"
    rf"|or)|\bagainst"
    rf"|\bbringing the total to|\b(?:hopes|expects|aims|plans) to reach|\bto reach|\bgrow to"
    rf"|\bpass|\bexceed) {_HEDGE}\Z"
)
_SHARER = re.compile(
    r"\b(?:c[oa]mes? to|equal(?:s|led)?(?: to)?|amount(?:s|ed) to|account(?:s|ed|ing)? for"
    r"|ma[dk]e?s? up|making up|represent(?:s|ed|ing)?|compris(?:e|es|ed)"
    r"|contribut(?:e|es|ed|ing)|occup(?:y|ies|ied)|constitut(?:e|es|ed)|generat(?:e|es|ed)"
    r"|t[oa]ke?s? up)"
    rf" {_HEDGE}\Z"
)
_HELD = re.compile(
    rf"\b(?:h[eo]lds?|owns?|owned|acquir(?:e|es|ed)|bought|buys?|took|takes?|sold|has|have"
    rf"|had) (?:an? )?{_HEDGE}\Z"
)
_SHARES = re.compile(r"\b(?:shares|stake|equity|stock|shareholding|interest)\b")
_OF_WHICH = re.compile(rf"\bof (?:which|whom|them|these),? {_HEDGE}\Z")
_DOES = re.compile(
    r"\s(?:(?:is|are|was|were|have|has|had|will be)\s(?:an? |the )?)"
    r"(?P<what>(?:(?!(?:in|of|with|from|for|to|at|on|that|which|who|and|but)\b)[\w'’%-]+ ?){1,8})"
)
_ENTERED = re.compile(
    r"\s(?:entered|hold|held|obtained|received|joined|reached)\s(?:an? |the )?"
    r"(?P<what>(?:(?!(?:in|of|with|from|for|to|by|at|on|that|which|who)\b)[\w'’%-]+ ?){1,8})"
)
_WHOLE = re.compile(r"(?:total|['’]s|world|country|nation|city|market)$")
_OF = re.compile(r"\s?(?:worth )?of ")
_ASIDE = re.compile(r"\s?\([^)]{1,50}\)|, or [^,;.]{3,40},")
_FOR = re.compile(
    r"\s(?:in|into|on|for|towards?|to (?:build|set up|establish|develop|expand|fund)|as) "
)
_ARTICLE = re.compile(
    r"(?:\b(?:an?|the|its|their|this|that|each|new)|['’]s)\s(?:\w+ )?\Z", re.IGNORECASE
)
_NOUN_OF = re.compile(
    rf"\s(?:of|totall?ing|worth|at|averaging|for|is|was|are|were|will be|:) ?{_HEDGE}\Z"
)
_SPEND = re.compile(
    r"\b(?P<verb>invest(?:s|ed|ing)?|spen[dt](?:s|ing)?|pa(?:y|ys|id|ying)|commit(?:s|ted|ting)?"
    r"|put(?:s|ting)?"
    r"|contribut(?:e|es|ed|ing)|inject(?:s|ed)?|pour(?:s|ed)?|allocat(?:e|es|ed)|earmark(?:s"
    r"|ed)?|provid(?:e|es|ed)"
    r"|offer(?:s|ed)?|rais(?:e|es|ed|ing)|add(?:s|ed)?|leas(?:e|es|ed|ing)|rent(?:s|ed|ing)?"
    r"|occup(?:y|ies|ied)"
    rf"|cover(?:s|ed|ing)?|span(?:s|ned|ning)?|cost(?:s|ing)?) {_HEDGE}\Z"
)
_PER = re.compile(r"\s(?:per|an?|each) ")
_TIMES = re.compile(r"\s?(?:the|that of|its|their|as (?:many|much)) ")
_WITH = re.compile(
    r" (?P<what>with (?:(?!(?:in|at|from|under|by|and|for|on|that|which)\b)[\w'’-]+ ?){1,4})"
)
_BREAK = re.compile(
    r"; |, of (?:which|whom) |, (?:and|but|while|which|who) | that | and (?=(?:their|its|the|it"
    r"|they)\b)"
)
_FRAME = re.compile(
    r"\b(?:said|says|expects?|forecasts?|predicts?|estimates?|wants|warned|found|noted|shows?"
    r"|projects?|puts?)\b"
)
_PRONOUN = re.compile(r"(?:and |but )?(?:It|They|This|That|These|it|they|which)\b")
_CURRENCY = re.compile(r"[A-Z]{3}")
_AREAS = frozenset(
    {"m2", "km2", "ha", "mu", "acres", "square feet", "acre", "litres", "tons", "tonnes"}
)


class EnglishMeasures:
    """Finds the measures of English sentences."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._phrases = EnglishPhrases(text)
        self._unit = ""

    def measure(
        self, index: int, sentence: Sentence, quantity: Quantity, last: Span | None
    ) -> Measured:
        """The measure of a quantity; ``last`` is that of the value before, to lean on."""
        found = self._found(index, sentence, quantity, last)
        self._unit = quantity.unit
        return found

    def _found(
        self, index: int, sentence: Sentence, quantity: Quantity, last: Span | None
    ) -> Measured:
        lead = self._text.key[sentence.span.start : quantity.span.start]
        found = (
            self._leaning(sentence, quantity, lead, last)
            or self._grown(index, sentence, quantity, lead, last)
            or self._counted(sentence, quantity)
            or self._part(index, sentence, quantity, lead, last)
            or self._sized(index, sentence, quantity, lead)
            or self._multiplied(index, sentence, quantity)
        )
        if found is not None:
            return found
        if quantity.unit == "score":
            return Measured(index_name(self._text, sentence, quantity.span.start), "index-name")
        if last is not None and _PRONOUN.match(lead):
            return Measured(last, "carried-noun")
        return Measured(self._subject(index, sentence, quantity.span.start) or last, "subject-noun")

    def _leaning(
        self, sentence: Sentence, quantity: Quantity, lead: str, last: Span | None
    ) -> Measured | None:
        if last is None:
            return None
        near = sentence.span.covers(last) or self._unit == quantity.unit
        if quantity.equivalent_to is not None or (near and _LEANS.search(lead)):
            return Measured(last, "carried-noun")
        return None

    def _grown(
        self, index: int, sentence: Sentence, quantity: Quantity, lead: str, last: Span | None
    ) -> Measured | None:
        if quantity.unit not in ("%", "times", "百分点", "ratio"):
            return None
        key, start = self._text.key, sentence.span.start
        acted = _ACTED_ON.search(lead)
        if acted is not None:
            noun = self._phrases.right(index, start + acted.start("name"), quantity.span.start)
            if noun is not None:
                return Measured(noun, "growth")
        match = _GROWTH.search(lead)
        if match is None:
            more = _MORE.match(key, quantity.span.end, sentence.span.end)
            near = last is not None and sentence.span.covers(last)
            return Measured(last, "growth") if more is not None and near else None
        begin = start + self._break(lead[: match.start()])
        noun = self._phrases.first(index, begin, start + match.start())
        bare = not key[begin : start + match.start()].strip(" ,*")
        if noun is None or bare or lead[: match.start()].endswith((", ", ", **", "units ")):
            kept = last if last is not None and sentence.span.covers(last) else noun
            noun = kept or self._subject(index, sentence, quantity.span.start) or last
        return Measured(noun, "growth")

    def _counted(self, sentence: Sentence, quantity: Quantity) -> Measured | None:
        counted = quantity.counted
        if counted is None or quantity.unit in _AREAS or _CURRENCY.fullmatch(quantity.unit):
            return None
        companion = _WITH.match(self._text.key, counted.end, sentence.span.end)
        if companion is None:
            return Measured(counted, "right-noun")
        return Measured(
            _stripped(self._text.key, Span(counted.start, companion.end())), "right-noun"
        )

    def _part(
        self, index: int, sentence: Sentence, quantity: Quantity, lead: str, last: Span | None
    ) -> Measured | None:
        """What a percentage or a fraction is of, or what those do whom it counts."""
        if quantity.unit not in RATIOS:
            return None
        key, end = self._text.key, sentence.span.end
        sharer = _SHARER.search(lead)
        if sharer is not None and not sharer[0].startswith("accounting"):
            at = sentence.span.start + sharer.start()
            own = self._phrases.first(index, self._begin(sentence, at), at)
            pronoun = _PRONOUN.match(key, self._begin(sentence, at))
            if own is None or pronoun:
                own = last or own or self._subject(index, sentence, at)
            return Measured(own, "share-noun")
        does = _DOES.match(key, quantity.span.end, end) or _ENTERED.match(
            key, quantity.span.end, end
        )
        if does is not None:
            return Measured(_stripped(key, Span(*does.span("what"))), "share-does")
        of = _OF.match(key, quantity.span.end, end)
        listed = self._phrases.left(index, sentence.span.start, quantity.span.start)
        if listed is not None and key[: listed.start].endswith((", ", " and ")):
            return Measured(listed, "share-noun")
        if of is None:
            return self._stake(index, sentence, quantity, lead)
        return self._whole(index, sentence, of.end(), last, held=_HELD.search(lead) is not None)

    def _whole(
        self, index: int, sentence: Sentence, start: int, last: Span | None, *, held: bool
    ) -> Measured | None:
        """The measure in ``N percent of …``: what the whole does, else its noun."""
        key, end = self._text.key, sentence.span.end
        noun = self._phrases.right(index, start, end)
        if held:
            shares = _SHARES.search(key, start, min(end, start + 60))
            if shares is not None:
                return Measured(Span(*shares.span()), "held-noun")
        if key.startswith(("it ", "them ", "that "), start) and last is not None:
            return Measured(last, "carried-noun")
        if noun is None:
            return None if last is None else Measured(last, "carried-noun")
        does = _DOES.match(key, noun.end, end) or _ENTERED.match(key, noun.end, end)
        verb = next(iter(self._text.words(index, Span(noun.end, end))), None)
        if does is None and verb is not None and verb.tag == "v":
            return Measured(verb.span, "share-does")
        words = noun.of(key)
        if _WHOLE.search(words) and last is not None:
            return Measured(last, "carried-noun")
        return Measured(noun, "share-noun")

    def _stake(
        self, index: int, sentence: Sentence, quantity: Quantity, lead: str
    ) -> Measured | None:
        """The noun in ``a 12 percent stake``."""
        if not _ARTICLE.search(lead) and not _HELD.search(lead):
            return None
        noun = self._phrases.right(index, quantity.span.end + 1, sentence.span.end)
        return None if noun is None else Measured(noun, "right-noun")

    def _sized(
        self, index: int, sentence: Sentence, quantity: Quantity, lead: str
    ) -> Measured | None:
        """What an amount or an area is of, is for, or is spent on."""
        money = _CURRENCY.fullmatch(quantity.unit) is not None
        if not money and quantity.unit not in _AREAS:
            return None
        key, end = self._text.key, sentence.span.end
        aside = _ASIDE.match(key, quantity.span.end, end)
        after = quantity.span.end if aside is None else aside.end()
        if _ARTICLE.search(lead) or "-" in quantity.span.of(key):
            noun = self._phrases.right(index, after + 1, end)
            if noun is not None:
                return Measured(noun, "right-noun")
        of = _OF.match(key, after, end)
        if of is not None:
            noun = self._phrases.right(index, of.end(), end)
            if noun is not None:
                return Measured(noun, "right-noun")
        spent = _SPEND.search(lead)
        if spent is not None:
            return self._spent(index, sentence, after, spent)
        return self._noun_of(index, sentence, lead)

    def _spent(
        self, index: int, sentence: Sentence, after: int, spent: re.Match[str]
    ) -> Measured | None:
        key, end = self._text.key, sentence.span.end
        purpose = _FOR.match(key, after, end)
        if purpose is not None:
            names = self._text.names_in(Span(purpose.end(), min(end, purpose.end() + 40)))
            at = purpose.end()
            named = any(item.span.start - at < len("the ") + 1 for item in names)
            noun = None if named else self._phrases.right(index, at, end)
            if noun is not None and self._phrases.first(index, noun.start, noun.end) is not None:
                return Measured(noun, "spent-on")
        per = _PER.match(key, after, end)
        if per is not None and spent["verb"].startswith("cost"):
            noun = self._phrases.right(index, per.end(), end)
            if noun is not None:
                return Measured(noun, "spent-on")
        start = sentence.span.start
        if spent["verb"].startswith(("rais", "cost", "add")):
            noun = self._phrases.first(
                index, self._begin(sentence, start + spent.start()), start + spent.start()
            )
            if noun is not None:
                return Measured(noun, "subject-noun")
        return Measured(Span(start + spent.start("verb"), start + spent.end("verb")), "spent")

    def _noun_of(self, index: int, sentence: Sentence, lead: str) -> Measured | None:
        """The noun in ``revenue of``, ``an upfront fee of``."""
        match = _NOUN_OF.search(lead)
        if match is None:
            return None
        start = sentence.span.start
        noun = self._phrases.left(index, start, start + match.start())
        if noun is None or self._phrases.first(index, noun.start, noun.end) is None:
            return None
        return Measured(noun, "left-noun")

    def _multiplied(self, index: int, sentence: Sentence, quantity: Quantity) -> Measured | None:
        """The noun in ``four times the volume``."""
        if quantity.unit != "times":
            return None
        match = _TIMES.match(self._text.key, quantity.span.end, sentence.span.end)
        if match is None:
            return None
        names = self._text.names_in(Span(match.end(), match.end() + 30))
        if names and names[0].span.start == match.end():
            return None
        noun = self._phrases.right(index, match.end(), sentence.span.end)
        return None if noun is None else Measured(noun, "right-noun")

    def _subject(self, index: int, sentence: Sentence, end: int) -> Span | None:
        begin = self._begin(sentence, end)
        return self._phrases.first(index, begin, end) or self._phrases.first(
            index, sentence.span.start, end
        )

    def _begin(self, sentence: Sentence, end: int) -> int:
        return sentence.span.start + self._break(self._text.key[sentence.span.start : end])

    def _break(self, lead: str) -> int:
        """Where the clause that runs up to the end of a stretch begins."""
        at = 0
        for match in _BREAK.finditer(lead):
            if not (match[0].endswith(("which ", "who ")) and "," in lead[match.end() :]):
                at = match.end()
        frame = _FRAME.search(lead, at)
        return at if frame is None else frame.end()


def _stripped(key: str, span: Span) -> Span:
    return Span(span.start, span.start + len(span.of(key).rstrip()))
