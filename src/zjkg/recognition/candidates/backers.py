"""Who invests, named by what only investors do: 由甲创新、乙资本领投, 丙跟投."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from zjkg.model import EntityType, Span
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.vocabulary import GENERIC, NOT_NAMES

_LEADS: Final = re.compile(
    r"(?:联合|共同|独家|继续|持续|超额|追加|联手|联袂){0,2}(?:领投|跟投|参投)(?![方者人额资])"
)
_BACKERS: Final = re.compile(r"[^，。；：？！（）()\s“”「」《》]{2,60}\Z")
# 股东包括某某原点、某某资本等
_SHAREHOLDERS: Final = re.compile(
    r"(?:股东|投资方|投资人|投资者|投资机构)(?:还|主要|则|已)?(?:包括了?|涵盖|囊括)(?P<list>[^，。；：？！（）()]{2,80})"
)
_BEFORE: Final = re.compile(
    r".*(?:由|获得?了?|吸引了?|引入了?|其中)|(?:本|该|此|首|新一|[A-E]\+?)轮(?:次)?(?:融资|投资)?(?:仍|还|又)?"
)
# What kind of backer it is, before its name: 老股东某某资本, 知名投资机构某某.
_CLASS: Final = re.compile(
    r"(?:现有|原有|其他|其余|原|老|新|知名|国际|国内|境外|外部|本地|地方|上市|产业|财务|战略|专业|投资|和|等)*"
    r"(?:股东|机构|投资人|投资者|投资方|资本方|国资|外资|平台|家族办公室|公司|企业|药企|巨头|龙头)"
    r"(?:之一)?(?:的|是|为)?"
)
_AFTER: Final = re.compile(
    r"(?:等[^、]{0,8}|旗下[^、]{0,6}|继续|共同|联合|合计|分别|个人|均|也|都)\Z"
)
_NO_NAME: Final = re.compile(r"[的了是在]|[一二三两多数几各]\s?[家位只支]|多数|以及")
_JOINS: Final = frozenset({"、", "和", "与", "及", "以及", "/"})
_LENGTH: Final = range(2, 13)


def propose(passage: Passage) -> Iterator[Candidate]:
    """The names in a list that ends at a verb of investing in a round."""
    for verb in _LEADS.finditer(passage.text, passage.span.start, passage.span.end):
        stretch = _BACKERS.search(passage.text, passage.span.start, verb.start())
        if stretch is None:
            continue
        start = stretch.start()
        if opening := _BEFORE.match(passage.text, start, verb.start()):
            start = opening.end()
        for part in _parts(passage, start, verb.start()):
            yield Candidate(part, EntityType.ORGANIZATION, "frame:backer")
    for match in _SHAREHOLDERS.finditer(passage.text, passage.span.start, passage.span.end):
        for part in _parts(passage, *match.span("list")):
            yield Candidate(part, EntityType.ORGANIZATION, "frame:backer")


def _parts(passage: Passage, start: int, end: int) -> Iterator[Span]:
    """The entries of a list that name somebody, without what stands around the names."""
    edges = [start]
    for token in passage.tokens[passage.token_from(start) : passage.token_from(end)]:
        if token.span.of(passage.text) in _JOINS:
            edges += [token.span.start, token.span.end]
    edges.append(end)
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        if (span := _name(passage, first, last)) is not None:
            yield span


def _name(passage: Passage, start: int, end: int) -> Span | None:
    if kind := _CLASS.match(passage.text, start, end):
        start = kind.end()
    if after := _AFTER.search(passage.text, start, end):
        end = after.start()
    name = passage.text[start:end]
    common = name in GENERIC or name in NOT_NAMES or _NO_NAME.search(name) is not None
    if common or len(name) not in _LENGTH or not passage.is_edge(start):
        return None
    return Span(start, end)
