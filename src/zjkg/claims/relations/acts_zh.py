"""Chinese verb frames (folded to simplified) for what organizations and persons do."""

from __future__ import annotations

import re
from typing import Final

from zjkg.claims.relations.places import COUNTRIES
from zjkg.claims.relations.rules import RelationRule, zh_rule
from zjkg.model import EntityType, Predicate

_ALSO = "(?:并|同时|还|又|随后|此后)"
_DEVELOP = (
    "自主研发|自主研制|自主开发|独立研发|联合研发|合作研发|联合开发"
    "|合作开发|原研|自研|研发|研制|开发|研究|在研|研究开发"
)
_INVEST = (
    "战略投资|领投|跟投|参投|(?<!总)投资(?![银总经机者人商额协合基组环部处促方])|注资|增资|入股"
)
_LAUNCH = "正式发布|首次发布|联合发布|重磅发布|首发|发布|推出|启动|上线|出台|印发|公布|揭牌"
_HOST = "联合主办|共同主办|主办|承办|协办|联合举办|共同举办|举办|召开|举行|组织召开"
_APPROVE = "批准|核准|批复|授牌|认定|认可|许可|审批"
_SPEECH = (
    "表示|指出|认为|介绍|说|强调|透露|称|致辞|演讲|发言"
    "|主旨报告|作报告|分享|坦言|谈到|提到|呼吁|宣布|发表"
)
_NO_PAPER = (
    "(?![^，。；]{0,12}(?:编制|编写|编撰|发布|制定|主办|承办|协办|举办|印发|发起|撰写|测算|起草"
    "|出台|颁发))"
)
_EXCHANGE = re.compile(
    "交易所|[证联港深沪上北]交所|证交所|[科创主三]板|创业板|纳斯达克|兴柜|柜买|上柜|板$"
)
_CITY = re.compile(f"^(?!{COUNTRIES}$)")
_MEETING = re.compile("会|论坛|周|仪式|节|展|赛|典礼|活动")

