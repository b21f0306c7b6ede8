"""Where a name begins and ends: marks, dates, class nouns, verbs and posts are no part of it."""

from __future__ import annotations

import re
from functools import lru_cache

from zjkg.model import EntityType, Span
from zjkg.patterns import compiled
from zjkg.recognition.agencies import AGENCIES, AGENCY
from zjkg.recognition.lexicon import common_words, ordinary_words
from zjkg.recognition.passage import Passage
from zjkg.recognition.places import PLACES, longest_place_prefix
from zjkg.recognition.posts import FIELD_POST, FREE_POSTS, POST
from zjkg.recognition.vocabulary import (
    BRAND_HEADS,
    COMPOUND_SURNAMES,
    DATE_PREFIX,
    GENERIC,
    LEADING,
    ORGANIZATION_HEADS,
    PARK_HEADS,
    SURNAMES,
    head_type,
    row_of,
)

_PAIRS = {
    "“": "”",
    "《": "》",
    "（": "）",
    "(": ")",
    "「": "」",
    "『": "』",
    "【": "】",
    "〔": "〕",
}
_MARKS = '®™“”‘’"《》「」『』【】〔〕 　\t,，、:：;；。!?'
# A name that ends before a predicate which a tagger has taken in: …大学 共建 …实验室.
_INSTITUTIONS = "|".join(map(re.escape, (*ORGANIZATION_HEADS, *PARK_HEADS)))
_FIRMS = "|".join(map(re.escape, BRAND_HEADS))
_FIRM_ENDS = row_of(BRAND_HEADS)
_PREDICATE = re.compile(
    f"(.{{2,20}}?(?:{_INSTITUTIONS}))"
    "(?:共建|联合|携手|成立|举办|发布|签署|宣布|组建|设立|打造|共同|合作)(?=..)"
)
# Verbs that no name holds.
_VERB = (
    "递表|宣布|斥资|扩建|设厂|建厂|兴建|收购|落户|入驻|进驻|签约|领投|跟投|登陆|挂牌|动土|携手|获批|牵头|"
    "率领|带领|参与|参加|亮相|出席|公布|公告|推出|委托|主办|承办|协办|砸|拟|获颁|开工|封顶|启用|揭牌|"
    "共建|举办|签署|指出|认为|透露|强调|(?:集聚|汇聚|聚集)(?!区|地)"
)
_PREDICATE_OF_ANY = re.compile(f"(.{{1,20}}?(?:{_INSTITUTIONS}|{_FIRMS}))(?:{_VERB})")
# What belongs to a firm, after its name: 某某医疗总部, 某某药业ADC新药.
_BELONGING = re.compile(
    f"(.{{2,20}}(?:{_INSTITUTIONS}|{_FIRMS}|[a-z]))(?:总部|(?:[\u4e00-\u9fff]{{2,3}})?(?:新厂|二厂|厂区)|网站|官网|股价|旗下|项目|招商|团队|"
    "新厂|二厂|工厂|厂房|产品|股票|股权|员工|客户|业务|一行|方面|代表|"
    "(?:ADC|AI|CDMO|CRO|RNA|mRNA|CAR-T|IPO)?(?:创?新药)|ADC|AI|CDMO|CRO|mRNA|CAR-T)"
)
_TENURE = re.compile("(?<=[\u4e00-\u9fff]{2})(?:现任|曾任|兼任|出任|担任|历任|时任|接任)")
_QUOTED_AT = re.compile(f"(?:{_FIRMS})报$")  # 某某生物报|11.36港元
_ITS_FUND = re.compile("(.{2,14})旗下的?(?:[^的]{0,4}基金|公司|企业|平台)$")
_PLANT = re.compile("(.{2,8})[一二三四五六]厂$")  # 某某一厂 is a plant of 某某
_DESK = re.compile(
    r"(.{2,12}(?:证券|资本|研究院|投顾|投信|创投|基金|银行))(?:医药|医疗|生物医药|行业|策略|宏观)"
)
# A park's or district's trade: 某某科学城|生物医药产业.
_TRADE_OF = re.compile(
    f"(.{{2,20}}?(?:{'|'.join(map(re.escape, PARK_HEADS))}|新区|新片区))"
    "(?:生物|医药|健康|生命|科学|生技|医疗|器械|细胞|基因|治疗|制造|大健康|高端|战略性|新兴|和|与){0,6}"
    "(?:产业|行业|领域|板块|集群)(?:链|集群)?$"
)
# A park's firms: 某某科学园|初创公司.
_TENANTS = compiled(
    f"(.{{2,20}}?(?:{'|'.join(head for head in PARK_HEADS if len(head) > 1)}))"
    "(?:初创|新创|在孵|入驻)?(?:公司(?<=[创孵驻]公司)|企业|药企|厂商|租户)$"
)
_POSTS = compiled(POST)
_FIELD_POSTS = compiled(FIELD_POST)
# Lumenta|放射化学主管: a firm in Latin script and a post there
_FOREIGN_THEN_POST = compiled(rf"([A-Z][A-Za-z0-9.&’' -]*[a-z])[\u4e00-\u9fff]{{0,6}}?{POST}")
_LONGEST_POST = 12
_REMEMBERED = 1 << 14
_BEFORE_DAY = (*"0123456789)）",)
_TRAILING = re.compile(
    "(?:编辑部|综合|报道|讯|昨|亦|则|领投|跟投|参投|独家|与|和|再出发|加速|加快|打造|"
    "[一两二三四五六七八九十]+[名位]|助力|做|任|担任|发布|正在|推动|启动|迎来|签署|集聚|培育|研发|建设|宣布|布局|表示|已|将|还|也)+$"
)
_PRODUCT_CLASS = re.compile(r"(?:创新药物|创新药|新药|药物|药品|产品|创新疗法|疗法|抗体药物)")
# What a substance is for, before its name: 肺癌靶向药某某替尼.
_SUBSTANCE_CLASS = re.compile(
    r".{0,6}?(?:抗体药|靶向药|小分子药|抗癌药|抗肿瘤药|生物药|降[糖脂压]药|[眼罕]\w{0,2}药|口服药)(?:物)?"
)
_FIRM_CLASS = re.compile(
    r".{0,12}?(?:(?:研发|制造|生产|设备|集成|经销|代理|包材|材料|药品|保险|供应|服务|外包|零售|通路)商)"
    rf"(?=.{{2,6}}?{_FIRM_ENDS}$)|.{{0,6}}?(?:药企|企业|公司|巨头|[^药疫苗]厂|药厂|业者|大厂|厂商|通路商|代工商|供应商|开发商|新创|"
    rf"新秀|独角兽|龙头)(?=.{{2,6}}?{_FIRM_ENDS}$|.{{4,14}}?(?:股份|责任|集团)?有限公司$)"
)
_LISTED_FIRM = re.compile(
    "(?:科创板|创业板|港股|A股|上市|本土|本地|国内|跨国|初创|生物|医药|医疗|器械|生技|科技)+(?:公司|企业|药企)"
    "(?=[\u4e00-\u9fff]{2,4}$)"
)
_NOUN_VERBS = frozenset(
    "附属 下属 直属 联合 建设 促进 交流 推广 评价 保护 转化 交易 设计 咨询 培训 审评 检查 审查 "
    "防治 预防 "
    "控制 康复 护理 采购 推进 领导 规划 协调 出版 分析 认证 鉴定 评估 引导 加速 实施 筹备 "
    "指导".split()
)
_FUNCTION_WORDS = frozenset("由 的 在 将 为 对 从 向 把 被 以 等 有 已".split())
_TENSE = frozenset("已 已经 已經 将 將 正 正在 曾 也 还 還 均 都 又 再".split())
_DIRECTION = re.compile(
    r"(?<=..)(?:[东西南北中]{1,2}[部角侧]|境内|周边|附近|一带|沿线|沿岸|之畔|畔|脚下|(?<=山)下|旁|内|"
    r"区内)$"
)


