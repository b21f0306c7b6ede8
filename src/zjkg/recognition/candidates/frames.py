"""Chinese names by the words around them: employers, outlets, labels, verbs of settling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.recognition.agencies import AGENCY, DUTY, LOCAL_AGENCY, REGULATOR
from zjkg.recognition.candidates.persons import posts
from zjkg.recognition.candidates.runs import Run, run_before
from zjkg.recognition.lexicon import common_words
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import PLACES, longest_place_prefix
from zjkg.recognition.posts import CREDIT_POSTS, FREE_POSTS, POST
from zjkg.recognition.vocabulary import (
    BRAND_HEADS,
    EVENT_HEADS,
    GENERIC,
    HEAD_TYPES,
    NOT_NAMES,
    head_type,
)

_OUTLET = re.compile(
    r"(?:报|社|网|台|电视|新闻|时报|日报|晚报|晨报|财经|周刊|杂志|央视|在线|记者站|周报|财讯|产经|"
    r"药界|药讯|传媒|观察|评论|研究|头条|客户端|通讯|快讯|频道|电台)$"
)
_DATELINE = re.compile(
    r"(?:^|[（(【〔\s])([\u4e00-\u9fff]{2,5}?[社网報报讯])(?:讯|电)?"
    r"(?=[\u4e00-\u9fff]{0,6}\d{1,2}(?:月|日)[^，。]{0,6}[电讯]|[讯电]?\s?[（(](?:记者|通讯员))"
)
_CREDITED = re.compile(
    r"[【（(〔\[]\s?([\u4e00-\u9fff]{2,8}?)(?:讯)?\s?[／/]\s?(?:实习|特约|驻地)?记者"
)
_SOURCE = re.compile(r"^\s*(?:来源|稿源|出处|转自)[:：]\s?([^\s，。:：|｜]{2,14})")
_SIGNED = re.compile(  # 文 / 某某观察 特约撰稿人 甲; 某某评论 | 记者 甲
    r"^\s*(?:文\s?[／/|｜]\s?)?([\u4e00-\u9fff]{2,8}?)(?:\s?[|｜／/]\s?|\s)"
    r"(?:特约|本报|驻[\u4e00-\u9fff]{2}|实习|全媒体|高级|首席)?(?:记者|撰稿人|作者|通讯员|观察员|编辑)\s?[:：]?\s?"
    r"(?=[\u4e00-\u9fff]{2,4}(?:\s|$))"
)
_FIRM_KIND = re.compile(r".{0,12}(?:公司|企业|药企|龙头|巨头)(?=..)")
_CLASS_NOUN = re.compile(
    r"(?:企业|公司|药企|厂商|[投融]资?机构|创投|巨头|龙头|初企|新创|新秀|独角兽|上市公司|初创|科技股|开发商|供应商|"
    r"厂)[“「]?"
)
_LATIN_NAME = re.compile(r"\s?([A-Z][A-Za-z0-9&'.-]+(?: (?:& )?[A-Z][A-Za-z0-9&'.-]*){0,4})")
_DESCRIBED_LATIN = re.compile(
    r"(?:专攻|主攻|专做|专注|从事|开发|主营|主打|生产|经营|位于|来自|[入进]驻|总部[在设位])"
    r"[^，。；、A-Za-z]{2,30}的([A-Z][A-Za-z0-9&'-]+(?: [A-Z][A-Za-z0-9&'-]*){0,3})(?![A-Za-z0-9-])"
)
_STOCK_CODE = re.compile(
    r"[（(](?:股票代码[:：]?|港股代码[:：]?|股份代号[:：]?|"
    r"代号[:：]?)?\d{4,6}(?:\.[A-Za-z]{2})?[）)]"
)
_QUOTED_PROJECT = re.compile(r"[“「]([^“”「」，。、+]{2,12})[”」](?:计划|工程|行动|专项)")
_SETTLE = re.compile(
    r"落户|入驻|扎根|布局|位于|坐落于|坐落在|来自于?|总部设在|迁入|进驻|毗邻|紧邻|设于"
)
_FIRM_VERB = re.compile(
    r"(?:自\d{4}年)?(?:落户|入驻|宣布|完成[^，。]{0,6}融资|登陆|获批|与[^，。]{2,20}签约|发布公告|"
    r"进驻|签约|挂牌|上市|登录|公告|收购|研发|开发)"
)
_BRACKET = re.compile(r"[（(][^（）()]{1,30}[）)]$")
_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,}(?:委员会|管委会|[局处科司署])")
_BRACKETED = re.compile(
    r"[（(]([\u4e00-\u9fff]{2,4})[）)](?:" + "|".join(map(re.escape, BRAND_HEADS)) + "){1,3}"
    r"(?:[\u4e00-\u9fff]{0,4}?有限公司|公司)?"
)
_EDITION = re.compile(
    r"(?:20\d\d(?!\d|年)|第[一二三四五六七八九十百\d]+届|首届)"
    r"[^，。；：、“”「」『』《》（）()\s]{2,24}?(?:" + "|".join(map(re.escape, EVENT_HEADS)) + ")"
)
_WORLD = re.compile(
    r"(?:国际|全球|世界|亚洲|亚太|全国|两岸|海峡两岸|粤港澳|粤港澳大湾区|中国)(?!首|最|首个)[\u4e00-\u9fff·]{2,14}?"
    r"(?:高峰论坛|峰会|论坛|大会|年会|博览会|展览会|研讨会|产业周|大赛|双年会|国际展|"
    r"(?:器材|医疗|生技|器械|医药|健康|科技|食品|制药)展)(?![示览出开望现会区位馆商])"
)
_SPEAKS = re.compile("[的了在是将为与于]|举办|召开|参加|出席")
_POLICY = re.compile(
    r"(?:若干意见|若干措施|若干政策|若干办法|行动计划|行动方案|发展规划|“?十[三四五]五”?规划|管理办法|实施细则|"
    r"指导意见|实施意见|实施方案|促进条例)(?:[（(][^（）()]{2,14}[）)])?"
    r"(?=(?:日前|近日|正式|昨日|今日|今天|昨天|于|已)?(?:出台|发布|印发|施行|实施|公布|获批|通过|落地|生效))"
)
_BRANCH = re.compile(
    rf"([\u4e00-\u9fff]{{2,4}})(?<=制药|医药|诊断|医疗|生物|科技|健康|药业|集团)"
    rf"(中国|亚太|大中华)(?={POST}|[、，。；]|[在均将与和宣的也]|首席|总裁)"
)
# 管理局长 stands for 管理局局长.
_FUSED = re.compile(
    r"(?:管理|监督|发展|教育|卫生|科技|商务|税务|财政|环保|产业|促进|投资|规划|经发|卫福|经济|劳动|环境|文化|"
    r"农业|数位)[局处署部]长"
)
_ADMINISTRATION = 2
# 该委|生物医药处: the unit of an authority that the text only points to.
_POINTED = re.compile(r"(?:该|本|市|区|省|县)[委局会厅院校署区](?=.{2,}[处科室组])")
_SHORT_HEADS = (
    "策会",
    "协会",
    "学会",
    "商会",
    "公会",
    "总会",
    "促会",
    "管会",
    "研院",
    "管局",
    "药局",
)
# A numbered building, and one with a name of its own, is a part of its park.
_BUILDING = re.compile(
    r"第[一二三四五六七八九十\d]{1,2}(?:生技|生医|生物|医药|科技|科研|研发|创新|孵化|生物医药|生物科技|标准)"
    r"(?:大楼|大厦|厂房|中心大楼)"
)
_TRANSLITERATED = re.compile(
    "[阿艾安奥巴贝比彼波伯勃布茨达戴德狄迪蒂杜顿多恩尔法菲费芬弗福盖戈格古哈海赫亨胡惠吉加杰金卡凯康"
    "珂柯科克肯库昆拉莱兰朗劳勒雷里利莉丽林琳隆卢鲁伦罗洛马玛麦曼梅蒙米密莫默姆穆纳娜内尼宁纽诺欧帕佩"
    "皮珀普奇乔切钦琼瑞萨塞赛森沙莎圣史士斯司松苏索塔泰坦汤特提廷图托瓦维韦威文沃乌西希夏谢辛雅亚扬"
    "耶伊英尤约泽扎詹珍芝朱兹]{3,7}"
)
_COUNTED_PERSON = re.compile("[一两二三四五六七八九十]+[名位个]$")
_APPOINTS = frozenset({"任", "为", "兼", "是"})
"""Who is named before these takes the post; no employer stands there."""
_POINTING = ("该", "本", "此", "这", "其", "各", "某", "贵", "我")
_MAX_SUBJECT = 10


def propose(passage: Passage) -> Iterator[Candidate]:
    """Everything that its context names."""
    for match in posts(passage):
        yield from _employer(passage, match)
    for pattern in (AGENCY, DUTY, LOCAL_AGENCY, REGULATOR):
        for match in pattern.finditer(passage.text, passage.span.start, passage.span.end):
            yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, "vocabulary:agency")
    yield from _datelines(passage)
    for match in _BUILDING.finditer(passage.text, passage.span.start, passage.span.end):
        yield Candidate(Span(*match.span()), EntityType.PARK, "pattern:building")
    yield from _labelled(passage)
    yield from _documents_and_events(passage)
    yield from _by_place(passage)
    yield from _after_class_nouns(passage)
    yield from _settling(passage)


def _documents_and_events(passage: Passage) -> Iterator[Candidate]:
    """Meetings by edition or reach, and documents named without marks."""
    for match in _EDITION.finditer(passage.text, passage.span.start, passage.span.end):
        yield Candidate(Span(*match.span()), EntityType.EVENT, "pattern:edition")
    for match in _WORLD.finditer(passage.text, passage.span.start, passage.span.end):
        if not _SPEAKS.search(match.group()):
            yield Candidate(Span(*match.span()), EntityType.EVENT, "pattern:world-event")
    for match in _POLICY.finditer(passage.text, passage.span.start, passage.span.end):
        yield from _policy(passage, match)


def _by_place(passage: Passage) -> Iterator[Candidate]:
    """Firms with a place inside or behind: 某某（上海）医疗, 某某制药中国."""
    for match in _BRACKETED.finditer(passage.text, passage.span.start, passage.span.end):
        index = passage.token_before(match.start())
        if match.group(1) in PLACES and index >= 0 and passage.tokens[index].tag not in {"w", "v"}:
            span = Span(passage.tokens[index].span.start, match.end())
            yield Candidate(span, EntityType.ORGANIZATION, "pattern:head")
    for match in _BRANCH.finditer(passage.text, passage.span.start, passage.span.end):
        index = passage.token_before(match.start(1) + 1)
        name = passage.text[passage.tokens[index].span.start : match.start(2)]
        if not longest_place_prefix(name) and name not in GENERIC and name not in BRAND_HEADS:
            span = Span(passage.tokens[index].span.start, match.end(2))
            yield Candidate(span, EntityType.ORGANIZATION, "pattern:branch")


def geographic(passage: Passage) -> Iterator[Candidate]:
    """What looks like a person's name but ends like a place: 张江, 吴江, 周浦.

    A post, a verb of speech or a list of people outweighs it.
    """
    for token in passage.tokens:
        name = token.span.of(passage.text)
        if token.tag == "PER" and len(name) == _PLACE_LENGTH and name[-1] in _WATERS:
            yield Candidate(token.span, EntityType.PLACE, "pattern:geographic")


_WATERS = frozenset("江河湖港镇桥湾泉溪岛洲浦滩")
_PLACE_LENGTH = 2


def _employer(passage: Passage, post: re.Match[str]) -> Iterator[Candidate]:
    end = post.start()
    while end > passage.span.start and passage.text[end - 1] in "的 ":
        end -= 1
    if counted := _COUNTED_PERSON.search(passage.text, passage.span.start, end):
        end = counted.start()
    if bracket := _BRACKET.search(passage.text, passage.span.start, end):
        end = bracket.start()
    if _FUSED.match(passage.text, end - _ADMINISTRATION, post.end()):
        end += 1
    if passage.text[end - 1 : end] in _APPOINTS:
        return
    if post.group() in CREDIT_POSTS:
        yield from _outlet(passage, end)
    elif post.group() not in FREE_POSTS:
        run = run_before(passage, end)
        if run is not None and run.start < end:
            yield from _employer_of(passage, run, end)


def _employer_of(passage: Passage, run: Run, end: int) -> Iterator[Candidate]:
    """The office or firm that stands before a post."""
    office = _OFFICE.fullmatch(passage.text, run.start, end)
    if not run.distinct and office and not office.group().startswith(_POINTING):
        yield Candidate(Span(run.start, end), EntityType.ORGANIZATION, "frame:office")
    elif office and (unit := _POINTED.match(office.group())):
        span = Span(run.start + unit.end(), end)
        yield Candidate(span, EntityType.ORGANIZATION, "frame:office")
    elif run.distinct:
        name = passage.text[run.start : end]
        if not name.startswith(_POINTING):
            yield Candidate(
                Span(run.start, end), EntityType.ORGANIZATION, _employer_kind(run, name)
            )


def _employer_kind(run: Run, name: str) -> str:
    """Words that neither a name opens nor a head closes are seldom an employer."""
    short = len(name) in range(3, 5) and name.endswith(_SHORT_HEADS)
    typed = run.proper or short or head_type(name) is not None or name.endswith(BRAND_HEADS)
    return "frame:employer" if typed else "frame:weak-employer"


def _outlet(passage: Passage, end: int) -> Iterator[Candidate]:
    index = passage.token_before(end)
    if index < 0 or passage.tokens[index].span.end != end:
        return
    word = passage.word(index)
    if not _OUTLET.search(word) or word in NOT_NAMES:
        return
    while index > 0 and _continues(passage, index):
        index -= 1
    start = passage.tokens[index].span.start
    yield Candidate(Span(start, end), EntityType.ORGANIZATION, "frame:outlet")


def _continues(passage: Passage, index: int) -> bool:
    """Whether an outlet's name goes on to the left of a word: 江汉 + 科技 + 网."""
    word, before = passage.word(index), passage.tokens[index - 1]
    if before.tag in {"w", "p", "c", "u", "m", "t", "TIME", "v"}:
        return False
    short = len(word) == 1 or word in GENERIC or word in HEAD_TYPES or bool(_OUTLET.search(word))
    return short and before.span.end == passage.tokens[index].span.start


