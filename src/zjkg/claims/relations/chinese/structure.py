"""Chinese frames (folded to simplified) for what no verb says: names beside names, parts, lists."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.relations.chinese.rules import RelationRule, zh_rule
from zjkg.claims.relations.places import COUNTRIES
from zjkg.model import EntityType, Predicate

_ALLIANCE = re.compile("联盟|协会|学会|商会|联合会|委员会|促进会|平台|共同体|集团|组织|会$")
_CITY = re.compile(f"^(?!{COUNTRIES}$)")
_EXCHANGE = re.compile(
    "交易所|[证联港深沪上北]交所|证交所|[科创主三]板|创业板|纳斯达克|兴柜|柜买|上柜|板$"
)
_FORUM = (
    "(?:的)?(?:重要|核心|主要)?(?:系列活动|主题活动|配套活动"
    "|重要活动|分论坛|子论坛|平行论坛|主论坛|活动)?(?:之一)?"
)

ZH_STRUCTURE: Final[tuple[RelationRule, ...]] = (
    zh_rule(
        "city-firm",
        Predicate.LOCATED_IN,
        "(?P<o>@SITE)(?P<v>[^，。；：、的在与和报〕）」】@]{0,6}(?:企业|公司|药企|创企|业者|厂商|新创|药厂|龙头|机构|租户|住户|商户))(?P<s>%ORG)",
        object_form=_CITY,
    ),
    zh_rule(
        "from-city",
        Predicate.LOCATED_IN,
        "来自(?P<o>@PLACE)的(?P<v>[^，。；：、的@]{2,12})(?P<s>@ORG)",
    ),
    zh_rule(
        "since-settling",
        Predicate.LOCATED_IN,
        "(?:^|(?<=[，。；：]))(?:自从?|从)?[^，。；：@]{0,6}?(?P<v>落户|入驻|进驻|落地|扎根|迁入|搬入|搬到|迁到)"
        "(?P<o>@SITE)[^，。；：@]{0,8}[来后]，(?P<s>@ORG)",
    ),
    zh_rule(
        "inside",
        Predicate.LOCATED_IN,
        "(?P<o>@PARK)(?P<v>内|里|区内|园内)的?(?P<s>%ORG)",
    ),
    zh_rule(
        "of-park",
        Predicate.LOCATED_IN,
        "(?:^|(?<=[，。；：在]))@PLACE*(?P<o>@PARK)(?P<v>的)(?P<s>%ORG)",
    ),
    zh_rule(
        "site-in-site",
        Predicate.LOCATED_IN,
        "(?P<o>@SITE)(?P<v>(?:岛)?[上内里中]的)(?P<s>@PARK)",
    ),
    zh_rule(
        "of-city",
        Predicate.LOCATED_IN,
        "(?:^|(?<=[，。；：、和与及由]))(?P<o>@PLACE)(?P<v>的)(?P<s>%ORG)",
        object_form=_CITY,
    ),
    zh_rule(
        "where-it-is",
        Predicate.LOCATED_IN,
        "(?P<s>@ANY)(?P<v>所在的|所在地|坐落的|座落的)(?P<o>@SITE)",
    ),
    zh_rule(
        "workshop",
        Predicate.LOCATED_IN,
        "(?:走进|来到|步入|探访|在)[^，。；@]{0,6}?(?:@SITE的)?(?P<o>@PARK)[^，。；@]{0,4}?[，、]?(?P<s>@ORG)的"
        "[^，。；@]{0,10}?(?P<v>车间|厂房|实验室|展厅|总部|生产线|研发中心|工厂|基地|办公室)",
    ),
    zh_rule(
        "signs-up",
        Predicate.LOCATED_IN,
        "(?P<o>@PARK)[^。；@]{0,24}?(?:住户|入驻|入园|落户|签约|入区|招商)[^。；@]{0,24}?(?P<s>%ORG)"
        "[^，。；@]{0,10}?(?P<v>签约|入驻|落户)(?=[，。；]|$)",
    ),
    zh_rule(
        "event-part",
        Predicate.PART_OF,
        f"(?P<o>@EVENT)(?P<v>{_FORUM}[”」]?——?|{_FORUM}期间(?:举办|举行|召开|推出)?的)[“「]?(?P<s>@EVENT)",
    ),
    zh_rule(
        "consists",
        Predicate.PART_OF,
        "(?P<o>@PARK)~(?P<v>包括|包含|涵盖|下设|下辖|分为|囊括|由(?=[^，。；]{1,40}(?:组成|构成|组合)))~(?P<s>%PARK)",
    ),
    zh_rule(
        "core-around",
        Predicate.PART_OF,
        "(?P<o>@PARK)≈(?:核心区|核心区域|主体区)[^。；：]{0,16}?(?P<v>围绕|包括|涵盖|由)~"
        "(?P<s>%PARK)",
    ),
    zh_rule(
        "department",
        Predicate.PART_OF,
        "(?P<o>@ORG)(?P<v>的|下设的?|所属的?|下属的?|直属的?)?(?P<s>@ORG)",
        subject_form=re.compile(
            "^.{1,8}(?:[部处科室司组]|分局|办公室|事业部|学院|系|学部|实验室|研究中心)$"
        ),
    ),
    zh_rule(
        "admits",
        Predicate.MEMBER_OF,
        "(?P<o>@ORG)~(?P<v>吸收|吸纳|接纳|新增|迎来)(?P<s>%AGENT)[^，。；@]{0,12}?(?:会员|成员|理事)",
    ),
    zh_rule(
        "initiator",
        Predicate.FOUNDER_OF,
        "(?P<s>%AGENT)~是(?:该联盟|联盟)?的?~(?P<v>发起(?:公司|单位|企业|方|人|机构|者)"
        "|创始(?:成员|单位|会员))(?:之一)?",
        object_form=_ALLIANCE,
    ),
    zh_rule(
        "spun-from",
        Predicate.FOUNDER_OF,
        "(?P<o>@ORG)[^，。；@]{0,16}?(?:自|由|从|源于|脱胎[自于])(?P<s>@ORG)[^，。；@]{0,8}?"
        "(?P<v>衍生|分拆|拆分|孵化(?!而)|独立)",
    ),
    zh_rule(
        "sprung-from",
        Predicate.FOUNDER_OF,
        "(?P<o>@ORG)[^，。；@]{0,8}?(?P<v>脱胎[自于]|衍生自|分拆自|孵化自)(?P<s>@ORG)",
    ),
    zh_rule(
        "made-by",
        Predicate.DEVELOPS,
        "(?P<o>@PRODUCT)[^，。；：@]{0,4}?(?P<v>是|系|为|乃)[^，。；：@]{0,4}?(?P<s>%ORG)[^，。；：@]{0,8}?"
        "(?:研发|开发|研制|自研|推出|生产|打造|设计|发明)[^，。；：@]{0,4}的",
    ),
    zh_rule(
        "owns",
        Predicate.DEVELOPS,
        "(?P<s>@ORG)(?P<v>旗下的?|自有|的)(?!合作)~(?P<o>%PRODUCT)(?!授权自|引进自|由@|来自)",
    ),
    zh_rule(
        "flagship",
        Predicate.DEVELOPS,
        "(?P<s>@ORG)的?(?P<v>(?:首个|首款|核心|主打|拳头|明星|旗舰|重磅|在研|创新|自研|代表|主力|重点)+"
        "(?:产品|新药|药物|候选药物|管线|品种|疫苗|项目|平台|疗法)?|新药|疫苗|产品|软件|软体|系统|试剂盒?|平台)[^，。；@]{0,12}?(?P<o>%PRODUCT)",
    ),
    zh_rule(
        "products",
        Predicate.DEVELOPS,
        "(?P<s>@ORG)[^。；！？]{0,50}?(?P<v>(?:产品|药物|新药|管线|疗法|品种|药品)"
        "[^。；！？]{0,12}?"
        "(?:包括|包含|分别是|分别为|有))~(?P<o>%PRODUCT)",
    ),
    zh_rule(
        "run-by",
        Predicate.OPERATES,
        "(?P<o>@ANY)[^，。；：@]{0,6}由(?P<s>@ORG)[^，。；：@]{0,8}?(?P<v>运营|营运|管理|执行|经营|代管)",
    ),
    zh_rule(
        "subsidiary-of",
        Predicate.SUBSIDIARY_OF,
        "(?P<o>@ORG)的?(?P<v>旗下的?)[^，。；：的了@]{0,12}?(?P<s>%ORG)",
    ),
    zh_rule(
        "listed-firm",
        Predicate.LISTED_ON,
        "(?P<o>@ORG)(?P<v>上市公司|上市企业|公司|企业)(?P<s>@ORG)",
        object_form=_EXCHANGE,
    ),
    zh_rule(
        "takes-part",
        Predicate.ATTENDS,
        "(?P<s>(?:@ACTOR~){1,40})(?P<v>参展|参会|与会|到会|到场)(?=[，。；]|$)",
        only=EntityType.PERSON,
    ),
)
