"""Corrects a candidate's edges, or says why it is no name."""

from __future__ import annotations

import re

from zjkg.errors import Bilingual
from zjkg.model import Dropped, EntityType, Span
from zjkg.recognition.agencies import AGENCIES
from zjkg.recognition.edges import clean, trim
from zjkg.recognition.lexicon import ordinary_words
from zjkg.recognition.passage import STEP, Candidate, Passage
from zjkg.recognition.places import ADMINISTRATIVE, COUNTRIES, PLACES
from zjkg.recognition.vocabulary import (
    CLASS_ENDINGS,
    CLASS_NOUNS,
    COMPOUND_SURNAMES,
    GENERIC,
    HEAD_TYPES,
    NAMING_HEADS,
    NOT_NAMES,
    SELF_NAMES,
    head_type,
)

_SURE = frozenset({"gazetteer", "byline", "declared"})
_POST_END = re.compile(
    "(?:校长|院长|所长|主任|董事长|总裁|总经理|首席执行官|创始人|局长|市长|书记|会长|主席|秘书长)$"
)
_PARK_LIKE = re.compile(r"[A-Za-z](?:BAY|Bay|Park|Valley|Hub|Island)$")
# Evidence that makes a name even of common words.
_UNCOMMON = frozenset(
    {
        "vocabulary:agency",
        "frame:office",
        "list:head",
        "frame:post",
        "frame:outlet",
        "pattern:quoted-title",
    }
)
_UNSURE = ("tagger", "pattern:brand", "pattern:coined", "pattern:weak", "frame", "list")
_FIRM_WORDS = frozenset("资本 创投 投资 控股 药业 制药 基金 集团 证券 诊断".split())
_PLACE_LENGTH = 2
_SPACED_OUT = re.compile(r"(?:[\u3400-\u9fff] )+[\u3400-\u9fff]")
_JOINED = re.compile(r"(.{2,20})[与和及](.{2,20})")
_LONGEST_NAME = 3
_STREET = re.compile(
    "(?:大道|(?<!丝)路|巷|弄|[一二三四五六七八九十]路站|[一二三四五六七八九十]号|[\u4e00-\u9fff]厅|公寓|宿舍|号楼|栋|层|教室|"
    "会议室|展位|"
    "车间|高速|大桥|码头)$"
)
_SEVERAL = re.compile(r"[、:：\u3000\n|｜；;]")
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
    employer = candidate.kind == "frame:employer" and name.endswith("政府")
    if (common and not employer) or name.isdigit():
        return refuse("generic-noun", candidate.span)
    if name in COUNTRIES and passage.text.startswith("区", span.end):
        return refuse("class-noun", candidate.span)
    kind = EntityType.PLACE if passage.chinese and name in PLACES else candidate.type
    fixed = Candidate(span, kind, candidate.kind)
    if sure or not passage.chinese:
        return fixed
    if by_title := _title_at_end(fixed, name):
        fixed, name = by_title, by_title.span.of(passage.text)
    rule = _objection(passage, fixed, name, places)
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


def _objection(
    passage: Passage, candidate: Candidate, name: str, places: frozenset[str]
) -> str | None:
    if candidate.kind.startswith("tagger") and (_SEVERAL.search(name) or _joins_two(name)):
        return "whole-list"
    if name in SELF_NAMES:
        return None
    common = candidate.kind not in _UNCOMMON and _made_of_common_words(name)
    if common or _SPACED_OUT.fullmatch(name):
        return "common-words"
    if name.startswith(CLASS_NOUNS) or name.endswith(CLASS_ENDINGS):
        return "class-noun"
    if candidate.kind == "tagger:bilstm" and _cuts_word(passage, candidate.span, name):
        return "cut-word"
    return _place_objection(passage, candidate, name, places)


def _place_objection(
    passage: Passage, candidate: Candidate, name: str, places: frozenset[str]
) -> str | None:
    """What is wrong with a candidate that a place opens."""
    if not candidate.kind.startswith(_UNSURE):
        return None
    if candidate.type is EntityType.PLACE and _no_place(name):
        return "no-place"
    tagged = candidate.kind.startswith("tagger") and name not in places
    short = len(name) == _PLACE_LENGTH + 1 and head_type(name) is None
    if (
        tagged
        and name[:_PLACE_LENGTH] in places
        and (
            candidate.type is EntityType.PERSON
            or (short and candidate.type is EntityType.ORGANIZATION)
        )
    ):
        return "begins-with-place"

    words = _words(passage, candidate.span)
    if len(words) <= 1 or words[0] not in places:
        return None
    if all(word in places for word in words):
        return None if name.endswith(ADMINISTRATIVE) else "adjacent-places"
    trade = all(word in GENERIC for word in words[1:]) and head_type(name) is None
    coined = words[0] not in PLACES and words[-1] in _FIRM_WORDS  # 高岭资本: no known place
    return "place-and-trade" if trade and not coined else None


def _no_place(name: str) -> bool:
    """Whether what a tagger takes for a place is a street, a room or an ordinary word."""
    if name in PLACES:
        return False
    return bool(_STREET.search(name)) or name in ordinary_words() or name[0].isdigit()


def _retyped(candidate: Candidate, name: str) -> Candidate:
    """Taggers know no parks, events or indexes: the head word does."""
    if not candidate.kind.startswith("tagger"):
        return candidate
    if candidate.type is EntityType.PERSON:
        # 罗氏 is a firm; news does not call people by their clan.
        clan = len(name) == _PLACE_LENGTH and name.endswith("氏")
        # Four characters without a double surname are a brand more often than a person.
        clan = clan or (len(name) > _LONGEST_NAME and _single_surname(name))
        firm = Candidate(candidate.span, EntityType.ORGANIZATION, candidate.kind)
        return firm if clan else candidate
    found = EntityType.PARK if _PARK_LIKE.search(name) else head_type(name)
    if found is None:
        return candidate
    if found is EntityType.PRODUCT or (len(name) < 3 or name in PLACES):  # noqa: PLR2004
        return candidate
    return Candidate(candidate.span, found, candidate.kind)


def _single_surname(name: str) -> bool:
    han = all("\u4e00" <= char <= "\u9fff" for char in name)
    return han and name[:2] not in COMPOUND_SURNAMES


def _joins_two(name: str) -> bool:
    """Whether a tagger has taken a firm and an agency for one: 某某电与工研院."""
    match = _JOINED.fullmatch(name)
    return match is not None and match.group(2) in AGENCIES


def _words(passage: Passage, span: Span) -> list[str]:
    first, end = passage.token_from(span.start), passage.token_from(span.end)
    return [passage.word(index) for index in range(first, end)]


def _cuts_word(passage: Passage, span: Span, name: str) -> bool:
    edges = {token.span.start for token in passage.tokens} | {passage.span.end}
    typed = head_type(name) is not None
    return (span.end not in edges and not typed) or (span.start not in edges and not typed)


def _made_of_common_words(name: str) -> bool:
    """Whether the characters can be cut into words that name nothing."""
    if name.endswith(NAMING_HEADS) and name[:1].isascii():
        return False
    if name.startswith("国家") and not name.startswith("国家级") and head_type(name):
        return False
    reachable = {0}
    for end in range(1, len(name) + 1):
        for start in range(max(0, end - 8), end):
            word = name[start:end]
            if start in reachable and (word in GENERIC or word in HEAD_TYPES or word in NOT_NAMES):
                reachable.add(end)
                break
    return len(name) in reachable
