"""What tells that a Chinese value is of no one named: the country, the trade, others, several."""

from __future__ import annotations

import re

from zjkg.claims.observations.chinese.functions import HEADS
from zjkg.claims.observations.chinese.scenes import Scene
from zjkg.claims.observations.text import clause_at
from zjkg.model import Quantity
from zjkg.patterns import Table, compiled

_WHOLE = re.compile(
    r"(?:目前|截至目前|其中|同期|据悉|[今去前]年|(?:19|20)\d\d年|上半年|下半年|前\w{1,2}个?[月季]度?|，)*"
    r"(?:整个)?(?:全国|全球|我国|国内|世界"
    r"|业内|行业|市场|海外|国外|各国)"
)
_UNNAMED = compiled(
    r"(?:一[家名位个些间]|有个|某[家些]?|多[家位名]|不少|部分|有的?|几[家位名]|许多|各|大多数?|多数|同等规模的"
    r"|传统的?|普通|国际领先的?|国内(?:的|多数)?|国外的?|同类|类似的?)"
    r"[^，。；：〓]{0,10}?"
    r"(?:企业|公司|药企|负责人|人士|券商|投资人|专家|机构|业者|厂商|居民|患者|医院|老板|研究员|团队"
    r"|园区的|园区(?=开|给|愿|提|也|曾)|车间|项目的?|政策的|产品(?=[一的要多])|同行|工厂|写字楼|实验室的)"
    r"|新公司|合并后的?公司|合资公司(?![^，。；]{0,4}〓)"
    r"|业内人士|业界|受访者?|业者|医疗机构可|企业可"
    r"|(?:一|每|同一)[台套支款件种份剂](?![^，。；：]{0,8}〓)[^，。；：〓]{0,12}?(?:售价|价格|单价|报价|产品|药品|新药|设备)"
    r"|进口(?:产品|设备|药|仪器)|有些(?:品类|产品|企业)"
)
_GROUP = re.compile(
    r"(?:目前|其中|去年|今年|上述|这|该|以上|，|、)*(?:[两三四五六七八九十][家大个座所地方者]"
    r"|\d{1,2}家)(?:生物|医药|医疗|药|上市|初创|龙头)*(?:企业|公司|园区?|药企|机构|地|市|省|城|者|方)?"
    r"(?:去年|今年|合计|共计|总共|共|均|都|加起来|[上下]半年|[一二三四]季度)"
    r"|(?:双方|各方|两者|三者|两地|三地|两家|三家)(?=[^，。；：〓]{0,4}(?:合计|共计|总共|各自?(?!方)))"
)
_LISTED = re.compile(  # 甲、乙、丙三家企业合计占七成
    r"(?<!前)[两三四五六七八九十]家[^，。；：\d]{0,8}(?:合计|共计|总共|加起来|一共)"
)
_OLD = re.compile(r"旧(?:政策|版|规|办法|标准|条款)|原有?(?:政策|办法|标准)")
_TO = re.compile(r"(?:提高|提升|上调|下调|增加?|降低?|调整?|放宽|缩短)[到至为]\Z")
_FROM = re.compile(r"[由从][^，。；：\d]{0,8}\Z")
# 一套进口系统的终端价, 某一个中型样本库每年: one of a kind, which no name follows
_INDEFINITE = (
    r"(?:(?<=[，。；：“])|(?<=[指称说为示出]))(?:[一每同][一]?|某一?)(?:个|家|套|台|支|款|间|种|所|名|位|座)"
    r"(?!月|小时|多|人)[^，。；：〓]{1,12}?(?:的|每[年月]|通常|往往|一般)"
)
_GROUNDS = Table(
    (
        (name, re.compile(words))
        for name, words in (
            ("indefinite", _INDEFINITE),
            ("each", r"每(?![股年月日季周天])|同一家|单个|任何"),
            ("if", r"如果|若|假如|倘若|一旦|只要"),
            ("usual", r"通常|往往|一般|普遍|平均|大多|多数|常常"),
            ("other", r"其他|其它|别的|同类|同等|传统|同行|国际领先|竞争对手|进口|原研"),
            ("survey", r"调查|受访|访问了|问卷|研究显示|文献"),
            (
                "group",
                (
                    r"(?<=[，。；：年月日季初底、估计测称说 ])[两三四五六七八九十各][大个家座]?"
                    r"(?:科[学技])?(?:园区|园(?!林)|公司|企业)(?![在之中内])"
                    r"|[两三四五六七八九十]大(?:科[学技])?园区"
                ),
            ),
            ("nation", r"全国|全球|我国|国内|世界|业内|行业|市场|海外|国外|各国|美国"),
        )
    ),
    lambda row: row[1],
)
_OPENING = 10  # characters of a clause in which its subject begins
_BEHIND = 6  # characters behind a value that may still tell


