"""English noun phrases that look like names, and the type that their head word bears."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.passage import Passage

_ORGANIZATION = (
    r"Inc\.?|Ltd\.?|LLC|Co\.?|Corp\.?|Corporation|Company|Limited|PLC|plc|AG|GmbH|Group|Holdings?|"
    r"Pharma|Pharmaceuticals?|Therapeutics|Biosciences?|Biologics|Biotech|Biopharma|Biotechnology|"
    r"Biopharmaceuticals?|Bio|Medicines?|Diagnostics|Genomics|Ventures|Capital|Bank|Institutes?|"
    r"University|College|School|Academy|Hospital|Cent(?:er|re)|Laborator(?:y|ies)|Lab|Labs|Alliance|Association|"
    r"Society|Foundation|Fund|Administration|Agency|Bureau|Commission|Committee|Council|Ministry|"
    r"Department|Office|Authority|Government|Federation|Union|Consortium|News|Times|Post|Daily|Agency|"
    r"Incubator|Accelerator|Exchange|Network"
)
_PARK = r"Parks?|Zone|Valley|Base|Island|BioBAY|Biobay|Bay|Port|Campus|Hub|Cluster"
_EVENT = (
    r"Summit|Forum|Week|Conference|Expo|Exposition|Fair|Congress|Symposium|Convention|Meeting|"
    r"Ceremony"
)
_POLICY = r"Act|Regulations?|Measures|Guidelines?|Opinions|Outline"
_PROJECT = r"Program(?:me)?|Initiative|Project|Plan|Report|Scheme|Campaign"
_HEADS: tuple[tuple[EntityType, re.Pattern[str]], ...] = tuple(
    (entity_type, re.compile(rf"(?:{pattern})"))
    for entity_type, pattern in (
        (EntityType.INDEX, r"Index"),
        (EntityType.EVENT, _EVENT),
        (EntityType.ORGANIZATION, _ORGANIZATION),
        (EntityType.PARK, _PARK),
        (EntityType.POLICY, _POLICY),
        (EntityType.PROJECT, _PROJECT),
        (EntityType.PLACE, r"Area|Delta|Province|District|County"),
    )
)
_CAPITAL = re.compile(r"(?:[A-Z]|[a-z][A-Z])[\w.&'’/-]*$|&$")
_CORPORATE_TAIL = re.compile(r"(?:Inc|Ltd|LLC|Co|Corp|Company|Sons|Partners)\.?$")
_LEFT_OUT = frozenset({"the", "a", "an", "its", "their", "this", "that"})
_PLANNING = frozenset({"Action", "Development", "Five-Year", "Master"})
_FIELDS = frozenset(
    {"Science", "Research", "Innovation", "Industry", "Health", "Food", "Commerce", "Trade"}
    | {"Development", "Education", "Culture", "Information", "Environment", "Medicine"}
    | {
        "Cell",
        "Gene",
        "Engineering",
        "Arts",
        "Pharmaceutical",
        "Life",
        "Biology",
        "Finance",
        "Investment",
        "Economic",
        "Technology",
    }
)
YEAR = re.compile(r"(?:19|20)\d\d$")


def phrases(passage: Passage) -> Iterator[Span]:
    """Runs of capitalized words, with of/for/and inside where a head asks for them."""
    count = len(passage.tokens)
    index = 0
    while index < count:
        if not _capitalized(passage, index):
            index += 1
            continue
        last = _phrase_end(passage, index)
        yield Span(passage.tokens[index].span.start, passage.tokens[last].span.end)
        index = last + 1


def _capitalized(passage: Passage, index: int) -> bool:
    word, tag = passage.word(index), passage.tokens[index].tag
    if word.lower() in _LEFT_OUT or tag in {"w", "r", "p", "v", "u"}:
        return False
    return bool(_CAPITAL.match(word)) and (tag != "d" or index > 0)


def _phrase_end(passage: Passage, first: int) -> int:
    last, headed = first, bool(head_of(passage.word(first)))
    index = first + 1
    while index < len(passage.tokens):
        word = passage.word(index)
        following = index + 1 < len(passage.tokens)
        if _capitalized(passage, index) or (YEAR.match(word) and _event_before(passage, index)):
            last = index
            headed = headed or bool(head_of(word))
            index += 1
        elif following and _connects(passage, first, index, headed=headed):
            index += 1 if _capitalized(passage, index + 1) else 2
        else:
            break
    return last


def _connects(passage: Passage, first: int, index: int, *, headed: bool) -> bool:
    """Whether a small word or mark stands inside the name that begins at ``first``."""
    word = passage.word(index)
    if word in {"of", "for"}:
        return headed and _capitalized(passage, index + 1)
    if word == "and":
        return _keeps_and(passage, first, index)
    return word in {",", "-"} and _tail(passage, index, word)


def _tail(passage: Passage, index: int, word: str) -> bool:
    following = passage.word(index + 1)
    if word == ",":
        return bool(_CORPORATE_TAIL.match(following))
    touching = passage.tokens[index - 1].span.end == passage.tokens[index + 1].span.start - 1
    if not touching or following in {"based", "backed", "listed", "led", "owned", "funded"}:
        return False
    third = index + 2 < len(passage.tokens) and _capitalized(passage, index + 2)
    return third or _capitalized(passage, index + 1)


def _event_before(passage: Passage, index: int) -> bool:
    words = [passage.word(i) for i in range(max(0, index - 4), index)]
    return any(_HEADS[1][1].fullmatch(word) for word in words)


def _keeps_and(passage: Passage, first: int, index: int) -> bool:
    """'and' is inside a name after 'Institute of X', and before Co."""
    if _CORPORATE_TAIL.match(passage.word(index + 1)):
        return True
    if passage.word(index - 1) in _FIELDS and _capitalized(passage, index + 1):
        return True
    before = [passage.word(i) for i in range(first, index)]
    return bool({"of", "for"}.intersection(before)) and _capitalized(passage, index + 1)


def phrase_type(words: list[str]) -> EntityType | None:
    """Of the last head; a head before of or for decides; an event may carry place and year."""
    if "Plan" in words and _PLANNING.intersection(words):
        return EntityType.POLICY
    for connector in ("of", "for"):
        if connector in words and (found := head_of(words[words.index(connector) - 1])):
            return found
    if words[-1] == "City":
        science = words[-2].endswith(("Science", "Tech"))
        return EntityType.PARK if science else EntityType.PLACE
    last = words[-1].rstrip(",")
    event = any(_HEADS[1][1].fullmatch(word) for word in words[1:])
    return head_of(last) or head_of(last.capitalize()) or (EntityType.EVENT if event else None)


def head_of(word: str) -> EntityType | None:
    """The type that a single word bears as the head of a name."""
    for entity_type, pattern in _HEADS:
        if pattern.fullmatch(word):
            return entity_type
    return None
