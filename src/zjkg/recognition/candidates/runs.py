"""Where a Chinese name begins, given where it ends: words, not characters, are walked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.recognition.passage import Passage
from zjkg.recognition.places import longest_place_prefix
from zjkg.recognition.vocabulary import GENERIC, HEAD_TYPES, NOT_NAMES, head_type

_NAME_TAGS = frozenset("n nz nw vn an s LOC ORG PER".split())
_PROPER_TAGS = frozenset("LOC ORG PER nz nw".split())
_VERB_TAGS = frozenset({"v", "vd", "ad"})
_JOINERS = frozenset("-·@&・—–")
_CONJUNCTIONS = frozenset("和与及")
_PREPOSITIONS = frozenset("以在从由向于为将与和及对把被让")
_EDITION = re.compile(r"首届|第[〇一二三四五六七八九十百\d]+届?|\d{4}")
_ORDINAL = re.compile(r"第[〇一二三四五六七八九十百\d]+")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_CLASS_NOUNS = frozenset("企业 公司 机构 单位 药企 高校 专家".split())
_CLASS_PREFIXES = ("国家级", "省级", "市级", "世界级", "各类", "一批", "全球首")
_NATIONAL = frozenset("国家 中国 全国".split())
_TRADES = frozenset("诊断 制药 检测 治疗 影像 附属 附设".split())
_MAX_WORDS = 12
_LONG_WORD = 4
_MAX_BRACKET = 8
_MAX_CONJUNCT = 3


@dataclass(frozen=True, slots=True)
class Run:
    """The words that may belong to a name, and where it begins.

    ``proper`` tells that a place, name or foreign word opens it; ``distinct`` that at least one
    word is not of the trade's common stock.
    """

    start: int
    proper: bool
    distinct: bool


def run_before(passage: Passage, end: int, head: str = "", *, edition: bool = False) -> Run | None:
    """The longest plausible name that ends at ``end``; None where the words name a class.

    Words inside ``head``, the last word of the name, belong to it whatever their tags.
    """
    last = passage.token_before(end)
    inside = max(0, last - passage.token_from(end - len(head))) if head else 0
    first = _walk(passage, last, _left_limit(passage, end), inside)
    if first > last:
        return None
    first = _cut_conjunction(passage, first, last)
    anchor = _anchor(passage, first, last)
    distinct = any(not _common(passage.word(i)) for i in range(first, last + 1))
    if anchor is None and edition and first > 0 and _EDITION.fullmatch(passage.word(first - 1)):
        anchor = first
    if anchor is None:
        return Run(_start_of(passage, first), proper=False, distinct=distinct)
    if anchor > first:
        before = passage.word(anchor - 1)
        if before in _CLASS_NOUNS:
            return None
        if before in _NATIONAL:
            anchor -= 1
    if passage.word(anchor).startswith(_CLASS_PREFIXES):
        return None
    if edition:
        anchor = _with_edition(passage, anchor)
    return Run(_start_of(passage, anchor), proper=True, distinct=distinct)


def is_proper(passage: Passage, index: int) -> bool:
    """Whether a word is a place, a name or foreign."""
    token, word = passage.tokens[index], passage.word(index)
    if word in NOT_NAMES or word in HEAD_TYPES:
        return False
    if longest_place_prefix(word) or (word[0] in _PREPOSITIONS and longest_place_prefix(word[1:])):
        return True
    return (token.tag in _PROPER_TAGS and word not in GENERIC) or bool(_LATIN.fullmatch(word))


def _common(word: str) -> bool:
    return word in GENERIC or word in HEAD_TYPES or word in NOT_NAMES or word in _CONJUNCTIONS


def _left_limit(passage: Passage, end: int) -> int:
    """Names do not begin before an opening quotation mark that is still open."""
    for quoted in passage.quoted:
        if quoted.start < end <= quoted.end:
            return quoted.start
    return passage.span.start


def _walk(passage: Passage, last: int, limit: int, inside: int) -> int:
    index = last
    while index >= 0 and last - index < _MAX_WORDS:
        token = passage.tokens[index]
        if token.span.start < limit:
            break
        if passage.word(index) in {"）", ")"}:
            opening = _opening(passage, index)
            if opening is None:
                break
            index = opening - 1
            continue
        if last - index > inside and not _belongs(passage, index, last):
            break
        index -= 1
        if _hidden_preposition(passage, index + 1):
            break
    return index + 1


def _belongs(passage: Passage, index: int, last: int) -> bool:
    tag, word = passage.tokens[index].tag, passage.word(index)
    if tag in _VERB_TAGS and word not in _TRADES and index > 0 and _ends_name(passage, index - 1):
        return False
    if index == last or tag in _NAME_TAGS or word in GENERIC or word in _TRADES:
        return tag not in {"w", "u", "p", "r"} or word in GENERIC - {"各", "该", "本", "此", "这"}
    if word in _JOINERS:
        return index < last and index > 0 and passage.tokens[index - 1].tag != "w"
    if word in _CONJUNCTIONS:
        return index > 0 and passage.word(index + 1) in GENERIC
    if tag == "a" and len(word) >= _LONG_WORD:  # no adjective is that long: 精密机械科技
        return True
    return bool(_ORDINAL.fullmatch(word)) or _hidden_preposition(passage, index)


def _ends_name(passage: Passage, index: int) -> bool:
    """Whether a name may end here: a verb after it is a predicate, not a part of the next name."""
    word = passage.word(index)
    return passage.tokens[index].tag in {"ORG", "PER"} or head_type(word) is not None


def _hidden_preposition(passage: Passage, index: int) -> bool:
    """A place that the tagger has glued to the preposition in front of it."""
    word = passage.word(index)
    return word[0] in _PREPOSITIONS and bool(longest_place_prefix(word[1:]))


def _start_of(passage: Passage, index: int) -> int:
    return passage.tokens[index].span.start + (1 if _hidden_preposition(passage, index) else 0)


def _opening(passage: Passage, closing: int) -> int | None:
    """The bracket that belongs to a closing one, if the text between is short."""
    for index in range(closing - 1, max(-1, closing - _MAX_BRACKET), -1):
        word = passage.word(index)
        if word in {"、", "，", ","}:
            return None
        if word in {"（", "("}:
            before = index > 0 and (
                is_proper(passage, index - 1) or _LATIN.fullmatch(passage.word(index - 1))
            )
            return index if before else None
    return None


def _cut_conjunction(passage: Passage, first: int, last: int) -> int:
    """Keeps 和 inside a name only where common nouns stand on both sides after a proper one."""
    for index in range(last, first - 1, -1):
        if passage.word(index) not in _CONJUNCTIONS:
            continue
        anchors = [i for i in range(first, index) if is_proper(passage, i)]
        if not anchors or index - anchors[-1] > _MAX_CONJUNCT:
            return index + 1
        between = [passage.word(i) for i in range(anchors[-1] + 1, index)]
        glued = passage.word(index - 1)
        if any(word in HEAD_TYPES for word in [*between, glued]):
            return index + 1
        if not between and not any(glued.endswith(word) for word in ("细胞", "生物", "医药")):
            return index + 1
    return first


def _anchor(passage: Passage, first: int, last: int) -> int | None:
    for index in range(first, last + 1):
        if is_proper(passage, index):
            return index
    for index in range(first, last - 1):
        if passage.word(index) == "国家":
            return index
    # A common acronym opens a name only where an uncommon word follows: AI智药…计划.
    for index in range(first, last):
        rest = (passage.word(i) for i in range(index + 1, last + 1))
        if _LATIN.fullmatch(passage.word(index)):
            return index if any(_han(word) and not _common(word) for word in rest) else None
    return None


def _han(word: str) -> bool:
    return all(char > "\u2e80" for char in word) and word not in "（）()"


def _with_edition(passage: Passage, index: int) -> int:
    while index > 0 and _EDITION.fullmatch(passage.word(index - 1)):
        index -= 1
    return index
