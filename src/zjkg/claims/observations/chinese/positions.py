"""What the words around a name of a Chinese clause make of it: titled, governed, running it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zjkg.model import EntityType, Span
from zjkg.patterns import compiled

_VERB = compiled(
    r"集聚|聚集|汇聚|建设|发布|打造|研发|位于|布局|满足|毗邻|拥有|揭牌|授牌|推出|联合|编制|围绕"
    r"|依托|设立|收购|举行|举办"
    r"|吸引|引进|引入|培育|覆盖|代表|具有|为主体|入驻|进驻|落户|达到|新增|完成|获得|取得|采购|销往"
    r"|出口|签约|签署|投资|投入"
    r"|担任|当选|运营|租用|承租|迁入|注册|组建|成立|实现|授予|向|给(?!予)|迎来|登录|登陆|登陸"
    r"|印发|公布|出台|宣布|提供|供应|支持"
    r"|(?<![可还也只就的者])是(?!否)|占(?!地|比|用)"
)
_REPORTING = compiled(
    r"表示|介绍|透露|指出|(?<![小传])说(?!明书)|告诉|认为|坦言|直言|强调|补充|估计|预计|预期"
    r"|预测|预估|获悉|了解到|提出"
    r"|谈到|提到|回忆|记得|觉得|坦承|解释|回应|笑言|感叹|直指|提醒|相信|显示|披露|宣布|统计|(?<=[〓）)时])[称指](?![为出标])"
)
_TITLE = re.compile(
    r"[^，。；：〓、\d]{0,16}?(?:长|主任|经理|总裁|官|授|员|师|书记|人|总监|干事|监事|董事|总"
    r"|委员|负责人|CEO|CTO|CFO)"
    r"[^，。；：〓]{0,2}(?:、〓+[^，。；：〓]{1,12})?〓"
)
_POSTS = re.compile(
    r"(?:董事长|总裁|总经理|经理|首席\w{0,6}官|执行长|财务长|技术长|营运长|创始人|创办人|发言人"
    r"|厂长|合伙人|负责人|CEO|CTO|CFO)"
    r"[^，。；：〓]{0,2}\Z"
)
_LINK = re.compile(
    r"(?:|的|旗下的?|下属的?|所属的?|商|系|籍|(?:[内里]的?)?(?:本地|初创|上市|医药|生物|生技|医疗"
    r"|器械|新|独角兽)*(?:企业|公司|药企|商|厂商|集团))[“‘「『\"]?\Z"
)
_PRODUCT_LINK = re.compile(
    r"[^，。；：]{0,28}?(?:的|研发|研制|开发|自研|生产|自有)[^，。；：]{0,18}?[“‘「『\"]?\Z"
)
_BEGOTTEN = re.compile(
    r"[^，。；：〓]{0,10}(?:成立|创办|创立|孵化|投资|控股|设立|发起|旗下|衍生|收购|委托"
    r"|执行)[^，。；：]{0,24}(?:的|企业|公司)[“‘「『\"]?\Z"
)
_FROM = re.compile(r"[^，。；：、〓]{0,10}(?:企业|公司|药企|集团|机构|药厂|厂商|厂)[“‘「『\"]?\Z")
_RELATIVE = re.compile(
    r"(?:位于|入驻|进驻|落户|坐落于?|总部|来自|扎根|毗邻|作为|总投资|投资|总规模|同样|已|\d{4}年"
    r"|20\d\d年)[^，。；：]{0,30}的[^，。；：〓]{0,10}\Z"
)
_RUN = re.compile(
    r"(?:[（(][^）)]*[）)])?(?:负责|具体|统一|开发|投资|建设|运营|营运|管理|和|与|、)*(?:运营"
    r"|营运|管理|开发|经营)"
)
_RUNS = re.compile(
    r"(?:负责(?:园区|该园|整个园区|产业园|基地|小镇)?[^，。；：〓]{0,4}(?:运营|营运|经营|管理)[^，。；：〓]{0,4}的"
    r"|(?:园区|该园|产业园|基地|小镇)的?(?:运营|营运|开发|管理)(?:方|商|主体|单位|机构|公司))[“「]?\Z"
)
_SUBSIDIARY = re.compile(
    r"(?:的)?(?:全资|控股)?(?:子公司|母公司|旗下|分公司|附属公司|总公司)[^，。；：]{0,4}\Z"
)

_LEAD = re.compile(
    r"[【〔][^】〕]{1,30}[】〕]"
    r"|[^，。；：]{0,30}(?:讯|电|消息|报道)(?:[（(][^）)]{1,30}[）)][\s　]*|[\s　]+|(?=[）)】]))"
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A name, or a generic word that stands for one, inside a clause."""

    span: Span
    entity: str
    type: EntityType
    generic: bool = False
    possessive: bool = False


def said_until(lead: str) -> int:
    """Where the words that only say who speaks end: 局长甲表示 | 今年产值."""
    return max((match.end() for match in _REPORTING.finditer(lead)), default=0)


def body_start(words: str) -> int:
    """Where a sentence begins behind its credit: 【记者甲/乙地报道】, 某报某地7月1日电."""
    match = _LEAD.match(words)
    return match.end() if match is not None else 0


def is_titled(after: str) -> bool:
    """Whether a post and then a person follow: 甲公司董事长乙."""
    return _TITLE.match(after) is not None


def has_post(before: str) -> bool:
    """Whether a post of a company stands right before a person."""
    return _POSTS.search(before) is not None


def is_governed(lead: str) -> bool:
    """Whether a verb stands before, so that what follows is its object.

    A relative clause before a name governs it not: 入驻某园的某公司.
    """
    return _VERB.search(lead) is not None and _RELATIVE.match(lead) is None


def is_run_by(before: str, after: str) -> bool:
    """Whether a name is that of who runs what is spoken of: 由某公司运营."""
    return before.endswith("由") and _RUN.match(after) is not None


def runs_park(before: str) -> bool:
    """Whether the words before a name say that it runs the park: 负责园区运营的, 园区运营方."""
    return _RUNS.search(before) is not None


def leads_to(between: str, first: Actor, second: Actor) -> bool:
    """Whether the first of two names only describes the second: 甲公司研制的“乙”, 德国公司丙."""
    if second.type in (EntityType.PRODUCT, EntityType.PROJECT):
        return _PRODUCT_LINK.match(between) is not None or between in ("", "“", "「")
    if first.possessive or first.generic:
        company = not first.possessive and between != "" and _LINK.match(between) is not None
        return company or _SUBSIDIARY.match(between) is not None
    if second.type in (EntityType.PERSON, EntityType.PLACE) and first.type is not EntityType.PLACE:
        return False
    if first.type is EntityType.PLACE and _FROM.match(between) is not None:
        return True
    patterns = (_LINK, _SUBSIDIARY, _BEGOTTEN)
    return any(pattern.match(between) is not None for pattern in patterns)