def _policy(passage: Passage, head: re.Match[str]) -> Iterator[Candidate]:
    """A document named without marks before the verb that issues it."""
    run = run_before(passage, head.start())
    if run is not None and run.proper and run.start < head.start():
        yield Candidate(Span(run.start, head.end()), EntityType.POLICY, "frame:issued")


def _datelines(passage: Passage) -> Iterator[Candidate]:
    """The agency that opens a report, 某某社北京3月5日电, and the source line above a text."""
    for pattern in (_DATELINE, _CREDITED, _SOURCE, _SIGNED):
        match = pattern.search(passage.text, passage.span.start, passage.span.end)
        if match and not match.group(1).startswith("记者"):
            span = Span(*match.span(1))
            yield Candidate(span, EntityType.ORGANIZATION, "frame:outlet")


def _labelled(passage: Passage) -> Iterator[Candidate]:
    """A firm before its stock code, a quoted name before 计划."""
    start, end = passage.span.start, passage.span.end
    for match in _STOCK_CODE.finditer(passage.text, start, end):
        run = run_before(passage, match.start())
        name = passage.text[run.start : match.start()] if run is not None else ""
        if run is not None and run.distinct and head_type(name) in {None, EntityType.ORGANIZATION}:
            kind_of_firm = _FIRM_KIND.match(name)
            start_of_name = run.start + (kind_of_firm.end() if kind_of_firm else 0)
            span = Span(start_of_name, match.start())
            yield Candidate(span, EntityType.ORGANIZATION, "frame:labelled")
    for match in _QUOTED_PROJECT.finditer(passage.text, start, end):
        yield Candidate(Span(*match.span(1)), EntityType.PROJECT, "frame:labelled")