def grounds(scene: Scene, quantity: Quantity) -> set[str]:
    """The features that words of the sentence give to nothing named."""
    key, at = scene.text.key, quantity.span.start
    number = clause_at(scene.clauses, at)
    clause, start = scene.clauses[number].start, scene.sentence.span.start
    found: set[str] = set()
    if _WHOLE.match(key, clause, at) and quantity.share_of is None:
        found.add("null:whole")
    elif any(_WHOLE.match(key, each.start) for each in scene.clauses[:number]):
        found.add("null:whole-before")
    if _UNNAMED.search(key, clause, at):
        found.add("null:unnamed-here")
    if _UNNAMED.search(key, start, clause):
        found.add("null:unnamed-before")
    if _is_somebody(scene, number, at):
        found.add("null:somebody")
    if is_group(scene, at):
        found.add("null:word:group")
    found.update(_of_rules(key, start, clause, quantity))
    end = quantity.span.end + _BEHIND
    for name, pattern in _GROUNDS.possible(key[start:end]):
        if pattern.search(key, clause, end):
            found.add(f"null:word:{name}")
        elif pattern.search(key, start, at):
            found.add(f"null:word-before:{name}")
    return found


def is_group(scene: Scene, at: int) -> bool:
    """Whether several unnamed ones head the clause of a value: 三家企业合计研发投入3亿元."""
    clause = scene.clauses[clause_at(scene.clauses, at)]
    key = scene.text.key
    return bool(_GROUP.match(key, clause.start, at) or _LISTED.search(key, clause.start, at))


def _of_rules(key: str, start: int, clause: int, quantity: Quantity) -> set[str]:
    """Whether a value is that of a rule of before, or of the one that takes its place."""
    if _is_former(key, start, clause, quantity.number.start):
        return {"null:word:old"}
    at = quantity.span.start
    is_new = _OLD.search(key, start, at) and _TO.search(key, clause, at)
    return {"null:word:new"} if is_new else set()


def _is_former(key: str, start: int, clause: int, number: int) -> bool:
    """Whether a value is that of a rule of before: 旧政策的上限是, 与旧政策相比，由80万元."""
    if _OLD.search(key, clause, number):
        return "相比" not in key[clause:number] or _FROM.search(key, clause, number) is not None
    return (
        _OLD.search(key, start, clause) is not None
        and "相比" in key[start:clause]
        and _FROM.search(key, clause, number) is not None
    )


def _is_somebody(scene: Scene, number: int, at: int) -> bool:
    """Whether the last subject before a value is somebody unnamed: 有个团队…，想租80平方米."""
    for index in range(number, -1, -1):
        clause = scene.clauses[index]
        heads = (each.actor.span for each in scene.standings[index] if each.function in HEADS)
        if any(span.end <= at for span in heads):
            return False
        match = _UNNAMED.search(scene.text.key, clause.start, min(clause.end, at))
        if match is not None:
            return match.start() - clause.start <= _OPENING
    return False
