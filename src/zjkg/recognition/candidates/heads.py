"""Chinese names whose last word bears the type: …研究所, …产业园, …峰会, …指数, …计划."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.patterns import compiled
from zjkg.recognition.candidates.runs import Run, is_proper, run_before
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import PLACES
from zjkg.recognition.posts import POST
from zjkg.recognition.vocabulary import (
    BRAND_HEADS,
    GENERIC,
    HEAD,
    HEAD_TYPES,
    NOT_NAMES,
    POETIC,
    TRADE,
)

_DRUG_STEMS = frozenset("单抗 双抗 利单抗 珠单抗 妥单抗 替尼 帕利".split())
_POST = compiled(POST)
_LOOSE = frozenset("项目 行动 工程 计划 法 大会 大赛 竞赛 活动".split())
_BRANDS = frozenset(BRAND_HEADS)
_SUBSTANCES = frozenset("药物 药品 抗体 疫苗 细胞 细胞治疗 基因 蛋白 试剂 核酸 疗法 检测".split())
"""Trade words that an abbreviation in Latin letters describes."""
_BRAND_LENGTH = range(2, 6)
_CUE = 4
_FIRM_AFTER = re.compile(
    "[（(](?:股票代码|[0-9]{4,6})|领投|跟投|参投|投资了|入股|持有|起诉|收购|宣布|公告|发布公告|递表|签约|签署|[上去]市|登陆"
    "|完成[^，。]{0,8}融资|旗下|董事长|董秘|总经理|总裁|创始人|创办人|首席|副总|CEO|CFO|CTO|股价|股东"
    "|的?(?:全资|控股)?子公司|负责人|相关负责人|方面(?:表示|称)"
)
_FIRM_BEFORE = re.compile(
    "(?:收购|入股|并购|参股|控股|投资了|领投的?|携手|企业|公司|药企|旗下|股东)$"
)
_CONTINUED = frozenset(
    "产业 领域 行业 技术 企业 产品 板块 药物 研发 治疗 创新 人才 市场 管线 学会 指数".split()
)
_QUOTED_NAME = re.compile(r"[^，。；：、！？]{6,30}")
_NAMED_SITES = frozenset({"中心", "联盟"})
_YEAR = re.compile(r" ?20\d\d(?![\d年])")
_SHOWING = tuple("出示现览区位品开望厅")
_COLLECTIVE = frozenset("产业 领域 行业 技术 企业 板块".split())
_ACTS = frozenset("布局 打造 发展 建设 加码 深耕 聚焦 拥抱 赋能 累计".split())
_MIN_NAME = 3
_PRAISE = frozenset("大小新老好")
_MAX_NAME = 30


def propose(passage: Passage) -> Iterator[Candidate]:
    """Names by their head word, and firms by brand and trade word."""
    position = passage.span.start
    while match := HEAD.search(passage.text, position, passage.span.end):
        if (
            _at_word_end(passage, match.end())
            or _POST.match(passage.text, match.end())
            or match.group() in _DRUG_STEMS
        ):
            yield from _by_head(passage, match.end(), match.group())
            position = match.end()
        else:
            position = match.start() + 1  # 创新园|区: another head may overlap
    yield from _brands(passage)


def _at_word_end(passage: Passage, end: int) -> bool:
    index = passage.token_before(end)
    return index >= 0 and passage.tokens[index].span.end == end


def _by_head(passage: Passage, end: int, head: str) -> Iterator[Candidate]:
    entity_type = HEAD_TYPES[head]
    if entity_type is EntityType.PRODUCT:
        yield from _product(passage, end, head)
        return
    editioned = entity_type is EntityType.EVENT
    if head in _LOOSE and _POST.match(passage.text, end):
        return
    if head == "展" and passage.text[end : end + 1] in _SHOWING:
        return  # 某某生医展|出
    if head == "计划" and _plans(passage, end):
        return
    run = run_before(passage, end, head, edition=editioned)
    if editioned and (year := _YEAR.match(passage.text, end, passage.span.end)):
        end = year.end()  # 某某论坛2022
    whole = _quoted_whole(passage, end) if editioned or head in _NAMED_SITES else None
    if whole is not None and (run is None or whole.start < run.start):
        yield Candidate(whole, entity_type, "pattern:quoted-title")
        return
    if run is None or not _plausible(passage, run, end, head):
        return
    yield Candidate(Span(run.start, end), entity_type, _kind(passage, run, end, head))


def _quoted_whole(passage: Passage, end: int) -> Span | None:
    """All that stands in quotation marks, where a long name ends it: 「某某博览暨论坛2022」."""
    found = next((span for span in passage.quoted if span.end == end), None)
    if found is None or not _QUOTED_NAME.fullmatch(found.of(passage.text)):
        return None
    return found


def _plans(passage: Passage, end: int) -> bool:
    """Whether 计划 is what a firm does and no name's end: 某某诊断计划投建."""
    before = passage.text[passage.span.start : end - 2]
    index = passage.token_from(end)
    follows = passage.tokens[index].tag if index < len(passage.tokens) else "w"
    firm = before.endswith(BRAND_HEADS) and not before.endswith(tuple(GENERIC))
    acts = follows in {"v", "vd", "d", "p", "t", "TIME"}
    return acts and (firm or before.endswith(("公司", "集团")))


