"""Products in Chinese text: named after their kind, in quotation marks, or by a code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zjkg.model import EntityType, Span
from zjkg.patterns import Table, compiled
from zjkg.recognition.candidates import codes
from zjkg.recognition.lexicon import common_words
from zjkg.recognition.passage import Candidate, Passage
from zjkg.recognition.places import PLACES
from zjkg.recognition.vocabulary import GENERIC, NOT_NAMES

_HAN = "[\u4e00-\u9fff]"
# What stands right before a product's name.
_KIND = (
    "创新药物|创新药|一类新药|1类新药|新药|中药|仿制药|创新疗法|疗法|抗体药物|药物|药品|产品|疫苗|"
    "机器人|平台|"
    "注射液|注射剂|胶囊|颗粒|单抗|双抗|滴眼液|粉针|粉针剂|片剂|制剂|试剂|试剂盒|佐剂|支架|瓣膜|"
    "心瓣|瓣|导管|"
    "内窥镜|内镜|胶囊镜|显微镜|系统|软件|设备|装置|仪器|仪|芯片|起搏器|融合器|植入物|植入体|敷料|"
    "贴片|"
    "抑制剂|激动剂|拮抗剂|融合蛋白|模型|大模型|测序仪|传感器|监护仪|呼吸机|超声刀|手术刀|探针|早筛|"
    "候选药物|候选药|管线|项目药|器械|药水|口服液|软膏|膏|丸|喷雾剂|吸入剂|滴剂|造影剂|填充剂|面膜|"
    "主动脉瓣|封堵器|球囊|关节|晶体|义齿|检测盒|检测卡|健康手环|助听器|引擎|工具|"
    "软体|层片|资料库|数据库|针剂|视网膜|晶片|雷射|膜片|补片|假体|耗材|试片|益生菌|保健品|辅料|材料|小程序|"
    "云平台|套组|套件|检测组|凝胶|乳膏|贴布|人工皮|喷雾|骨水泥|骨钉|骨板|义肢|轮椅|病床|手环|手表|眼镜|标准品"
)
_NAME = r"[^“”「」『』\"，。、；;\s][^“”「」『』\"，。、；;]{0,13}"
_QUOTED_AFTER = re.compile(rf"(?:{_KIND})[（(]?[“「『\"]({_NAME})[”」』\"]")
_QUOTED_BEFORE = re.compile(
    rf"[“「『\"]({_NAME})[”」』\"](?:{_HAN}{{0,4}})"
    "(?:手术机器人|机器人|疫苗|胶囊|注射液|药物|单抗|系统|试剂盒|测序仪|支架|软件|大模型|片剂|"
    "颗粒|口服液|公共服务平台|服务平台|平台|数据库|资料库|软体|小程序|晶片|芯片|试剂|层片|导管)"
)
_QUOTED_APPROVED = re.compile(
    rf"[“「『\"]({_NAME})[”」』\"](?:[^，。；]{{0,12}}?)"
    "(?:获批|获[^，。；]{2,18}(?:批准|核准|许可)|上市销售|正式上市|取得[^，。；]{2,18}(?:许可证|"
    "核准)|进入临床)"
)
_QUOTED_END = re.compile(
    r"[“「『\"]([^“”「」『』\"，。、；;]{1,8}(?:膏|丸|散|胶囊|颗粒|口服液|注射液|单抗|片))[”」』\"]"
)
_QUOTED_DEVELOPED = re.compile(
    rf"(?:研发|研制|自研|开发|原研)[^，。；“”「」]{{0,24}}?[的之][^，。；“”「」]{{0,20}}[“「『\"]({_NAME})[”」』\"]"
)
_QUOTED_CALLED = re.compile(
    "(?:产品|药物?|疫苗|器械|系统|平台|软件|软体|芯片|晶片)[^，。；“”「」]{0,6}?(?:取名|名为|命名为|定名为?|名叫|叫做)"
    rf"[“「『\"]({_NAME})[”」』\"]"
)
_QUOTED_NUMBERED = re.compile(
    r"[“「『\"]([^“”「」『』\"，。、；;]{1,6}[一二三四五六七八九十\d]+号)[”」』\"]"
)
_LATIN = (
    "([A-Z][A-Za-z]*[a-z][A-Za-z]*(?:-[A-Za-z0-9]+)*|[A-Z]{2,4}-[A-Z][a-z]+)"
    "(?![A-Za-z0-9.@-]| [A-Z0-9])"
)
_LATIN_AFTER = re.compile(rf"(?:{_KIND}) ?{_LATIN}")
_LATIN_DEVELOPED = re.compile(f"(?:研发|研制|自研|开发|推出)的 ?{_LATIN}")
# What is quoted beside a product's kind but is a scheme, a place or a figure of speech.
_NO_PRODUCT = compiled(
    "(?:地|之[路城谷都]|热|潮|链|圈|群|梦|战|版图|赛道|模式|时代|速度|力量|样本|答卷|名片|摇篮|主场|"
    "园区|官|[人队]员|计划|专项|工程|行动|基金|政策|条例|办法|峰会|论坛|大会|联盟)$"
)
_NO_NAMES = GENERIC | NOT_NAMES
_REGISTERED = ("®", "™")
_HALF = 2
_NO_NAME_TAGS = frozenset({"v", "vn", "vd", "d", "ad", "a"})
_PROPER = frozenset({"PER", "ORG", "nz", "nw", "LOC"})
_TRADE_NAME = re.compile(rf"商品名[为是:：]?[“「]?({_HAN}{{2,8}}|[A-Z][a-z]{{2,15}})")
_BEFORE = re.compile(rf"(?:{_KIND}|商品名[为是:：]?)$")

_NAMED = Table(
    (
        _QUOTED_AFTER,
        _QUOTED_BEFORE,
        _QUOTED_APPROVED,
        _QUOTED_END,
        _QUOTED_DEVELOPED,
        _QUOTED_CALLED,
        _QUOTED_NUMBERED,
        _TRADE_NAME,
        _LATIN_AFTER,
        _LATIN_DEVELOPED,
    ),
    lambda pattern: pattern,
)


def propose(passage: Passage) -> Iterator[Candidate]:
    """Drugs, devices and platforms with a name of their own."""
    start, end = passage.span.start, passage.span.end
    for pattern in _NAMED.possible(passage.sentence):
        for match in pattern.finditer(passage.text, start, end):
            span = Span(*match.span(1))
            place = match.group(1).startswith("中国") or _NO_PRODUCT.search(match.group(1))
            if match.group(1) not in _NO_NAMES and not place and not _plain_word(passage, span):
                yield Candidate(span, EntityType.PRODUCT, "frame:named-product")
    yield from codes.propose(passage)
    yield from _tagged(passage)


def _plain_word(passage: Passage, span: Span) -> bool:
    """Whether verbs and adverbs of the language stand there: 产品“出海”, 药物“可能相关”."""
    tokens = passage.tokens[passage.token_from(span.start) : passage.token_from(span.end)]
    if any(token.tag not in _NO_NAME_TAGS for token in tokens):
        return False
    word = span.of(passage.text)
    return not common_words().isdisjoint({word, word[:_HALF], word[-_HALF:]})


def _tagged(passage: Passage) -> Iterator[Candidate]:
    """A proper word right after the kind of product; one with the mark of a registered name."""
    for index in range(1, len(passage.tokens)):
        token = passage.tokens[index]
        if passage.text[token.span.end : token.span.end + 1] in _REGISTERED:
            yield Candidate(token.span, EntityType.PRODUCT, "frame:named-product")
        if token.tag not in _PROPER or (word := passage.word(index)) in PLACES:
            continue
        before = passage.text[max(passage.span.start, token.span.start - 8) : token.span.start]
        if _BEFORE.search(before) and word not in NOT_NAMES and word not in GENERIC:
            yield Candidate(token.span, EntityType.PRODUCT, "frame:product")