def _part_of_brand(text: str, start: int) -> bool:
    """Whether 和 opens a name, since no other name stands before it: 及和黄医药."""
    return text[start : start + 1] == "和" and (start == 0 or text[start - 1] in _NO_SIBLING)


def trim(passage: Passage, span: Span, *, tagged: bool) -> Span:
    """The span without the words around the name; a tagger's spans are trusted least."""
    found = passage.trimmed.get((span, tagged))
    if found is None:
        found = passage.trimmed[span, tagged] = _trimmed(passage, span, tagged=tagged)
    return found


def _trimmed(passage: Passage, span: Span, *, tagged: bool) -> Span:
    text = passage.text
    if _PARTNER.fullmatch(text, max(span.start - 2, 0), span.start + 1):
        span = Span(span.start + 1, span.end)
    span = _behind_owner(span, text)
    span = _with_opening(passage, span)
    span = _without_glue(passage, span)
    span = Span(span.start + _without_class(span.of(text)), span.end)
    if tagged:
        if text.startswith("日", span.start) and text.endswith(_BEFORE_DAY, 0, span.start):
            span = Span(span.start + 1, span.end)  # 昨（19）日|兴柜
        if match := _TRAILING.search(span.of(text)):
            span = Span(span.start, span.start + match.start())
        if tenure := _TENURE.search(span.of(text)):
            span = Span(span.start + tenure.end(), span.end)
        if passage.text[span.end : span.end + 1].isdigit() and _QUOTED_AT.search(span.of(text)):
            span = Span(span.start, span.end - 1)
        span = _behind_predicate(passage, _before_predicate(passage, span))
        agency = AGENCY.match(span.of(text))
        if agency and span.end - span.start - agency.end() == 1:
            span = Span(span.start, span.start + agency.end())
    foreign = _FOREIGN_THEN_POST.match(text, span.start, span.end + _LONGEST_POST)
    if foreign is not None and foreign.end(1) < span.end:
        span = Span(span.start, foreign.end(1))
    span = Span(span.start, span.start + len(_without_tail(span.of(text))))
    if passage.posts:
        span = _before_post(passage, _before_person(text, span))
    return _with_given_name(text, span)


