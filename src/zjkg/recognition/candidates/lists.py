"""Lists: A、B、C等企业. Members share the type of their head noun or of recognized siblings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from zjkg.model import EntityType, Span, Token
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import PLACES
from zjkg.recognition.vocabulary import BRAND_HEADS, LEADING, head_type, is_generic
from zjkg.recognition.weights import weight

_CLAUSE = re.compile(r"[^，。；：！？,;!?\n（）()]+")
_ITEM = re.compile(r"[^、]+")
_LAST = re.compile(
    r"等|(?<=[\u4e00-\u9fffA-Za-z])(?:以及|和|及|与)(?=[\u4e00-\u9fffA-Za-z])|两翼|共同|联合|一道"
    r"|[两二三四五六七八九十]+[家所位个款]"
)
_CUE = frozenset(
    "龙头 巨头 包括 集聚 吸引 引进 汇聚 聚集 拥有 囊括 涵盖 以及 例如 比如 诸如 如 由 与 有 为 了 "
    "的 是 在 来自 携手 联合 对 向 及 和 有着 已有 集结 引入 引来 入驻 企业 公司 机构 "
    "药企 投资 邀请 现有 培育 涌现 位于 毗邻".split()
)
_HEAD = re.compile(
    r"[”’」』》]?(?:等|[两二三四五六七八九十百\d]+(?=[家所位个款种大国地省市]))[^，。；、]{0,20}?"
    r"(?:(?P<org>企业|厂商|公司|药企|机构|医院|高校|大学|单位|集团|院所|研究所|巨头|中心|设施)"
    r"|(?P<park>园区|产业园|基地|载体)|(?P<person>院士|专家|教授|学者|嘉宾)"
    r"|(?P<product>新药|药物|药品|产品|疫苗)|(?P<place>国家|城市|地区|省市|省份|地))"
)
_HEAD_BEFORE = re.compile(r"(?:企业|公司|药企|机构|巨头|单位)(?:包括|有|如|例如|比如)[“「]?$")
_TYPES = {
    "org": EntityType.ORGANIZATION,
    "park": EntityType.PARK,
    "person": EntityType.PERSON,
    "product": EntityType.PRODUCT,
    "place": EntityType.PLACE,
}
_PROPER = frozenset({"nz", "ORG", "PER"})
_MAX_ITEM = 80
_SEVERAL = 2
_BRANDS = frozenset(BRAND_HEADS)
_BRAND_LENGTH = 6
_LENGTHS = range(2, 25)
_QUOTES = '“”‘’"「」『』 '


def propose(passage: Passage, known: Iterable[Candidate]) -> Iterator[Candidate]:
    """Members of lists; ``known`` are the candidates of the other mechanisms."""
    typed: dict[Span, dict[EntityType, float]] = {}
    for candidate in known:
        votes = typed.setdefault(candidate.span, {})
        votes[candidate.type] = votes.get(candidate.type, 0.0) + weight(candidate)
    for clause in _CLAUSE.finditer(passage.text, passage.span.start, passage.span.end):
        if "、" not in clause.group():
            continue
        found = _items(passage, clause)
        items = [item for item in found if not _common(passage, item)]
        if _are_parks(passage, found):
            for item in found:
                yield Candidate(item, EntityType.PARK, "list:head")
            continue
        if not items:
            continue
        head = _head_type(passage, items)
        siblings = Counter(kind for item in items for kind in _best(typed.get(item)))
        if head is not None and siblings:
            for item in items:
                yield Candidate(item, head, "list:head")
            continue
        yield from _by_siblings(passage, items, siblings)


def _are_parks(passage: Passage, items: list[Span]) -> bool:
    """Whether a list is one of parks by the heads of its members and by the noun after it.

    Such names may be common words: 生物创新园、生物农业园等园区.
    """
    if len(items) < _SEVERAL or _head_type(passage, items) is not EntityType.PARK:
        return False
    return all(head_type(item.of(passage.text)) is EntityType.PARK for item in items)


def _head_type(passage: Passage, items: list[Span]) -> EntityType | None:
    """The type that the noun after or before the list gives to its members."""
    after = _HEAD.match(passage.text, items[-1].end, passage.span.end)
    if after and after.lastgroup:
        return _TYPES[after.lastgroup]
    before = _HEAD_BEFORE.search(passage.text, passage.span.start, items[0].start)
    return EntityType.ORGANIZATION if before and before.end() == items[0].start else None


def _by_siblings(
    passage: Passage, items: list[Span], siblings: Counter[EntityType]
) -> Iterator[Candidate]:
    if not siblings:
        return
    entity_type, count = max(siblings.items(), key=lambda pair: (pair[1], pair[0]))
    if 2 * count >= len(items) and len(items) > 1:
        for item in items:
            index = passage.token_from(item.start)
            token = passage.tokens[index] if index < len(passage.tokens) else None
            proper = token is not None and token.span == item and token.tag in _PROPER
            yield Candidate(item, entity_type, "list:proper-sibling" if proper else "list:sibling")


def _best(counts: dict[EntityType, float] | None) -> list[EntityType]:
    if not counts:
        return []
    return [max(counts.items(), key=lambda pair: (pair[1], pair[0]))[0]]


def _items(passage: Passage, clause: re.Match[str]) -> list[Span]:
    spans = [Span(*item.span()) for item in _ITEM.finditer(passage.text, *clause.span())]
    if len(spans) == 1:
        return []
    first = _after_cue(passage, spans[0])
    rest: list[Span] = []
    for span in spans[1:]:
        rest.extend(_cut(passage, span))
    return [item for item in (_trim(passage, s) for s in (first, *rest)) if item is not None]


def _cut(passage: Passage, span: Span) -> list[Span]:
    """An item up to 等; an item before 和 and the one after it."""
    last = _LAST.search(passage.text, span.start + 1, span.end)
    if last is None:
        return [span]
    if span.end - span.start > _MAX_ITEM:
        return []
    items = [Span(span.start, last.start())]
    if last.group() in {"和", "及", "与", "以及"}:
        items.extend(_cut(passage, Span(last.end(), span.end)) if last.end() < span.end else [])
        joined = any(
            token.span.start < last.start() and token.span.end > last.end()
            for token in passage.tokens[max(0, passage.token_before(last.end())) :][:2]
        )
        return [span] if joined else items
    return items


def _after_cue(passage: Passage, span: Span) -> Span:
    start = span.start
    for token in passage.tokens[passage.token_from(span.start) :]:
        if token.span.end >= span.end:
            break
        if token.span.of(passage.text) in _CUE or _leads(passage, token):
            start = token.span.end
    return Span(start, span.end)


def _leads(passage: Passage, token: Token) -> bool:
    """Whether a verb or preposition stands before a proper word: 覆盖|湖北, 随着|某某生物."""
    index = passage.token_from(token.span.end)
    following = passage.tokens[index] if index < len(passage.tokens) else None
    if following is None or token.tag not in {"v", "p", "d", "c"}:
        return False
    return following.tag in {*_PROPER, "LOC"} or following.span.of(passage.text) in PLACES


def _trim(passage: Passage, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and passage.text[start] in _QUOTES:
        start += 1
    while end > start and passage.text[end - 1] in _QUOTES:
        end -= 1
    text = passage.text[start:end]
    if match := LEADING.match(text):
        start += match.end() if match.end() < len(text) and len(match.group()) > 1 else 0
    return Span(start, end) if end - start in _LENGTHS else None


def _common(passage: Passage, span: Span) -> bool:
    """A phrase of common words, or one with verbs and numbers inside, is no name."""
    first, end = passage.token_from(span.start), passage.token_from(span.end)
    tokens = passage.tokens[first:end]
    words = tuple(token.span.of(passage.text) for token in tokens)
    if is_generic(words) or any(word[0].isdigit() for word in words):
        return True
    if words and words[-1] in _BRANDS and span.end - span.start <= _BRAND_LENGTH:
        return False
    return any(token.tag in {"u", "r", "d", "q", "c"} for token in tokens[1:])
