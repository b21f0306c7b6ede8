"""Corrects a candidate's edges, or says why it is no name."""

from __future__ import annotations

import re

from msgspec.structs import replace

from zjkg.errors import Bilingual
from zjkg.model import Dropped, EntityType, Span
from zjkg.recognition.candidates.persons import japanese
from zjkg.recognition.edges import clean, trim
from zjkg.recognition.objections import is_trade, made_of_common_words, objection
from zjkg.recognition.passage import STEP, Candidate, Passage
from zjkg.recognition.places import ADMINISTRATIVE, COUNTRIES, PLACES, longest_place_prefix
from zjkg.recognition.posts import FIELD_POST, POST, REGIONAL
from zjkg.recognition.vocabulary import (
    COMPOUND_SURNAMES,
    HEAD_TYPES,
    NOT_NAMES,
    SELF_NAMES,
    head_type,
)

_BRINGING = frozenset("将把对由以")
_SURE = frozenset({"gazetteer", "byline", "declared"})
_POST_END = re.compile(
    "(?:校长|院长|所长|主任|董事长|总裁|总经理|首席执行官|创始人|局长|市长|书记|会长|主席|秘书长)$"
)
_REGIONAL_POST = re.compile(f"{FIELD_POST}|(?:亚太|大中华|亚洲)区{POST}")
_PARK_LIKE = re.compile(r"[A-Za-z](?:BAY|Bay|Park|Valley|Hub|Island)$")
_PLACE_LENGTH = 2
_LONGEST_NAME = 3
_DRUG = re.compile("(?:单抗|双抗|替尼|帕利|胶囊|注射液|颗粒|片剂|缓释片|滴眼液|试剂盒)$")
_REASONS = {
    "generic-noun": Bilingual("a common noun names nothing", "普通名词不是名称"),
    "common-words": Bilingual("made of common words only", "仅由普通词语组成，不构成名称"),
    "cut-word": Bilingual("its edge cuts a word in two", "边界切断了一个词"),
    "adjacent-places": Bilingual("two places side by side", "相邻的两个地名，不是一个名称"),
    "place-and-trade": Bilingual("a place and its trade, no name", "地名加行业名称，不是机构名称"),
    "whole-list": Bilingual("several names at once", "把并列的多个名称当作一个"),
    "class-noun": Bilingual("names a class of things", "指一类事物，不是名称"),
    "begins-with-place": Bilingual("a place and a verb, no person", "地名加动词，不是人名"),
    "no-place": Bilingual("a street, a room or an ordinary word", "街道、房间或普通词语，不是地名"),
    "glued-words": Bilingual(
        "a name of the article with ordinary words", "文中已有的名称连带普通词语"
    ),
    "empty": Bilingual("nothing is left of it", "修正边界后没有剩余文字"),
}


def refuse(rule: str, span: Span) -> Dropped:
    """The record of a candidate refused by a rule of this module."""
    return Dropped(STEP, rule, span, _REASONS[rule])


def repair(passage: Passage, candidate: Candidate, places: frozenset[str]) -> Candidate | Dropped:
    """The candidate with clean edges, or the reason why it is dropped."""
    titled = candidate.kind == "pattern:title"  # its marks were its edges
    span = candidate.span if titled else clean(passage.text, candidate.span)
    if passage.chinese and not titled and candidate.kind not in _SURE:
        span = trim(passage, span, tagged=candidate.kind.startswith("tagger"))
    name = span.of(passage.text)
    sure = candidate.kind in _SURE
    if len(name) < 2:  # noqa: PLR2004 - one letter or character names nothing
        return refuse("empty", candidate.span)
    common = name in NOT_NAMES or (name in HEAD_TYPES and name not in SELF_NAMES)
    common = common or (name[0] in _BRINGING and name[1:] in NOT_NAMES)
    employer = candidate.kind == "frame:employer" and name.endswith("政府")
    if (common and not employer) or name.isdigit():
        return refuse("generic-noun", candidate.span)
    if name in COUNTRIES and passage.text.startswith("区", span.end):
        return refuse("class-noun", candidate.span)
    if name in REGIONAL and _REGIONAL_POST.match(passage.text, span.start, passage.span.end):
        return refuse("class-noun", candidate.span)
    kind = EntityType.PLACE if passage.chinese and name in PLACES else candidate.type
    fixed = Candidate(span, kind, candidate.kind)
    if sure or not passage.chinese:
        return fixed
    if by_title := _title_at_end(fixed, name):
        fixed, name = by_title, by_title.span.of(passage.text)
    fixed = _without_trade(passage, fixed, name)
    name = fixed.span.of(passage.text)
    rule = objection(passage, fixed, name, places)
    return refuse(rule, span) if rule else _retyped(fixed, name)


def _title_at_end(candidate: Candidate, name: str) -> Candidate | None:
    """The organization without the post that a tagger has left on it."""
    match = _POST_END.search(name)
    if match is None or match.start() < _PLACE_LENGTH:
        return None
    if candidate.type is not EntityType.ORGANIZATION or candidate.kind == "pattern:title":
        return None
    span = Span(candidate.span.start, candidate.span.start + match.start())
    return Candidate(span, candidate.type, candidate.kind)


def _retyped(candidate: Candidate, name: str) -> Candidate:
    """Taggers know no parks, events or indexes: the head word does."""
    if not candidate.kind.startswith("tagger"):
        return candidate
    if candidate.type is EntityType.PERSON:
        clan = _is_clan(name)
        return replace(candidate, type=EntityType.ORGANIZATION) if clan else candidate
    if trimmed := _place_of_trade(candidate, name):
        return trimmed
    if name.endswith("大学城"):
        return replace(candidate, type=EntityType.PLACE)
    found = EntityType.PARK if _PARK_LIKE.search(name) else head_type(name)
    drug = found is EntityType.PRODUCT
    if found is None or (drug and not _DRUG.search(name)) or len(name) <= _PLACE_LENGTH:
        return candidate
    return candidate if name in PLACES else replace(candidate, type=found)


def _is_clan(name: str) -> bool:
    """Whether a person's name is a firm: 罗氏; or four characters without a double surname."""
    if len(name) == _PLACE_LENGTH and name.endswith("氏"):
        return True
    long = len(name) > _LONGEST_NAME and not japanese(name)
    return long and _single_surname(name)


def _place_of_trade(candidate: Candidate, name: str) -> Candidate | None:
    """The known place without the trade that a tagger has left on it: 粤港澳大湾区|生物医药."""
    place = longest_place_prefix(name) if candidate.type is EntityType.PLACE else ""
    rest = name[len(place) :]
    typed = head_type(name) is not None or name.endswith(ADMINISTRATIVE)
    if not place or not rest or typed or not made_of_common_words(rest):
        return None
    span = Span(candidate.span.start, candidate.span.start + len(place))
    return Candidate(span, EntityType.PLACE, candidate.kind)


def _without_trade(passage: Passage, candidate: Candidate, name: str) -> Candidate:
    """The place alone, where a tagger has taken it and its trade for a firm: 某地|中医药产业."""
    place = longest_place_prefix(name) if candidate.type is EntityType.ORGANIZATION else ""
    if len(place) < _PLACE_LENGTH or not is_trade(passage, candidate.span, name):
        return candidate
    span = Span(candidate.span.start, candidate.span.start + len(place))
    return Candidate(span, EntityType.PLACE, "vocabulary:place")


def _single_surname(name: str) -> bool:
    han = all("\u4e00" <= char <= "\u9fff" for char in name)
    return han and name[:2] not in COMPOUND_SURNAMES