def _with_given_name(text: str, span: Span) -> Span:
    """With the last character of 欧阳某某, where a tagger has read three characters."""
    if span.end - span.start != _COMPOUND:
        return span
    name = span.of(text)
    if name[:2] in COMPOUND_SURNAMES and _LAST_GIVEN.match(text, span.end):
        return Span(span.start, span.end + 1)
    return span


def _behind_owner(span: Span, text: str) -> Span:
    """Without the owner that a tagger has taken in: 某某集团旗下|乙公司."""
    owner = _OWNER.match(text, span.start, span.end) if "旗下" in span.of(text) else None
    return span if owner is None else Span(owner.end(), span.end)


def _with_opening(passage: Passage, span: Span) -> Span:
    """With the 和 that opens a firm's name, which a tagger has taken for *and*: 和|某药业."""
    start, text = span.start - 1, passage.text
    if start < passage.span.start or text[start] != "和" or not span.of(text).endswith(BRAND_HEADS):
        return span
    opens = start == passage.span.start or text[start - 1] in _NO_SIBLING - {"、", "，", ","}
    return Span(start, span.end) if opens else span


@lru_cache(maxsize=_REMEMBERED)
def _without_tail(name: str) -> str:
    """Without a predicate, a department, a desk, a trade or tenants behind the name."""
    for pattern in (_PREDICATE_OF_ANY, _BELONGING, _ITS_FUND, _PLANT, _DESK, _TRADE_OF, _TENANTS):
        match = pattern.match(name)
        if match and (pattern is _PREDICATE_OF_ANY or match.end() == len(name)):
            name = name[: match.end(1)]
    return name


def _before_person(text: str, span: Span) -> Span:
    """Without a post and a person that a tagger has taken in: 某某诊断|副总裁林微."""
    name = span.of(text)
    for match in _POSTS.finditer(name, _SHORTEST - 1):
        rest = name[match.end() :]
        if rest[:1] in SURNAMES and len(rest) in _PERSON and head_type(name) is None:
            return Span(span.start, span.start + match.start())
    return span


def _without_glue(passage: Passage, span: Span) -> Span:
    """Without the end of a verb that the tagger has cut in two: 留|意某某管理局, 找|上某某大学."""
    start = span.start
    if start == passage.span.start or span.end - start <= _SHORTEST:
        return span
    rest = passage.text[start + 1 : span.end]
    known = bool(longest_place_prefix(rest) or rest.startswith(_OPENINGS) or AGENCY.match(rest))
    whole = longest_place_prefix(passage.text[start : span.end])
    pair = passage.text[start - 1 : start + 1]
    verb = pair in common_words() or pair in ordinary_words()
    opening = passage.text[start : start + 2]
    coined = opening not in common_words() and opening not in ordinary_words()
    known = known or (head_type(rest) is not None and coined and start + 1 < span.end - _SHORTEST)
    loose = (
        passage.text[start] in _COMPLEMENTS
        and passage.word(passage.token_before(start)) != passage.text[start : start + 1]
    )
    return Span(start + 1, span.end) if known and not whole and (verb or loose) else span


_NO_SIBLING = frozenset("，。、；：“「（(及与由被对向给,;:\n")
_PERSON = range(2, 6)
_SHORTEST = 3
_COMPOUND = 3  # characters of a double surname with half of the given name
_LAST_GIVEN = re.compile(
    "[\u4e00-\u9fff](?<![指说称在是为任表认坦介透及和与的则亦也笑])"
    "(?=[，、。（(；]|指|说|表示|称|认为|坦言|介绍|透露|则|亦|也|在|是|担任|出任)"
)
_PARTY = re.compile("党工委|党委|党组")
_OPENINGS = ("国立", "国家", "中国", "私立", "财团法人", "市立")
# 方 or 商 before a name ends the word before it: 运营方|某某有限公司, 研发商|某某医药.
_PARTNER = re.compile(
    "(?:运营|营运|主办|承办|协办|投资|建设|开发|委托|受让|出让|收购|合作|施工|监管)方"
    "|(?:研发|开发|供应|服务|制造|运营|营运|经销|代理|分销|集成|承包|通路|生产|外包|零售"
    "|设备|器械|材料|软件|保险|药品)商"
)
_OWNER = re.compile(r"[^，。]{2,16}旗下的?(?=[A-Za-z\u4e00-\u9fff]{3})")
_COMPLEMENTS = frozenset("上到出入给向往至于意")


