"""Whether a value says by how much its measure rose or fell, rather than how much there is.

"Output: 9.8 %" is false of an output that grew by 9.8 %. The words beside the value tell: a verb or
noun of growth right before it (同比增长9.8%, up 9.8 percent, an increase of 9.8 percent) or right
after it (9.8%的增幅, 9.8 percent growth). What it grew *to* is a level. How far it lies above or
below what it is compared with reads alike (高出全市2个百分点) and is told alike.
"""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.observations.chinese.growth import growing
from zjkg.claims.observations.measured import RATIOS
from zjkg.claims.observations.text import Text, clause_at, is_english
from zjkg.model import Change, Quantity, Sentence
from zjkg.patterns import compiled

_RATES: Final = frozenset({*RATIOS, "百分点", "times", "score"})
_REACH: Final = 48
_UP: Final = (
    r"up|rise[sn]?|rose|rising|gr[eo]w(?:s|n|ing|th)?|increas(?:e[sd]?|ing)|gain(?:s|ed|ing)?"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|leap|leapt"
    r"|advanc(?:e[sd]?|ing)|expand(?:s|ed|ing)?|expansion|rebound(?:s|ed|ing)?|swell(?:s|ed|ing)?"
    r"|widen(?:s|ed|ing)?|add(?:s|ed|ing)|rall(?:y|ied|ies)|rais(?:e[sd]?|ing)|higher|upturn|uptick"
)
_DOWN: Final = (
    r"down|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)"
    r"|slip(?:s|ped|ping)?|slid(?:es?|ing)?|plung(?:e[sd]?|ing)|plummet(?:s|ed|ing)?|dip(?:s|ped)?"
    r"|tumbl(?:e[sd]?|ing)|slump(?:s|ed|ing)?|shr[aiu]nk(?:s|ing)?|shed(?:s|ding)?|lost|losing"
    r"|reduc(?:e[sd]?|ing|tion)|cut(?:s|ting)?|contract(?:ed|ing|ion)|narrow(?:s|ed|ing)?|s[aiu]nk"
    r"|lower(?:s|ed|ing)?|eas(?:ed|ing)|downturn"
)
_YEARLY: Final = (
    r"year[- ]o[nv](?:er)?[- ]year|on[- ]year|quarter[- ]on[- ]quarter|annual(?:ly)?|yearly"
)
_BESIDE: Final = (
    rf"(?:{_YEARLY}|[a-z]+ly|only|just|just over|an?|the|another|further|by|of|some|about|around"
    r"|almost|over|at (?:least|most)|as (?:much|many) as|(?:no )?(?:more|less|fewer) than|record"
    r"|whopping|mere|modest|steep|staggering|well|and|on average|average)"
)
"""What may stand between the word of change and its value."""
_BEFORE: Final = compiled(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: {_BESIDE}){{0,5}} ?[(]?\Z", re.IGNORECASE
)
_BY: Final = compiled(  # cut the cost of each treatment by about 40%
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) [^,.;:]{{1,60}} by(?: {_BESIDE}){{0,3}} ?\Z",
    re.IGNORECASE,
)
_OF: Final = re.compile(  # growth in output of 9 percent
    r"\b(?:(?P<up>growth|increase|rise|gain|jump|surge|climb)"
    r"|(?P<down>decrease|decline|drop|fall|reduction|cut))"
    rf" (?:in|of) [^,.;:]{{1,32}} of(?: {_BESIDE}){{0,3}} ?\Z",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    rf"\A[- ]?(?: ?(?:[)]|points?|{_YEARLY}|quarterly|monthly|average|compound|real|net|nominal"
    r"|sequential|further|overall|single-day|revenue|sales|output|profit|price)\b){0,4} ?\b"
    r"(?:(?P<up>growth|increase|rise|gain|jump|surge|climb|leap|expansion|higher|more|up|above)"
    r"|(?P<down>decline|drop|fall|decrease|reduction|cut|slump|plunge|dip|contraction|lower|fewer"
    r"|less|down|below|discount))\b(?! of (?:the|its|their|all))",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"(?:[和及与、]|,? and) ?")


def change(text: Text, sentence: Sentence, quantity: Quantity) -> Change | None:
    """The direction in which a measure changed by a value; None where the value is a level.

    Only shares, percentage points, times and scores are looked at, as what is added to a level in
    its own unit (another 30 firms) has its own measure.
    """
    if quantity.unit not in _RATES or quantity.share_of is not None:
        return None
    clauses = text.clauses(sentence)
    clause = clauses[clause_at(clauses, quantity.span.start)]
    start = max(clause.start, quantity.number.start - _REACH)
    lead = text.key[start : quantity.number.start]
    trail = text.key[quantity.span.end : min(sentence.span.end, quantity.span.end + _REACH)]
    return _english(lead, trail) if is_english(sentence) else growing(lead, trail, quantity)


def goes_on(text: Text, before: Quantity, quantity: Quantity) -> bool:
    """Whether a value is the next of a row, so that it changed alike: 分别增长14%和11.3%."""
    between = text.key[before.span.end : quantity.span.start]
    return before.unit == quantity.unit and _JOINED.fullmatch(between) is not None


def _english(lead: str, trail: str) -> Change | None:
    matches = (pattern.search(lead) for pattern in (_BEFORE, _BY, _OF))
    match = next(filter(None, matches), None) or _AFTER.match(trail)
    if match is None:
        return None
    return Change.INCREASE if match["up"] else Change.DECREASE
