"""Names in Latin letters inside Chinese text: by their head word, their place and their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.candidates.codes import is_class
from zjkg.recognition.candidates.phrases import CORPORATE, phrase_type
from zjkg.recognition.english_places import ENGLISH_PLACES
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.vocabulary import BRAND_HEADS, NOT_NAMES

_WORD = r"[A-Z][A-Za-z0-9&'’.-]*"
_NAME = re.compile(
    rf"(?<![A-Za-z0-9]){_WORD}(?: (?:(?:of|for|and|&|the|de|van) )*{_WORD}){{0,6}}(?![A-Za-z0-9])"
)
_QUOTED = re.compile(rf"[“「『\"]((?:i|m|e)?{_WORD}(?: {_WORD})?)[”」』\"]")
_ACRONYM = re.compile(r"[A-Z0-9&-]{1,5}")
_SHAPED = re.compile(r"[A-Z]?[a-z]+[A-Z][A-Za-z0-9-]*|[A-Za-z]+-[A-Z0-9][A-Za-z0-9-]*")
_FIRM_BEFORE = re.compile(
    r"(?:企业|公司|药企|厂商|厂|业者|大厂|巨头|龙头|通路商|代工商|供应商|开发商|经销商|代理商|新创|新秀|"
    r"独角兽|集团|伙伴|对手|股东|子公司|投资方|买方|客户|同业|由|与|被|向)[“「]?$"
)
# The sibling of a Chinese firm: 某某医疗和Xyzalis.
_SIBLING = re.compile(rf"(?:{'|'.join(map(re.escape, BRAND_HEADS))})(?:和|及|与|以及|、)$")
_FIRM_AFTER = re.compile(
    r"[”」]?(?:的)?(?:中国区?|亚太区?|全球)?(?:公司|集团|创始人|创办人|联合创始人|首席|总裁|董事|社长|执行长|副总裁|股价|"
    r"总部|子公司|宣布|收购|签|领投|跟投|合作|合资|旗下|授权|公告|递交|设厂|中国总裁)"
)
_BEFORE = 6
_SIBLING_LENGTH = 4
_LONG = 2


def propose(passage: Passage) -> Iterator[Candidate]:
    """Foreign firms by their last word, quoted products, single words beside words of firms."""
    quoted = set[Span]()
    for match in _QUOTED.finditer(passage.text, passage.span.start, passage.span.end):
        name = match.group(1)
        if (_SHAPED.fullmatch(name) or len(name) > len("ABCDE")) and not _no_name(name):
            quoted.add(Span(*match.span(1)))
            kind = phrase_type(name.split()) if " " in name else None
            typed = "pattern:latin-head" if kind else "pattern:latin-quoted"
            yield Candidate(Span(*match.span(1)), kind or EntityType.PRODUCT, typed)
    for match in _NAME.finditer(passage.text, passage.span.start, passage.span.end):
        span = _trimmed(match)
        if span not in quoted and not _no_name(span.of(passage.text)):
            yield from _named(passage, span)


def _trimmed(match: re.Match[str]) -> Span:
    name = match.group().rstrip(".-'’&")
    return Span(match.start(), match.start() + len(name))


def _no_name(name: str) -> bool:
    return name in NOT_NAMES or is_class(name) or name in ENGLISH_PLACES


def _named(passage: Passage, span: Span) -> Iterator[Candidate]:
    words = span.of(passage.text).split()
    if len(words) >= _LONG:
        kind = phrase_type(words)
        if kind is not None and words[0] not in NOT_NAMES:
            yield Candidate(span, kind, "pattern:latin-head")
            return
    elif _ACRONYM.fullmatch(words[0]) or CORPORATE.fullmatch(words[0]):
        return
    before = passage.text[max(passage.span.start, span.start - _BEFORE) : span.start].rstrip()
    sibling = len(words[0]) >= _SIBLING_LENGTH and _SIBLING.search(before)
    if (
        sibling
        or _FIRM_BEFORE.search(before)
        or _FIRM_AFTER.match(passage.text, span.end, passage.span.end)
    ):
        yield Candidate(span, EntityType.ORGANIZATION, "pattern:latin-firm")