def _before_post(passage: Passage, span: Span) -> Span:
    """Without the first half of a post, or a whole one: 某某海关关|长, 某某生物质量|总监."""
    limit = min(passage.span.end, span.end + _LONGEST_POST)
    for match in _FIELD_POSTS.finditer(passage.text, span.start + _SHORTEST - 1, limit):
        if match.start() < span.end <= match.end():
            return Span(span.start, match.start())
    if head_type(span.of(passage.text)) is not None or span.of(passage.text) in AGENCIES:
        return span  # 管理局长 stands for 管理局局长
    for match in _POSTS.finditer(passage.text, span.start + _SHORTEST - 1, limit):
        party = _PARTY.match(match.group())
        inside = match.start() < span.end < match.end() + (match.group() not in FREE_POSTS)
        if inside and not (party and match.start() + party.end() == span.end):
            return Span(span.start, match.start())
    return span


def clean(text: str, span: Span) -> Span:
    """The span without marks at its edges, brackets left open, dates and words that lead to it."""
    start, end = _name_in(span.of(text), text[max(0, span.start - 1) : span.start])
    return Span(span.start + start, span.start + end)


@lru_cache(maxsize=_REMEMBERED)
def _name_in(text: str, before: str) -> tuple[int, int]:
    """Where in a text the name stands; ``before`` is the character in front of the text."""
    start, end = 0, len(text)
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    name = text[start:end]
    if (match := DATE_PREFIX.match(name)) and match.end() < len(name) and "年" in match.group():
        start += match.end()
    for opening, closing in _PAIRS.items():
        name = text[start:end]
        if name.count(opening) > name.count(closing):
            end = start + name.rindex(opening)
        elif name.count(closing) > name.count(opening):
            start = start + name.index(closing) + 1
    if match := _PREDICATE.match(text[start:end]):
        end = start + match.end(1)
    match = LEADING.match(text[start:end])
    if (
        match
        and not longest_place_prefix(text[start:end])
        and not _part_of_brand(before + text, start + len(before))
    ):
        rest = text[start + match.end() : end]
        if len(match.group()) > 1 or rest in PLACES or head_type(rest):
            start += match.end() if len(rest) > 1 else 0
    return start, max(start, end)


def _before_predicate(passage: Passage, span: Span) -> Span:
    """What stands before a preposition or a short verb where a name can end: …指数|由…公司."""
    first, end = passage.token_from(span.start), passage.token_from(span.end)
    for index in range(first + 1, end):
        token, word = passage.tokens[index], passage.word(index)
        verb = token.tag in {"v", "vd"} and word not in GENERIC and word not in _NOUN_VERBS
        if not verb and word not in _FUNCTION_WORDS:
            continue
        left = Span(span.start, token.span.start)
        name = left.of(passage.text)
        if head_type(name) is not None or name.endswith(BRAND_HEADS):
            return left
    if match := _DIRECTION.search(span.of(passage.text)):
        return Span(span.start, span.start + match.start())
    return span


def _behind_predicate(passage: Passage, span: Span) -> Span:
    """What stands behind a subject and its verb that a tagger has taken in: X已集聚|某某生物."""
    first, end = passage.token_from(span.start), passage.token_from(span.end)
    for index in range(first + 1, end):
        if passage.tokens[index].tag != "d" or passage.word(index) not in _TENSE:
            continue
        after = index + 1
        while after < end and passage.tokens[after].tag in {"v", "vd"}:
            after += 1
        if index + 1 < after < end:
            return Span(passage.tokens[after].span.start, span.end)
    return span


def _without_class(name: str) -> int:
    """How many characters of a class noun a tagger has put before a product: 新药X."""
    for pattern in (_FIRM_CLASS, _LISTED_FIRM):
        if firm := pattern.match(name):
            return firm.end()
    match = _PRODUCT_CLASS.match(name)
    if meant := _SUBSTANCE_CLASS.match(name):
        return meant.end() if head_type(name[meant.end() :]) is EntityType.PRODUCT else 0
    rest = name[match.end() :] if match else ""
    return (
        match.end()
        if match and len(rest) > 1 and head_type(rest) in {None, EntityType.PRODUCT}
        else 0
    )
