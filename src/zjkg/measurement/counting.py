"""What a Chinese number counts: the noun phrase right of its unit."""

from __future__ import annotations

import re
from bisect import bisect_right

from zjkg.measurement.candidates import Candidate
from zjkg.model import Span, Token

_NOMINAL = re.compile(r"(?:n(?!r)|vn|an|a$|b$|j$|ORG|LOC|s$|nz|f$)")
_HEADS = ("n", "nz", "vn", "an", "a", "j", "ORG", "nw", "PER", "LOC")
_LEADING = ("各类", "各种", "各式", "各个", "国内外各类")
_PREDICATES = re.compile(
    r"(?:来自|来自于|作为|通过|以|联合|组建|拥抱|聚集|扎根|齐聚|汇聚|入驻|落户|落地|获批|获|完成|实现|达到|开工|投产|布局|集聚|签约|齐聚|拥抱|加入|成为|在|已"
    r"|将|被|由|均|都|占|为|是|有|参与|参加|通过|进入|上市|位于|落子|建成|揭牌|启动|亮相|发布)"
)
_PEOPLE = re.compile(r"(?:人员|人才|人|员工|者|学生|院士|博士|家属|医生|专家|患者|居民|群众)\Z")
_RISES = r"(?:上?升|增|提高|提升|回升|回落|下?降|跌)[至到]"
_REACHES = rf"(?:为|达到|达|是|高达|录得|报|收报|{_RISES})"
_SCORE_BEFORE = re.compile(
    r"(?:得分|指数|评分|分值|总分)(?:值|得分)?"
    rf"(?:[在于]?(?:(?:19|20)\d{{2}}|[去今上前])年(?:度|底|末)?)?(?:已|则|就)?{_REACHES}?了?\Z"
    rf"|指数[^，,。；;]{{0,24}}{_RISES}(?:(?:19|20)\d{{2}}年的)?\Z"
    r"|指数[值]?(?:由|从)(?:(?:19|20)\d{2}|[去上前])年(?:底|末)?的\Z"
)
_SCORE_REACH = 48
_OF_PAPERS = frozenset({"项", "份", "张", "件", "款"})
_MAXIMUM_WORDS = 12
_QUOTED = re.compile(r"(?<=[“「‘『])[^“”「」‘’『』，。]{1,20}(?=[”」’』])")
_JOINING = frozenset("和与及或()（）") | {"以及"}
_OPENING = ("的", "“", "「", "《", "‘", "『")


def counted_noun(
    key: str, candidate: Candidate, tokens: tuple[Token, ...], names: tuple[Span, ...]
) -> Span | None:
    """The noun phrase right of the unit: up to the first predicate, mark or name.

    Amounts of money and areas take it only across 的 or directly (400亩产业化用地).
    """
    if candidate.unit in ("百分点", "times", "score"):
        return None
    at = candidate.span.end
    if candidate.unit in ("%", "ratio"):
        if key[at : at + 1] != "的":
            return None
        at += 1
    elif key[at : at + 1] in _OPENING:
        at += 1
        if (quoted := _QUOTED.match(key, at)) is not None:
            return Span(*quoted.span())
    phrase = _phrase(key, at, tokens, names)
    if phrase and candidate.unit in _OF_PAPERS and key[phrase[-1].end : phrase[-1].end + 1] == "的":
        # 23项海外监管机构的许可: not institutions are counted so
        phrase = _phrase(key, phrase[-1].end + 1, tokens, names) or phrase
    return Span(phrase[0].start, phrase[-1].end) if phrase else None


def _phrase(key: str, at: int, tokens: tuple[Token, ...], names: tuple[Span, ...]) -> list[Span]:
    first = bisect_right(tokens, at, key=lambda token: token.span.end)
    following = list(tokens[first : first + _MAXIMUM_WORDS])
    phrase: list[Span] = []
    heads: list[bool] = []
    position = at
    while following and following[0].span.of(key) in _LEADING:
        position = following.pop(0).span.end
    for index, token in enumerate(following):
        span = Span(max(token.span.start, at), token.span.end)
        if span.start != position or any(span.overlaps(name) for name in names):
            break
        if not _belongs(key, token, span, following[index + 1 :], first=not phrase):
            break
        phrase.append(span)
        heads.append(token.tag in _HEADS and span.of(key) not in ("和", "与", "及"))
        position = span.end
    while phrase and not heads[-1]:
        phrase.pop()
        heads.pop()
    return phrase


def _belongs(key: str, token: Token, span: Span, rest: list[Token], *, first: bool) -> bool:
    """Whether a word can stand in a noun phrase before its head."""
    word = span.of(key)
    follows = rest[0].tag if rest else ""
    if word in ("在", "研"):  # 在研管线 comes as three words
        start = span.start - (word == "研")
        return key[start : start + 2] == "在研"
    if _PREDICATES.fullmatch(word):
        return first and word in ("上市", "获批", "发布") and bool(_NOMINAL.match(follows))
    if _NOMINAL.match(token.tag) or (token.tag == "m" and word.endswith("类")):
        return True
    if word in _JOINING:
        return not first and bool(_NOMINAL.match(follows))
    return not first and token.tag in ("v", "ad", "d", "vd", "q") and follows in ("n", "vn")


def measured_unit(key: str, text: str, candidate: Candidate, counted: Span | None) -> str | None:
    """A unit for a number without one: people, a score, or the head of the counted noun."""
    start = candidate.span.start
    if _SCORE_BEFORE.search(key, max(0, start - _SCORE_REACH), start):
        return "score"
    if counted is None:
        return None
    phrase = counted.of(key)
    if _PEOPLE.search(phrase):
        return "人"
    if not candidate.numeral.scaled:
        return None
    return text[max(counted.start, counted.end - 2) : counted.end]