def _after_class_nouns(passage: Passage) -> Iterator[Candidate]:
    """A firm whose kind stands in front: 上海企业某某医学, 美国公司 Some Bio."""
    for match in _DESCRIBED_LATIN.finditer(passage.text, passage.span.start, passage.span.end):
        yield Candidate(Span(*match.span(1)), EntityType.ORGANIZATION, "pattern:latin-firm")
    for match in _CLASS_NOUN.finditer(passage.text, passage.span.start, passage.span.end):
        if latin := _LATIN_NAME.match(passage.text, match.end(), passage.span.end):
            yield Candidate(Span(*latin.span(1)), EntityType.ORGANIZATION, "frame:class-noun")
            continue
        spelled = _TRANSLITERATED.match(passage.text, match.end(), passage.span.end)
        if spelled and _foreign_sounding(spelled.group()):
            span = Span(*spelled.span())
            yield Candidate(span, EntityType.ORGANIZATION, "pattern:transliterated")
            continue
        first = passage.token_from(match.end())
        if first >= len(passage.tokens) or passage.tokens[first].span.start != match.end():
            continue
        last = first
        while last + 1 < len(passage.tokens) and passage.word(last + 1) in _BRANDS:
            last += 1
        proper = passage.tokens[first].tag in {"ORG", "nz", "PER"}
        if (last > first or proper) and passage.word(first) not in GENERIC:
            span = Span(match.end(), passage.tokens[last].span.end)
            yield Candidate(span, EntityType.ORGANIZATION, "frame:class-noun")


def _foreign_sounding(name: str) -> bool:
    """Whether characters that spell foreign sounds hold no Chinese word of two."""
    pairs = (name[index : index + 2] for index in range(len(name) - 1))
    return not any(pair in common_words() or pair in GENERIC for pair in pairs)


_BRANDS = frozenset(BRAND_HEADS)


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
