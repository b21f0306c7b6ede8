"""Chinese names by the words around them: posts, speech, outlets, drugs, verbs of settling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.candidates.runs import run_before
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import PLACES
from zjkg.recognition.vocabulary import GENERIC, HEAD_TYPES, NOT_NAMES, POST, SAYS, SURNAMES

_HAN = "[\u4e00-\u9fff]"
_POSTS = re.compile(rf"{POST}(?:[、兼和及暨]{{1,2}}{POST})*")
_NAME_AFTER = re.compile(
    rf"[\s:：]{{0,2}}({_HAN}{{2,3}}?)(?=[\s，,。、：:；（(“”\"\n]|{SAYS}|在|等|博士|院士|教授|$)"
)
_NAME_TITLE = re.compile(r"(?:博士|院士|教授|先生|女士)")
_SAYS = re.compile(rf"(?:在[^，。]{{0,20}}时|这样|对记者|向记者|接受[^，。]{{2,15}})?{SAYS}")
_MANY = re.compile(
    rf"((?:{_HAN}{{2,4}}、){{1,9}}{_HAN}{{2,4}})([两二三四五六七八九十])位(?:院士|专家|教授|学者|博士)"
)
_NUMBERS = {char: number for number, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_OUTLET = re.compile(
    r"(?:报|社|网|台|电视|新闻|时报|日报|晚报|晨报|财经|周刊|杂志|央视|在线|记者站)$"
)
_DRUG = re.compile(
    r"(?:创新药物|创新药|一类新药|1类新药|新药|创新疗法|疗法|抗体药物|药物|药品|产品|疫苗|手术机器人|平台|商品名[为:：]?)$"
)
_TRADE_NAME = re.compile(rf"商品名[为:：]?[“「]?({_HAN}{{2,8}}|[A-Z][a-z]{{2,15}})")
_QUOTED_PRODUCT = re.compile(
    r"[“「]([^“”「」，。、]{2,12})[”」](?:手术机器人|机器人|疫苗|胶囊|注射液|药物|单抗|系统)"
)
_DATELINE = re.compile(
    rf"(?:^|[（(【\s])({_HAN}{{2,5}}?[社网報报])(?={_HAN}{{0,6}}\d{{1,2}}(?:月|日)[^，。]{{0,6}}[电讯])"
)
_QUOTED_BRAND = re.compile(
    r"(?:注射液|胶囊|颗粒|单抗|疫苗|滴眼液|[\u4e00-\u9fff]片)[（(]?[“「]([^“”「」，。、]{2,8})[”」]"
)
_FIRM_KIND = re.compile(r".{0,12}(?:上市公司|企业|药企|龙头|巨头)(?=..)")
_STOCK_CODE = re.compile(r"[（(]\d{4,6}(?:\.[A-Za-z]{2})?[）)]")
_QUOTED_PROJECT = re.compile(r"[“「]([^“”「」，。、+]{2,12})[”」](?:计划|工程|行动|专项)")
_FOREIGN_NAME = re.compile(r"(?<=[\u4e00-\u9fff])[（(]([A-Z][a-z]+(?: [A-Z][a-z.]*){1,2})[）)]")
_SETTLE = re.compile(r"落户|入驻|扎根|布局|位于|坐落于|坐落在|来自于?|总部设在|迁入")
_FIRM_VERB = re.compile(
    r"(?:自\d{4}年)?(?:落户|入驻|宣布|完成[^，。]{0,6}融资|登陆|获批|与[^，。]{2,20}签约|发布公告)"
)
_WATERS = frozenset("江河湖港镇桥湾泉溪岛洲浦滩")
_PLACE_LENGTH = 2
_MAX_SUBJECT = 10


def propose(passage: Passage) -> Iterator[Candidate]:
    """Everything that its context names."""
    yield from _posts(passage)
    yield from _persons(passage)
    yield from _counted_persons(passage)
    yield from _products(passage)
    yield from _labelled_products(passage)
    yield from _datelines(passage)
    yield from _labelled_others(passage)
    yield from _settling(passage)


def geographic(passage: Passage) -> Iterator[Candidate]:
    """What looks like a person's name but ends like a place: 张江, 吴江, 周浦.

    A post, a verb of speech or a list of people outweighs it.
    """
    for token in passage.tokens:
        name = token.span.of(passage.text)
        if token.tag == "PER" and len(name) == _PLACE_LENGTH and name[-1] in _WATERS:
            yield Candidate(token.span, EntityType.PLACE, "pattern:geographic")


def _posts(passage: Passage) -> Iterator[Candidate]:
    for match in _POSTS.finditer(passage.text, passage.span.start, passage.span.end):
        name = _NAME_AFTER.match(passage.text, match.end(), passage.span.end)
        if name and _like_person(name.group(1)):
            yield Candidate(Span(*name.span(1)), EntityType.PERSON, "frame:post")
        yield from _employer(passage, match)


def _employer(passage: Passage, post: re.Match[str]) -> Iterator[Candidate]:
    end = post.start()
    while end > passage.span.start and passage.text[end - 1] in "的 ":
        end -= 1
    reporter = post.group() in {"记者", "首席记者", "编辑", "通讯员"}
    if reporter:
        yield from _outlet(passage, end)
        return
    if post.group() in {"专家", "院士", "博士", "教授", "经理", "责任编辑", "负责人"}:
        return
    run = run_before(passage, end)
    if run is not None and run.start < end and run.distinct:
        yield Candidate(Span(run.start, end), EntityType.ORGANIZATION, "frame:employer")


def _outlet(passage: Passage, end: int) -> Iterator[Candidate]:
    index = passage.token_before(end)
    if index < 0 or passage.tokens[index].span.end != end:
        return
    word = passage.word(index)
    if not _OUTLET.search(word) or word in NOT_NAMES:
        return
    start = passage.tokens[index].span.start
    if (
        word in GENERIC
        or word in HEAD_TYPES
        or len(word) == 1
        or (index and passage.tokens[index - 1].tag == "LOC")
    ):
        start = passage.tokens[max(0, index - 1)].span.start
    yield Candidate(Span(start, end), EntityType.ORGANIZATION, "frame:outlet")


def _persons(passage: Passage) -> Iterator[Candidate]:
    """A word tagged as a person before a verb of speech or a title."""
    for token in passage.tokens:
        if token.tag != "PER":
            continue
        if _NAME_TITLE.match(passage.text, token.span.end):
            yield Candidate(token.span, EntityType.PERSON, "frame:title")
        elif _SAYS.match(passage.text, token.span.end) and _like_person(
            token.span.of(passage.text)
        ):
            yield Candidate(token.span, EntityType.PERSON, "frame:speech")


def _counted_persons(passage: Passage) -> Iterator[Candidate]:
    """A、B、C三位院士: the number tells how many names the list has, and where the last ends."""
    for match in _MANY.finditer(passage.text, passage.span.start, passage.span.end):
        names = match.group(1).split("、")
        if len(names) != _NUMBERS[match.group(2)]:
            continue
        # The first item may carry words in front of the name: a tagged person wins there.
        offset = match.start(1)
        for position, name in enumerate(names):
            start = offset
            if position == 0:
                index = passage.token_before(offset + len(name))
                start = max(start, passage.tokens[index].span.start)
            if name[start - offset] in SURNAMES:
                span = Span(start, offset + len(name))
                yield Candidate(span, EntityType.PERSON, "frame:counted")
            offset += len(name) + 1


def _products(passage: Passage) -> Iterator[Candidate]:
    for index in range(1, len(passage.tokens)):
        token, word = passage.tokens[index], passage.word(index)
        if token.tag not in {"PER", "ORG", "nz", "nw", "LOC"} or word in PLACES:
            continue
        before = passage.text[max(passage.span.start, token.span.start - 8) : token.span.start]
        if _DRUG.search(before) and word not in NOT_NAMES and word not in GENERIC:
            yield Candidate(token.span, EntityType.PRODUCT, "frame:product")


def _labelled_others(passage: Passage) -> Iterator[Candidate]:
    """A firm before its stock code, a quoted name before 计划, a foreign name in brackets."""
    start, end = passage.span.start, passage.span.end
    for match in _STOCK_CODE.finditer(passage.text, start, end):
        run = run_before(passage, match.start())
        if run is not None and run.distinct:
            name = passage.text[run.start : match.start()]
            kind_of_firm = _FIRM_KIND.match(name)
            start_of_name = run.start + (kind_of_firm.end() if kind_of_firm else 0)
            span = Span(start_of_name, match.start())
            yield Candidate(span, EntityType.ORGANIZATION, "frame:labelled")
    for match in _QUOTED_PROJECT.finditer(passage.text, start, end):
        yield Candidate(Span(*match.span(1)), EntityType.PROJECT, "frame:labelled")
    for match in _FOREIGN_NAME.finditer(passage.text, start, end):
        index = passage.token_before(match.start())
        if index >= 0 and passage.tokens[index].tag == "PER":
            yield Candidate(Span(*match.span(1)), EntityType.PERSON, "frame:labelled")


def _datelines(passage: Passage) -> Iterator[Candidate]:
    """The agency that opens a report: 某某社北京3月5日电."""
    sentence = passage.sentence
    if match := _DATELINE.search(sentence):
        span = Span(passage.span.start + match.start(1), passage.span.start + match.end(1))
        yield Candidate(span, EntityType.ORGANIZATION, "frame:outlet")


def _labelled_products(passage: Passage) -> Iterator[Candidate]:
    """商品名：X, and a quoted name with the kind of product after it."""
    for pattern in (_TRADE_NAME, _QUOTED_PRODUCT, _QUOTED_BRAND):
        for match in pattern.finditer(passage.text, passage.span.start, passage.span.end):
            yield Candidate(Span(*match.span(1)), EntityType.PRODUCT, "frame:labelled")


def _settling(passage: Passage) -> Iterator[Candidate]:
    for match in _SETTLE.finditer(passage.text, passage.span.start, passage.span.end):
        index = passage.token_from(match.end())
        if index < len(passage.tokens) and passage.tokens[index].span.start == match.end():
            token = passage.tokens[index]
            if token.tag in {"LOC", "PER", "ORG"}:
                yield Candidate(token.span, EntityType.PLACE, "frame:settle")
    for match in _FIRM_VERB.finditer(passage.text, passage.span.start, passage.span.end):
        run = run_before(passage, match.start())
        if run and run.distinct and match.start() - run.start in range(2, _MAX_SUBJECT):
            yield Candidate(
                Span(run.start, match.start()), EntityType.ORGANIZATION, "frame:subject"
            )


def _like_person(name: str) -> bool:
    return name[0] in SURNAMES and name not in PLACES and name not in NOT_NAMES
