"""Chinese verb frames (folded to simplified) for where things are, belong and come from."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.relations.places import COUNTRIES
from zjkg.claims.relations.rules import RelationRule, zh_rule
from zjkg.model import Predicate

_SETTLE = (
    "位于|地处|坐落于|坐落在|坐落|落户于?|入驻|进驻|扎根于?|落子|落地于?|选址在?|布局于?|安家"
    "|设在|设于|建在"
    "|迁入|迁至|搬入|总部在|总部位于|总部设在|立足于?|聚集在|集聚在|集聚于|汇聚于|诞生于|栖身"
)
_OPEN = (
    "成立|落户|落地|揭牌|开业|启用|投产|注册|开园|奠基|开工|落成|建成|举行|举办|召开|开幕|启幕"
    "|闭幕|安家|扎根"
    "|设立总部"
)
_FACILITY = (
    "研发中心|研发机构|总部|生产基地|基地|实验室|分公司|子公司"
    "|创新中心|办事处|工厂|孵化器|中心|分支机构|研究院|园区"
)
_GATHER = (
    "集聚|聚集|汇聚|汇集|云集|集结|吸引|引进|引入|引育|入驻|坐拥|拥有"
    "|落户|培育|孵化|走出|涌现|现有|已有|入驻有|聚起"
)
_SUCH_AS = "(?:包括|其中有|例如|诸如|比如|如|有)"
_FOUND = (
    "创始发起|发起成立|发起设立|发起组建|创始倡议|发起倡议|共同发起|联合发起|发起|倡议成立|倡议"
    "|创立|创办|创建|联合组建|共同组建"
    "|组建|联合成立|共同成立|联合创立"
)
_COMPILE = "研究编制|联合编制|共同编制|编制|编写|编纂|编撰|撰写|测算|研究制定|起草"
_CITY = re.compile(f"^(?!{COUNTRIES}$)")
_FORUM = (
    "(?:的)?(?:重要|核心|主要)?(?:系列活动|主题活动|配套活动"
    "|重要活动|分论坛|子论坛|平行论坛|主论坛|活动)?(?:之一)?"
)
_ALLIANCE = re.compile("联盟|协会|学会|商会|联合会|委员会|促进会|平台|共同体|集团|组织|会$")

ZH_STRUCTURE: Final[tuple[RelationRule, ...]] = (
    # locatedIn
    zh_rule(
        "located",
        Predicate.LOCATED_IN,
        f"(?<![由从自])(?P<s>%SITED)~(?P<v>{_SETTLE})了?(?P<o>@PLACE*(?:@PLACE的)?%SITE)",
    ),
    zh_rule(
        "located-inside",
        Predicate.LOCATED_IN,
        f"(?:{_SETTLE}|来自|地处)(?P<o>@PLACE*@SITE)(?P<v>的)~(?P<s>@ORG(?:、@ORG)*|@PARK)",
    ),
    zh_rule(
        "opens-in", Predicate.LOCATED_IN, f"(?P<s>%SITED)~在(?P<o>@PLACE*%SITE)~(?P<v>{_OPEN})"
    ),
    zh_rule(
        "facility-in",
        Predicate.LOCATED_IN,
        "(?P<s>@ORG)~在(?P<o>@PLACE*%SITE)~(?P<v>设立|成立|建立|设有|建有|新建|开设|投建|建设"
        "|布局)了?"
        f"[^，。；：]{{0,16}}?(?:{_FACILITY})",
    ),
    zh_rule(
        "opened-in",
        Predicate.LOCATED_IN,
        "在(?P<o>@PLACE*@SITE)~(?P<v>设立|成立|建立|设有|建有|新建|开设|举办|举行|召开)(?:了|的)"
        "?~(?P<s>%SITED)",
    ),
    zh_rule(
        "gathers",
        Predicate.LOCATED_IN,
        f"(?<!@PLACE)(?<![于在])(?P<o>@SITE)≈(?P<v>{_GATHER})(?:了|有)?(?:~|≈{_SUCH_AS}~)(?P<s>%ORG)",
    ),
    zh_rule(
        "settles-here",
        Predicate.LOCATED_IN,
        "(?P<s>%ORG)~(?P<v>落户|入驻|进驻|扎根|安家|落地|签约入驻|签约落户|签约入园|入园)(?=[，。；]|$)",
    ),
    zh_rule(
        "signs-up",
        Predicate.LOCATED_IN,
        "(?P<o>@PARK)[^。；@]{0,24}?(?:住户|入驻|入园|落户|签约|入区|招商)[^。；@]{0,24}?(?P<s>%ORG)"
        "[^，。；@]{0,10}?(?P<v>签约|入驻|落户)(?=[，。；]|$)",
    ),
    zh_rule(
        "agreement",
        Predicate.LOCATED_IN,
        "(?P<o>@PARK)(?:与|和|同)[^，。；@]{0,6}?@PLACE?[^，。；@]{0,4}?(?P<s>%ORG)[^，。；@]{0,12}?"
        "(?P<v>入区|入园|入驻|落户|进驻|租赁)(?:协议|合同|意向)",
    ),
    zh_rule(
        "agreement-with",
        Predicate.LOCATED_IN,
        "(?P<s>%ORG)(?:与|和|同)(?P<o>@PARK)[^，。；@]{0,12}?(?P<v>入区|入园|入驻|落户|进驻|租赁)"
        "(?:协议|合同|意向)",
    ),
    zh_rule(
        "city-firm",
        Predicate.LOCATED_IN,
        "(?P<o>@SITE)(?P<v>企业|公司|药企|初创企业|新创公司|初创公司|创企|本土企业|本地企业)(?P<s>%ORG)",
        object_form=_CITY,
    ),
    zh_rule(
        "park-firm",
        Predicate.LOCATED_IN,
        "(?P<o>@PARK)(?:内|里|中)?的?(?:入驻|在园|园内|代表)?(?P<v>企业|公司|药企|租户)(?:之一)?的?[——，]?(?P<s>%ORG)",
    ),
    zh_rule(
        "firm-here",
        Predicate.LOCATED_IN,
        "(?:园区|园内|在园|区内|入园|驻园)内?的?(?:入驻|代表|龙头|重点|明星)?(?P<v>企业|公司|药企|厂商|租户|住户)"
        "(?:之一)?的?(?P<s>%ORG)",
        of_topic=True,
    ),
    zh_rule(
        "inside",
        Predicate.LOCATED_IN,
        "(?P<o>@PARK)(?P<v>内|里|区内|园内)的?(?P<s>%ORG)",
    ),
    zh_rule(
        "workshop",
        Predicate.LOCATED_IN,
        "(?:走进|来到|步入|探访|在)[^，。；@]{0,6}?(?:@SITE的)?(?P<o>@PARK)[^，。；@]{0,4}?[，、]?(?P<s>@ORG)的"
        "[^，。；@]{0,10}?(?P<v>车间|厂房|实验室|展厅|总部|生产线|研发中心|工厂|基地|办公室)",
    ),
    # partOf
    zh_rule(
        "part",
        Predicate.PART_OF,
        "(?P<s>%ANY)~是(?P<o>@ANY)的?~(?P<v>组成部分|一部分|分论坛|子论坛|分会场|分园|核心区"
        "|子园区|板块|活动之一)",
    ),
    zh_rule(
        "belongs",
        Predicate.PART_OF,
        "(?P<s>%ANY)~(?P<v>隶属于?|从属于|归属于?|附属于|属于)(?P<o>@ANY)",
    ),
    zh_rule(
        "event-part",
        Predicate.PART_OF,
        f"(?P<o>@EVENT)(?P<v>{_FORUM}[”」]?——?|{_FORUM}期间的)[“「]?(?P<s>@EVENT)",
    ),
    zh_rule(
        "as-part",
        Predicate.PART_OF,
        "作为(?P<o>@ANY)的?(?P<v>~(?:组成部分|系列活动|活动|分论坛)(?:之一)?)，?(?P<s>@ANY)",
    ),
    zh_rule(
        "consists",
        Predicate.PART_OF,
        "(?P<o>@PARK)~(?P<v>包括|包含|涵盖|下设|下辖|分为|囊括|由)~(?P<s>%PARK)",
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
        subject_form=re.compile("^.{1,8}(?:[部处科室司组]|分局|办公室|事业部)$"),
    ),
    # memberOf
    zh_rule(
        "joins",
        Predicate.MEMBER_OF,
        "(?P<s>%AGENT)~(?P<v>加入|加盟|入盟)了?(?P<o>@ORG)",
    ),
    zh_rule(
        "member",
        Predicate.MEMBER_OF,
        "(?P<s>%AGENT)~(?:成为|是|当选|入选|系|为)(?P<o>@ORG)的?~(?P<v>成员|会员|理事单位"
        "|成员单位|会员单位)",
    ),
    zh_rule(
        "members",
        Predicate.MEMBER_OF,
        "(?P<o>@ORG)的?~(?P<v>成员|会员|理事|成员单位|会员单位|理事单位)(?:单位|企业|机构)?(?:有"
        "|包括|含|为|：)"
        "(?P<s>%AGENT)",
    ),
    zh_rule(
        "admits",
        Predicate.MEMBER_OF,
        "(?P<o>@ORG)~(?P<v>吸收|吸纳|接纳|新增|迎来)(?P<s>%AGENT)[^，。；@]{0,12}?(?:会员|成员|理事)",
    ),
    # founderOf
    zh_rule("founded-by", Predicate.FOUNDER_OF, f"(?P<o>@BODY)~由(?P<s>%AGENT)~(?P<v>{_FOUND})"),
    zh_rule("also-founded-by", Predicate.FOUNDER_OF, f"，~由(?P<s>%AGENT)~(?P<v>{_FOUND})"),
    zh_rule(
        "founded-by-of",
        Predicate.FOUNDER_OF,
        f"由(?P<s>%AGENT)~(?P<v>{_FOUND}|成立|设立)的~(?P<o>@BODY)",
    ),
    zh_rule("founds", Predicate.FOUNDER_OF, f"(?P<s>%AGENT)~(?P<v>{_FOUND}|成立)了?~(?P<o>@ORG)"),
    zh_rule(
        "initiator",
        Predicate.FOUNDER_OF,
        "(?P<s>%AGENT)~是(?:该联盟|联盟)?的?~(?P<v>发起(?:公司|单位|企业|方|人|机构|者)"
        "|创始(?:成员|单位|会员))(?:之一)?",
        object_form=_ALLIANCE,
    ),
    zh_rule(
        "initiator-of",
        Predicate.FOUNDER_OF,
        "(?P<s>%AGENT)~是(?P<o>@ORG)的?~(?P<v>发起(?:公司|单位|企业|方|人|机构|者)|创始(?:成员"
        "|单位|会员))(?:之一)?",
    ),
    # compiledBy: the document is the subject
    zh_rule(
        "compiled-by-of",
        Predicate.COMPILED_BY,
        f"(?P<o>%AGENT)(?:等)?~(?P<v>{_COMPILE})(?:完成|并发布|发布)?的?~(?P<s>@DOC)",
    ),
    zh_rule("compiled-by", Predicate.COMPILED_BY, f"(?P<s>@DOC)≈由(?P<o>%AGENT)~(?P<v>{_COMPILE})"),
    zh_rule("compiles", Predicate.COMPILED_BY, f"(?P<o>%AGENT)~(?P<v>{_COMPILE})了~(?P<s>@DOC)"),
)