ZH_ACTS: Final[tuple[RelationRule, ...]] = (
    # develops
    zh_rule(
        "develops",
        Predicate.DEVELOPS,
        f"(?P<s>%AGENT)~(?P<v>{_DEVELOP})(?:出|了|的)?~(?P<o>%PRODUCT)",
    ),
    zh_rule(
        "developed-by", Predicate.DEVELOPS, f"(?P<o>%PRODUCT)~由(?P<s>%AGENT)~(?P<v>{_DEVELOP})"
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
        "(?:产品|新药|药物|候选药物|管线|品种|疫苗|项目|平台|疗法)?)[^，。；@]{0,12}?(?P<o>%PRODUCT)",
    ),
    zh_rule(
        "products",
        Predicate.DEVELOPS,
        "(?P<s>@ORG)[^。；！？]{0,50}?(?P<v>(?:产品|药物|新药|管线|疗法|品种|药品)"
        "[^。；！？]{0,12}?"
        "(?:包括|包含|分别是|分别为|有))~(?P<o>%PRODUCT)",
    ),
    zh_rule(
        "jointly-develops",
        Predicate.DEVELOPS,
        "，~(?:共同|联合|合作)(?P<v>研发|开发|研制)~(?P<o>%PRODUCT)",
    ),
    zh_rule(
        "joint-product",
        Predicate.DEVELOPS,
        "(?P<s>@ORG(?:与|和|同)@ORG)(?P<v>合作|联合|共同)[^，。；@]{0,6}?的[^，。；@]{0,20}?(?P<o>%PRODUCT)",
    ),
    zh_rule(
        "licensed-product",
        Predicate.DEVELOPS,
        "(?:将|把)[^，。；@]{0,24}?(?P<o>@PRODUCT)[^，。；@]{0,24}?(?P<v>授予|授权|许可)",
    ),
    # acquires
    zh_rule(
        "acquires",
        Predicate.ACQUIRES,
        "(?P<s>@AGENT)~(?P<v>收购|并购|买下|购得|受让|吸收合并|购入)了?"
        "(?![^，。；]{0,24}?(?<![0-9])[0-9]{1,2}(?:[.][0-9]+)?%)~(?:@ORG(?:旗下|持有|所持"
        "|的)~)?(?P<o>%ORG|%PRODUCT|%PARK)",
    ),
    zh_rule(
        "also-acquires",
        Predicate.ACQUIRES,
        f"[，；]?{_ALSO}~(?P<v>收购|并购)了?~(?P<o>%ORG|%PRODUCT)",
    ),
    zh_rule(
        "acquired-by",
        Predicate.ACQUIRES,
        "(?P<o>@ORG|@PRODUCT)~(?:被|获|由)(?P<s>@AGENT)~(?P<v>收购|并购|买下)",
    ),
    zh_rule(
        "acquisition-of", Predicate.ACQUIRES, "(?P<s>@AGENT)~对(?P<o>@ORG)的?~(?P<v>收购|并购)"
    ),
    # invests
    zh_rule(
        "round",
        Predicate.INVESTS,
        "(?P<o>@ORG)[^。；@]{0,20}?(?P<v>完成|获得?|宣布)[^。；@]{0,20}?(?:融资|投资)[^。；@]{0,50}?[，、由]"
        "(?P<s>%AGENT)[^，。；@]{0,10}?(?:领投|跟投|参投|投资)",
    ),
    zh_rule(
        "invests",
        Predicate.INVESTS,
        f"(?P<s>%AGENT)~(?P<v>{_INVEST})(?:了|于)?[^、，。；：！？@]{{0,24}}?(?P<o>%ORG|%PRODUCT|%PROJECT|%PARK)",
    ),
    zh_rule(
        "also-invests",
        Predicate.INVESTS,
        f"[，；]?{_ALSO}~(?P<v>{_INVEST})了?~(?P<o>%ORG|%PRODUCT|%PROJECT|%PARK)",
    ),
    zh_rule("invests-in", Predicate.INVESTS, "(?P<s>%AGENT)~在(?P<o>@PLACE*@SITE)~(?P<v>投资)"),
    zh_rule(
        "invests-into",
        Predicate.INVESTS,
        f"(?P<s>%AGENT)~(?:对|向)(?P<o>%ORG|@PROJECT)~(?P<v>{_INVEST})",
    ),
    zh_rule(
        "invested-by",
        Predicate.INVESTS,
        f"(?P<o>@ORG)≈(?:由|获|获得|得到)(?P<s>%AGENT)~(?P<v>{_INVEST})",
    ),
    zh_rule("also-invested-by", Predicate.INVESTS, "[，、](?P<s>%AGENT)等?~(?P<v>跟投|参投|领投)"),
    # partnersWith
    zh_rule(
        "partners",
        Predicate.PARTNERS_WITH,
        "(?P<s>@ACTOR(?:、@ACTOR)*)~(?P<v>携手|联手|联合|会同)(?P<o>%ACTOR)" + _NO_PAPER,
    ),
    zh_rule(
        "partners-with",
        Predicate.PARTNERS_WITH,
        "(?P<s>@ACTOR(?:、@ACTOR)*)~(?:与|和|同|跟)(?P<o>%ACTOR)~"
        "(?P<v>战略合作|合作(?!意向)|携手|共建|结成|联合|共同(?:打造|建设|开发|推进|成立|设立|组建|研发)"
        "|结盟|联手)" + _NO_PAPER,
    ),
    zh_rule(
        "partner-of",
        Predicate.PARTNERS_WITH,
        "(?P<s>@ACTOR)~(?:是|成为)(?P<o>@ACTOR)的?~(?P<v>合作伙伴|战略伙伴)",
    ),
    # signs
    zh_rule(
        "signs",
        Predicate.SIGNS,
        "(?P<s>%ORG|%PROJECT)~(?P<v>签约|签署|签订|签下)(?:了|落户|入驻|落地)*~"
        "(?P<o>@PLACE*@SITE|%ORG|%PROJECT|%POLICY)",
    ),
    zh_rule(
        "signs-with",
        Predicate.SIGNS,
        "(?P<s>@ACTOR(?:、@ACTOR)*)~(?:与|和|同)(?P<o>%ACTOR)~(?P<v>签约|签署|签订|签下)",
    ),
    # launches
    zh_rule(
        "launches",
        Predicate.LAUNCHES,
        f"(?P<s>%ISSUER)~(?P<v>{_LAUNCH})(?:了|的)?~(?P<o>%WORK|%PRODUCT|%ORG)",
    ),
    zh_rule(
        "also-launches", Predicate.LAUNCHES, f"[，；]?{_ALSO}~(?P<v>{_LAUNCH})了?~(?P<o>%WORK|%ORG)"
    ),
    zh_rule(
        "launched-by", Predicate.LAUNCHES, f"(?P<o>%WORK|@ORG)≈由(?P<s>%ISSUER)~(?P<v>{_LAUNCH})"
    ),
    # hosts
    zh_rule(
        "hosts", Predicate.HOSTS, f"(?<![在于])(?P<s>%ACTOR)~(?P<v>{_HOST})(?:了|的)?~(?P<o>@EVENT)"
    ),
    zh_rule("hosted-by", Predicate.HOSTS, f"(?P<o>@EVENT)≈由(?P<s>%ACTOR)~(?P<v>{_HOST})"),
    zh_rule("also-hosted-by", Predicate.HOSTS, "(?P<s>%ACTOR)~(?P<v>承办|协办|主办)"),
    # attends
    zh_rule(
        "attends",
        Predicate.ATTENDS,
        "(?P<s>(?:@ACTOR~){1,40})(?P<v>出席|参加|亮相|参展|列席|莅临|受邀参加|现身|参与)"
        "(?:了|并)?~(?P<o>@EVENT)",
        only=EntityType.PERSON,
    ),
    zh_rule(
        "attend-list",
        Predicate.ATTENDS,
        "(?P<v>出席|参加)(?P<o>@EVENT)?~的?~(?:有|包括|：)(?P<s>(?:~@ACTOR){1,40})",
        only=EntityType.PERSON,
    ),
    zh_rule(
        "speaks-at",
        Predicate.ATTENDS,
        f"(?:在|于)[^，。；：]{{0,16}}?(?P<o>@EVENT)[^，。；：]{{0,12}}?(?:上|期间|现场|中)[，,]?"
        f"[^。；：]{{0,40}}?(?P<s>@PERSON)~(?P<v>{_SPEECH})",
    ),
    zh_rule(
        "speaks-there",
        Predicate.ATTENDS,
        f"(?P<s>@PERSON)~(?:在|于)~(?P<o>@EVENT)[^。；：]{{0,16}}?(?:上|期间|现场|中)"
        f"[^。；：]{{0,12}}?(?P<v>{_SPEECH})",
    ),
    zh_rule(
        "attends-this",
        Predicate.ATTENDS,
        "(?P<s>(?:@ACTOR~){1,40})(?P<v>出席|参加|参会|与会)(?:了|并|本次|此次|本届|该)*"
        "(?:大会|会议|活动|论坛|峰会|仪式|发布会|开幕式|签约仪式)",
        only=EntityType.PERSON,
        object_form=_MEETING,
    ),
    zh_rule(
        "takes-part",
        Predicate.ATTENDS,
        "(?P<s>(?:@ACTOR~){1,40})(?P<v>参展|参会|与会|到会|到场)(?=[，。；]|$)",
        only=EntityType.PERSON,
    ),
    # approves
    zh_rule(
        "approves",
        Predicate.APPROVES,
        f"(?P<s>@ORG)~(?P<v>{_APPROVE})(?:了|的)?~@PLACE*~(?P<o>%PRODUCT|%PARK|%PROJECT|%ORG"
        "|@POLICY)",
    ),
    zh_rule(
        "approved-by",
        Predicate.APPROVES,
        "(?P<o>%PRODUCT|@PARK|@PROJECT|@POLICY)(?:[^。；：！？@]{0,10}?@ORG)?≈(?:获得?|经|被|由)"
        f"(?P<s>@ORG)~(?P<v>{_APPROVE}|同意)",
    ),
    zh_rule(
        "approved-organization",
        Predicate.APPROVES,
        f"(?P<o>@ORG)~(?:获得?|经|被)(?P<s>@ORG)~(?P<v>{_APPROVE}|同意)",
    ),
    zh_rule(
        "approval",
        Predicate.APPROVES,
        f"(?:经|获)(?P<s>@ORG)(?P<v>{_APPROVE})，?~(?P<o>%PRODUCT|@PARK|@PROJECT)",
    ),
    # licences
    zh_rule(
        "licenses-to",
        Predicate.LICENSES_TO,
        "(?P<s>@ORG)~(?:将|把)[^。；：]{0,30}?(?P<v>授权|许可|授予|转让|独家授权)(?:给|予|与)"
        "?(?P<o>@ORG)",
    ),
    zh_rule(
        "licenses",
        Predicate.LICENSES_TO,
        "(?P<s>@ORG)~(?P<v>授权|许可|对外许可给|授予)(?:给)?(?P<o>@ORG)",
    ),
    zh_rule(
        "licenses-from",
        Predicate.LICENSES_FROM,
        "(?P<s>@ORG)~(?:从|自|向)(?P<o>@ORG)(?:~@PLACE)?~(?P<v>引进|授权引进|引入|获得~授权|获得~"
        "许可|许可引进)",
    ),
    zh_rule(
        "licensed-by",
        Predicate.LICENSES_FROM,
        "(?P<s>@ORG)~(?:获|获得|取得)(?P<o>@ORG)~(?P<v>授权|许可)",
    ),
    # listedOn
    zh_rule(
        "listed-firm",
        Predicate.LISTED_ON,
        "(?P<o>@ORG)(?P<v>上市公司|上市企业|公司|企业)(?P<s>@ORG)",
        object_form=_EXCHANGE,
    ),
    zh_rule(
        "this-listed-firm",
        Predicate.LISTED_ON,
        "(?:这家|该|作为|一家)(?P<o>@ORG)(?P<v>上市公司|上市企业|公司|企业)",
        object_form=_EXCHANGE,
    ),
    zh_rule(
        "listed",
        Predicate.LISTED_ON,
        "(?P<s>%ORG)~(?:在|于)(?P<o>@ORG)~(?P<v>上市|挂牌|IPO|敲钟)",
        object_form=_EXCHANGE,
    ),
    zh_rule(
        "lists",
        Predicate.LISTED_ON,
        "(?P<s>%ORG)~(?P<v>登陆|上市于|挂牌于)(?P<o>@ORG)",
        object_form=_EXCHANGE,
    ),
    # subsidiaryOf: the parent is the object
    zh_rule(
        "subsidiary",
        Predicate.SUBSIDIARY_OF,
        "(?P<s>@ORG)~(?:是|为|系|作为)(?P<o>@ORG)的?~(?P<v>子公司|附属公司|旗下|全资子)",
    ),
    zh_rule(
        "subsidiary-of",
        Predicate.SUBSIDIARY_OF,
        "(?P<o>@ORG)(?:的)?(?P<v>(?:全资|控股|海外|中国)*(?:子公司|附属公司|下属公司|下属企业)"
        "|旗下的?)~(?P<s>%ORG)",
    ),
    zh_rule(
        "controls",
        Predicate.SUBSIDIARY_OF,
        "(?P<o>@ORG)~(?P<v>控股|全资控股|全资拥有)了?(?P<s>@ORG)",
    ),
    # operates
    zh_rule(
        "operator-of",
        Predicate.OPERATES,
        "(?P<o>@PARK)的?(?P<v>运营方|运营单位|运营主体|运营商|运营管理方|管理方|开发主体|开发商)(?:是|为|——)?"
        "(?P<s>%ORG)",
    ),
    zh_rule(
        "operates",
        Predicate.OPERATES,
        "(?P<s>%ORG)~(?P<v>运营管理|管理运营|负责运营|运营|经营)(?:着|了|的)?~(?P<o>%PARK"
        "|%PRODUCT|%PROJECT|%ORG)",
    ),
    zh_rule(
        "operated-by",
        Predicate.OPERATES,
        "(?P<o>@PARK|@ORG|@PROJECT|@PRODUCT)≈由(?P<s>%ORG)~(?P<v>运营|经营|管理运营|负责运营)",
    ),
    # regulates
    zh_rule(
        "regulates",
        Predicate.REGULATES,
        "(?P<s>@ORG)~(?P<v>监管|监督管理)(?:着|了|的)?~(?P<o>%ORG|@PRODUCT|@PARK)",
    ),
    zh_rule(
        "regulated-by",
        Predicate.REGULATES,
        "(?P<o>@ORG|@PRODUCT)~(?:受|接受|由)(?P<s>@ORG)的?~(?P<v>监管|监督管理)",
    ),
    # supplies
    zh_rule(
        "supplies",
        Predicate.SUPPLIES,
        "(?P<s>@ORG)~(?:向|为|给|对)(?P<o>%ORG)~(?P<v>供应|供货|供药|提供~(?:原料|设备|试剂|药物"
        "|产品|耗材))",
    ),
    zh_rule(
        "supplier-of",
        Predicate.SUPPLIES,
        "(?P<s>@ORG)~(?:是|为|系|成为)(?P<o>%ORG)的?~(?P<v>供应商|供货商)",
    ),
)
