"""The common noun that a Chinese clause speaks of where no name does: 患者, 新厂, 毛利率."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from zjkg.model import Token

_NOUNS = frozenset({"n", "nz", "vn", "an", "nw", "s", "ORG"})
_SKIPPED = frozenset({"TIME", "d", "ad", "c", "r", "f", "w", "xc", "t"})


class Noun(StrEnum):
    """What a common noun tells of whose value it is."""

    ATTRIBUTE = "attribute"
    MARKET = "market"
    PATIENT = "patient"
    STUDY = "study"
    PART = "part"
    PRODUCT = "product"
    PROJECT = "project"
    FUND = "fund"
    FIRM = "firm"
    PEOPLE = "people"
    AUTHORITY = "authority"
    OTHER = "other"


_CLASSES: tuple[tuple[Noun, str], ...] = (
    (Noun.MARKET, r"市场|行业|产业|领域|赛道|汇率|股市|板块|业界|同业|病例|国家|地区|城市|各地"),
    (
        Noun.PATIENT,
        r"患者|病人|受试者|长者|病友|儿童|老人|志愿者|居民|市民|学生|考生|民众|人群|公众|人",
    ),
    (Noun.STUDY, r"研究|试验|临床|实验|测试|调查|问卷|数据|结果|统计|报告"),
    (
        Noun.PART,
        (
            r"厂|厂房|工厂|厂区|生产线|产线|车间|大楼|楼|基地|设备|实验室|中心|仓库|总部|园|站|病房"
            r"|平台|二期|一期|三期|空间|载体|地块|场地|库"
        ),
    ),
    (
        Noun.PRODUCT,
        r"产品|新药|药物|药品|药|疫苗|制剂|疗法|系统|仪器|试剂|器械|样品|软件|机器人|贴片",
    ),
    (Noun.PROJECT, r"项目|工程|计划|合作|协议|交易|合同|订单"),
    (Noun.FUND, r"基金|资金|母基金|子基金|款项|资本"),
    (
        Noun.FIRM,
        r"企业|公司|药企|厂商|厂家|团队|客户|机构|医院|诊所|大学|高校|初创|券商|同行|业者|单位|商",
    ),
    (
        Noun.PEOPLE,
        (
            r"员工|人员|职工|同事|专家|嘉宾|代表|医生|医师|老板|投资人|投资者|股东|人才|工人|师傅|人手"
            r"|研究员|教授|博士|观众"
        ),
    ),
    (Noun.AUTHORITY, r"政府|部门|当局|署方|局方|市里|区里|省里|院方|校方|园方|官方|政策|文件|财政"),
)
_PATTERNS = tuple((noun, re.compile(rf"(?:{words})\Z")) for noun, words in _CLASSES)
_ATTRIBUTE = re.compile(
    r"(?:率|额|值|量|数|费|价|金|润|入|模|积|本|重|比|例|能|度|资|速|幅|利|益|期|数量|面积|营收|投资"
    r"|时间|距离|成本|订单|产能|专利|收益|股价|规模|总数)\Z"
)


def noun_class(word: str) -> Noun:
    """The class of a noun (made simplified)."""
    if _ATTRIBUTE.search(word):
        return Noun.ATTRIBUTE
    return next((noun for noun, pattern in _PATTERNS if pattern.search(word)), Noun.OTHER)


def spoken_of(words: Iterable[Token], key: str) -> Noun | None:
    """The class of the noun before the verb of a stretch without names; None where is none."""
    last: str | None = None
    for word in words:
        if word.tag in _NOUNS:
            last = word.span.of(key)
        elif word.tag == "u" or word.tag in _SKIPPED:
            continue
        elif last is not None and word.tag in {"v", "m", "p", "a", "vd"}:
            break
        elif word.tag in {"v", "vd"}:
            return None
    return None if last is None else noun_class(last)