def _product(passage: Passage, end: int, head: str) -> Iterator[Candidate]:
    """A drug is one word, or one word and its form: 某某替尼, 某某胶囊."""
    index = passage.token_before(end - len(head) + 1)
    if passage.tokens[index].span.start == end - len(head) and index > 0:
        index -= 1
        if passage.word(index) in GENERIC or passage.tokens[index].tag in {"w", "u", "m", "v"}:
            return
    kind = "pattern:vaccine" if head == "疫苗" else "pattern:drug"
    yield Candidate(Span(passage.tokens[index].span.start, end), EntityType.PRODUCT, kind)


def _plausible(passage: Passage, run: Run, end: int, head: str) -> bool:
    name = passage.text[run.start : end]
    long_enough = len(head) < len(name) <= _MAX_NAME and len(name) >= _MIN_NAME
    quoted = any(Span(run.start, end) == span for span in passage.quoted)
    long_enough = long_enough and (quoted or len(head) > 1 or name[:-1].endswith(TRADE))
    praised = name[0] in _PRAISE and name[1:] in HEAD_TYPES  # 大药港
    return long_enough and not praised and name not in PLACES and name not in NOT_NAMES


def _kind(passage: Passage, run: Run, end: int, head: str) -> str:
    name = passage.text[run.start : end]
    quoted = any(Span(run.start, end) == span for span in passage.quoted)
    if quoted and (run.proper or run.distinct):
        return "pattern:quoted-head"
    if quoted:
        whole = HEAD_TYPES[head] in {EntityType.PARK, EntityType.EVENT, EntityType.INDEX}
        return "pattern:quoted-title" if whole and "、" not in name else "pattern:quoted-common"
    if head in _LOOSE:
        return "pattern:loose-head" if run.proper else "pattern:common-head"
    if run.proper or name.endswith(POETIC):
        return "pattern:head"
    return "pattern:distinct-head" if run.distinct else "pattern:common-head"


def _brands(passage: Passage) -> Iterator[Candidate]:
    """A brand with trade words after it: 蓝舟医药, 滨江生物; never a place (张江生物医药)."""
    index = 1
    while index < len(passage.tokens):
        word = passage.word(index)
        if word not in _BRANDS or not _is_brand(passage, index - 1):
            index += 1
            continue
        last = index
        while last + 1 < len(passage.tokens) and passage.word(last + 1) in _BRANDS:
            last += 1
        following = passage.word(last + 1) if last + 1 < len(passage.tokens) else ""
        proper = is_proper(passage, index - 1)
        if following not in (_COLLECTIVE if proper else _CONTINUED):
            verb = passage.tokens[index - 1].tag in {"v", "vn"} or passage.word(index - 1) in _ACTS
            kind = "pattern:verb-brand" if verb else "pattern:weak-brand"
            kind = "pattern:brand" if proper else kind
            span = Span(passage.tokens[index - 1].span.start, passage.tokens[last].span.end)
            kind = "pattern:cued-brand" if not proper and _acts(passage, span) else kind
            yield Candidate(span, EntityType.ORGANIZATION, kind)
        index = last + 1


def _acts(passage: Passage, span: Span) -> bool:
    """Whether the words around a brand speak of a firm: 收购|某某生物, 某某生物|持有."""
    before = passage.text[max(passage.span.start, span.start - _CUE) : span.start]
    after = _FIRM_AFTER.match(passage.text, span.end, passage.span.end)
    return after is not None or _FIRM_BEFORE.search(before) is not None


def _is_brand(passage: Passage, index: int) -> bool:
    word, tag = passage.word(index), passage.tokens[index].tag
    if word in GENERIC or word in NOT_NAMES or word in PLACES or word.endswith("轮"):
        return False
    described = word.isascii() and passage.word(index + 1) in _SUBSTANCES  # GLP-1药物
    if len(word) not in _BRAND_LENGTH or described or word.endswith("类"):
        return False
    return tag in {"ORG", "PER", "nz", "n", "v", "a", "vn", "nw"} and word not in _BRANDS
